"""Names of départements and EPCI, which are found like those of communes: «sicoval»,
«haute garonne», «le muretain»."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.gazetteer.names import without_article
from plugins.search.word_rules import first_words, fold_name

EPCI_MARK, DEPARTEMENT_MARK = "E", "D"
"""Stand in a line where a name that was has its year (`CommuneName.line`)."""
_KIND = re.compile(r"^(?:C[CAU]|METRO|MET69) (?:(?:du|des|de la|de l'|de|d')\s*)?", re.IGNORECASE)
_AGGLO = re.compile(
    r"(?:\s*-)?\s+(?:l')?agglo(?:mération)?$|\s+(?:communauté|métropole)$", re.IGNORECASE
)
_SIGNS = re.compile(r'["«»]')


class TerritoryName(NamedTuple):
    """One name of a territory; `shown`: its whole name; `number`: SIREN of an EPCI, else empty."""

    folded: str
    shown: str
    departement: str
    number: str

    def words(self) -> Iterator[str]:
        """Under which it is filed; «4B» would be taken for the beginning of a postcode."""
        yield from (word for word in first_words(self.folded) if not word[0].isdigit())

    def line_in(self, key: str) -> str:
        """Name by which it is compared, département, SIREN, whole name, mark; tab separated."""
        mark = EPCI_MARK if self.number else DEPARTEMENT_MARK
        return "\t".join((self.folded, self.departement, self.number, self.shown, mark))


def territory_names(gazetteer: Gazetteer, taken: Iterable[str]) -> list[TerritoryName]:
    """Départements, then EPCI. `taken`: folded names of communes, which mean the commune."""
    known = {form for name in taken for form in (name, without_article(name))}
    found = [
        TerritoryName(fold_name(d.nom), d.nom, d.code, "") for d in gazetteer.departements.values()
    ]
    for epci in gazetteer.epcis.values():
        short = _SIGNS.sub("", _KIND.sub("", _SIGNS.sub("", epci.nom)))
        for folded in dict.fromkeys(fold_name(name) for name in (short, _AGGLO.sub("", short))):
            if folded and folded not in known:
                shown = _SIGNS.sub("", epci.full_name)
                found.append(TerritoryName(folded, shown, epci.departements[0], epci.siren))
    return found
