"""What volunteers type is read, or refused with what to write instead."""

import csv
from datetime import date
from pathlib import Path

import pytest

from plugins.hours import Span
from plugins.recurrence import DatesError, read_dates

TODAY = date(2026, 11, 22)

FIXTURES = Path(__file__).parent / "fixtures"


def rows(name: str) -> list[list[str]]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


@pytest.mark.parametrize(("text", "french"), rows("lues.csv"))
def test_it_is_read(text: str, french: str):
    assert read_dates(text).to_french() == french


@pytest.mark.parametrize(("text", "word", "message", "hint"), rows("refusees.csv"))
def test_it_is_refused_with_what_to_write(text: str, word: str, message: str, hint: str):
    with pytest.raises(DatesError) as refused:
        read_dates(text, today=TODAY)
    assert message in refused.value.message
    assert refused.value.hint == hint
    assert text[refused.value.at :].startswith(word)


@pytest.mark.parametrize(
    "text", ["", "  ", "bonjour", "14h-16h", "sauf", "x" * 501, "le mardi " * 60]
)
def test_what_says_nothing_is_refused_with_an_example(text: str):
    with pytest.raises(DatesError) as refused:
        read_dates(text)
    assert refused.value.hint


def test_the_times_of_a_line_are_sessions_in_order():
    dates = read_dates("le mardi 14h-15h, 9h-10h, 15h-16h")
    assert dates.spans == (Span(540, 600), Span(840, 900), Span(900, 960))


def test_a_line_may_leave_the_hours_out():
    assert read_dates("tous les mardis").spans == ()


def test_single_days_tell_when_the_season_begins_and_ends():
    dates = read_dates("les 3, 10 et 17 mars 2026")
    assert (dates.start, dates.until) == (date(2026, 3, 3), date(2026, 3, 17))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("le 14 octobre 2026", None),
        ("tous les jours du 6 au 10 juillet 2026", "FREQ=DAILY;UNTIL=20260710"),
        ("tous les mardis et jeudis en juillet", "FREQ=WEEKLY;BYDAY=TU,TH;BYMONTH=7"),
        ("un mardi sur deux à partir du 6 octobre 2026", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("le premier et le dernier lundi du mois", "FREQ=MONTHLY;BYDAY=1MO,-1MO"),
    ],
)
def test_the_rule_of_a_line(text: str, rule: str | None):
    assert read_dates(text).rule() == rule
