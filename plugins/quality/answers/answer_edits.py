"""One answer and one record → what changes in the record, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, get_args

from plugins.common.diagnostic import quote
from plugins.gazetteer import normalize
from plugins.hours import State
from plugins.intake.hours.raw_hours import read_week
from plugins.quality.answers.answer_rows import NONE, BadCell, CallAnswer
from plugins.records.model.place import Place
from plugins.records.phones import read_phone
from plugins.records.reading.reader import Tree
from plugins.vocabulary import national

_KEPT = re.compile(r"^horaires : (?:non compris, gardés tels quels )?|Gardés tels quels.*$")
"""What an import says of hours that it keeps; here nothing is kept."""
_SERVICE_ORDER: tuple[str, ...] = get_args(national.Service)


class Edit(NamedTuple):
    """`changes`: new values by field, None takes it away; only what differs from the record.
    `unverified`: what the row does not answer, so that the record is not said verified (French
    words); empty when it is."""

    changes: Mapping[str, Any]
    unverified: tuple[str, ...]


def edit_of(answer: CallAnswer, tree: Tree, place: Place) -> Edit:
    """What an answer changes in a record. `tree`: its text; `place`: the same, understood.

    Raises:
        BadCell: a new value cannot be read.
    """
    wanted: dict[str, Any] = {}
    if answer.new_phone:
        wanted["telephone"] = _phones(answer, tree, place)
    if answer.new_hours:
        wanted |= _hours(answer.new_hours, place)
    if answer.closed:
        wanted["ferme_le"] = answer.closed.isoformat()
    if answer.services:
        known = {*_texts(tree.get("services")), *answer.services}
        wanted["services"] = [service for service in _SERVICE_ORDER if service in known]
    if answer.price:
        wanted["frais_a_charge"] = [answer.price]
    if answer.wheelchair:
        wanted["accessibilite"] = _with(tree.get("accessibilite"), "fauteuil", answer.wheelchair)
    if answer.bus:
        wanted["acces"] = _with(tree.get("acces"), "bus", answer.bus)
    unverified = _unverified(answer, place)
    if not unverified:
        wanted |= {"verifie_le": answer.day.isoformat(), "verifie_par": answer.role}
    changes = {name: value for name, value in wanted.items() if tree.get(name) != value}
    return Edit(changes, unverified)


def _unverified(answer: CallAnswer, place: Place) -> tuple[str, ...]:
    """What of the record the row says nothing of. A place that is closed is wholly known."""
    if answer.closed:
        return ()
    found = [] if answer.is_open else ["ouvert"]
    if place.telephone and answer.phone_ok is None and not answer.new_phone:
        found.append("telephone_ok")
    states_hours = place.horaires or place.permanence or place.horaires_brut
    if states_hours and answer.hours_ok is None and not answer.new_hours:
        found.append("horaires_ok")
    return tuple(found)


def _phones(answer: CallAnswer, tree: Tree, place: Place) -> list[str] | None:
    """The new number where the one that was asked about stood, the others as they were. Done again,
    it changes nothing."""
    typed = _texts(tree.get("telephone"))
    known = {text: read_phone(text, place.dialled_from) for text in typed}
    printed = read_phone(answer.printed, place.dialled_from)
    wrong = [text for text in typed if printed and known[text] == printed]
    text = answer.new_phone
    if normalize(text) in NONE:
        if len(typed) > 1 and printed is None:
            hint = "écrivez dans « telephone » celui qui est faux"
            raise BadCell("nouveau_telephone", "la fiche a plusieurs numéros", hint)
        gone = wrong if printed else typed
        return [number for number in typed if number not in gone] or None
    whole = f"0{text}" if text.isdigit() and len(text) == 9 else text  # a spreadsheet lost the zero
    phone = read_phone(whole, place.dialled_from)
    if phone is None:
        hint = "écrivez un seul numéro, par exemple 05 61 00 00 00"
        raise BadCell("nouveau_telephone", f"{quote(text)} n'est pas un numéro", hint)
    if phone in known.values():
        return [number for number in typed if number not in wrong or known[number] == phone]
    if not wrong:
        return [phone.display, *(typed if printed else typed[1:])]
    return [phone.display if number == wrong[0] else number for number in typed]


def _hours(text: str, place: Place) -> dict[str, Any]:
    """The new week in the field that the public is told: that of the person who helps, or that of
    the building. What nobody could read before goes."""
    field = "permanence" if place.helps_by_permanence else "horaires"
    if normalize(text) in NONE:
        return {field: None, "horaires_brut": None}
    unsaid = State.CLOSED if field == "permanence" else State.UNKNOWN
    week, _, remark = read_week(text, unsaid=unsaid)
    if week is None:
        why = _KEPT.sub("", remark).strip("(). ") or "rien n'est compris"
        hint = "écrivez par exemple « mardi 9h-12h, 14h-17h ; jeudi 9h-12h »"
        raise BadCell("nouveaux_horaires", f"{quote(text)} : {why}", hint)
    return {field: week, "horaires_brut": None}


def _texts(value: object) -> list[str]:
    """A list of texts; a text alone is a list of one."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, Iterable) else []


def _with(part: object, name: str, value: str) -> dict[str, Any]:
    """A part of a record with one of its values replaced."""
    return {**(part if isinstance(part, Mapping) else {}), name: value}
