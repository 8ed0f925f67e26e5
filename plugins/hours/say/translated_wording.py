"""Hours said in another language than French: the same facts, in simpler sentences.

A sentence is «days: hours», so that no grammar binds its parts; words come from the catalogues,
names of days and months from Babel. What a record adds in its own words stays French.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from plugins.french.days import EVERY_DAY, runs_of_days
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, Occasion, Rule, State, Week, WeekDay
from plugins.hours.say.usual_week import UsualDay, UsualWeek
from plugins.hours.seasons import SeasonEnd, ends_of, start_of
from plugins.hours.week import Plan, plan_of
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
    to_translate("Mardi gras"),
    to_translate("Mercredi des Cendres"),
    to_translate("Mi-Carême"),
    to_translate("Fête de Victor Schoelcher"),
    to_translate("Jour des défunts"),
    to_translate("jour férié"),
    to_translate("jour souvent chômé"),
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
        usual = UsualWeek(week).days
        return tuple(map(self._day, days, usual))

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
        usual = UsualWeek(week)
        ordered = sorted(usual.groups(), key=lambda group: (not group[0], group[1]))
        return [
            *(f"{self.days(days)}: {self.plan(plan)}" for plan, days in ordered),
            *map(self.rule, usual.dated()),
            *(self._rest(plan, f", {self.days(days)}") for plan, days in usual.rests()),
            *map(self.rule, usual.occasions()),
        ]

    def _rest(self, plan: Plan, days: str = "") -> str:
        gettext = self._gettext
        return gettext("le reste de l'année") + f"{days}: {self.plan(plan)}"

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
        words: list[str] = []
        for run in runs_of_days(days):
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
        season = self._season(rule.dates) if rule.dates else ""
        if rule.anchor is not None or rule.ranks:
            return ", ".join(filter(None, (season, self._rhythm(rule))))
        if not season:
            return ""
        return season if rule.days == EVERY_DAY else f"{season}, {self.days(rule.days)}"

    def _rhythm(self, rule: Rule) -> str:
        gettext = self._gettext
        if rule.anchor is not None:
            return gettext("%(days)s, une semaine sur deux à partir du %(date)s") % {
                "days": self.days(rule.days),
                "date": self._speech.day(rule.anchor),
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
                for rank in rule.ranks
                for day in rule.days
            ]
        )

    def _season(self, selector: str) -> str:
        """«July – August», «14 July – 31 August», «from 6 October 2026»."""
        if start := start_of(selector):
            gettext = self._gettext
            return gettext("à partir du %(date)s") % {"date": self._speech.day(start)}
        periods = ends_of(selector)
        if periods is None:
            return selector
        return self._speech.list([" – ".join(map(self._end, ends)) for ends in periods])

    def _end(self, end: SeasonEnd) -> str:
        return self._speech.day_of_month(end.month, end.day or None, end.year or None)

    def holiday(self, name: str, kind: str, is_unknown: bool) -> str:
        """Why a holiday, of law or of custom, is announced; a name without words stays French."""
        gettext = self._gettext
        advice = ": " + gettext(ADVICE.call) if is_unknown else ""
        return f"{gettext(name)} ({gettext(kind)}){advice}"

    def _day(self, day: WeekDay, usual: UsualDay) -> WeekDay:
        said = [self.rule(rule) for rule in usual.special]
        seasons = any(rule.dates for rule in usual.special)
        special = "; ".join(said) if seasons else self._speech.list(said)
        words, note = (special, "") if usual.is_special_all else (self.plan(usual.plan), special)
        if usual.rest is not None:
            note = self._rest(usual.rest)
        return day._replace(words=words, note=note)


def _clock(minutes: int) -> str:
    """570 → «9:30»; midnight and later as on the clock of the next morning."""
    hours, rest = divmod(minutes % MIDNIGHT, 60)
    return f"{hours}:{rest:02}"
