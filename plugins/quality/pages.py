"""Pages and files of `/qualite/`: addresses, and fingerprints of all that each shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import Paging, file_of
from plugins.press import Page
from plugins.quality.areas import DeskArea

SHEETS = 5
"""A territory has at most so many sheets: five times twenty calls are more than a month's work."""
PLACES_A_SHEET = 20


class CallSheet(NamedTuple):
    """One sheet of the places to call."""

    area: DeskArea
    url: str
    paging: Paging


class DeskFile(NamedTuple):
    """A CSV file of a territory; `kind`: «communes», «places» or «answers»."""

    area: DeskArea
    kind: str


def index_page(fingerprints: Mapping[str, bytes]) -> Page:
    """`/qualite/`; `fingerprints`: of the table of each territory, by id."""
    return Page("qualite/index.html", fingerprint_of(*fingerprints.values()), None)


def desk_pages(areas: Iterable[DeskArea], fingerprints: Mapping[str, bytes]) -> Iterator[Page]:
    """One page a territory; the key is the territory."""
    return (Page(file_of(area.url), fingerprints[area.id], area) for area in areas)


def sheet_pages(
    areas: Iterable[DeskArea], fingerprints: Mapping[str, bytes], places: Mapping[str, int]
) -> Iterator[Page]:
    """The sheets of every territory; the key is a `CallSheet`. `places`: how many open places each
    has, by id; where there are fewer to call, the last sheets say so."""
    for area in areas:
        count = min(SHEETS, max(1, -(-places[area.id] // PLACES_A_SHEET)))
        urls = tuple(
            area.call_url if number == 1 else f"{area.call_url}page-{number}/"
            for number in range(1, count + 1)
        )
        for at, url in enumerate(urls):
            sheet = CallSheet(area, url, Paging(at + 1, urls))
            yield Page(file_of(url), fingerprints[area.id], sheet)


def table_files(areas: Iterable[DeskArea], fingerprints: Mapping[str, bytes]) -> Iterator[Page]:
    """The CSV files of every territory; the key is a `DeskFile`."""
    for area in areas:
        for kind, url in (
            ("communes", area.communes_csv),
            ("places", area.places_csv),
            ("answers", area.answers_csv),
        ):
            yield Page(url.removeprefix("/"), fingerprints[area.id], DeskFile(area, kind))
