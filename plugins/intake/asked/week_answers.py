"""The hours of a week, a line at a time, each read back in words."""

from __future__ import annotations

import re

from plugins.common.diagnostic import Diagnostic, error
from plugins.hours import HoursError, OpeningHours, State, read_hours, to_french
from plugins.intake.asked.answers import UNKNOWN, Interview
from plugins.intake.asked.asked_record import FieldSheet
from plugins.records.hints.hint_texts import hint_texts

_COLON = re.compile(r"(?<!\d):|:(?!\d)")
"""Between a day and its hours; that of «09:00» is none."""
_ANSWERS = {"o": True, "oui": True, "n": False, "non": False}
TypedDays = dict[str, str]
"""Days, or a season, as typed → their hours."""


def ask_week(at: Interview, sheet: FieldSheet) -> None:
    """The opening hours."""
    at.console.say("Une ligne par jour, ou pour plusieurs jours. Exemples :")
    at.console.say("  lundi: 9h-12h, 14h-17h30        du mardi au vendredi: 9h-12h")
    at.console.say("  samedi et dimanche: fermé       août: fermé")
    week: TypedDays = {}
    while answer := at.console.ask("Horaires ? (Entrée : c'est tout)" if week else "Horaires ?"):
        entries = _entries(at, answer)
        if entries is None:
            continue
        together = {**week, **entries}
        named = tuple(f"horaires.{key}" for key in entries)
        found = sheet.faults("horaires", together)
        here = [one for one in found if one.severity == "error" or one.field in named]
        if not at.are_borne(here):
            continue
        week = together
        at.console.say(f"Compris : {_in_words(at, entries)}.")
    if not week:
        sheet.values.pop("horaires", None)
        at.console.say(UNKNOWN)
        return
    sheet.values["horaires"] = _with_silent_days(at, sheet, week)


def _entries(at: Interview, answer: str) -> TypedDays | None:
    """The lines of a record that an answer makes: as typed around a colon, else as it is read."""
    colon = _COLON.search(answer)
    if colon and answer[: colon.start()].strip() and answer[colon.end() :].strip():
        return {answer[: colon.start()].strip().lower(): answer[colon.end() :].strip()}
    try:
        found = to_french(read_hours(answer))
    except HoursError as failure:
        at.are_borne([_fault(one) for one in failure.faults])
        return None
    if not found:
        at.are_borne(
            [error((), "ces horaires ne tiennent pas en une réponse", "un jour par ligne")]
        )
    return found or None


def _fault(one: Diagnostic) -> Diagnostic:
    return one._replace(message=one.message.rstrip("."), hint=one.hint.rstrip("."))


def _in_words(at: Interview, entries: TypedDays) -> str:
    """As a page says them."""
    calendar, today = at.draft.context.calendar(at.draft.departement), at.draft.context.today
    alone = read_hours(entries, unsaid=State.CLOSED)  # the other days have their own lines
    said = OpeningHours(alone, (), calendar, is_permanence=True).stated(today=today)
    said = said or OpeningHours(read_hours(entries), (), calendar).stated(today=today)[:1]
    return " ; ".join(sentence.rstrip(".") for sentence in said)


def _with_silent_days(at: Interview, sheet: FieldSheet, week: TypedDays) -> TypedDays:
    """Days of which nothing is said: closed, or not known."""
    for one in sheet.faults("horaires", week):
        told = hint_texts(one.hint)
        if one.severity != "warning" or told is None or told.verb != "add":
            continue
        days, _, closed = told.choices[0][0].partition(": ")
        if closed != "fermé" or days in week:
            continue
        question = f"Et {days} : c'est fermé ? (o, n, ou Entrée : on ne sait pas)"
        if _ANSWERS.get(at.console.ask(question).lower()):
            return {**week, days: closed}
        at.console.say("Ces jours-là, on ne sait pas. La page dira de demander.")
    return week
