"""Which bundles there are, and what they hold: places, labels, pages of prose, the agenda."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from importlib.metadata import version
from itertools import chain
from textwrap import shorten
from typing import NamedTuple, Protocol

from plugins.agenda.sessions.agenda import Agenda
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Gazetteer
from plugins.hours import Evaluator
from plugins.records.entry import Entry, Places
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.what_helps import Usefulness, usefulness_of
from plugins.search.fulltext.fulltext_agenda import agenda_fingerprints, agenda_records
from plugins.search.fulltext.fulltext_records import SearchDocument, place_record, text_record
from plugins.search.fulltext.fulltext_search import FIRST, Bundle

_UNREAD_MOST = 120
"""Characters of hours as a source gave them: a result is short."""
_LIVING = 2000
"""Names that ended since this year are in the texts; all are in the index of communes."""


class BundleProse(NamedTuple):
    """A page written by hand. `path`: from the root, without first slash; `html`: its text."""

    path: str
    title: str
    sentence: str
    html: str


class _BundlePage(Protocol):
    """A page of Pelican."""

    url: str
    title: str
    content: str


def prose_of(pages: Iterable[_BundlePage]) -> list[BundleProse]:
    """Pelican's content pages, sorted by address."""
    found = [
        BundleProse(page.url, page.title, getattr(page, "description", ""), page.content)
        for page in pages
    ]
    return sorted(found)


class Library(NamedTuple):
    """Everything that the search may find."""

    places: Places
    labels: Mapping[str, Label]
    agenda: Agenda
    prose: Sequence[BundleProse]
    gazetteer: Gazetteer
    to_html: Callable[[str], str]
    """Markdown of a record → HTML."""


def make_bundles(library: Library, day: date, one_most: int, code: str) -> list[Bundle]:
    """The bundles of a site built for `day`; none when it has neither labels nor pages.

    `one_most`: with more places than this they have a bundle each département. `code`: fingerprint
    of our code.
    """
    if not library.labels and not library.prose:
        return []
    evaluator = Evaluator.of(day)
    shelf = _Shelf(library, evaluator)
    by_departement = {
        departement: [entry for entry in entries if not entry.is_closed]
        for departement, entries in library.places.by_departement.items()
    }
    everything = [entry for entries in by_departement.values() for entry in entries]
    groups = by_departement if len(everything) > one_most else {}
    labels = repr(list(library.labels.values()))
    common = repr((code, version("pagefind-bin"), evaluator.start, labels)).encode()
    said = repr((library.prose, agenda_fingerprints(library.agenda))).encode()

    def bundle(name: str, entries: Sequence[Entry], more: bytes = b"") -> Bundle:
        codes = dict.fromkeys(entry.departement for entry in entries)
        tables = (library.gazetteer.fingerprint(code) for code in codes)
        marks = (common, more, *tables, *(entry.stated for entry in entries))
        records = shelf.reader(entries, with_prose=bool(more))
        return Bundle(name, fingerprint_of(*marks).hex(), records)

    first = bundle(FIRST, () if groups else everything, said)
    return [first, *(bundle(name, entries) for name, entries in groups.items() if entries)]


class _Shelf:
    """Makes records when a bundle asks for them."""

    def __init__(self, library: Library, evaluator: Evaluator) -> None:
        self._library = library
        self._evaluator = evaluator

    def reader(
        self, entries: Sequence[Entry], with_prose: bool
    ) -> Callable[[], Iterable[SearchDocument]]:
        """What makes the records of `entries`, after those of all that is no place."""
        return lambda: chain(self._prose() if with_prose else (), map(self._place, entries))

    def _prose(self) -> Iterator[SearchDocument]:
        """Labels, pages, workshops and routes."""
        library = self._library
        for label in library.labels.values():
            html = library.to_html("\n\n".join(filter(None, (label.explication, label.conseil))))
            yield text_record(
                label.url.removeprefix("/"), label.nom, label.resume, label.autres_noms, html
            )
        for page in library.prose:
            yield text_record(page.path, page.title, page.sentence, (), page.html)
        yield from agenda_records(library.agenda, library.places.by_id, library.gazetteer)

    def _place(self, entry: Entry) -> SearchDocument:
        library = self._library
        place = library.places[entry.id]
        commune = library.gazetteer.page_of(entry.code_insee)
        if commune is None:
            raise LookupError(f"commune inconnue : {entry.code_insee}")
        return place_record(
            place,
            commune,
            self._other_names(commune),
            library.labels,
            self._hours(place),
            usefulness_of(entry) is Usefulness.REACHABLE,
        )

    def _hours(self, place: Place) -> str:
        """As a result shows them; empty when nothing is known. «^» before those of a person, before
        all «*20281102*», the day from which nobody has checked for long («**»: from ever on)."""
        if place.unread_hours:
            return "=" + shorten(place.unread_hours, _UNREAD_MOST, placeholder="…")
        if place.help_hours.week.is_unknown:
            return ""
        old = place.old_from
        marks = f"*{old:%Y%m%d}*" if old else "**"
        return marks + "^" * place.helps_by_permanence + self._evaluator.code(place.help_hours)

    def _other_names(self, commune: Commune) -> list[str]:
        """Those that it had, those of its parts, and its EPCI."""
        epci = self._library.gazetteer.epci(commune.epci) if commune.epci else None
        return [*self._former_names.get(commune.code, ()), *([epci.full_name] if epci else ())]

    @cached_property
    def _former_names(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        gazetteer = self._library.gazetteer
        recent = (
            (one.nom, one.present)
            for one in gazetteer.former_names
            if one.year is None or one.year >= _LIVING
        )
        for nom, code in (*recent, *gazetteer.usual_names):
            found.setdefault(code, []).append(nom)
        return found
