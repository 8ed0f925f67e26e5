"""The pages of the places: one a place, plain lists, labels."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import Paging, file_of, pages_of
from plugins.gazetteer import Commune, Departement, Gazetteer
from plugins.places.by_commune import ROWS_A_PAGE, CommunePlaces, by_commune, commune_order
from plugins.places.contract import (
    LabelContext,
    LabelsContext,
    PlaceContext,
    PlaceListContext,
)
from plugins.places.neighbours import Neighbour, Neighbours
from plugins.press.page_set import Page, PageSet
from plugins.records.announced.about_label import AboutLabel, about_label
from plugins.records.announced.named_territory import (
    NamedTerritory,
    named_territory,
    official_territory,
)
from plugins.records.entry import Entry, Places
from plugins.records.memory.vanished import Vanished
from plugins.records.model.label import Label
from plugins.records.model.territory import Territory
from plugins.records.what_helps import is_blank

NEAR_MOST = 3


class _ListPage(NamedTuple):
    """The key of one page of a list."""

    heading: str
    steps: Sequence[tuple[str, str]]
    url: str
    entries: Sequence[Entry]
    paging: Paging


class _LabelPage(NamedTuple):
    label: Label
    entries: Sequence[Entry]
    paging: Paging


class PlacePages:
    """Page sets of the plugin. `fingerprints`: one for each label, by slug; `more`: what other
    plugins show on the page of a place, as functions from its id to a fingerprint; `left`: the rows
    that left their lists long enough ago, by id of the place; `territories`: what they announced of
    labels."""

    def __init__(
        self,
        places: Places,
        labels: Mapping[str, Label],
        fingerprints: Mapping[str, bytes],
        gazetteer: Gazetteer,
        more: Sequence[Callable[[str], bytes]] = (),
        left: Mapping[str, Vanished] = MappingProxyType({}),
        territories: Collection[Territory] = (),
    ) -> None:
        self._territories = territories
        self._left = left
        self._more = more
        self._places = places
        self._labels = labels
        self._fingerprints = fingerprints
        self._gazetteer = gazetteer
        self._surroundings: dict[str, Neighbours] = {}

    def place_pages(
        self, show: Callable[[PlaceContext], str], *, is_source: bool = True
    ) -> PageSet:
        """One page a place, closed ones too: their address does not die. In another language than
        French, only of those that help somebody: there is nothing to translate of the others."""
        pages = self._place_pages
        if not is_source:
            pages = [page for page in pages if has_translation(cast(Entry, page.key))]
        return PageSet("lieux", pages, lambda key: show(self.place(cast(Entry, key))))

    @cached_property
    def _place_pages(self) -> list[Page]:
        """The same in every language."""
        near = {
            code: fingerprint_of(_join(entries)) for code, entries in self._open_by_commune.items()
        }
        fingerprints = self._fingerprints
        pages = []
        for entry in self._places.entries:
            parts = [entry.fingerprint, near.get(entry.code_insee, b"")]
            parts += [fingerprints[slug] for slug in entry.labels if slug in fingerprints]
            if entry.remplace_par in self._places.by_id:
                parts.append(self._places.by_id[entry.remplace_par].fingerprint)
            if call := self.to_call(entry):
                parts.append(call.place.fingerprint)
            parts += [more(entry.id) for more in self._more]
            parts.append(repr(self._left.get(entry.id, "")).encode())
            fingerprint = fingerprint_of(b"".join(parts))
            pages.append(Page(f"lieux/{entry.id}/index.html", fingerprint, entry))
        return pages

    def place(self, entry: Entry) -> PlaceContext:
        """What the page of a place shows."""
        commune = self._gazetteer.page_of(entry.code_insee)
        if commune is None:
            raise LookupError(f"commune inconnue : {entry.code_insee}")
        call = self.to_call(entry)
        km = call.distance_km if call and not entry.is_approximate else None
        return PlaceContext(
            place=self._places[entry.id],
            commune=commune,
            departement=self._gazetteer.all_departements[commune.departement],
            labels=[self._labels[slug] for slug in entry.labels if slug in self._labels],
            near=self.near(entry),
            is_blank=is_blank(entry) and not entry.is_closed,
            has_translation=has_translation(entry),
            to_call=(self._places[call.place.id], km) if call else None,
            left=self._left.get(entry.id),
        )

    def to_call(self, entry: Entry) -> Neighbour | None:
        """For an open place of which nothing helps, the nearest that has a telephone, from where
        it is, else from the centre of its commune."""
        if entry.is_closed or not is_blank(entry):
            return None
        at: Entry | Commune | None = entry
        if entry.latitude is None or entry.longitude is None:
            at = self._gazetteer.page_of(entry.code_insee)
        if at is None or at.latitude is None or at.longitude is None:
            return None
        return self._with_phone.nearest_to(at.latitude, at.longitude)

    @cached_property
    def _with_phone(self) -> Neighbours:
        return Neighbours(
            entry for entry in self._places.entries if entry.has_phone and not entry.is_closed
        )

    @cached_property
    def _open_by_commune(self) -> dict[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {}
        for entry in self._places.entries:
            if not entry.is_closed:
                groups.setdefault(entry.code_insee, []).append(entry)
        return groups

    def near(self, entry: Entry) -> list[Neighbour]:
        """The nearest other open places of the commune, those with a position that help."""
        code = entry.code_insee
        around = self._surroundings.get(code)
        if around is None:
            here = self._open_by_commune.get(code, ())
            around = Neighbours(other for other in here if not is_blank(other))
            self._surroundings[code] = around
        return around.nearest(entry, NEAR_MOST)

    def lists(self, show: Callable[[PlaceListContext], str]) -> PageSet:
        """`/lieux/`, the départements with places, and the plain list of each."""
        open_places: dict[str, list[Entry]] = {}
        for entry in self._places.entries:
            if not entry.is_closed:
                open_places.setdefault(entry.departement, []).append(entry)
        counts = [
            (self._gazetteer.all_departements[code], len(entries))
            for code, entries in open_places.items()
        ]
        fingerprint = fingerprint_of(repr(counts))
        pages = [Page("lieux/index.html", fingerprint, None)]
        for departement, _ in counts:
            entries = sorted(open_places[departement.code], key=commune_order(self._gazetteer))
            heading = f"{departement.nom} ({departement.code})"
            for url, paging, lines in pages_of(entries, f"/lieux/{departement.code}/", ROWS_A_PAGE):
                key = _ListPage(heading, [], url, lines, paging)
                pages.append(Page(file_of(url), _fingerprint(lines, paging), key))

        def render(key: object) -> str:
            if not isinstance(key, _ListPage):
                return show(
                    PlaceListContext(
                        heading="",
                        steps=[],
                        url="/lieux/",
                        departements=counts,
                        communes=[],
                        paging=Paging(1, ("/lieux/",)),
                    )
                )
            return show(
                PlaceListContext(
                    heading=key.heading,
                    steps=key.steps,
                    url=key.url,
                    departements=[],
                    communes=self._by_commune(key.entries),
                    paging=key.paging,
                )
            )

        return PageSet("listes", pages, render)

    def label_pages(
        self, show: Callable[[LabelContext], str], show_index: Callable[[LabelsContext], str]
    ) -> PageSet:
        """`/labels/`, and for each label what it is and where, by département."""
        all_fingerprints = b"".join(self._fingerprints[slug] for slug in self._labels)
        pages = [Page("labels/index.html", fingerprint_of(all_fingerprints), None)]
        for slug, label in self._labels.items():
            labelled = [e for e in self._places.by_label.get(slug, ()) if not e.is_closed]
            labelled.sort(key=commune_order(self._gazetteer))
            for url, paging, lines in pages_of(labelled, label.url, ROWS_A_PAGE):
                told = repr(about_label(slug, self._territories)).encode()
                fingerprint = fingerprint_of(
                    self._fingerprints[slug], _fingerprint(lines, paging), told
                )
                pages.append(Page(file_of(url), fingerprint, _LabelPage(label, lines, paging)))

        def render(key: object) -> str:
            if not isinstance(key, _LabelPage):
                return show_index(LabelsContext(list(self._labels.values())))
            return show(self.label(key.label, key.entries, key.paging))

        return PageSet("labels", pages, render)

    def label(self, label: Label, entries: Sequence[Entry], paging: Paging) -> LabelContext:
        """What a page of a label shows: `entries` of the places that it lists."""
        named = (official_territory(one, self._gazetteer) for one in label.territoires)
        return LabelContext(
            label,
            list(self._by_departement(entries)),
            paging,
            self._announced(label.id) if paging.number == 1 else [],
            [one.name for one in named if one],
        )

    def _announced(self, slug: str) -> list[tuple[NamedTerritory, AboutLabel]]:
        found = about_label(slug, self._territories)
        named = [(named_territory(one.territory, self._gazetteer), one) for one in found]
        return [(name, one) for name, one in named if name is not None]

    def _by_departement(
        self, entries: Iterable[Entry]
    ) -> Iterator[tuple[Departement, list[CommunePlaces]]]:
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.departement, []).append(entry)
        for code, group in groups.items():
            yield self._gazetteer.all_departements[code], self._by_commune(group)

    def _by_commune(self, entries: Iterable[Entry]) -> list[CommunePlaces]:
        return by_commune(entries, self._places, self._gazetteer)


def has_translation(entry: Entry) -> bool:
    """Whether a place has its page in every language of the site."""
    return not entry.is_closed and not is_blank(entry)


def _join(entries: Iterable[Entry]) -> bytes:
    return b"".join(entry.fingerprint for entry in entries)


def _fingerprint(entries: Iterable[Entry], paging: Paging) -> bytes:
    content = _join(entries) + repr(paging).encode()
    return fingerprint_of(content)
