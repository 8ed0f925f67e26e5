"""The lists that records come from, counted in the records themselves: the table of /donnees/."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from plugins.records.entry import SourceFacts
from plugins.vocabulary.sources import ABOUT, SOURCES, stem_of


class ListedSource(NamedTuple):
    """A list, whatever its edition. `about`: what it is, empty when we do not say; `first`, `last`:
    the days of the oldest and of the newest facts, when they are known; `records`: how many cite
    it."""

    name: str
    about: str
    first: date | None
    last: date | None
    licences: tuple[str, ...]
    records: int


def listed_sources(records: Iterable[tuple[SourceFacts, ...]]) -> list[ListedSource]:
    """Every list that a record cites, those most cited first. `records`: what each cites."""
    found: dict[str, list[SourceFacts]] = {}
    counts: dict[str, int] = {}
    for cited in records:
        for stem in {stem_of(name) for name, _, _ in cited}:
            counts[stem] = counts.get(stem, 0) + 1
        for source in cited:
            found.setdefault(stem_of(source[0]), []).append(source)
    listed = [_listed(stem, counts[stem], found[stem]) for stem in found]
    return sorted(listed, key=lambda source: (-source.records, source.name))


def _listed(stem: str, records: int, cited: list[SourceFacts]) -> ListedSource:
    days = sorted(date.fromisoformat(day) for _, day, _ in cited if day)
    licences = sorted({licence for _, _, licence in cited if licence})
    return ListedSource(
        SOURCES.get(stem, stem),
        ABOUT.get(stem, ""),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(licences),
        records,
    )
