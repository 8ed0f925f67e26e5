"""One row in the fields of the national schema, as text or as given; what it says of nobody."""

from __future__ import annotations

import re

from plugins.gazetteer import normalize
from plugins.intake.read.layout import Value
from plugins.records.persons.cited import contacts_in, may_cite, persons_in
from plugins.records.persons.honoured_names import HONOURED
from plugins.records.persons.person_names import TITLE, is_a_person
from plugins.records.persons.taken_out import without_persons

LEFT_OUT = "un texte qui parle d'une personne, non repris"
"""French: said of a field, and never with what it held."""
_CUT = ("horaires", "horaires_brut", "permanence", "adresse", "complement_adresse")
_QUOTED = re.compile("« [^»]* »")
_WHOLE = ("id", "source", "structure_parente")


class Cells:
    """The fields that a layout gave."""

    def __init__(self, given: dict[str, Value]) -> None:
        self._given = given

    def given(self) -> dict[str, Value]:
        """A copy of what the layout gave."""
        return dict(self._given)

    def raw(self, name: str) -> Value | None:
        """The value as the layout gave it: a text, a list, the hours of each day."""
        return self._given.get(name)

    def text(self, name: str) -> str:
        """The value in one line; "" when there is none."""
        value = self._given.get(name, "")
        if isinstance(value, str):
            return value
        return " ; ".join(value.values()) if isinstance(value, dict) else " | ".join(value)

    def value(self, name: str) -> str | list[str]:
        """The value as a text or as a list."""
        value = self._given.get(name, "")
        return self.text(name) if isinstance(value, dict) else value

    def texts(self) -> dict[str, str]:
        """Every field that holds something, as text."""
        return {name: self.text(name) for name in self._given}


def without_private(cell: Cells, *, moves: bool = False) -> tuple[Cells, list[str]]:
    """The cells to read, and what is said of those that are cut or left aside.

    `moves`: the place is a bus: the mobile number that its hours give is its own."""
    if not any(may_cite(cell.text(name)) for name in (*_CUT, *_WHOLE)):
        return cell, []
    given = cell.given()
    names = (cell.text(name) for name in ("nom", "commune", "structure_parente"))
    own = frozenset(word for name in names for word in normalize(name).split())
    remarks: list[str] = []
    for name in (*_CUT, *_WHOLE):
        value = given.get(name)
        if not value:
            continue
        kept = _cut(name, value, own, moves) if name in _CUT else _whole(name, value)
        if kept != value:
            given[name] = kept
            remarks.append(f"{name} : {LEFT_OUT}")
    return Cells(given), remarks


def quoting_nobody(told: str) -> str:
    """What is said of a row (French), its quotations hidden when they name somebody."""
    return _QUOTED.sub("« … »", told) if "«" in told and names_somebody(told) else told


def names_somebody(text: str) -> bool:
    """Whether a text has a title and a name, or the address or the number of somebody."""
    return may_cite(text) and (any(persons_in(text)) or any(contacts_in(text)))


def _whole(name: str, value: Value) -> Value:
    """A short text that names somebody is not the name of a body, nor an identifier. Digits in a
    row are no number of telephone there."""
    if not isinstance(value, str) or not may_cite(value):
        return value
    is_private = (
        is_a_person(value) or TITLE.search(value) or any(contacts_in(value, mobiles=name != "id"))
    )
    return "" if is_private and normalize(value) not in HONOURED else value


def _cut(name: str, value: Value, own: frozenset[str], moves: bool) -> Value:
    def left(text: str) -> str:
        return without_persons(text, own, mobiles=not moves, is_place="adresse" in name)

    if isinstance(value, str):
        return left(value)
    if isinstance(value, list):
        return [kept for text in value if (kept := left(text))]
    days = {day: left(text) for day, text in value.items()}
    # A day of which nothing is left is not one of which nothing was said.
    return days if all(days[day] for day, text in value.items() if text) else ""
