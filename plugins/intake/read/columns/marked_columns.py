"""Headers that are a value of a field, over cells that only say yes or no: «Aide CAF: oui»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.gazetteer import normalize
from plugins.intake.read.columns.spoken_headers import spoken
from plugins.intake.read.columns.yes_columns import is_yes, is_yes_or_no
from plugins.intake.read.label_fields import OF_LAYOUT
from plugins.intake.terms.meanings import BY_THE_TABLES, TypedValue, Understanding
from plugins.intake.terms.term_table import TermField

_FIELDS: tuple[TermField, ...] = (
    "equipements",
    "services",
    "modalites_accompagnement",
    "modalites_acces",
    "publics_specifiquement_adresses",
    "itinerance",
    "labels",
    "frais_a_charge",
)
_SEPARATORS = re.compile(r"\s*[\[\]/:]+\s*|\.(?=\w)|__|\s[-–>]\s")
_ASKED = re.compile(
    r"^(?:(?:est ce que|y a t il|avez vous|proposez vous|disposez vous|propose|proposes|pr[eé]sence"
    r"|accueill\w+|vous|on|ou|des?|du|d|un|une)\s+)+",
    re.IGNORECASE,
)
_NEVER = frozenset("oui non x autre autres type nom lieu acces public publics".split())
"""Headers that are too short to be a value."""
_SHORT = 14
"""Letters up to which a header that our records cannot carry may be about something else."""


def marked_value(column: str, cells: Sequence[str]) -> tuple[str, str] | None:
    """(field, value) of a column that is named for a value and whose cells only say yes or no; None
    of any other."""
    if not any(map(is_yes, cells)) or not all(map(is_yes_or_no, cells)):
        return None
    header = spoken(column)
    for text in dict.fromkeys((header, *reversed(_SEPARATORS.split(header)))):
        value = _ASKED.sub("", text.strip(" ?")).strip()
        if len(value) > 2 and normalize(value) not in _NEVER and (name := _field_of(value)):
            return name, value
    return None


def _field_of(value: str) -> str:
    """The field of which a header is a value; one that is wholly understood comes first."""
    read = {name: BY_THE_TABLES.read(name, value) for name in _FIELDS}
    alone = {name: found[0] for name, found in read.items() if len(found) == 1}
    for state in (Understanding.KNOWN, Understanding.PARTLY, Understanding.NO_EQUIVALENT):
        fitting = [
            name
            for name, found in alone.items()
            if found.state is state and _says_enough(value, found)
        ]
        own = [name for name in fitting if name in alone[name].values]
        if fitting:
            name = (own or fitting)[0]
            return OF_LAYOUT.get(name, name)
    return ""


def _says_enough(value: str, found: TypedValue) -> bool:
    """«En ligne», alone, is how a place works as well as what it does."""
    return bool(found.meanings) or len(value) > _SHORT
