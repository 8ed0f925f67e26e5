"""What each page of the territories shows: the contexts of their templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plugins.gazetteer import Commune, Departement, Epci, Gazetteer, slugify
from plugins.records.announced.named_territory import official_territory
from plugins.records.model.place import Place
from plugins.records.what_helps import is_blank
from plugins.territories.area_views import sorted_epcis
from plugins.territories.contract import (
    CommuneContext,
    CommunePlacesContext,
    Nearby,
    NetworkContext,
    OutsideContext,
    PostcodeGroup,
    TerritoriesContext,
)
from plugins.territories.limits import Limits, may_be_nearer, reach_of
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.others.across import Across
from plugins.territories.outside import outside
from plugins.territories.pages import (
    ABROAD,
    EASY,
    LIST_PAGE,
    LISTED_MOST,
    FullList,
    postcode_in,
)
from plugins.territories.records import TerritoryRecords
from plugins.territories.shared_pages import SharedPages
from plugins.territories.usefulness import NearEntry
from plugins.vocabulary.facets import FACET_WORDS


class Views:
    """Contexts of the pages of communes, networks and `/territoires/`, by the key that `pages` gave
    to the press. `commune_index`: folder of the index of communes."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        neighbourhood: Neighbourhood,
        by_need: NearestByNeed,
        places: Mapping[str, Place],
        records: TerritoryRecords,
        limits: Limits | None = None,
        commune_index: str = "",
        across: Across | None = None,
    ) -> None:
        self._commune_index = commune_index
        self._across = across or Across()
        self._limits = limits or Limits(gazetteer)
        self._abroad = SharedPages(gazetteer, neighbourhood, ABROAD)
        self._easy = SharedPages(gazetteer, neighbourhood, EASY)
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._by_need = by_need
        self._places = places
        self._records = records
        self.outside = outside(records.territories, gazetteer)
        """Territories without a page of places, by id."""

    def commune(self, code: str) -> CommuneContext:
        """For `commune.html`."""
        commune = self._gazetteer.communes[code]
        near_here = self._neighbourhood.here(code, LISTED_MOST)
        near_around = self._neighbourhood.nearest(code)
        total = self._neighbourhood.count(code)
        limits = self._limits.around(commune, near_around)
        here = [self._nearby(near) for near in near_here if not is_blank(near.entry)]
        around = [self._nearby(near) for near in near_around]
        return CommuneContext(
            commune=commune,
            epci=self._epci_of(commune),
            departement=self._gazetteer.all_departements[commune.departement],
            here=here,
            to_complete=[self._nearby(near) for near in near_here if is_blank(near.entry)]
            if total <= LISTED_MOST
            else [],
            here_total=total,
            list_pages=-(-total // LIST_PAGE) if total > LISTED_MOST else 0,
            around=around,
            facets=facets_among([*self._places_of(code), *(near.place for near in around)]),
            here_facets=facets_among(near.place for near in here),
            around_facets=facets_among(near.place for near in around),
            elsewhere=self._elsewhere(code),
            to_call=next((near for near in here + around if near.place.phones), None),
            across=self._across.nearest(commune, reach_of(near_around)),
            limits=limits,
            may_be_nearer=may_be_nearer(limits, near_here + near_around),
            territory=self._records.territories.get(f"commune/{code}"),
            shared_url=self._abroad.address(commune),
            easy_url=f"/facile{self._easy.address(commune) or commune.url}",
        )

    def _elsewhere(self, code: str) -> dict[str, Nearby]:
        found = {need: self._by_need.nearest(code, need) for need in self._by_need.absent(code)}
        return {f"besoin-{need}": self._nearby(near) for need, near in found.items() if near}

    def full_list(self, key: FullList) -> CommunePlacesContext:
        """For `commune_places.html`: one page of all the places of a large commune."""
        commune = key.commune
        groups: dict[str, list[Nearby]] = {}
        for near in key.nears:
            if not is_blank(near.entry):
                group = groups.setdefault(postcode_in(near.entry, commune), [])
                group.append(self._nearby(near))
        return CommunePlacesContext(
            commune=commune,
            departement=self._gazetteer.all_departements[commune.departement],
            url=key.url,
            groups=[PostcodeGroup(code, group) for code, group in groups.items()],
            to_complete=[self._nearby(near) for near in key.nears if is_blank(near.entry)],
            facets=facets_among(self._places_of(commune.code)),
            postcodes=key.postcodes,
            total=self._neighbourhood.count(commune.code),
            first=key.rank + 1,
            last=key.rank + len(key.nears),
            paging=key.paging,
        )

    def index(self, key: object = None) -> TerritoriesContext:
        """For `territories.html`."""
        counts: dict[str, int] = dict.fromkeys(self._gazetteer.departements, 0)
        for commune in self._gazetteer.communes.values():
            counts[commune.departement] += self._neighbourhood.count(commune.code)
        departements: list[tuple[Departement, int]] = [
            (self._gazetteer.departements[code], count) for code, count in counts.items()
        ]
        said = self._records.territories
        speaking = [e for siren, e in self._gazetteer.epcis.items() if f"epci/{siren}" in said]
        elsewhere = sorted(self.outside.values(), key=lambda one: slugify(one.name))
        return TerritoriesContext(
            departements, sorted_epcis(speaking), elsewhere, self._commune_index
        )

    def outside_page(self, id_: str) -> OutsideContext:
        """For `outside.html`."""
        kind, _, code = id_.partition("/")
        return OutsideContext(self.outside[id_], self._records.networks_in(kind, code))

    def network(self, slug: str) -> NetworkContext:
        """For `network.html`."""
        network = self._records.networks[slug]
        return NetworkContext(
            network=network,
            members=[self._places[id_] for id_ in network.membres if id_ in self._places],
            territories=[self._named(id_) for id_ in network.territoires],
        )

    def _named(self, id_: str) -> tuple[str, str]:
        """Name and address of a territory; no address where the site has no page of it."""
        kind, _, code = id_.partition("/")
        if kind == "epci" and code in self._gazetteer.epcis:
            return self._gazetteer.epcis[code].full_name, self._gazetteer.epcis[code].url
        if kind == "departement" and code in self._gazetteer.departements:
            return self._gazetteer.departements[code].nom, self._gazetteer.departements[code].url
        if kind == "commune" and (commune := self._gazetteer.communes.get(code)):
            return commune.nom, commune.url
        if id_ in self.outside:
            return self.outside[id_].name, self.outside[id_].url
        named = official_territory(id_, self._gazetteer)
        return (named.name if named else id_), ""

    def _nearby(self, near: NearEntry) -> Nearby:
        return Nearby(self._places[near.entry.id], near.distance_km, near.is_approximate)

    def _places_of(self, code: str) -> Iterable[Place]:
        return (self._places[entry.id] for entry in self._neighbourhood.entries_of(code))

    def _epci_of(self, commune: Commune) -> Epci | None:
        return self._gazetteer.epcis[commune.epci] if commune.epci else None


def facets_among(shown: Iterable[Place]) -> list[str]:
    """What a list of these places can be narrowed to, in the order of filters."""
    found = {facet for place in shown for facet in place.facets}
    return [facet for facet in FACET_WORDS if facet in found]
