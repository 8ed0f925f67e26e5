"""Three-way comparison: imported last time, said by the source now, written in the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from plugins.intake.match.candidate import RowFields

_TOGETHER = (
    ("latitude", "longitude", "position"),
    ("adresse", "complement_adresse", "code_postal", "code_insee", "commune"),
    ("horaires", "horaires_brut", "permanence"),
)
"""Fields that mean something only together: touched by a person, all of them stay."""


class KeptByHand(NamedTuple):
    """A value that a person wrote and that the source says otherwise."""

    field: str
    ours: object
    theirs: object


class Outcome(NamedTuple):
    """`changes`: field → new value, None to remove it. `kept`: differences left as they are."""

    changes: dict[str, object]
    kept: list[KeptByHand]


def three_way(base: RowFields, theirs: RowFields, ours: Mapping[str, object]) -> Outcome:
    """What to change in a file (`ours`) so that it follows the source (`theirs`).

    A field that still has the value imported last time (`base`) follows the source. A field that a
    person changed, added or removed since stays as the person left it.
    """
    grouped = {name: group for group in _TOGETHER for name in group}
    names = dict.fromkeys([*base, *theirs])
    changes: dict[str, object] = {}
    kept: list[KeptByHand] = []
    for name in names:
        group = grouped.get(name, (name,))
        if ours.get(name) == theirs.get(name):
            continue
        if all(ours.get(member) == base.get(member) for member in group):
            changes[name] = theirs.get(name)
        else:
            kept.append(KeptByHand(name, ours.get(name), theirs.get(name)))
    return Outcome(changes, kept)
