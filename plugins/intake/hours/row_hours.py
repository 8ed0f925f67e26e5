"""The hours of a row: those of the building, those of a person who helps there."""

from __future__ import annotations

import re

from plugins.french.days import DAYS
from plugins.french.normalization import normalize
from plugins.hours import State
from plugins.hours.read.segment import APPOINTMENT
from plugins.intake.hours.permanences import Typed, headed, whose_hours
from plugins.intake.hours.raw_hours import MAX_LENGTH, TypedWeek, read_week, written_out
from plugins.intake.match.candidate import RowFields
from plugins.intake.read.label_fields import FORTNIGHT, LABEL_FIELDS, LEAVES_DAYS_BLANK, split_list
from plugins.intake.read.row_cells import Cells
from plugins.vocabulary.sources import gives_permanences

_MIXED = (
    "horaires : on ne sait pas quelles heures sont celles de la permanence, gardés tels quels, "
    "non calculés"
)
_ON_APPOINTMENT = "horaires : on vient sur rendez-vous, aucun jour n'est dit, gardés tels quels"
_SAYS_DAYS = re.compile(rf"\b(?:{'|'.join(day[:3] for day in DAYS)}|jours?|semaine|7|(?:mo|su)\b)")


def read_row_hours(cell: Cells, stem: str) -> tuple[RowFields, list[str]]:
    """(`horaires`, `permanence` and `horaires_brut` of a row, remarks). `stem`: name of its list.

    What nobody could read is in `horaires_brut`, after « Permanence : » when it is of a permanence.
    """
    notes = ", ".join(
        text
        for name in LABEL_FIELDS
        for text in split_list(cell.value(name))
        if FORTNIGHT.fullmatch(text.lower())
    )
    found = cell.raw("horaires") or cell.text("horaires_brut")
    if isinstance(found, list):
        found = ""
    whose = whose_hours(found, of_person=gives_permanences(stem))
    if not whose.is_certain:
        return {"horaires_brut": written_out(found)[:MAX_LENGTH]}, [_MIXED]
    fields: RowFields = {}
    rough: list[str] = []
    remarks: list[str] = []
    if whose.building:
        week, text, remark = read_week(
            whose.building, notes, leaves_blank=stem in LEAVES_DAYS_BLANK
        )
        if _is_no_week(whose.building, week):
            week, text, remark = None, written_out(whose.building)[:MAX_LENGTH], _ON_APPOINTMENT
        if week:
            fields["horaires"] = week
        rough.append(text)
        remarks.append(remark)
    stated: Typed | list[str] = cell.raw("permanence") or whose.permanence
    if stated and not isinstance(stated, list):
        own = whose_hours(stated, of_person=True).permanence
        week, text, remark = read_week(own, notes, unsaid=State.CLOSED)
        if _is_no_week(own, week):
            week, text, remark = None, written_out(own), _ON_APPOINTMENT
        if week:
            fields["permanence"] = week
        rough.append(headed(text)[:MAX_LENGTH])
        remarks.append(remark.replace("horaires :", "permanence :"))
    fields["horaires_brut"] = "\n".join(filter(None, rough))
    return fields, [remark for remark in remarks if remark]


def _is_no_week(typed: Typed, week: TypedWeek | None) -> bool:
    """«Sur rdv» alone, which says how to come and not when: nobody is there on Sundays for it."""
    is_booked = isinstance(week, dict) and set(week.values()) == {APPOINTMENT}
    return is_booked and isinstance(typed, str) and not _SAYS_DAYS.search(normalize(typed))
