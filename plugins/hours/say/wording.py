"""Hours said in plain French, for a page."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.french.clocks import NARROW, say_time
from plugins.french.dates import say_date, say_period
from plugins.french.days import DAYS, EVERY_DAY, runs_of_days, say_days
from plugins.french.joins import join
from plugins.french.ranks import say_ranks
from plugins.hours.model import WHOLE_DAY, Closure, Occasion, Span, State
from plugins.hours.say.notes import say_note
from plugins.hours.say.speaker import Recurring, Speaker
from plugins.hours.seasons import say_season
from plugins.hours.statement import UNSAID, Statement, tidy_plan
from plugins.hours.week import Plan
from plugins.vocabulary.advice import ADVICE

COLON = "\u00a0:"
CALL = ADVICE.call
REST = "le reste de l'année"
ALSO = "aussi"


def say_spans(spans: Sequence[Span]) -> str:
    """«de 9 h à 12 h et de 14 h à 17 h 30»."""
    if tuple(spans) == (WHOLE_DAY,):
        return f"24{NARROW}heures sur 24"
    return join([f"de {say_time(start)} à {say_time(end)}" for start, end in spans])


def say_plan(plan: Plan, note: str = "") -> str:
    """A day in words: «de 9 h à 12 h (sur rendez-vous)», «fermé (travaux)», «horaires non
    indiqués»; `note`: why it is closed."""
    if not plan:
        return f"fermé ({say_note(note)})" if note else "fermé"
    pieces: dict[tuple[State, str], list[Span]] = {}
    for start, end, state, said in tidy_plan(plan):
        pieces.setdefault((state, say_note(said)), []).append(Span(start, end))
    words = []
    for (state, said), spans in pieces.items():
        if state is State.UNKNOWN and spans == [WHOLE_DAY]:
            words.append(said or "horaires non indiqués")
        else:
            why = said or ("à confirmer" if state is State.UNKNOWN else "")
            words.append(say_spans(spans) + (f" ({why})" if why else ""))
    return join(words)


def say_rhythm(said: Recurring) -> str:
    """«un mardi sur deux à partir du 6 octobre 2026», «le premier lundi du mois»."""
    return FRENCH.rhythm(said)


class InFrench(Speaker):
    """The source language."""

    unknown = f"horaires non connus{COLON} {CALL}"
    unsure = "à confirmer"
    also = ALSO
    call = CALL
    holidays_unsaid = f"jours fériés{COLON} {CALL}"

    def order(self, said: Statement) -> tuple[int, tuple[int, ...]]:
        if not said.plan:
            return 1, said.days
        if any(stretch.state is State.OPEN for stretch in said.plan):
            return 0, said.days
        return 3 if said.plan == UNSAID else 2, said.days

    def statement(self, said: Statement) -> str:
        hours = say_plan(said.plan, said.note)
        if said.adds and said.plan:
            hours = f"{ALSO} {hours}"
        if said.is_rest:
            return f"{REST}, {_usual(said, hours)}"
        if said.is_usual:
            return _usual(said, hours)
        if said.occasion is Occasion.PUBLIC_HOLIDAY:
            return f"jours fériés{self._on(said, ' ')}{COLON} {hours}"
        if said.occasion is Occasion.SCHOOL_HOLIDAY:
            when = "pendant les vacances scolaires"
            if _has_rhythm(said) or (said.is_shut and said.plan):
                return f"{when}{self._on(said, ', ')}{COLON} {hours}"
            days = "" if said.days == EVERY_DAY else f"{say_days(said.days)} "
            return f"{when}{COLON} {days}{hours}"
        rhythm = self.rhythm(said)
        if not rhythm:
            return _usual(said, hours)
        separator = f"{COLON} " if said.is_shut else ", " if said.anchor or said.dates else " "
        return f"{rhythm}{separator}{hours}"

    def _on(self, said: Statement, separator: str) -> str:
        """The days of a holiday that are concerned, after `separator`; "" for all of them."""
        if _has_rhythm(said):
            return f", {self.rhythm(said)}"
        return "" if said.days == EVERY_DAY else f"{separator}{say_days(said.days)}"

    def plan(self, plan: Plan, note: str = "") -> str:
        return say_plan(plan, note)

    def days(self, days: Sequence[int]) -> str:
        return say_days(days)

    def rhythm(self, said: Recurring) -> str:
        names = [DAYS[day] for day in said.days]
        season = self.season(said.dates) if said.dates else ""
        lead = f"{season}, " if season else ""
        if said.anchor is not None:
            begun = self.has_begun(said.anchor)
            start = "" if begun else f" à partir du {say_date(said.anchor)}"
            if len(names) == 1:
                return f"{lead}un {names[0]} sur deux{start}"
            return f"{lead}{say_days(said.days)}, une semaine sur deux{start}"
        if said.ranks:
            return f"{lead}{say_ranks(said.ranks)} {join(names)} du mois"
        if said.dates and said.days != EVERY_DAY:
            return f"{lead}{say_days(said.days)}"
        return season

    def _season(self, dates: str) -> str:
        return say_season(dates)

    def clock(self, minutes: int) -> str:
        return say_time(minutes)

    def when(self, said: Statement) -> str:
        days = _short_days(said.days)
        if said.is_rest:
            return f"{REST}, {days}"
        if said.is_usual:
            return days
        rhythm = self.rhythm(said)
        if not said.occasion:
            return rhythm or days
        name = "jours fériés" if said.occasion is Occasion.PUBLIC_HOLIDAY else "vacances scolaires"
        if _has_rhythm(said):
            return f"{name}, {rhythm}"
        return name if said.days == EVERY_DAY else f"{name}, {days}"

    def enumerated(self, words: Sequence[str]) -> str:
        return join(words)

    def note(self, note: str) -> str:
        return say_note(note)

    def holiday(self, name: str, kind: str, *, is_unknown: bool) -> str:
        return f"{name} ({kind}){COLON} {CALL}" if is_unknown else f"{name}, {kind}"

    def school(self, words: str = "") -> str:
        return f"vacances scolaires ({words})" if words else "vacances scolaires"

    def news(self, closure: Closure) -> str:
        start, end, reason, state, hours = closure
        when = f"le {say_date(start)}" if start == end else say_period(start, end)
        if state is State.UNKNOWN:
            words = f"{hours} ({reason})" if hours and reason else hours or reason
            return f"{when}{COLON} {words or CALL}"
        words = "fermé" if state is State.CLOSED else hours
        return f"{when}{COLON} {words}" + (f" ({reason})" if reason else "")


FRENCH = InFrench()


def _usual(said: Statement, hours: str) -> str:
    days = say_days(said.days)
    if not said.plan:
        return f"fermé {days}" + hours.removeprefix("fermé")
    return f"{days}{COLON} {hours}" if said.is_shut else f"{days} {hours}"


def _has_rhythm(said: Statement) -> bool:
    return bool(said.ranks or said.anchor or said.dates)


def _short_days(days: Sequence[int]) -> str:
    """«lundi à vendredi», «lundi, jeudi»: to be looked up, not read aloud."""
    if len(days) == len(EVERY_DAY):
        return "tous les jours"
    words: list[str] = []
    for run in runs_of_days(days):
        names = [DAYS[day] for day in run]
        words += [f"{names[0]} à {names[-1]}"] if len(run) > 2 else names
    return ", ".join(words)
