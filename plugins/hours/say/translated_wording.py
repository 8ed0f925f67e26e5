"""Hours said in another language than French: the same facts, in simpler sentences.

A sentence is «days: hours», so that no grammar binds its parts; words come from the catalogues,
names of days and months from Babel. What a record adds in its own words stays French.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, cast

from plugins.french.days import EVERY_DAY, runs_of_days
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, Closure, Occasion, State
from plugins.hours.say.notes import say_note
from plugins.hours.say.speaker import Recurring, Speaker
from plugins.hours.say.wording import FRENCH, InFrench
from plugins.hours.seasons import SeasonEnd, ends_of, start_of
from plugins.hours.statement import Statement, tidy_plan
from plugins.hours.week import Plan
from plugins.i18n.gettext_functions import to_translate
from plugins.i18n.locale import LocaleFormat
from plugins.vocabulary.advice import ADVICE

if TYPE_CHECKING:
    from plugins.i18n.babel_locale import BabelFormat

_SAID_AS_SUCH = (
    to_translate("sur rendez-vous"),
    to_translate("en partie sur rendez-vous"),
    to_translate("sans rendez-vous"),
    to_translate("à confirmer"),
    to_translate("Jour de l'an"),
    to_translate("Vendredi saint"),
    to_translate("Lundi de Pâques"),
    to_translate("Fête du Travail"),
    to_translate("Fête de la Victoire"),
    to_translate("Ascension"),
    to_translate("Lundi de Pentecôte"),
    to_translate("Fête nationale"),
    to_translate("Assomption"),
    to_translate("Toussaint"),
    to_translate("Armistice"),
    to_translate("Noël"),
    to_translate("Saint-Étienne"),
    to_translate("Abolition de l'esclavage"),
    to_translate("Mardi gras"),
    to_translate("Mercredi des Cendres"),
    to_translate("Mi-Carême"),
    to_translate("Fête de Victor Schoelcher"),
    to_translate("Jour des défunts"),
    to_translate("jour férié"),
    to_translate("jour souvent chômé"),
)
"""Usual notes, and public holidays as the calendar names them: other notes stay French."""


def speaker_of(locale: LocaleFormat | None, today: date | None = None) -> Speaker:
    """Who says hours in the language of `locale`, French by default; a start that is not after
    `today` is not said."""
    if locale is None or locale.language.is_source:
        return FRENCH if today is None else InFrench(today)
    return Abroad(cast("BabelFormat", locale), today)


class Abroad(Speaker):
    """Says hours in the language of `locale`."""

    def __init__(self, locale: BabelFormat, today: date | None = None) -> None:
        super().__init__(today)
        self._speech = locale
        self._gettext = gettext = locale.gettext
        is_arabic = locale.language.code == "ar"
        self.separator = "؛ " if is_arabic else "; "
        self._comma = "، " if is_arabic else ", "
        self.call = call = gettext(ADVICE.call)
        self.unsure = gettext("à confirmer")
        self.also = gettext("aussi")
        self.unknown = gettext("horaires non connus") + ": " + call
        self.holidays_unsaid = gettext("jours fériés") + ": " + call

    def statement(self, said: Statement) -> str:
        hours = self.plan(said.plan, said.note)
        if said.adds and said.plan:
            hours = f"{self.also} {hours}"
        return f"{self.when(said)}: {hours}"

    def when(self, said: Statement) -> str:
        gettext = self._gettext
        if said.is_rest:
            return gettext("le reste de l'année") + f"{self._comma}{self.days(said.days)}"
        when = "" if said.is_usual else self.rhythm(said)
        if not said.occasion:
            return when or self.days(said.days)
        is_public = said.occasion is Occasion.PUBLIC_HOLIDAY
        name = gettext("jours fériés") if is_public else gettext("vacances scolaires")
        if when:
            return f"{name}{self._comma}{when}"
        return name if said.days == EVERY_DAY else f"{name} ({self.days(said.days)})"

    def clock(self, minutes: int) -> str:
        return _clock(minutes)

    def note(self, note: str) -> str:
        gettext = self._gettext
        return gettext(say_note(note)) if note else ""

    def plan(self, plan: Plan, note: str = "") -> str:
        gettext = self._gettext
        if not plan:
            closed = gettext("fermé")
            return f"{closed} ({self.note(note)})" if note else closed
        words = []
        for start, end, state, said in tidy_plan(plan):
            whole = (start, end) == WHOLE_DAY
            why = self.note(said)
            if state is State.UNKNOWN and whole:
                words.append(why or gettext("horaires non indiqués"))
                continue
            span = gettext("24 heures sur 24") if whole else self._span(start, end)
            why = why or (gettext("à confirmer") if state is State.UNKNOWN else "")
            words.append(f"{span} ({why})" if why else span)
        return self._speech.list(words)

    def _span(self, start: int, end: int) -> str:
        gettext = self._gettext
        return gettext("de %(start)s à %(end)s") % {
            "start": _clock(start),
            "end": _clock(end),
        }

    def days(self, days: Sequence[int]) -> str:
        """«Monday – Friday», «Monday and Thursday», «every day»."""
        if tuple(days) == EVERY_DAY:
            gettext = self._gettext
            return gettext("tous les jours")
        names = self._speech.weekdays
        words: list[str] = []
        for run in runs_of_days(days):
            few = [names[day] for day in run]
            words += [f"{few[0]} – {few[-1]}"] if len(run) > 2 else few
        return self._speech.list(words)

    def enumerated(self, words: Sequence[str]) -> str:
        return self._speech.list(words)

    def rhythm(self, said: Recurring) -> str:
        """«Tuesday, every other week from 6 October 2026», «first Monday of the month»."""
        season = self.season(said.dates) if said.dates else ""
        if said.anchor is not None or said.ranks:
            return self._comma.join(filter(None, (season, self._rhythm(said))))
        if not season:
            return ""
        return season if said.days == EVERY_DAY else f"{season}{self._comma}{self.days(said.days)}"

    def _rhythm(self, said: Recurring) -> str:
        gettext = self._gettext
        if self.has_begun(said.anchor):
            return gettext("%(days)s, une semaine sur deux") % {"days": self.days(said.days)}
        if said.anchor is not None:
            return gettext("%(days)s, une semaine sur deux à partir du %(date)s") % {
                "days": self.days(said.days),
                "date": self._speech.day(said.anchor),
            }
        ranks = {
            1: gettext("premier %(day)s du mois"),
            2: gettext("deuxième %(day)s du mois"),
            3: gettext("troisième %(day)s du mois"),
            4: gettext("quatrième %(day)s du mois"),
            5: gettext("cinquième %(day)s du mois"),
            -1: gettext("dernier %(day)s du mois"),
            -2: gettext("avant-dernier %(day)s du mois"),
        }
        return self._speech.list(
            [
                ranks[rank] % {"day": self._speech.weekdays[day]}
                for rank in said.ranks
                for day in said.days
            ]
        )

    def _season(self, dates: str) -> str:
        """«July – August», «14 July – 31 August», «from 6 October 2026»."""
        if start := start_of(dates):
            gettext = self._gettext
            return gettext("à partir du %(date)s") % {"date": self._speech.day(start)}
        periods = ends_of(dates)
        if periods is None:
            return dates
        return self._speech.list([" – ".join(map(self._end, ends)) for ends in periods])

    def _end(self, end: SeasonEnd) -> str:
        return self._speech.day_of_month(end.month, end.day or None, end.year or None)

    def holiday(self, name: str, kind: str, *, is_unknown: bool) -> str:
        gettext = self._gettext
        if is_unknown:
            return f"{gettext(name)} ({gettext(kind)}): " + gettext(ADVICE.call)
        return gettext(name) + self._comma + gettext(kind)

    def school(self, words: str = "") -> str:
        gettext = self._gettext
        name = gettext("vacances scolaires")
        return f"{name} ({words})" if words else name

    def news(self, closure: Closure) -> str:
        gettext = self._gettext
        start, end, reason, state, hours = closure
        when = " – ".join(map(self._speech.day, dict.fromkeys((start, end))))
        if state is State.UNKNOWN:
            words = f"{hours} ({reason})" if hours and reason else hours or reason
            return f"{when}: {words or self.call}"
        words = gettext("fermé") if state is State.CLOSED else hours
        return f"{when}: {words}" + (f" ({reason})" if reason else "")


def _clock(minutes: int) -> str:
    """570 → «9:30»; midnight and later as on the clock of the next morning."""
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours}:{rest:02}"
