"""As long as the fingerprint of a place is the same from day to day, its pages say the same."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.records.checks import Context
from plugins.records.entry import Places, entry_of
from plugins.records.model.place import Place
from plugins.records.repository import Repository
from plugins.records.turns.turned import holiday_marks, on_day
from tests.support.hours import french_weeks
from tests.support.places import gazetteer, place

SOON = 60
"""Days, as the templates have them."""
DAYS = st.dates(date(2026, 7, 1), date(2027, 12, 1))
EXCEPTIONS = st.lists(
    st.builds(
        lambda first, length, hours: {
            "du": first.isoformat(),
            "au": (first + timedelta(days=length)).isoformat(),
            "horaires": hours,
        },
        DAYS,
        st.integers(0, 40),
        st.sampled_from(["fermé", "10h-12h"]),
    ),
    max_size=2,
)
RHYTHMS = st.sampled_from(
    [
        "Mo-Fr 09:00-12:00",
        "Tu 09:00-12:00; PH off",
        "Mo[1] 10:00-16:00",
        {"lundi": "9h-12h", "un mardi sur deux à partir du 6 octobre 2026": "14h-16h"},
        {"lundi": "9h-12h", "du 1er juillet au 31 août": "fermé"},
    ]
)


def fingerprint(shown: Place, day: date) -> tuple[bytes, bytes]:
    """Of its entry on a day, and of the holidays that its page announces."""
    entry = entry_of(shown, b"record")
    places = Places([entry], lambda _: shown)
    repository = Repository(places, [], None, Context(gazetteer(), day), {}, {})
    (dated,) = on_day(repository, "code").places.entries
    return dated.fingerprint, holiday_marks(repository)(shown.id)


def said(shown: Place, day: date) -> object:
    """What pages, frames and sheets say of it on a day."""
    hours = shown.help_hours
    return (
        shown.freshness(day).level,
        [(message.du <= day, message.au and message.au < day) for message in shown.annonces],
        [hours.rows(day, notices=notices) for notices in (True, False)],
        hours.line(today=day),
        hours.news(day, SOON),
        hours.far_news(day, SOON),
        hours.dates_ahead(day),
        hours.linked(day),
    )


@settings(deadline=None, max_examples=60)
@given(
    st.one_of(french_weeks(), RHYTHMS),
    EXCEPTIONS,
    DAYS,
    st.integers(0, 900),
    st.integers(1, 20),
)
@example("Mo-Fr 09:00-12:00", [], date(2026, 12, 25), 183, 1)
@example({"lundi": "9h-12h", "du 1er juillet au 31 août": "fermé"}, [], date(2026, 8, 31), 10, 1)
def test_equal_fingerprints_are_equal_pages(week, exceptions, day, age, later):
    shown = place(
        horaires=week,
        exceptions=exceptions,
        verifie_le=(day - timedelta(days=age)).isoformat(),
        annonces=[{"du": day.isoformat(), "au": day.isoformat(), "texte": "Travaux"}],
    )
    then = day + timedelta(days=later)
    if (day.year, day.month < 7) != (then.year, then.month < 7):
        return  # every page is made again: the code of hours, and years that are not said
    before, after = fingerprint(shown, day), fingerprint(shown, then)
    if before[0] == after[0]:
        assert said(shown, day) == said(shown, then)
        if before[1] == after[1]:  # its own page
            closures = (shown.opening_hours.closures(each, SOON) for each in (day, then))
            assert next(closures) == next(closures)


@pytest.mark.parametrize(
    ("fields", "turns"),
    [
        ({}, []),
        ({"verifie_le": "2026-06-05"}, [date(2026, 12, 6)]),
        ({"verifie_le": "2024-12-10"}, [date(2026, 12, 12)]),
        ({"exceptions": [{"du": "2026-12-20", "horaires": "fermé"}]}, [date(2026, 12, 21)]),
        ({"exceptions": [{"du": "2027-02-10", "horaires": "fermé"}]}, [date(2026, 12, 13)]),
        ({"horaires": "Mo[1] 10:00-16:00"}, [date(2026, 12, 8)]),
        (
            {"annonces": [{"du": "2026-12-15", "au": "2026-12-18", "texte": "Travaux"}]},
            [date(2026, 12, 15), date(2026, 12, 19)],
        ),
    ],
)
def test_a_place_turns_on_few_days_of_a_month(fields, turns):
    shown = place(**{"horaires": "Mo-Fr 09:00-12:00", **fields})
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(31)]
    found = [fingerprint(shown, day)[0] for day in days]
    assert [
        day for day, one, before in zip(days[1:], found[1:], found, strict=False) if one != before
    ] == turns


def test_a_page_turns_with_the_holidays_that_come_and_go():
    shown = place(horaires="Mo-Fr 09:00-12:00")
    days = [date(2026, 12, 1) + timedelta(days=n) for n in range(31)]
    found = [fingerprint(shown, day)[1] for day in days]
    turns = [
        day for day, one, before in zip(days[1:], found[1:], found, strict=False) if one != before
    ]
    assert turns == [date(2026, 12, 26)]
