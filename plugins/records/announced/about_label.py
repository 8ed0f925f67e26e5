"""What territories announced of a label: posts, money, schemes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.records.model.announced import Funding, Posts, Scheme
from plugins.records.model.territory import Territory


class AboutLabel(NamedTuple):
    """What one territory announced of one label."""

    territory: Territory
    postes: Sequence[Posts]
    financements: Sequence[Funding]
    dispositifs: Sequence[Scheme]


def about_label(slug: str, territories: Iterable[Territory]) -> list[AboutLabel]:
    """The territories that announced something of a label, the largest first: the State, régions,
    then the others by id."""
    found = []
    for territory in territories:
        one = AboutLabel(
            territory,
            [fact for fact in territory.postes if fact.label == slug],
            [fact for fact in territory.financements if fact.label == slug],
            [fact for fact in territory.dispositifs if fact.label == slug],
        )
        if any(one[1:]):
            found.append(one)
    return sorted(found, key=lambda one: (_ORDER.index(one.territory.level), one.territory.id))


_ORDER = ("autre", "region", "departement", "epci", "commune")
