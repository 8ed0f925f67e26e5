"""Whom to call first, and what to ask."""

from __future__ import annotations

import datetime

import pytest

from plugins.quality.computed.place_lines import FACTS, Doubt, PlaceLine, place_line
from plugins.quality.computed.questions import ASKED, questions_for
from plugins.quality.computed.urgency import to_call, urgency, years
from tests.support.desk import TODAY
from tests.support.places import full_place, place

DOUBT = Doubt("point", "x", "x")


def line_of(people: float = 100, doubts: tuple[Doubt, ...] = (), **fields: object) -> PlaceLine:
    stated: dict[str, object] = {
        "date_maj": "2024-11-30",
        "source": [],
        "verifie_le": None,
        "verifie_par": None,
    }
    return place_line(full_place(**(stated | fields)), "31254", "Labège", people, doubts, TODAY)


def test_a_record_that_a_person_has_just_checked_is_left_in_peace():
    line = line_of(verifie_le="2026-10-01", verifie_par="mairie", telephone=[])
    assert urgency(line, TODAY) == 0
    assert to_call([line], TODAY) == []


def test_the_three_factors_multiply():
    years_old = (TODAY - datetime.date(2024, 11, 30)).days / 365.25
    assert urgency(line_of(), TODAY) == pytest.approx(100 * years_old)
    assert urgency(line_of(people=200), TODAY) == pytest.approx(200 * years_old)
    assert urgency(line_of(telephone=[]), TODAY) == pytest.approx(100 * years_old * 3)
    assert urgency(line_of(doubts=(DOUBT,) * 5), TODAY) == pytest.approx(100 * years_old * 3)


@pytest.mark.parametrize(
    ("news", "expected"),
    [
        (None, 5),
        (datetime.date(2001, 1, 1), 5),
        (TODAY, 0.25),
        (TODAY + datetime.timedelta(days=9), 0.25),
    ],
)
def test_an_age_has_bounds(news: datetime.date | None, expected: float):
    assert years(news, TODAY) == expected


def test_equals_are_in_the_order_of_their_ids():
    lines = [line_of()._replace(id=f"31/{name}") for name in "cab"]
    assert [line.id for line in to_call(lines, TODAY)] == ["31/a", "31/b", "31/c"]


def test_more_people_come_first_then_older_facts_then_what_is_missing():
    many, old, poor, usual = (
        line_of(people=1000),
        line_of(date_maj="2022-11-30"),
        line_of(frais_a_charge=[]),
        line_of(people=50),
    )
    found = to_call([usual, poor, old, many], TODAY)
    assert found == [many, *sorted([old, poor], key=lambda one: -urgency(one, TODAY)), usual]


@pytest.mark.parametrize(
    "line",
    [
        line_of(),
        line_of(date_maj="2026-11-01"),
        line_of(horaires=None, telephone=[]),
        place_line(place(), "31254", "Labège", 1, (), TODAY),
    ],
    ids=["old", "recent", "poor", "bare"],
)
def test_three_questions_each_asked_once(line: PlaceLine):
    asked = questions_for(line)
    assert len(asked) == ASKED
    assert len({question.column for question in asked}) == ASKED


def test_what_is_missing_is_asked_first():
    bare = place_line(place(), "31254", "Labège", 1, (), TODAY)
    assert set(bare.missing) == set(FACTS)
    assert [question.column for question in questions_for(bare)] == [
        "ouvert",
        "nouveaux_horaires",
        "nouveau_telephone",
    ]
