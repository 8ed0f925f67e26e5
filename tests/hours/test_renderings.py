"""Every rendering of a week says what the week is: all of it, and nothing else."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from babel.dates import get_month_names
from hypothesis import given, settings

from plugins.french.days import EVERY_DAY, runs_of_days
from plugins.french.months import MONTHS
from plugins.french.ranks import say_ranks
from plugins.hours import ExceptionalHours, OpeningHours, Span, State, Week
from plugins.hours.account import Account
from plugins.hours.model import MIDNIGHT, Occasion
from plugins.hours.say.translated_wording import speaker_of
from plugins.hours.seasons import ends_of
from plugins.hours.statement import UNSAID, Statement, is_conditional
from plugins.hours.week import Plan, Stretch
from plugins.i18n.babel_locale import BabelFormat
from plugins.i18n.catalogues import CATALOGUES
from plugins.i18n.gettext_functions import gettext_functions
from plugins.i18n.languages import LANGUAGES
from plugins.i18n.locale import LocaleFormat, locale_format
from plugins.vocabulary.schema_org import SCHEMA_DAYS
from tests.support.hours import calendar_of
from tests.support.weeks import DAYS, SELECTORS, START, exceptions, weeks

ALL_DAYS = [START + timedelta(days=number) for number in range(DAYS)]
FEW = settings(deadline=None, max_examples=40)


def opening(week: Week, *dated: ExceptionalHours) -> OpeningHours:
    return OpeningHours(week, dated, calendar_of())


# The account against the dated intervals


def holds(said: Statement, day: date) -> bool:
    """What the selectors of a statement mean, read anew."""
    if day.weekday() not in said.days or (said.dates and not SELECTORS[said.dates](day)):
        return False
    if said.anchor and (day < said.anchor or _weeks(said.anchor, day) % 2):
        return False
    if said.ranks:
        month = [
            date(day.year, day.month, n + 1) for n in range(monthrange(day.year, day.month)[1])
        ]
        same = [one for one in month if one.weekday() == day.weekday()]
        return any(same[rank - (rank > 0)] == day for rank in said.ranks if abs(rank) <= len(same))
    return True


def _weeks(first: date, day: date) -> int:
    monday = first - timedelta(days=first.weekday())
    return (day - monday).days // 7


def applied(said: Iterable[Statement], day: date, plan: Plan = ()) -> Plan:
    for one in said:
        if holds(one, day):
            plan = tuple(sorted(plan + one.plan)) if one.adds else one.plan
    return plan


def accounted(account: Account, hours: OpeningHours, day: date) -> Plan | None:
    """What the statements make of a day; None on a holiday of which they say nothing."""
    in_school = hours.calendar.school_holiday(day)
    if in_school is None and account.school:
        return None
    is_public = bool(hours.calendar.public_holiday(day))
    if is_public and not any(holds(one, day) for one in account.public):
        return None
    plan = applied(account.usual + account.rests, day)
    for one in account.later:
        is_school = one.occasion is Occasion.SCHOOL_HOLIDAY
        if (is_school and not in_school) or (one in account.public and not is_public):
            continue
        if not (is_school and one.plan == UNSAID and not plan):  # it opens no closed day
            plan = applied([one], day, plan)
    return plan


@settings(deadline=None, max_examples=60)
@given(weeks())
def test_the_statements_are_the_dated_hours(week):
    hours = opening(week)
    for day in ALL_DAYS:
        plan = accounted(hours.account, hours, day)
        if plan is not None:
            assert joined(hours.plan(day)) == joined(plan), (day, week.rules)


# The words against the account


@cache
def locale_of(code: str) -> LocaleFormat:
    language = LANGUAGES[code]
    return locale_format(language, gettext_functions(language, CATALOGUES)["gettext"])


def locales() -> list[LocaleFormat]:
    return [locale_of(code) for code in LANGUAGES]


def words_in(text: str, names: Sequence[str]) -> set[str]:
    """The names that a text has; a longer one («Pazartesi») is not the shorter («Pazar»). In
    Arabic «and» is a letter that stands before the next word."""
    found = set()
    for name in sorted(names, key=len, reverse=True):
        left = re.sub(rf"(?<!\w)(?:و)?{re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
        if left != text:
            found.add(name)
        text = left
    return found


def months_of(locale: LocaleFormat) -> dict[str, int]:
    if not isinstance(locale, BabelFormat):
        return {name: number for number, name in enumerate(MONTHS, 1)}
    forms = [get_month_names("wide", form, locale.locale) for form in ("stand-alone", "format")]
    return {names[number]: number for names in forms for number in range(1, 13)}


def clocks_in(text: str) -> set[int]:
    """Minutes of the clock times that a sentence has."""
    text = text.replace("minuit", "0\u202fh")
    french = re.findall(r"(\d{1,2})\u202fh(?!eures)(?:\u202f(\d\d))?", text)
    other = re.findall(r"(\d{1,2}):(\d\d)", text)
    return {int(hour) * 60 + int(minute or 0) for hour, minute in french + other}


def joined(plan: Plan) -> Plan:
    """Hours of one kind said together: those that overlap are one."""
    kinds = {one[2:] for one in plan}
    found = []
    for kind in sorted(kinds):
        minutes = {m for one in plan if one[2:] == kind for m in range(one.start, one.end)}
        edges = sorted(m for m in minutes if m - 1 not in minutes)
        ends = sorted(m + 1 for m in minutes if m + 1 not in minutes)
        found += [Stretch(a, b, *kind) for a, b in zip(edges, ends, strict=True)]
    return tuple(sorted(found))


def says_ranks(said: Statement, text: str, locale: LocaleFormat) -> bool:
    if locale.language.is_source:
        return say_ranks(said.ranks) in text
    names = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", -1: "dernier"}
    weekday = {"day": locale.weekdays[said.days[0]]}
    patterns = [locale.gettext(f"{names[rank]} %(day)s du mois") for rank in said.ranks]
    return all(pattern % weekday in text for pattern in patterns)


def facts_missing(said: Statement, text: str, locale: LocaleFormat, *, days: bool = True) -> str:
    """What a sentence does not say of a statement, or says besides; "" when it is right."""
    gettext = locale.gettext
    named = said.days if not days or said.days != EVERY_DAY else ()
    ends = {
        day for run in runs_of_days(named) for day in (run if len(run) < 3 else run[:1] + run[-1:])
    }
    if days:
        spoken = {locale.weekdays.index(name) for name in words_in(text, locale.weekdays)}
        if spoken != ends:
            return f"weekdays {spoken} for {ends}"
    periods = (ends_of(said.dates) or []) if said.dates else []
    months = {end.month for period in periods for end in period}
    months |= {said.anchor.month} if said.anchor else set()
    known = months_of(locale)
    if {known[name] for name in words_in(text, list(known))} != months:
        return f"months {months}"
    numbers = {end.day for period in periods for end in period if end.day}
    years = {end.year for period in periods for end in period if end.year}
    if missing := [
        number for number in numbers | years if not re.search(rf"\b{number}(?:er)?\b", text)
    ]:
        return f"dates {missing}"
    if said.anchor and locale.day(said.anchor) not in text:
        return "the date of a fortnight"
    if said.ranks and not says_ranks(said, text, locale):
        return "ranks"
    plan = joined(said.plan)
    plain, whole_day = text.replace("\u202f", " "), gettext("24 heures sur 24")
    whole = [one for one in plan if (one.start, one.end) == (0, MIDNIGHT)]
    spans = [one for one in plan if one not in whole]
    if clocks_in(text) != {minute % MIDNIGHT for one in spans for minute in one[:2]}:
        return "hours"
    if any(one.state is State.OPEN for one in whole) and whole_day not in plain:
        return "24 hours"
    closed = gettext("fermé")
    if not said.plan and closed not in text.lower():
        return "closed"
    if [one.note for one in said.plan if one.note and gettext(one.note) not in text]:
        return "conditions"
    if said.note and said.note not in text:
        return "the reason"
    if said.adds and said.plan and gettext("aussi") not in text:
        return "that it adds"
    for occasion, words in (
        (Occasion.SCHOOL_HOLIDAY, gettext("vacances scolaires")),
        (Occasion.PUBLIC_HOLIDAY, gettext("jours fériés")),
    ):
        if (said.occasion is occasion) != (words in text):
            return f"occasion {words}"
    if said.is_rest != (gettext("le reste de l'année") in text):
        return "the rest of the year"
    return ""


def spoken(account: Account) -> list[Statement]:
    usual = [one for one in account.usual if not one.is_implied]
    return [*usual, *account.dated, *account.rests, *account.occasions]


@FEW
@given(week=weeks())
def test_each_statement_is_one_sentence_that_says_all_of_it(week):
    hours = opening(week)
    for locale in () if week.is_unknown else locales():
        left = hours.stated(locale)
        for said in spoken(hours.account):
            fits = [text for text in left if not facts_missing(said, text, locale)]
            assert fits, (said, left, [facts_missing(said, text, locale) for text in left])
            left.remove(fits[0])
        assert not left, "a sentence that no statement asks for"


@FEW
@given(week=weeks())
def test_each_statement_is_one_row_that_says_all_of_it(week):
    hours = opening(week)
    for locale in locales():
        rows = hours.rows(START - timedelta(days=400), locale, notices=True)
        left = [(row, f"{row.when}: {' ; '.join(row.hours)}") for row in rows]
        for said in () if week.is_unknown else spoken(hours.account):
            fits = [one for one in left if not facts_missing(said, one[1], locale)]
            assert fits, (said, left, [facts_missing(said, text, locale) for _, text in left])
            left.remove(fits[0])
            assert fits[0][0].state == state_of(said)
        assert not left, "a row that no statement asks for"


def state_of(said: Statement) -> State:
    states = {one.state for one in said.plan}
    return State.OPEN if State.OPEN in states else State.UNKNOWN if states else State.CLOSED


@FEW
@given(week=weeks())
def test_rows_and_news_say_all_together(week):
    """What a page shows: a row for all that comes back, news for what comes once."""
    hours = opening(week)
    for locale in locales():
        say_all_together(hours, locale)


def say_all_together(hours: OpeningHours, locale: LocaleFormat) -> None:
    account, begun = hours.account, START - timedelta(days=400)
    texts = [f"{row.when}: {' ; '.join(row.hours)}" for row in hours.rows(begun, locale)]
    for said in spoken(account):
        if not said.is_notice and not hours.week.is_unknown:
            assert any(not facts_missing(said, text, locale) for text in texts), (said, texts)
    say = speaker_of(locale, START)
    news = [*map(say.news, hours.closures(START, 60, locale)), *hours.far_news(START, 60, locale)]
    for said in account.notices:
        if said.quiet.issuperset(said.days):
            continue
        (end,) = ends_of(said.dates) or []
        until = date(end[-1].year, end[-1].month, end[-1].day)
        if hours.is_outranked(said.place, until):
            continue  # it ends before
        if len(end) == 1 and until.weekday() not in said.open_days:
            continue  # closed that day anyway
        last = locale.day(until)
        assert [text for text in news if last in text and said.note in text], (said, news)


# What search engines read


def published(linked: dict[str, list[Any]], day: date) -> set[Span]:
    """The hours that the linked data states for a day: special ones replace the usual ones."""
    special = [
        one for one in linked.get("specialOpeningHoursSpecification", [])
        if one["validFrom"] <= day.isoformat() <= one["validThrough"]
    ]  # fmt: skip
    name = SCHEMA_DAYS[day.weekday()]
    return {
        span_of(one["opens"], one["closes"])
        for one in special or linked.get("openingHoursSpecification", [])
        if name in one.get("dayOfWeek", SCHEMA_DAYS) and one["opens"] != one["closes"]
    }


def span_of(opens: str, closes: str) -> Span:
    start, end = (int(text[:2]) * 60 + int(text[3:]) for text in (opens, closes))
    if closes == "23:59":
        return Span(start, MIDNIGHT)
    return Span(start, end if end > start else end + MIDNIGHT)


@settings(deadline=None, max_examples=150)
@given(weeks(), exceptions())
def test_linked_data_states_nothing_that_is_not_so(week, dated):
    hours = opening(week, *dated)
    linked = hours.linked(START)
    for day in ALL_DAYS[:120]:
        plan = hours.plan(day)
        if any(one.note.startswith("jour férié") for one in plan):
            continue  # nobody can say «perhaps» in schema.org
        sure = {
            Span(*one[:2]) for one in plan
            if one.state is State.OPEN and not is_conditional(one.note)
        }  # fmt: skip
        stated = published(linked, day)
        assert stated <= sure, (day, linked, plan)
        if "openingHoursSpecification" in linked:
            assert stated == sure, (day, linked, plan)
