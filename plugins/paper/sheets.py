"""What each sheet shows: plain data, whose texts no template can take for anything but text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from plugins.gazetteer import Commune, Epci, Gazetteer, distance_km
from plugins.paper import sheet_texts
from plugins.paper.edges import Data, edges, to_json
from plugins.paper.sources import said_sources
from plugins.press.site import Site
from plugins.records.entry import Entry
from plugins.records.model.place import Place
from plugins.territories.limits import Limits
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import NearEntry

LIST_MOST = 20
"""A commune's list has at most so many of its own places: those its page shows."""
POSTER_MOST = 5
"""A poster has at most so many places; the template leaves out those that do not fit."""
_LIST_SENTENCES = 6
_POSTER_SENTENCES = 2


class Sheet(NamedTuple):
    """One PDF: `template` is a file of `typst/`, `territory` a commune or an EPCI."""

    template: str
    territory: Commune | Epci


class Sheets:
    """The data of every sheet."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        neighbourhood: Neighbourhood,
        places: Mapping[str, Place],
        site: Site,
        limits: Limits | None = None,
    ) -> None:
        self._limits = limits or Limits(gazetteer)
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._places = places
        self._site = site

    def data(self, sheet: Sheet) -> str:
        """What the sheet's template reads, as JSON."""
        show = self._poster if sheet.template == "affiche" else self._list
        return to_json(show(sheet.territory))

    def _common(self, territory: Commune | Epci, shown: Sequence[NearEntry]) -> Data:
        """Name, address, date, sources: what both sheets say at their edges."""
        places = [self._places[near.entry.id] for near in shown]
        news = (place.freshness(self._site.date).date for place in places)
        return {
            **edges(self._site, territory.url, news),
            "sources": said_sources(source for place in places for source in place.source),
            "is_epci": isinstance(territory, Epci),
            "limit": self._limit(territory),
            "name": territory.nom if isinstance(territory, Commune) else territory.full_name,
        }

    def _limit(self, territory: Commune | Epci) -> str:
        """Where the directory ends, if it ends here."""
        if isinstance(territory, Epci):
            return sheet_texts.part(len(territory.communes), territory.communes_total)
        around = self._neighbourhood.nearest(territory.code)
        return sheet_texts.limit(self._limits.around(territory, around))

    def _list(self, territory: Commune | Epci) -> Data:
        more = 0
        if isinstance(territory, Epci):
            groups = list(self._by_commune(territory))
        else:
            here = self._neighbourhood.here(territory.code, LIST_MOST)
            around = self._neighbourhood.nearest(territory.code)
            more = self._neighbourhood.count(territory.code) - len(here)
            groups = [
                ("Dans la commune" if territory.is_commune else territory.nom, here),
                ("Autour" if territory.centre else "D'autres lieux", around),
            ]
        return {
            **self._common(territory, [near for _, group in groups for near in group]),
            "groups": [
                {"title": title, "places": [self._place(near, _LIST_SENTENCES) for near in group]}
                for title, group in groups
                if group
            ],
            "more": more,
        }

    def _poster(self, territory: Commune | Epci) -> Data:
        if isinstance(territory, Epci):
            around, near = territory.full_name, self._of_main_commune(territory)
        else:
            around = f"{territory.nom} et autour" if territory.centre else territory.nom
            near = self._nearest(territory)
        # Who cannot be called comes last: a poster is read when the place is shut.
        chosen = sorted(near, key=lambda n: not self._places[n.entry.id].phones)[:POSTER_MOST]
        return {
            **self._common(territory, chosen),
            "around": around,
            "places": [self._place(found, _POSTER_SENTENCES) for found in chosen],
        }

    def _nearest(self, commune: Commune) -> list[NearEntry]:
        here = self._neighbourhood.here(commune.code, LIST_MOST)
        return here + self._neighbourhood.nearest(commune.code)

    def _place(self, near: NearEntry, sentences: int) -> Data:
        place = self._places[near.entry.id]
        return {
            "name": place.nom,
            "street": ", ".join(filter(None, (place.adresse, place.complement_adresse))),
            "town": f"{place.code_postal} {place.commune}",
            "distance": sheet_texts.distance(near.distance_km, approximate=near.is_approximate),
            "phones": [{"text": phone.display, "link": phone.uri} for phone in place.phones[:2]],
            "hours": sheet_texts.hours(place, sentences, self._site.date),
            "needs": [f"{need.title[0].lower()}{need.title[1:]}" for need in place.needs],
            "fees": sheet_texts.fees(place),
            "moves": place.is_itinerant,
            "doubt": sheet_texts.doubt(place, self._site.date),
        }

    def _by_commune(self, epci: Epci) -> Iterable[tuple[str, list[NearEntry]]]:
        """The places of each commune that has some; communes by name."""
        communes = [self._gazetteer.communes[code] for code in epci.communes]
        for commune in sorted(communes, key=lambda commune: commune.slug):
            found = self._neighbourhood.here(commune.code)
            if found:
                yield commune.nom, [near._replace(distance_km=None) for near in found]

    def _of_main_commune(self, epci: Epci) -> list[NearEntry]:
        """The places of an EPCI, the nearest to the centre of its most populous commune first;
        without distances, which would be from a point that the reader does not know."""
        communes = [self._gazetteer.communes[code] for code in epci.communes]
        main = max(communes, key=lambda commune: (commune.population or 0, commune.code))
        entries = [e for code in epci.communes for e in self._neighbourhood.entries_of(code)]
        return [NearEntry(entry, None, False) for entry in sorted(entries, key=_from(main))]


def _from(commune: Commune) -> Callable[[Entry], tuple[float, str]]:
    """Order by distance from a commune's centre; what has no position comes last, by id."""

    def order(entry: Entry) -> tuple[float, str]:
        ends = (commune.latitude, commune.longitude, entry.latitude, entry.longitude)
        known = [number for number in ends if number is not None]
        return (distance_km(*known) if len(known) == len(ends) else inf), entry.id

    return order
