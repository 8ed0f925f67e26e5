"""A row named after a person: somebody's own name, or a place called after a writer."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from plugins.gazetteer import normalize
from plugins.intake.read.honoured_names import HONOURED
from plugins.records.checks.given_names import is_a_person

# Not «S.F.M. CLICHY»: the M of initials.
TITLE = re.compile(r"(?<![\w.])(?:M\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle)\s+[A-ZÉÈ]")
"""A title before a name: somebody is cited."""

_HELD_BY_PEOPLE = frozenset({"ASSO"})
"""Types that a single person may have in a list: they do not tell that a name is a building's."""


def person_in_name(
    name: str, types: Sequence[str], confirmed: Collection[str]
) -> tuple[bool, bool]:
    """(The name seems to be a person's and the row is left out, it does but the place is kept).

    `types`: national codes that the row itself gives: a library may be called «Louis Aragon», but a
    list of libraries has readers' names too. `confirmed`: folded names that somebody says are those
    of places.
    """
    if confirmed and normalize(name) in confirmed:
        return False, False
    if TITLE.search(name):
        return True, False
    if not is_a_person(name):
        return False, False
    kept = normalize(name) in HONOURED and bool(set(types) - _HELD_BY_PEOPLE)
    return not kept, kept
