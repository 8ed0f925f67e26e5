"""Dates, holidays and exceptional hours that meet: which wins, in intervals and in words."""

from datetime import date

import pytest

from plugins.hours import HoursError, OpeningHours, State, read_exception, read_hours
from tests.support.hours import calendar_of

START = date(2026, 12, 1)


def opening(value, *exceptions) -> OpeningHours:
    dated = [read_exception(*one) for one in exceptions]
    return OpeningHours(read_hours(value), dated, calendar_of())


def spans(hours: OpeningHours, day: str) -> list[tuple[int, int]]:
    return [(one.start // 60, one.end // 60) for one in hours.plan(date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("value", "day", "expected"),
    [
        ({"tous les jours": "9h-18h", "jours fériés": "10h-12h",
          "le 25 décembre et le 1er janvier": "fermé"}, "2026-12-25", []),
        ("tous les jours 9h-18h jours fériés compris sauf le 1er mai", "2027-05-01", []),
        ("Mo-Sa 09:00-19:00; Su,PH 10:00-12:00; Dec 25,Jan 1 off", "2026-12-25", []),
        ("24/7; Dec 25 off", "2026-12-25", []),
        ("24/7; Aug off", "2027-08-15", []),
        ("24/7; SH off", "2026-12-25", []),
        ("24h/24 7j/7, fermé en août", "2027-08-15", []),
        ("24h/24 7j/7, fermé en août", "2026-12-25", [(0, 24)]),
        ("Mo-Fr 09:00-17:00; PH off; Dec 25 10:00-12:00", "2026-12-25", [(10, 12)]),
        ("Mo-Fr 09:00-17:00; Dec 25 10:00-12:00; PH off", "2026-12-25", []),
        ("PH off; Mo-Fr 09:00-17:00", "2026-12-25", []),
        ("PH off; Sa[1] 09:00-12:00", "2027-05-01", []),
        ({"mercredi": "9h-17h", "14 juillet": "10h-12h", "jours fériés": "fermé"},
         "2027-07-14", [(10, 12)]),
        ({"mercredi": "9h-17h", "14 juillet": "10h-12h"}, "2027-07-14", [(10, 12)]),
        ("Mo-Fr 09:00-17:00; SH 10:00-12:00; 2026 Dec 24-2027 Jan 2 off", "2026-12-29", []),
        ("Mo-Fr 09:00-17:00; SH 10:00-12:00; Dec 25-Jan 1 off", "2026-12-29", []),
        ("Mo-Fr 09:00-17:00; SH 10:00-12:00; Aug off", "2027-08-03", []),
        ("Mo 09:00-17:00; SH off; Jul-Aug Mo-Fr 09:00-12:00", "2027-07-12", [(9, 12)]),
        ({"lundi": "9h-17h", "vacances scolaires": "10h-12h",
          "du 24 décembre au 2 janvier": "fermé"}, "2026-12-28", []),
    ],
)  # fmt: skip
def test_the_more_precise_date_wins(value, day, expected):
    hours = opening(value)
    assert spans(hours, day) == expected
    asked = date.fromisoformat(day)
    soon = [one for one in hours.closures(asked, 1) if one.start <= asked <= one.end]
    assert len(soon) <= 1, "one answer for one day"
    assert all((one.state is State.CLOSED) == (not expected) for one in soon)


@pytest.mark.parametrize("hours", ["9h-12h", "9h-17h"])
@pytest.mark.parametrize("school", ["fermé", "10h-11h"])
def test_a_season_within_school_holidays_that_say_otherwise_is_refused(hours, school):
    with pytest.raises(HoursError, match="se mêlent") as refused:
        read_hours({"lundi": "9h-17h", "vacances scolaires": school, "juillet-août": hours})
    assert "« de juillet à août »" in refused.value.hint
    assert "« vacances scolaires »" in refused.value.hint


def test_rules_that_wait_for_one_another_are_refused():
    with pytest.raises(HoursError, match="laquelle"):
        read_hours("PH 10:00-12:00; Dec off; Sa[1] 09:00-12:00")
    with pytest.raises(HoursError, match="« PH off »"):
        read_hours("Mo-Fr 09:00-12:00; PH off, Dec 25 10:00-12:00")


def test_exceptional_hours_say_what_is_asked_and_why():
    hours = opening("Mo-Fr 09:00-12:00", ("2026-12-14", "2026-12-18", "sur rendez-vous", "Travaux"),
                    ("2026-12-21", "", "?", "Déménagement"))  # fmt: skip
    first, second = (text.replace("\u00a0", " ") for text in hours.news(START, 30))
    assert first.endswith(": sur rendez-vous (Travaux)")
    assert second.endswith(": appelez avant de venir (Déménagement)")


def test_exceptional_hours_name_the_days_that_they_change():
    week = {"mardi": "9h-12h", "mercredi": "sur rendez-vous", "le 1er samedi du mois": "10h-12h"}
    hours = opening(week, ("2026-12-01", "2026-12-20", "14h-16h"))
    (news,) = hours.news(START, 30)
    assert "le mardi et le mercredi de 14\u202fh à 16\u202fh" in news
    states = [{one.state for one in hours.plan(date(2026, 12, day))} for day in (1, 3, 5)]
    assert states == [{State.OPEN}, {State.UNKNOWN}, {State.UNKNOWN}]


@pytest.mark.parametrize("note", ["semaines paires", "hors vacances scolaires", "selon saison"])
def test_a_comment_that_may_say_when_leaves_hours_unknown(note):
    hours = opening(f'Mo-Fr 09:00-12:00 "{note}"')
    assert {(one.state, one.note) for one in hours.plan(START)} == {(State.UNKNOWN, note)}
    assert not hours.linked(START)


@pytest.mark.parametrize("note", ["sans rendez-vous", "sonnez deux fois"])
def test_a_plain_comment_leaves_hours_certain(note):
    assert opening(f'Mo-Fr 09:00-12:00 "{note}"').linked(START)


def test_hours_that_a_rule_with_a_comment_erases_are_remarked():
    week = read_hours('Mo 09:00-12:00; Mo 14:00-17:00 unknown "sur rendez-vous"')
    (doubt,) = week.remarks
    assert 'Mo 09:00-12:00, Mo 14:00-17:00 unknown "sur rendez-vous"' in doubt.hint


def test_days_named_in_a_comment_are_not_french_typing():
    text = 'Th 09:00-12:00 unknown "un jeudi sur deux à partir du 3 décembre 2026"'
    assert opening(text).expression == opening(opening(text).expression).expression
    assert read_hours('Mo 09:00-12:00; Sa 10:00-12:00 "1er samedi du mois"').rules


def test_nobody_wrote_the_holidays_of_round_the_clock():
    assert not read_hours("24/7; PH off").remarks
