"""What the pages of EPCI and départements show: where one is and whom to call, before all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.gazetteer import Commune, Departement, Epci, Gazetteer, slugify
from plugins.places.by_commune import by_commune
from plugins.records.entry import Entry
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.what_helps import is_blank
from plugins.territories.area_pages import (
    DepartementPage,
    EpciPage,
    by_name,
    coordination_url,
    kind_and_code,
)
from plugins.territories.contract import (
    CommuneListContext,
    CommuneToCall,
    CoordinationContext,
    DepartementContext,
    EpciContext,
    Nearby,
)
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import ABROAD
from plugins.territories.records import TerritoryRecords
from plugins.territories.shared_pages import SharedPages, anchor

NEAREST_MOST = 5
"""Places named for each commune that shares the page of its EPCI."""


class AreaViews:
    """Contexts of the pages of larger territories, by the key that `area_pages` gave to the press.

    `commune_index`: folder of the index of communes.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        neighbourhood: Neighbourhood,
        places: Mapping[str, Place],
        labels: Mapping[str, Label],
        records: TerritoryRecords,
        commune_index: str,
    ) -> None:
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._places = places
        self._labels = labels
        self._records = records
        self._shared = SharedPages(gazetteer, neighbourhood, ABROAD)
        self._commune_index = commune_index

    def epci(self, key: EpciPage) -> EpciContext:
        """For `epci.html`."""
        epci = key.epci
        communes = self._with_entries(self._gazetteer.communes[code] for code in epci.communes)
        return EpciContext(
            epci=epci,
            url=key.url,
            paging=key.paging,
            departements=self._departements_of(epci),
            communes=communes,
            groups=by_commune(key.entries, self._places, self._gazetteer),
            without=[commune for commune, entries in communes if not entries],
            sharing=self._shared.members(epci),
            nearest=self._nearest,
            anchor=anchor,
            coordination=self._coordination_url(epci),
            commune_index=self._commune_index,
        )

    def departement(self, key: DepartementPage) -> DepartementContext:
        """For `departement.html`."""
        departement = key.departement
        communes = self._communes_of(departement)
        sirens = {commune.epci for commune, _ in communes if commune.epci}
        slugs = {slug for _, entries in communes for entry in entries for slug in entry.labels}
        labels = [self._labels[slug] for slug in slugs if slug in self._labels]
        return DepartementContext(
            departement=departement,
            url=key.url,
            paging=key.paging,
            epcis=sorted_epcis(self._gazetteer.epcis[siren] for siren in sirens),
            communes=communes,
            to_call=[self._to_call(commune) for commune in key.communes],
            labels=sorted(labels, key=lambda label: slugify(label.nom)),
            coordination=self._coordination_url(departement),
            commune_index=self._commune_index,
        )

    def commune_list(self, code: str) -> CommuneListContext:
        """For `communes.html`."""
        departement = self._gazetteer.departements[code]
        return CommuneListContext(departement, self._communes_of(departement))

    def coordination(self, area: Epci | Departement) -> CoordinationContext:
        """For `coordination.html`."""
        kind, code = kind_and_code(area)
        steps: list[tuple[str, str]] = []
        if isinstance(area, Epci):
            around = self._departements_of(area)
            steps = [(one.nom, one.url) for one in around] if len(around) == 1 else []
        name = area.full_name if isinstance(area, Epci) else area.nom
        return CoordinationContext(
            area=area,
            name=name,
            url=coordination_url(area),
            steps=[*steps, (name, area.url)],
            territory=self._records.territories.get(f"{kind}/{code}"),
            networks=self._records.networks_in(kind, code),
        )

    def _nearest(self, commune: Commune) -> list[Nearby]:
        here = self._neighbourhood.here(commune.code)
        found = [*here, *self._neighbourhood.nearest(commune.code)]
        near = [one for one in found if not is_blank(one.entry)][:NEAREST_MOST]
        places = self._places
        return [Nearby(places[one.entry.id], one.distance_km, one.is_approximate) for one in near]

    def _to_call(self, commune: Commune) -> CommuneToCall:
        """The first place with a telephone, in the order of the page of the commune."""
        near = self._neighbourhood.here(commune.code)
        places = (self._places[each.entry.id] for each in near)
        return CommuneToCall(commune, len(near), next((one for one in places if one.phones), None))

    def _coordination_url(self, area: Epci | Departement) -> str:
        kind, code = kind_and_code(area)
        spoken_of = f"{kind}/{code}" in self._records.territories
        has_any = spoken_of or self._records.networks_in(kind, code)
        return coordination_url(area) if has_any else ""

    def _departements_of(self, epci: Epci) -> list[Departement]:
        codes = {self._gazetteer.communes[code].departement for code in epci.communes}
        return [self._gazetteer.all_departements[code] for code in sorted(codes)]

    def _communes_of(self, departement: Departement) -> list[tuple[Commune, list[Entry]]]:
        communes = self._gazetteer.communes.values()
        return self._with_entries(c for c in communes if c.departement == departement.code)

    def _with_entries(self, communes: Iterable[Commune]) -> list[tuple[Commune, list[Entry]]]:
        return [(c, self._neighbourhood.entries_of(c.code)) for c in by_name(communes)]


def sorted_epcis(epcis: Iterable[Epci]) -> list[Epci]:
    """EPCI in the order of lists."""
    return sorted(epcis, key=lambda epci: (slugify(epci.full_name), epci.siren))
