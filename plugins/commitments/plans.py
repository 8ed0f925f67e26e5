"""The plans of territories with what exists today behind each axis, and the figures they print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Gazetteer
from plugins.quality.charter_axes import Behind
from plugins.records.announced.named_territory import NamedTerritory, named_territory
from plugins.records.model.announced import Figure
from plugins.records.model.territory import ActionPlan, Territory, TitledText


class MeasuredAxis(NamedTuple):
    """An axis as the plan words it; `behind`: None where the directory does not measure it."""

    axis: TitledText
    behind: Behind | None


class MeasuredPlan(NamedTuple):
    """The plan of a territory."""

    territory: NamedTerritory
    plan: ActionPlan
    axes: Sequence[MeasuredAxis]


class TerritoryFigure(NamedTuple):
    """A figure with the territories whose records print it."""

    figure: Figure
    told_by: Sequence[NamedTerritory]


def measured_plans(
    records: Iterable[Territory],
    measured: Callable[[str], Mapping[str, Behind]],
    gazetteer: Gazetteer,
) -> list[MeasuredPlan]:
    """`measured`: what exists behind the axes of a territory, by title, from its id."""
    found = []
    for record in records:
        named = named_territory(record, gazetteer)
        if record.plan and named:
            behind = measured(record.id)
            axes = [MeasuredAxis(axis, behind.get(axis.titre)) for axis in record.plan.axes]
            found.append(MeasuredPlan(named, record.plan, axes))
    return sorted(found, key=lambda one: one.territory.name)


def told_figures(records: Iterable[Territory], gazetteer: Gazetteer) -> list[TerritoryFigure]:
    """All figures, by date; those of one wording and one date once."""
    found: dict[tuple[str, str, str], tuple[Figure, list[NamedTerritory]]] = {}
    for record in records:
        if named := named_territory(record, gazetteer):
            for figure in record.chiffres:
                key = (figure.date or "9", figure.valeur, figure.texte)
                found.setdefault(key, (figure, []))[1].append(named)
    return [TerritoryFigure(*found[key]) for key in sorted(found)]
