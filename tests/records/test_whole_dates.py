"""A hint about some words of a line of dates is the whole line, or is not pasted."""

from datetime import date

import pytest

from plugins.records.hints.hint_texts import hint_texts
from plugins.records.hints.whole_dates import IN_LINE, dates_hint
from plugins.recurrence import DatesError, read_dates

TODAY = date(2026, 11, 30)


def hint(line: str) -> str:
    with pytest.raises(DatesError) as refused:
        read_dates(line, today=TODAY)
    return dates_hint(line, refused.value, TODAY)


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("tous les mardis de 16h à 14h", "tous les mardis de 14h à 16h"),
        ("les 3 et 10 décembre de 14h à 16h", "les 3 et 10 décembre 2026 de 14h à 16h"),
        ("tous les marids de 14h à 16h", "tous les mardis de 14h à 16h"),
    ],
)
def test_words_are_put_in_their_line(line: str, whole: str):
    assert f"« {whole} »" in hint(line)
    assert read_dates(whole, today=TODAY).spans


@pytest.mark.parametrize(
    "line",
    [
        "mardi 6 octobre 2027 de 9h à 11h",
        "tous les mardis de 14h à 16h du 29 juin 2027 au 6 octobre 2026",
        "tous les 1er et 3e mardis du mois 14h/16h",
    ],
)
def test_words_that_have_no_sure_place_are_not_pasted_for_the_line(line: str):
    assert hint(line).startswith(IN_LINE)
    assert hint_texts(hint(line)) is None
