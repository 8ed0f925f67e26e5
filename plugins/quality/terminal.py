"""What `annuaire stats` prints: the sums of a territory, in some forty lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plugins.common.diagnostic import printable
from plugins.french.numbers import counted, number
from plugins.quality.computed.commune_lines import LIMITS_KM
from plugins.quality.computed.place_lines import AGE_WORDS, AGES
from plugins.quality.computed.sums import AreaSums, NeedCoverage
from plugins.quality.desk import AreaTable
from plugins.quality.said_numbers import decimal, percent

UNKNOWN_CENTRES = "le centre de la commune n'est pas connu"
"""Then no distance can be told."""
_MOST_DOUBTS = 12
_MOST_CALLS = 5


def told(table: AreaTable) -> Iterator[str]:
    """The lines of a territory."""
    return map(printable, _lines(table))


def _lines(table: AreaTable) -> Iterator[str]:
    sums, area = table.sums, table.area
    yield f"{area.name} ({area.code})"
    yield (
        f"{counted(sums.people, 'habitant')}, {counted(len(table.communes), 'commune')}, "
        f"{counted(sums.places, 'lieu ouvert', 'lieux ouverts')}."
    )
    yield (
        f"Communes sans aucun lieu : {number(len(sums.without))} "
        f"({counted(sums.without_people, 'habitant')})."
    )
    yield ""
    yield "Habitants loin d'une aide, à vol d'oiseau, depuis le centre de la commune"
    yield _row("", ["lieux", *(f"plus de {km} km" for km in LIMITS_KM)])
    for coverage in sums.coverage:
        yield _row(coverage.need.short, _coverage(coverage, sums.people))
    if 0 < sums.coverage[0].unknown < sums.people:
        yield f"  Sans les {number(sums.coverage[0].unknown)} habitants dont {UNKNOWN_CENTRES}"
    yield ""
    yield "Âge des fiches"
    for count in sums.ages:
        yield _row(
            AGE_WORDS[count.age],
            [str(count.places), f"dont {counted(count.verified, 'vérifiée')} par une personne"],
        )
    yield ""
    yield "Par liste"
    yield _row("", ["lieux", *(AGE_WORDS[age] for age in AGES)])
    for source in sums.sources:
        yield _row(
            source.name or "écrit à la main", [str(n) for n in (source.places, *source.ages)]
        )
    yield ""
    yield "Ce que les fiches disent"
    for fact in sums.facts:
        yield _row(fact.words, [str(fact.places), percent(fact.places, sums.places)])
    if sums.score is not None:
        yield _row("score data·inclusion", [decimal(sums.score, 2), "sur 1"])
    yield from _settle(sums)
    yield from _calls(table)


def _coverage(coverage: NeedCoverage, people: int) -> Sequence[str]:
    if coverage.is_unknown:
        return [str(coverage.places), UNKNOWN_CENTRES]
    if coverage.is_nowhere:
        return ["0", "aucun lieu de l'annuaire ne l'indique"]
    return [
        str(coverage.places),
        *(f"{number(one.people)} ({percent(one.people, people)})" for one in coverage.beyond),
    ]


def _settle(sums: AreaSums) -> Iterator[str]:
    if not sums.doubts:
        return
    yield ""
    yield "À éclaircir"
    for count in sums.doubts[:_MOST_DOUBTS]:
        yield f"  {len(count.lines):5}  {count.doubt.group}"
    if (more := len(sums.doubts) - _MOST_DOUBTS) > 0:
        yield f"         et {counted(more, 'autre sorte', 'autres sortes')} de doutes"


def _calls(table: AreaTable) -> Iterator[str]:
    if not table.calls:
        return
    yield ""
    yield f"À appeler d'abord ({counted(len(table.calls), 'lieu', 'lieux')} en tout)"
    for line in table.calls[:_MOST_CALLS]:
        yield f"  {line.phone or 'téléphone à trouver'}  {line.nom}, {line.commune}"


def _row(words: str, cells: Sequence[str]) -> str:
    return f"  {words:28}" + "  ".join(f"{cell:>16}" for cell in cells).rstrip()
