"""One French of time: each everyday phrase is read by hours and by dates, or refused by both."""

import re
from datetime import date

import pytest

from plugins.hours import HoursError, OpeningHours, read_hours
from plugins.recurrence import DatesError, read_dates
from tests.support.hours import calendar_of
from tests.support.phrases import PHRASES

TODAY = date(2026, 11, 22)
REFUSED = "refusé : "
FIELDS = {"exceptions", "horaires", "dates", "inscription", "du", "au", "h"}
UNSAID_DAYS = re.compile(r"(?:^|; )(?![PS]H)[A-Z][\w,-]* unknown(?=[;,]|$)")
PHRASES_ALONE = [phrase for phrase, _, _ in PHRASES]


class RefusedError(Exception):
    """What either grammar says of a phrase that it does not read."""

    def __init__(self, error: HoursError | DatesError) -> None:
        super().__init__(error.message)
        self.message, self.hint = error.message, error.hint


def hours(phrase: str) -> str:
    """The OSM rules of a phrase, without the days that it does not mention."""
    try:
        week = read_hours(phrase, today=TODAY)
    except HoursError as error:
        raise RefusedError(error) from error
    said = OpeningHours(week, (), calendar_of()).expression
    return UNSAID_DAYS.sub("", said).lstrip(";, ")


def dates(phrase: str) -> str:
    """The normal sentence of a phrase."""
    try:
        return read_dates(phrase, today=TODAY).to_french()
    except DatesError as error:
        raise RefusedError(error) from error


def refusal(read, phrase: str) -> RefusedError | None:
    try:
        read(phrase)
    except RefusedError as error:
        return error
    return None


@pytest.mark.parametrize("read", [hours, dates])
@pytest.mark.parametrize(("phrase", "of_hours", "of_dates"), PHRASES, ids=PHRASES_ALONE)
def test_each_phrase_is_read_or_refused_with_the_way_to_write_it(read, phrase, of_hours, of_dates):
    expected = of_hours if read is hours else of_dates
    if expected.startswith(REFUSED):
        with pytest.raises(RefusedError) as refused:
            read(phrase)
        assert expected.removeprefix(REFUSED) in refused.value.hint
    else:
        assert read(phrase) == expected


def test_there_are_at_least_sixty_phrases_each_once():
    assert len(set(PHRASES_ALONE)) == len(PHRASES) >= 60


def replacements(hint: str) -> list[str]:
    """What a hint proposes to write, fields of records and examples with «…» aside."""
    quoted = re.findall(r"« ([^»]*) »", hint)
    return [text for text in quoted if text not in FIELDS and "…" not in text]


def pasted(phrase: str, refused: RefusedError, replacement: str) -> list[str]:
    """The ways to put a replacement: alone, for the words at fault, with a day or with hours."""
    fault = re.match(r"« ([^»]*) »", refused.message)
    words = fault[1] if fault else phrase
    typed = re.compile(re.escape(words), re.IGNORECASE).sub(lambda _: replacement, phrase)
    return [replacement, typed, f"mardi {replacement}", f"{replacement} 9h-12h",
            f"mardi 9h-12h {replacement}", f"mardi 9h-12h sauf {replacement}"]  # fmt: skip


@pytest.mark.parametrize("read", [hours, dates])
@pytest.mark.parametrize("phrase", PHRASES_ALONE)
def test_every_proposed_replacement_is_read(read, phrase):
    refused = refusal(read, phrase)
    if refused is None:
        return
    for replacement in replacements(refused.hint):
        ways = pasted(phrase, refused, replacement)
        assert any(refusal(read, way) is None for way in ways), replacement


@pytest.mark.parametrize("phrase", PHRASES_ALONE)
def test_what_one_reads_the_other_reads_or_says_where_to_write(phrase):
    refused = [refusal(read, phrase) for read in (hours, dates)]
    if None not in refused:
        return
    for error in filter(None, refused):
        named = set(re.findall(r"« (\w+) »", error.hint)) & FIELDS
        is_line = "une ligne" in error.hint or "« sauf … »" in error.hint
        assert named or is_line or replacements(error.hint), error.hint
