"""The days of a line: holidays of each territory, the year of 53 weeks, the unknown."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from plugins.hours import Calendar
from plugins.recurrence import Dates, Skip, read_dates
from tests.support.dates import CALENDARS, calendars, rhythms

FIRST, LAST = date(2026, 9, 1), date(2028, 8, 31)


def days(text: str, first: str, last: str, departement: str = "31") -> list[str]:
    found = read_dates(text).days(
        date.fromisoformat(first), date.fromisoformat(last), CALENDARS[departement]
    )
    return [day.isoformat()[5:] for day in found]


def fits(dates: Dates, day: date) -> bool:
    """Whether a day is of a rhythm, worked out without any rule."""
    if day.weekday() not in dates.weekdays or (dates.months and day.month not in dates.months):
        return False
    if (dates.start and day < dates.start) or (dates.until and day > dates.until):
        return False
    if dates.ranks:
        left = sum((day + timedelta(days=7 * n)).month == day.month for n in range(1, 5))
        return (day.day + 6) // 7 in dates.ranks or -1 - left in dates.ranks
    if dates.start and dates.every > 1:
        monday = dates.start.toordinal() - dates.start.weekday()
        return (day.toordinal() - monday) // 7 % dates.every == 0
    return True


@settings(deadline=None)
@given(rhythms(), calendars)
def test_days_are_those_found_one_by_one(dates: Dates, calendar: Calendar):
    sure, doubtful = [], []
    for number in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=number)
        if not fits(dates, day) or any(first <= day <= last for first, last in dates.without):
            continue
        if Skip.PUBLIC_HOLIDAYS in dates.skips and calendar.public_holiday(day):
            continue
        pupils = calendar.school_holiday(day) if Skip.SCHOOL_HOLIDAYS in dates.skips else False
        if pupils is None:
            doubtful.append(day)
        elif not pupils:
            sure.append(day)
    assert dates.days(FIRST, LAST, calendar) == tuple(sure)
    assert dates.doubtful_days(FIRST, LAST, calendar) == tuple(doubtful)


@settings(deadline=None)
@given(rhythms(), calendars)
def test_a_part_of_the_days_is_that_part_of_all_the_days(dates: Dates, calendar: Calendar):
    first, last = date(2027, 2, 3), date(2027, 11, 9)
    whole = dates.days(FIRST, LAST, calendar)
    assert dates.days(first, last, calendar) == tuple(d for d in whole if first <= d <= last)


def test_one_week_in_two_goes_on_across_the_year_of_53_weeks():
    found = days("un mardi sur deux à partir du 8 décembre 2026", "2026-12-01", "2027-02-28")
    assert found == ["12-08", "12-22", "01-05", "01-19", "02-02", "02-16"]


def test_one_week_in_three_with_two_days():
    text = "tous les mardis et jeudis, une semaine sur trois à partir du 8 octobre 2026"
    assert days(text, "2026-10-01", "2026-11-30") == ["10-08", "10-27", "10-29", "11-17", "11-19"]


def test_ranks_in_a_month():
    assert days("le premier et le dernier lundi du mois", "2026-11-01", "2026-12-31") == [
        "11-02", "11-30", "12-07", "12-28",
    ]  # fmt: skip
    assert days("le 5e vendredi du mois", "2026-10-01", "2027-01-31") == ["10-30", "01-29"]


@pytest.mark.parametrize(
    ("departement", "expected"),
    [
        ("16", ["02-03", "02-10", "03-03"]),
        ("29", ["02-03", "02-10", "02-17"]),
        ("31", ["02-03", "02-24", "03-03"]),
    ],
)
def test_school_holidays_are_those_of_the_zone(departement: str, expected: list[str]):
    text = "tous les mercredis sauf vacances scolaires"
    assert days(text, "2027-02-01", "2027-03-07", departement) == expected


def test_public_holidays_are_those_of_the_departement():
    text = "tous les vendredis sauf jours fériés"
    assert days(text, "2027-03-22", "2027-04-04", "31") == ["03-26", "04-02"]
    assert days(text, "2027-03-22", "2027-04-04", "67") == ["04-02"]  # Good Friday
    assert "12-20" not in days(
        "tous les lundis sauf jours fériés", "2027-12-01", "2027-12-31", "974"
    )


def test_nobody_knows_the_school_holidays_of_corse():
    dates = read_dates("tous les mardis sauf vacances scolaires et jours fériés")
    corse = CALENDARS["2A"]
    first, last = date(2026, 12, 1), date(2026, 12, 31)
    assert dates.days(first, last, corse) == ()
    assert len(dates.doubtful_days(first, last, corse)) == 5
    assert dates.unknown_from(corse) == date.min


def test_the_unknown_begins_after_the_last_published_school_year():
    dates = read_dates("tous les jeudis sauf vacances scolaires")
    assert dates.unknown_from(CALENDARS["31"]) == date(2028, 9, 1)
    autumn = (date(2028, 9, 1), date(2028, 9, 30))
    assert dates.days(*autumn, CALENDARS["31"]) == ()
    assert len(dates.doubtful_days(*autumn, CALENDARS["31"])) == 4


@pytest.mark.parametrize(
    "text",
    [
        "tous les jeudis sauf jours fériés",
        "tous les jeudis du 7 janvier au 24 juin 2027, sauf vacances scolaires",
    ],
)
def test_nothing_is_unknown_without_school_holidays_or_when_the_season_ends_before(text: str):
    assert read_dates(text).unknown_from(CALENDARS["31"]) is None


def test_a_season_that_begins_later_and_one_that_is_over():
    text = "tous les mardis du 5 janvier au 26 janvier 2027"
    assert days(text, "2026-01-01", "2027-12-31") == ["01-05", "01-12", "01-19", "01-26"]
    assert days(text, "2027-01-27", "2027-12-31") == []
    assert days(text, "2026-01-01", "2027-01-04") == []


def test_exceptions():
    text = (
        "tous les mardis du 5 janvier au 9 février 2027, sauf le 12 janvier et du 26 au 31 janvier"
    )
    assert days(text, "2027-01-01", "2027-12-31") == ["01-05", "01-19", "02-02", "02-09"]
