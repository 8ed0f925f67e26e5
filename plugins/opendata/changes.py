"""What changed of a place, and on which day, as far as its record says it.

The history of the repository is not read: the same records give the same changes on any machine.
The first dated news of a place is what makes it new; each later day, a change; the last, a closure.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.records.model.place import Place
from plugins.vocabulary.sources import SOURCES, stem_of

NEW, CHANGED, VERIFIED, CLOSED = "nouveau", "modifié", "vérifié", "fermé"


class PlaceChange(NamedTuple):
    """`what`: one of the four words above; `told`: a French sentence."""

    day: date
    what: str
    told: str


def changes_of(place: Place) -> Iterator[PlaceChange]:
    """The changes of a place, one a day, the oldest first; none of a record without any date."""
    told = {day: _listed(place, day) for day in _days_of_lists(place)}
    if place.verifie_le:
        by = f" ({place.verifie_par})" if place.verifie_par else ""
        told[place.verifie_le] = f"Fiche vérifiée{by}."
    for number, day in enumerate(sorted(told)):
        if place.ferme_le and day >= place.ferme_le:
            break  # what a list still says of a place that is closed is no news
        is_verified = number and day == place.verifie_le
        what = VERIFIED if is_verified else CHANGED if number else NEW
        yield PlaceChange(day, what, told[day])
    if place.ferme_le:
        yield PlaceChange(place.ferme_le, CLOSED, "Fermé définitivement.")


def _days_of_lists(place: Place) -> set[date]:
    days = {source.date for source in place.source if source.date}
    return days | ({place.date_maj} if place.date_maj else set())


def _listed(place: Place, day: date) -> str:
    """Who says it on that day."""
    stems = dict.fromkeys(stem_of(source.nom) for source in place.source if source.date == day)
    names = [SOURCES.get(stem, stem) for stem in stems]
    return f"Selon : {', '.join(names)}." if names else "Informations mises à jour."
