"""The gazetteer: what a directory covers, and any commune of France on demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import tables
from plugins.gazetteer.centres import Centres, CentresFromSouth
from plugins.gazetteer.commune_finder import CommuneFinder
from plugins.gazetteer.distance import distance_km
from plugins.gazetteer.model import Commune, Departement, Epci, FormerCommune, Region

_MARGIN_DEGREES = 0.3
"""A point may lie this far outside the box of a département's centres and still be in it."""


class UnknownTerritoryError(ValueError):
    """A code of ``TERRITORIES_COVERED`` names no territory; the message is in French."""

    def __init__(self, code: str) -> None:
        super().__init__(
            f"TERRITORIES_COVERED : le code « {code} » ne désigne aucun territoire ; écrivez un "
            "département ou une collectivité (« 31 », « 2A », « 988 »), le numéro SIREN d'une "
            "intercommunalité "
            "(« 243100633 »), une région (« R76 ») ou « * » pour toute la France."
        )


class Gazetteer:
    """Official codes of France (COG 2026). A département's table is read when it is
    first asked for.

    Attributes:
        communes: covered communes by INSEE code, sorted; no arrondissement.
        epcis: EPCI with at least one covered commune, by SIREN, sorted.
        departements, regions: those with at least one covered commune, by code, sorted.
    """

    def __init__(self, codes: Iterable[str], data: Path = tables.DATA) -> None:
        self._data = data
        self._loaded: dict[str, dict[str, Commune]] = {}
        self._centres = Centres()
        self._from_south: dict[str, CentresFromSouth] = {}
        self._pages: dict[str, Commune | None] = {}
        self._digests: dict[str, bytes] = {}
        self.all_departements = tables.read_departements(data)
        self.all_regions = tables.read_regions(data)
        self._epcis = tables.read_epcis(data)
        covered: dict[str, Commune] = {}
        for code in codes:
            covered.update(self.covered_by(code))
        self.communes: dict[str, Commune] = {code: covered[code] for code in sorted(covered)}
        self._gather()

    @classmethod
    def load(cls, codes: Iterable[str], data: Path = tables.DATA) -> Gazetteer:
        """Cover `codes`: départements, EPCI (SIREN), régions ("R76"), or "*" for all of France.

        Raises:
            UnknownTerritoryError: a code names no territory.
        """
        return cls(codes, data)

    def also_covering(self, codes: Iterable[str]) -> Gazetteer:
        """The same, which covers the communes of these INSEE codes too; itself when it does. A code
        of no commune is left out."""
        added = {page.code: page for code in codes if (page := self.page_of(code))}
        if added.keys() <= self.communes.keys():
            return self
        wider = copy(self)
        wider._epcis = dict(self._epcis)
        every = {**self.communes, **added}
        wider.communes = {code: every[code] for code in sorted(every)}
        wider._gather()
        return wider

    def covered_by(self, code: str) -> dict[str, Commune]:
        """The communes, without arrondissements, of one territory, which `load` may be asked for.
        Raises UnknownTerritoryError."""
        if code in self._epcis:
            searched, epci = list(self._epcis[code].departements), code
        elif code in self.all_departements:
            searched, epci = [code], None
        elif code == "*":
            searched, epci = list(self.all_departements), None
        elif code[:1] == "R" and code[1:] in self.all_regions:
            searched = [d.code for d in self.all_departements.values() if d.region == code[1:]]
            epci = None
        else:
            raise UnknownTerritoryError(code)
        return {
            commune.code: commune
            for departement in searched
            for commune in self._departement(departement).values()
            if commune.parent is None and epci in (None, commune.epci)
        }

    def _gather(self) -> None:
        members: dict[str, list[str]] = {}
        departements: set[str] = set()
        for commune in self.communes.values():
            departements.add(commune.departement)
            if commune.epci is not None:
                members.setdefault(commune.epci, []).append(commune.code)
        for siren, codes in members.items():
            self._epcis[siren] = replace(self._epcis[siren], communes=tuple(codes))
        self.epcis: dict[str, Epci] = {siren: self._epcis[siren] for siren in sorted(members)}
        self.departements: dict[str, Departement] = {
            code: self.all_departements[code] for code in sorted(departements)
        }
        regions = {departement.region for departement in self.departements.values()}
        self.regions: dict[str, Region] = {code: self.all_regions[code] for code in sorted(regions)}

    def _departement(self, code: str) -> dict[str, Commune]:
        """Every commune and arrondissement of a département; empty when there is no such one."""
        if code not in self._loaded:
            if code not in self.all_departements:
                return {}
            self._loaded[code], self._digests[code] = tables.read_communes(
                self._data, self.all_departements[code]
            )
        return self._loaded[code]

    def commune(self, code: str) -> Commune | None:
        """A present commune or arrondissement of France, covered or not, by INSEE code."""
        return self._departement(tables.departement_of(code)).get(code)

    def epci(self, siren: str) -> Epci | None:
        """Any EPCI of France, by SIREN; its `communes` are the covered ones only."""
        return self._epcis.get(siren)

    def page_of(self, code: str) -> Commune | None:
        """The commune whose page shows what carries `code`: Paris for "75101", the present
        commune for a former one; None when the code is unknown."""
        if code not in self._pages:
            commune = self.commune(self.current(code))
            self._pages[code] = self.commune(commune.page_code) if commune else None
        return self._pages[code]

    def arrondissements(self) -> list[Commune]:
        """Arrondissements of the covered cities (Paris, Lyon, Marseille), by code."""
        return [
            commune
            for departement in self.departements
            for commune in self._departement(departement).values()
            if commune.parent in self.communes
        ]

    @cached_property
    def former_names(self) -> list[FormerCommune]:
        """Every name and code that a commune had since 1943, by code, the latest first."""
        return tables.read_former(self._data)

    @cached_property
    def former(self) -> dict[str, FormerCommune]:
        """Former communes of France by code, each under its latest name."""
        return {one.code: one for one in reversed(self.former_names)}

    @cached_property
    def usual_names(self) -> list[tuple[str, str]]:
        """Names in use that no commune has had (hamlets, quarters), and the code of the commune."""
        rows = tables.read_rows(self._data / "noms-usuels.csv")
        return [(nom, code) for nom, code in rows]

    def current(self, code: str) -> str:
        """The present commune's code of a former one, merged since 1943 or of a code that changed;
        else `code` itself."""
        if self.commune(code) is not None or code not in self.former:
            return code
        return self.former[code].present

    def find(self, nom: str, departement: str | None = None) -> list[Commune]:
        """Communes called `nom`, in a département or in all of France (`CommuneFinder.named`)."""
        return self._finder.named(nom, departement)

    def by_postcode(self, postcode: str) -> list[Commune]:
        """Communes of a postcode, sorted by code; an arrondissement rather than its whole city."""
        return self._finder.by_postcode(postcode)

    @cached_property
    def _finder(self) -> CommuneFinder:
        elsewhere = tables.read_rows(self._data / "codes-postaux-ailleurs.csv")
        codes = list(self.all_departements)
        return CommuneFinder(self._departement, codes, self._other_names, elsewhere)

    def _other_names(self) -> list[tuple[str, str, str]]:
        former = [("-", one.nom, one.present) for one in self.former_names]
        return [*former, *(("~", *usual) for usual in self.usual_names)]

    def nearest(self, latitude: float, longitude: float) -> Commune | None:
        """The commune whose centre is nearest to a point (degrees): most often the one that the
        point is in. None far from every département."""
        around = tuple(self._around(latitude, longitude))
        for departement in around:
            if departement not in self._centres:
                rank = list(self.all_departements).index(departement)
                self._centres.add(departement, rank, self._departement(departement).values())
        return self._centres.nearest(latitude, longitude, around)

    def _around(self, latitude: float, longitude: float) -> Iterator[str]:
        """Départements that a point is in, or near."""
        for departement, (south, west, north, east) in self._boxes:
            if (
                south - _MARGIN_DEGREES <= latitude <= north + _MARGIN_DEGREES
                and west - _MARGIN_DEGREES <= longitude <= east + _MARGIN_DEGREES
            ):
                yield departement

    def communes_of(self, departement: str) -> list[Commune]:
        """Its communes, by code, no arrondissement; [] when there is no such département."""
        return [found for found in self._departement(departement).values() if not found.parent]

    def within(self, south: float, west: float, north: float, east: float) -> list[Commune]:
        """Communes of France, covered or not, whose centre is in a box (degrees); by code in each
        département, no arrondissement."""
        found: list[Commune] = []
        for code, box in self._boxes:
            if box[0] <= north and south <= box[2] and box[1] <= east and west <= box[3]:
                if code not in self._from_south:
                    self._from_south[code] = CentresFromSouth(self.communes_of(code))
                found += self._from_south[code].within(south, west, north, east)
        return found

    @cached_property
    def _boxes(self) -> list[tuple[str, tuple[float, float, float, float]]]:
        return [(code, one.bounds) for code, one in self.all_departements.items() if one.bounds]

    def is_plausible(self, code: str, latitude: float, longitude: float) -> bool:
        """Whether a point (degrees) may lie in a commune: within its `radius_km`.

        True as well when nothing is known of the commune's position. An arrondissement is judged
        by its whole city, a former commune by the present one.
        """
        commune = self.page_of(code)
        if commune is None or commune.latitude is None or commune.longitude is None:
            return True
        km = distance_km(latitude, longitude, commune.latitude, commune.longitude)
        return commune.radius_km is None or km <= commune.radius_km

    def fingerprint(self, departement: str) -> bytes:
        """16 bytes that change with the table of a département or with the national tables."""
        self._departement(departement)
        return fingerprint_of(self._national + self._digests.get(departement, b""))

    @cached_property
    def _national(self) -> bytes:
        names = (
            *("anciennes-communes", "calendriers", "departements", "epci", "noms-usuels"),
            *("regions", "statuts"),
        )
        tables_read = b"".join((self._data / f"{name}.csv").read_bytes() for name in names)
        return fingerprint_of(tables_read)
