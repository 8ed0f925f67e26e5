"""Which labels a directory speaks of: those that may be met in it.

The program gives every directory the labels of the nation, and some that hold in one région, one
département or one métropole: an import knows them all, a resident is told of those of their place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.gazetteer import Gazetteer
from plugins.records.announced.meeting import is_covered
from plugins.records.model.label import Label
from plugins.records.model.route import Route
from plugins.records.model.territory import Territory
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository


def labels_here(repository: Repository, gazetteer: Gazetteer) -> Mapping[str, Label]:
    """By slug: the labels that hold everywhere, those of a territory that is covered, and those
    that a record names, wherever it says that they hold."""
    named = frozenset(_named(repository))
    return {
        slug: label
        for slug, label in repository.of(Label).items()
        if slug in named
        or not label.territoires
        or any(is_covered(identity, gazetteer) for identity in label.territoires)
    }


def _named(repository: Repository) -> Iterator[str]:
    """Labels to which the page of a record leads."""
    for entry in repository.places.entries:
        yield from entry.labels
    for dated in (*repository.of(Workshop).values(), *repository.of(Route).values()):
        yield from dated.labels
    for territory in repository.of(Territory).values():
        for facts in (territory.postes, territory.financements, territory.dispositifs):
            yield from (fact.label for fact in facts if fact.label)
