"""Which territory somebody names: a code of `TERRITORIES_COVERED`, or words of its name."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz import fuzz, process

from plugins.gazetteer import normalize
from plugins.gazetteer.tables import DATA, read_departements, read_epcis, read_regions

_MOST = 9
_NEAR = 80


class TerritoryChoice(NamedTuple):
    """`code`: as the setting writes it («974», «R76», a SIREN)."""

    code: str
    nom: str

    @property
    def told(self) -> str:
        """«La Réunion (974)»."""
        return f"{self.nom} ({self.code})"


def every_territory() -> list[TerritoryChoice]:
    """Départements, régions of several of them, then EPCI of France."""
    departements, regions = read_departements(DATA), read_regions(DATA)
    names = {one.nom for one in departements.values()}
    return [
        *(TerritoryChoice(one.code, one.nom) for one in departements.values()),
        *(
            TerritoryChoice(f"R{one.code}", f"Région {one.nom}")
            for one in regions.values()
            if one.nom not in names
        ),
        *(TerritoryChoice(one.siren, one.full_name) for one in read_epcis(DATA).values()),
    ]


def territories_meant(text: str) -> list[TerritoryChoice]:
    """Those that a text may mean, the surest first; one alone when it is its code or its name."""
    known = every_territory()
    code = text.strip().upper().zfill(2)
    if exact := [one for one in known if one.code == code]:
        return exact
    typed = normalize(text)
    words = set(typed.split())
    if not words:
        return []
    folded = {one: normalize(one.nom) for one in known}
    if named := [one for one, name in folded.items() if name == typed]:
        return named[:1]
    if found := [one for one, name in folded.items() if words <= set(name.split())]:
        return found[:_MOST]
    near = process.extract(typed, folded, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_MOST)
    return [one for _, _, one in near]
