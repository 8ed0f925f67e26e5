"""Three-way comparison: imported last time, said by the source now, written in the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from plugins.common.one_line import one_line
from plugins.intake.match.candidate import RowFields, list_of
from plugins.intake.match.merge import CONTACTS, UNITED

_TOGETHER = (
    ("latitude", "longitude", "position"),
    ("adresse", "complement_adresse", "code_postal", "code_insee", "commune"),
    ("horaires", "horaires_brut", "permanence"),
)
"""Fields that mean something only together: touched by a person, all of them stay."""


_LONGEST = 80
_MINOR = frozenset({"position", "horaires_brut", "complement_adresse", "non_repris"})
"""Fields that go when others say more."""


class KeptByHand(NamedTuple):
    """A value that a person wrote and that the source says otherwise."""

    field: str
    ours: object
    theirs: object


class Outcome(NamedTuple):
    """`changes`: field → new value, None to remove it. `kept`: differences left as they are."""

    changes: dict[str, object]
    kept: list[KeptByHand]


def three_way(
    base: RowFields,
    theirs: RowFields,
    ours: Mapping[str, object],
    is_confirmed: Callable[[str], bool] = lambda name: False,
) -> Outcome:
    """What to change in a file (`ours`) so that it follows the source (`theirs`).

    A field that still has the value imported last time (`base`) follows the source. A field that a
    person changed, added or removed since stays as the person left it, and so does one that a
    person verified (`is_confirmed`). Of a list of which a person changed a part, the rest follows:
    what was added stays, what was removed does not come back.
    """
    grouped = {name: group for group in _TOGETHER for name in group}
    names = dict.fromkeys([*base, *theirs])
    changes: dict[str, object] = {}
    kept: list[KeptByHand] = []
    for name in names:
        group = grouped.get(name, (name,))
        wanted: object = theirs.get(name)
        if ours.get(name) == wanted:
            continue
        if any(map(is_confirmed, group)):
            wanted = ours.get(name)
        elif any(ours.get(member) != base.get(member) for member in group):
            wanted = _by_element(name, base, theirs, ours)
        if wanted != ours.get(name):
            changes[name] = wanted
        if _differ(wanted, theirs.get(name)):
            kept.append(KeptByHand(name, wanted, theirs.get(name)))
    return Outcome(changes, kept)


def _by_element(
    name: str, base: RowFields, theirs: RowFields, ours: Mapping[str, object]
) -> object:
    """A field that a person touched, as it is to be: of a list, what the source added since comes,
    what it dropped goes. A list that a person typed, emptied or, of contacts, replaced is theirs
    alone: a new number beside the one that replaced the old would be no news."""
    before, told, written = list_of(base, name), list_of(theirs, name), list_of(ours, name)
    is_part = set(before) <= set(written) or set(written) <= set(before)
    if not before or not written or not (name in UNITED or (name in CONTACTS and is_part)):
        return ours.get(name)
    left = [item for item in written if item in told or item not in before]
    return [*left, *(item for item in told if item not in (*before, *written))] or None


def _differ(ours: object, theirs: object) -> bool:
    """Not the same; the order of a list says nothing."""
    if isinstance(ours, list) and isinstance(theirs, list):
        return sorted(map(str, ours)) != sorted(map(str, theirs))
    return ours != theirs


def told_removals(changes: Mapping[str, object], written: Mapping[str, object]) -> list[str]:
    """What to tell, in French, of the fields that `changes` takes from a record, which still reads
    `written`: an edition without a column takes them from every record."""
    gone = [name for name, value in changes.items() if value is None and name not in _MINOR]
    return [
        f"retiré, car la liste ne le dit plus : {name} « {one_line(written[name], _LONGEST)} »"
        for name in gone
    ]
