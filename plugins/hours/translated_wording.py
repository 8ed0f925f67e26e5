"""Hours said in another language than French: the same facts, in simpler sentences.

A sentence is «days: hours», so that no grammar binds its parts; words come from the catalogues,
names of days and months from Babel. What a record adds in its own words stays French.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from plugins.hours.model import EVERY_DAY, MIDNIGHT, WHOLE_DAY, Occasion, Rule, State, Week, WeekDay
from plugins.hours.osm import MONTH_CODES
from plugins.hours.week import Plan, plan_of, weekly_table
from plugins.i18n.gettext_functions import to_translate
from plugins.i18n.locale import LocaleFormat
from plugins.vocabulary.advice import ADVICE

if TYPE_CHECKING:
    from plugins.i18n.babel_locale import BabelFormat

_SAID_AS_SUCH = (
    to_translate("sur rendez-vous"),
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
)
"""Usual notes, and public holidays as the calendar names them: other notes stay French."""


def abroad(locale: LocaleFormat | None) -> Abroad | None:
    """Says hours in the language of `locale`; None for French, which `wording` says."""
    if locale is None or locale.language.is_source:
        return None
    return Abroad(cast("BabelFormat", locale))


class Abroad:
    """Says hours in the language of `locale`."""

    def __init__(self, locale: BabelFormat) -> None:
        self._speech = locale
        self._gettext = locale.gettext

    def week_table(self, week: Week, days: Sequence[WeekDay]) -> tuple[WeekDay, ...]:
        """The week's lines; `days` are those said in French."""
        table = weekly_table(week.rules)
        return tuple(self._day(day, table[day.weekday], self._special(week, day)) for day in days)

    def sentences(self, week: Week) -> list[str]:
        """The week in sentences, with our advice for public holidays."""
        said = self.stated(week)
        rules = week.rules
        if not week.is_unknown and not any(r.occasion is Occasion.PUBLIC_HOLIDAY for r in rules):
            gettext = self._gettext
            said.append(gettext("jours fériés") + ": " + gettext(ADVICE.call))
        return said

    def stated(self, week: Week) -> list[str]:
        """What the record says of the week."""
        gettext = self._gettext
        if week.is_unknown:
            return [gettext("horaires non connus") + ": " + gettext(ADVICE.call)]
        groups: dict[Plan, list[int]] = {}
        special = {d for rule in week.rules if not rule.is_plain for d in rule.days}
        for day, plan in enumerate(weekly_table(week.rules)):
            if plan or day not in special:
                groups.setdefault(plan, []).append(day)
        ordered = sorted(groups.items(), key=lambda group: (not group[0], group[1]))
        said = [f"{self.days(days)}: {self.plan(plan)}" for plan, days in ordered]
        return said + [self.rule(rule) for rule in week.rules if not rule.is_plain]

    def plan(self, plan: Plan) -> str:
        """A day: «9:00 to 12:00 and 14:00 to 17:00», «closed»."""
        gettext = self._gettext
        if not plan:
            return gettext("fermé")
        words = []
        for start, end, state, note in plan:
            whole = (start, end) == WHOLE_DAY
            if state is State.UNKNOWN and whole:
                words.append(gettext(note) if note else gettext("horaires non indiqués"))
                continue
            said = gettext("24 heures sur 24") if whole else self._span(start, end)
            note = note or ("à confirmer" if state is State.UNKNOWN else "")
            words.append(f"{said} ({gettext(note)})" if note else said)
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
        runs: list[list[int]] = []
        for day in days:
            if runs and runs[-1][-1] == day - 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        words: list[str] = []
        for run in runs:
            few = [names[day] for day in run]
            words += [f"{few[0]} – {few[-1]}"] if len(run) > 2 else few
        return self._speech.list(words)

    def rule(self, rule: Rule) -> str:
        """A rule that does not hold every week."""
        gettext = self._gettext
        hours = self.plan(plan_of(rule))
        days = "" if rule.days == EVERY_DAY else f" ({self.days(rule.days)})"
        if rule.occasion is Occasion.PUBLIC_HOLIDAY:
            return gettext("jours fériés") + f"{days}: {hours}"
        when = self.rhythm(rule)
        if rule.occasion is Occasion.SCHOOL_HOLIDAY:
            dates = f", {when}" if rule.dates else days
            when = gettext("vacances scolaires") + dates
        return f"{when}: {hours}"

    def rhythm(self, rule: Rule) -> str:
        """«Tuesday, every other week from 6 October 2026», «first Monday of the month»."""
        gettext = self._gettext
        if rule.anchor is not None:
            return gettext("%(days)s, une semaine sur deux à partir du %(date)s") % {
                "days": self.days(rule.days),
                "date": self._speech.day(rule.anchor),
            }
        if rule.ranks:
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
                    for rank in rule.ranks
                    for day in rule.days
                ]
            )
        if not rule.dates:
            return ""
        days = "" if rule.days == EVERY_DAY else f", {self.days(rule.days)}"
        spoken = [
            " – ".join(self._end(end) for end in re.split(r" ?- ?", item))
            for item in re.split(r" ?, ?", rule.dates)
        ]
        return self._speech.list(spoken) + days

    def _end(self, text: str) -> str:
        """ "2026 Jul 14" → «14 July 2026»."""
        found = re.fullmatch(r"(?:(\d{4}) )?([A-Z][a-z]{2})(?: (\d{1,2}))?", text)
        if not found:
            return text
        year, month, day = found.groups()
        number = MONTH_CODES.index(month) + 1
        return self._speech.day_of_month(
            number, int(day) if day else None, int(year) if year else None
        )

    def holiday(self, name: str, is_unknown: bool) -> str:
        """Why a public holiday is announced; its name has no words: it stays French."""
        gettext = self._gettext
        advice = ": " + gettext(ADVICE.call) if is_unknown else ""
        return f"{gettext(name)} (" + gettext("jour férié") + f"){advice}"

    def _special(self, week: Week, day: WeekDay) -> list[Rule]:
        return [
            replace(rule, days=EVERY_DAY) if rule.dates else rule
            for rule in week.rules
            if day.weekday in rule.days and not rule.occasion and not rule.is_plain
        ]

    def _day(self, day: WeekDay, plan: Plan, special: list[Rule]) -> WeekDay:
        said = self._speech.list([self.rule(rule) for rule in special])
        if not plan and special:
            return day._replace(words=said, note="")
        return day._replace(words=self.plan(plan), note=said)


def _clock(minutes: int) -> str:
    """570 → «9:30»; midnight and later as on the clock of the next morning."""
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours}:{rest:02}"
