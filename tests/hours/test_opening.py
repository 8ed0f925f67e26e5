"""Dated intervals: holidays, fortnights, exceptions, midnight, clocks that change."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours as Oracle

from plugins.hours import (
    Calendar,
    Evaluator,
    OpeningHours,
    State,
    decode,
    encode,
    read_exception,
    read_hours,
)
from tests.support.hours import calendar_of, french_weeks, spans

WORKDAYS = "Mo-Fr 09:00-12:00; PH off"


def hours(value, *exceptions, code="31") -> OpeningHours:
    read = [read_exception(*exception) for exception in exceptions]
    return OpeningHours(read_hours(value), read, calendar_of(code))


def said(opening: OpeningHours, day: str) -> list[tuple[str, str, State]]:
    return [
        (f"{i.start:%H:%M}", f"{i.end:%H:%M}", i.state)
        for i in opening.intervals(date.fromisoformat(day), 1)
    ]


OPEN = [("09:00", "12:00", State.OPEN)]
MAYBE = [("09:00", "12:00", State.UNKNOWN)]


@pytest.mark.parametrize(
    ("code", "day", "is_open"),
    [
        ("31", "2026-04-03", True),    # Good Friday
        ("67", "2026-04-03", False),
        ("31", "2025-12-26", True),    # Saint Stephen
        ("67", "2025-12-26", False),
        ("31", "2026-05-22", True),    # abolition of slavery in Martinique
        ("972", "2026-05-22", False),
        ("988", "2026-09-24", False),  # citizenship day of Nouvelle-Calédonie
        ("31", "2026-11-11", False),
        ("31", "2026-04-06", False),   # Easter Monday
        ("31", "2026-11-12", True),
    ],
)  # fmt: skip
def test_public_holidays_are_those_of_the_departement(code, day, is_open):
    assert said(hours(WORKDAYS, code=code), day) == (OPEN if is_open else [])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2027-05-22", []),             # a Saturday, abolition of slavery
        ("2027-05-27", OPEN),           # that of Guadeloupe
        ("2027-02-09", MAYBE),          # Mardi gras
        ("2027-03-26", MAYBE),          # Good Friday
        ("2027-07-21", MAYBE),          # Victor Schoelcher
        ("2026-05-22", []),
        ("2026-11-02", MAYBE),
        ("2026-11-03", OPEN),
    ],
)  # fmt: skip
def test_a_day_of_custom_overseas_is_unknown_where_holidays_are_closed(day, expected):
    martinique = hours("Mo-Fr 09:00-12:00; PH off", code="972")
    assert said(martinique, day) == expected
    assert said(hours("Mo-Fr 09:00-12:00; PH off"), "2027-07-21") == OPEN, "not in Toulouse"


@pytest.mark.parametrize(
    ("code", "legal", "customary"),
    [
        ("971", {"05-27"}, {"02-09", "02-10", "03-04", "03-26", "07-21", "11-02"}),
        ("972", {"05-22"}, {"02-09", "02-10", "03-26", "07-21", "11-02"}),
        ("973", {"06-10"}, set()),
        ("974", {"12-20"}, set()),
        ("976", {"04-27"}, set()),
        ("977", {"10-09"}, set()),
        ("978", {"05-28"}, {"03-04", "05-27", "07-21"}),
        ("975", set(), set()),
        ("987", {"03-05", "03-26", "11-20"}, set()),
        ("988", {"09-24"}, set()),
        ("67", {"03-26", "12-26"}, set()),
        ("31", set(), set()),
    ],
)
def test_days_of_law_and_of_custom_in_2027(code, legal, customary):
    calendar = Calendar(code, "", ZoneInfo("Europe/Paris"))
    eleven = {"01-01", "03-29", "05-01", "05-08", "05-06", "05-17", "07-14", "08-15", "11-01",
              "11-11", "12-25"}  # fmt: skip
    days = [date(2027, 1, 1) + timedelta(days=n) for n in range(365)]
    assert {f"{d:%m-%d}" for d in days if calendar.public_holiday(d)} == eleven | legal
    assert {f"{d:%m-%d}" for d in days if calendar.customary_day(d)} == customary


def test_a_day_of_custom_is_announced_and_coded_as_a_doubt():
    martinique = hours("Mo-Fr 09:00-12:00; PH off", code="972")
    (closure,) = martinique.closures(date(2027, 7, 20), 3)
    assert closure.state is State.UNKNOWN
    assert closure.reason.startswith("Fête de Victor Schoelcher (jour souvent chômé)")
    assert "/?09001200" in Evaluator(date(2027, 7, 20), 3).code(martinique)


def test_a_holiday_of_which_nothing_is_said_is_unknown_never_open():
    opening = hours("Mo-Fr 09:00-12:00")
    assert said(opening, "2026-11-11") == MAYBE
    (interval,) = opening.intervals(date(2026, 11, 11), 1)
    assert interval.note == "jour férié (Armistice)\u00a0: appelez avant de venir"
    assert said(opening, "2026-08-15") == [], "a Saturday: closed all the same"


def test_hours_said_for_holidays():
    assert said(hours("Mo-Fr 09:00-12:00; PH 10:00-11:00"), "2026-11-01") == [
        ("10:00", "11:00", State.OPEN)
    ]
    assert said(hours("24/7"), "2026-11-11") == [("00:00", "00:00", State.OPEN)]


def test_school_holidays_by_zone():
    value = "Mo-Fr 09:00-12:00; SH off"
    assert said(hours(value), "2026-02-23") == [], "zone C"
    assert said(hours(value, code="67"), "2026-02-23") == [], "zone B until 1 March"
    assert said(hours(value), "2026-02-16") == OPEN
    assert said(hours(value, code="67"), "2026-02-16") == []
    assert said(hours(value), "2028-05-26") == [], "bridge of the Ascension"
    assert said(hours(value), "2028-07-04") == OPEN, "the last day of school"


@pytest.mark.parametrize(("code", "day"), [("2A", "2026-02-23"), ("972", "2026-07-20"),
                                           ("31", "2028-10-23")])  # fmt: skip
def test_school_holidays_that_nobody_told_us_are_unknown(code, day):
    assert said(hours("Mo-Fr 09:00-12:00; SH off", code=code), day) == MAYBE
    assert said(hours("Mo-Fr 09:00-12:00; SH Mo-Fr 09:00-12:00", code=code), day) == OPEN


def test_fortnights_go_on_through_the_year_of_53_weeks():
    opening = hours({"un lundi sur deux à partir du 14 décembre 2026": "9h-12h",
                     "jours fériés": "fermé"})  # fmt: skip
    (ahead,) = opening.dates_ahead(date(2026, 12, 1), 4)
    assert ahead.words == "un lundi sur deux à partir du 14 décembre 2026"
    assert ahead.dates == (
        date(2026, 12, 14), date(2026, 12, 28), date(2027, 1, 11), date(2027, 1, 25)
    )  # fmt: skip
    assert said(opening, "2026-11-30") == [], "it has not begun"
    assert said(opening, "2027-01-04") == []


@given(st.dates(date(2024, 1, 1), date(2029, 1, 1)), st.integers(0, 400))
def test_fortnights_are_fourteen_days_apart(anchor, offset):
    names = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
    typed = f"un {names[anchor.weekday()]} sur deux à partir du {anchor.isoformat()}"
    opening = hours({typed: "9h-12h", "jours fériés": "9h-12h"})
    assert (opening.plan(anchor + timedelta(days=offset)) != ()) >= (offset % 14 == 0)
    day = anchor + timedelta(days=offset)
    if day.weekday() == anchor.weekday() and not opening.calendar.public_holiday(day):
        assert (opening.plan(day) != ()) == (offset % 14 == 0)


def test_ranks_of_the_month():
    opening = hours("Mo[1] 09:00-12:00; Fr[-1] 14:00-15:00; PH off")
    days = [date(2026, 10, 1) + timedelta(days=n) for n in range(61)]
    assert [day.isoformat() for day in days if opening.plan(day)] == [
        "2026-10-05", "2026-10-30", "2026-11-02", "2026-11-27"
    ]  # fmt: skip


def test_exceptions_from_the_narrowest_to_the_widest():
    opening = hours(
        WORKDAYS,
        ("2026-07-01", "2026-08-31", "10h-11h", "Été"),
        ("2026-08-03", "2026-08-14", "fermé", "Congés"),
        ("2026-08-05", "", "9h-10h"),
        ("2026-11-11", "", "9h-12h", "Portes ouvertes"),
        ("2026-11-14", "2026-11-15", "9h-12h"),
    )
    assert said(opening, "2026-07-02") == [("10:00", "11:00", State.OPEN)]
    assert said(opening, "2026-07-05") == [], "summer hours do not open Sundays"
    assert said(opening, "2026-07-14") == [], "nor public holidays"
    assert said(opening, "2026-08-04") == []
    assert said(opening, "2026-08-05") == [("09:00", "10:00", State.OPEN)]
    assert said(opening, "2026-11-11") == OPEN, "said for that very day"
    assert said(opening, "2026-11-14") == OPEN, "a weekend, and only it, was meant"
    assert said(opening, "2026-11-13") == OPEN


def test_an_exceptional_week_leaves_alone_the_days_it_does_not_mention():
    opening = hours(WORKDAYS, ("2026-07-01", "2026-08-31", "lundi et mardi 10h-11h"))
    assert said(opening, "2026-07-06") == [("10:00", "11:00", State.OPEN)]
    assert said(opening, "2026-07-08") == [("00:00", "00:00", State.UNKNOWN)]
    assert said(opening, "2026-07-11") == [], "closed on Saturdays as ever"


def test_closures():
    opening = hours(
        "Mo-Fr 09:00-12:00", ("2026-12-24", "2027-01-02", "fermé", "Congés"),
        ("2026-11-20", "", "10h-11h", "Réunion"),
    )  # fmt: skip
    found = opening.closures(date(2026, 11, 1), 60)
    assert [(c.start.isoformat(), c.state, c.hours) for c in found] == [
        ("2026-11-11", State.UNKNOWN, ""),
        ("2026-11-20", State.OPEN, "de 10\u202fh à 11\u202fh"),
        ("2026-12-24", State.CLOSED, ""),
    ]  # neither All Saints, a Sunday, nor Christmas, within the leave
    assert found[0].reason == "Armistice (jour férié)\u00a0: appelez avant de venir"
    assert opening.closures(date(2026, 12, 30), 1)[0].reason == "Congés", "it has begun"


def test_nights_run_past_midnight_and_into_the_window():
    opening = hours("Sa 22:00-02:00")
    assert said(opening, "2026-10-10") == [("22:00", "02:00", State.OPEN)]
    assert said(opening, "2026-10-11") == [("00:00", "02:00", State.OPEN)]
    new_year = hours("Th 22:00-02:00; PH off").intervals(date(2026, 12, 31), 2)
    assert [(i.start.day, i.end.day) for i in new_year] == [(31, 1)]


@pytest.mark.parametrize(
    ("day", "hours_long"), [("2026-03-29", 4), ("2026-10-25", 6), ("2026-10-18", 5)]
)
def test_hours_are_those_of_the_clock_when_it_changes(day, hours_long):
    (night,) = hours("Su 00:00-05:00").intervals(date.fromisoformat(day), 1)
    assert f"{night.end:%H:%M}" == "05:00"
    assert night.end.astimezone(UTC) - night.start.astimezone(UTC) == timedelta(hours=hours_long)


def test_the_zone_is_that_of_the_place():
    (there,) = hours("Mo 09:00-12:00", code="972").intervals(date(2026, 10, 5), 1)
    assert there.start.astimezone(UTC) == datetime(2026, 10, 5, 13, tzinfo=UTC)


def test_unknown_weeks_are_one_unknown_interval():
    (whole,) = hours("").intervals(date(2026, 10, 5), 42)
    assert whole.state is State.UNKNOWN
    assert whole.end - whole.start == timedelta(days=42)
    assert hours("").expression == ""


def test_the_evaluator_computes_equal_hours_once():
    evaluator = Evaluator(date(2026, 10, 5), 42)
    first = hours("Mo-Fr 09:00-12:00")
    assert evaluator.intervals(first) is evaluator.intervals(hours("Mo-Fr 9:00-12:00"))
    assert evaluator.intervals(first) == first.intervals(date(2026, 10, 5), 42)
    assert evaluator.code(first) == encode(
        evaluator.intervals(first), date(2026, 10, 5), 42, {date(2026, 11, 11)}
    )
    assert evaluator.intervals(hours("Mo-Fr 09:00-12:00", code="972")) != evaluator.intervals(first)
    assert evaluator.intervals(hours("Mo-Fr 09:00-12:00", ("2026-10-06", "", "fermé"))) != (
        evaluator.intervals(first)
    )


NO_HOLIDAYS = Calendar("", "", ZoneInfo("Europe/Paris"), {year: {} for year in range(2025, 2030)})


def rules_of(pairs: st.SearchStrategy[list[tuple[int, int]]]) -> st.SearchStrategy[str]:
    days = ["Mo", "Mo-Fr", "Sa-Su", "Tu,Th", "Fr-Mo", "Mo[1]", "We[-1]", "Jul-Aug Mo-Sa",
            "2026 Oct 12-2026 Nov 03", "Dec 24-Jan 02", "Mo-Su"]  # fmt: skip
    times = pairs.map(
        lambda pairs: ",".join(
            f"{a // 60:02}:{a % 60:02}-{b // 60:02}:{b % 60:02}" for a, b in pairs
        )
    )
    return st.builds("{} {}".format, st.sampled_from(days), times)


CLOSING = st.sampled_from(["We off", "Aug off", "Sa[1] off", 'Su unknown "à voir"'])
# A night is tried alone: the library keeps the tail of a night that a later rule has closed.
NIGHTS = rules_of(st.sampled_from([[(1320, 1560)], [(1200, 1440)], [(600, 720), (1380, 1500)]]))
RULES = st.one_of(
    st.lists(st.one_of(rules_of(spans()), CLOSING), min_size=1, max_size=4),
    NIGHTS.map(lambda rule: [rule]),
)


@given(
    RULES,
    st.lists(st.datetimes(datetime(2026, 10, 5), datetime(2027, 1, 10)), min_size=1, max_size=20),
)
def test_it_agrees_with_opening_hours_py(rules, instants):
    text = "; ".join(rules)
    start, days = date(2026, 10, 5), 100
    found = OpeningHours(read_hours(text), (), NO_HOLIDAYS).intervals(start, days)
    oracle = Oracle(text, auto_country=False, auto_timezone=False)
    for instant in instants:
        here = [
            i.state for i in found
            if i.start.replace(tzinfo=None) <= instant < i.end.replace(tzinfo=None)
        ]  # fmt: skip
        assert len(here) < 2
        expected = str(oracle.state(instant)[0])
        assert (here[0] if here else State.CLOSED) == expected, text


@settings(deadline=None)
@given(french_weeks(), st.dates(date(2025, 1, 1), date(2027, 12, 1)))
def test_intervals_are_ordered_and_do_not_overlap(week, start):
    found = hours(week).intervals(start, 20)
    assert all(i.start < i.end for i in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(deadline=None)
@given(french_weeks(), st.dates(date(2025, 1, 1), date(2027, 12, 1)))
def test_the_page_reads_what_was_encoded(week, start):
    assume(week)
    found = hours(week).intervals(start, 42)
    text = encode(found, start, 42)
    assert _joined(decode(text)) == _joined(
        (i.start.replace(tzinfo=None), i.end.replace(tzinfo=None), i.state) for i in found
    )


@settings(deadline=None)
@given(french_weeks(), st.dates(date(2025, 1, 1), date(2027, 12, 1)))
def test_the_quick_code_says_the_same_as_the_intervals(week, start):
    assume(week)
    evaluator = Evaluator(start, 42)
    assert _joined(decode(evaluator.code(hours(week)))) == _joined(
        (i.start.replace(tzinfo=None), i.end.replace(tzinfo=None), i.state)
        for i in hours(week).intervals(start, 42)
    )


def test_a_public_holiday_has_its_own_mark():
    evaluator = Evaluator(date(2026, 12, 24), 3)
    every_week = hours("Th,Fr 09:00-12:00")
    once = hours("Th,Fr 09:00-12:00", ("2026-12-26", "", "fermé"))
    for week in (every_week, once):
        assert evaluator.code(week) == "20261224 09001200/!09001200/ ABC"


def _joined(intervals: Iterable[tuple[datetime, datetime, State]]) -> list[object]:
    joined: list[tuple[datetime, datetime, State]] = []
    for start, end, state in intervals:
        if joined and joined[-1][1:] == (start, state):
            start = joined.pop()[0]
        joined.append((start, end, state))
    return [*joined]


def test_the_code_is_short_and_stable():
    code = encode(hours(WORKDAYS).intervals(date(2026, 11, 9), 14), date(2026, 11, 9), 14)
    assert code == "20261109 09001200/ AABAABBAAAAABB"
    night = encode(hours("Sa 22:00-02:00").intervals(date(2026, 10, 10), 2), date(2026, 10, 10), 2)
    assert night == "20261010 22002600/ AB"
    start = date(2026, 6, 29)
    year = encode(hours(WORKDAYS).intervals(start, 371), start, 371)
    assert year == "20260629 09001200/ AAAAABB 371 B0f1B3r1B4z1B561B7l1B8n1B8y1"
    with pytest.raises(ValueError, match="1296 days"):
        encode((), date(2026, 10, 10), 1297)


def test_a_closure_without_end_is_no_news_between_two_days():
    closed = hours('Mo-Fr 09:00-12:00; 2026 Dec 01-2099 Dec 31 off "Travaux"')
    assert not closed.news(date(2026, 11, 30), 60)
    rows = closed.rows(date(2026, 11, 30))
    assert any("Travaux" in line for row in rows for line in row.hours)
    assert not closed.linked(date(2026, 11, 30))
