"""What the table of a territory adds up to: coverage, freshness, completeness, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from plugins.quality.computed.commune_lines import LIMITS_KM, DeskCommune
from plugins.quality.computed.data_inclusion import CRITERIA
from plugins.quality.computed.place_lines import AGES, FACTS, Age, Doubt, Fact, PlaceLine
from plugins.vocabulary.needs import NEEDS, Need


class Beyond(NamedTuple):
    """People and communes farther than `km` kilometres from help."""

    km: int
    people: int
    communes: int


class NeedCoverage(NamedTuple):
    """How far help for a need is. `places`: how many of the territory state it; `beyond`: for each
    of `LIMITS_KM`; `unknown`: people of communes of which nobody knows where they are;
    `is_nowhere`: no place of the whole directory states it; `is_unknown`: nobody knows where any of
    the communes is, so that nothing can be said."""

    need: Need
    places: int
    beyond: tuple[Beyond, ...]
    unknown: int
    is_nowhere: bool
    is_unknown: bool


class AgeCount(NamedTuple):
    """How many places have facts of this age; `verified`: checked by a person then."""

    age: Age
    places: int
    verified: int


class SourceCount(NamedTuple):
    """A list without its edition, empty for what was written by hand: places that come from it, by
    age in the order of `AGES`."""

    name: str
    places: int
    ages: tuple[int, ...]


class FactCount(NamedTuple):
    """How many places say something."""

    fact: Fact
    words: str
    places: int


class CriterionMean(NamedTuple):
    """A criterion of data·inclusion: its mean over the `places` that it applies to."""

    words: str
    mean: float
    places: int


class DoubtCount(NamedTuple):
    """A sort of doubt, and the places that it is about."""

    doubt: Doubt
    lines: Sequence[PlaceLine]


class AreaSums(NamedTuple):
    """What is said of a whole territory. `people`: of its communes; `uncounted`: communes without
    a population; `without`: its communes without any place, the most people first; `score`: mean
    of the scores of `plugins.quality.computed.data_inclusion`, None without places; `criteria`:
    those that apply to some."""

    people: int
    uncounted: int
    places: int
    without: Sequence[DeskCommune]
    without_people: int
    coverage: Sequence[NeedCoverage]
    ages: Sequence[AgeCount]
    sources: Sequence[SourceCount]
    facts: Sequence[FactCount]
    score: float | None
    criteria: Sequence[CriterionMean]
    doubts: Sequence[DoubtCount]

    @property
    def old(self) -> int:
        """How many places have facts of more than 24 months, or without a date."""
        return sum(count.places for count in self.ages if count.age in ("older", "unknown"))


def sums_of(communes: Sequence[DeskCommune], places: Sequence[PlaceLine]) -> AreaSums:
    """Add up the lines of a territory."""
    without = sorted(
        (line for line in communes if not line.places),
        key=lambda line: (-(line.population or 0), line.code),
    )
    scores = [line.score for line in places]
    return AreaSums(
        people=_people(communes),
        uncounted=sum(line.population is None for line in communes),
        places=len(places),
        without=without,
        without_people=_people(without),
        coverage=[_coverage(rank, communes, places) for rank in range(len(NEEDS))],
        ages=[_age(age, places) for age in AGES],
        sources=_sources(places),
        facts=[
            FactCount(fact, words, sum(fact not in line.missing for line in places))
            for fact, words in FACTS.items()
        ],
        score=round(sum(scores) / len(scores), 2) if scores else None,
        criteria=list(_criteria(places)),
        doubts=_doubts(places),
    )


def _people(lines: Sequence[DeskCommune]) -> int:
    return sum(line.population or 0 for line in lines)


def _coverage(
    rank: int, communes: Sequence[DeskCommune], places: Sequence[PlaceLine]
) -> NeedCoverage:
    need = NEEDS[rank]
    far = [(limit, [line for line in communes if (line.km[rank] or 0) > limit])
           for limit in LIMITS_KM]  # fmt: skip
    return NeedCoverage(
        need,
        sum(need.slug in line.needs for line in places),
        tuple(Beyond(limit, _people(lines), len(lines)) for limit, lines in far),
        _people([line for line in communes if line.km[rank] is None]),
        any(line.km[rank] == inf for line in communes),
        all(line.km[rank] is None for line in communes),
    )


def _age(age: Age, places: Sequence[PlaceLine]) -> AgeCount:
    found = [line for line in places if line.age == age]
    return AgeCount(age, len(found), sum(line.verified for line in found))


def _sources(places: Sequence[PlaceLine]) -> list[SourceCount]:
    by_name: dict[str, list[PlaceLine]] = {}
    for line in places:
        for name in line.sources or ("",):
            by_name.setdefault(name, []).append(line)
    counts = [
        SourceCount(name, len(lines), tuple(sum(line.age == age for line in lines) for age in AGES))
        for name, lines in by_name.items()
    ]
    return sorted(counts, key=lambda count: (-count.places, count.name))


def _criteria(places: Sequence[PlaceLine]) -> Iterator[CriterionMean]:
    for at, words in enumerate(CRITERIA):
        found = [value for line in places if (value := line.criteria[at]) is not None]
        if found:
            yield CriterionMean(words, sum(found) / len(found), len(found))


def _doubts(places: Sequence[PlaceLine]) -> list[DoubtCount]:
    found: dict[tuple[str, str], tuple[Doubt, list[PlaceLine]]] = {}
    for line in places:
        for doubt in line.doubts:
            lines = found.setdefault((doubt.kind, doubt.group), (doubt, []))[1]
            if line not in lines[-1:]:
                lines.append(line)
    kinds = ("left", "sources", "label", "check", "point")
    return sorted(
        (DoubtCount(doubt, lines) for doubt, lines in found.values()),
        key=lambda count: (kinds.index(count.doubt.kind), -len(count.lines), count.doubt.group),
    )
