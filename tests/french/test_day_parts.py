"""Parts of a day, and the hours that they may mean."""

import pytest

from plugins.french.day_parts import (
    AFTERNOON,
    EVENING,
    MORNING,
    SaidPart,
    are_told,
    is_in,
    part_of,
    without,
)

NINE_NOON, TWO_FIVE, SIX_EIGHT = (540, 720), (840, 1020), (1080, 1200)


@pytest.mark.parametrize(
    ("text", "part"),
    [("matin", MORNING), ("Matinées", MORNING), ("l'après-midi", AFTERNOON), ("soirée", EVENING)],
)
def test_words_of_a_part(text, part):
    assert part_of(text) == part


@pytest.mark.parametrize(
    ("part", "span", "expected"),
    [
        (MORNING, NINE_NOON, True),
        (MORNING, TWO_FIVE, False),
        (MORNING, (540, 1020), False),
        (AFTERNOON, TWO_FIVE, True),
        (AFTERNOON, NINE_NOON, False),
        (EVENING, SIX_EIGHT, True),
        (EVENING, (1320, 120), True),
        (MORNING, (1320, 120), False),
    ],
)
def test_hours_may_be_called_so(part, span, expected):
    assert is_in(part, *span) is expected


@pytest.mark.parametrize(
    ("parts", "days", "spans", "expected"),
    [
        ([], 2, [NINE_NOON], True),
        ([SaidPart(MORNING, 1)], 2, [NINE_NOON], True),
        ([SaidPart(MORNING, 1), SaidPart(AFTERNOON, 1)], 1, [NINE_NOON, TWO_FIVE], True),
        ([SaidPart(MORNING, 1), SaidPart(AFTERNOON, 2)], 2, [NINE_NOON, TWO_FIVE], False),
        ([SaidPart(MORNING, 1)], 2, [NINE_NOON, TWO_FIVE], False),
        ([SaidPart(MORNING, 1), SaidPart(AFTERNOON, 1)], 1, [NINE_NOON], False),
    ],
)
def test_hours_tell_all_that_parts_say_of_every_day(parts, days, spans, expected):
    assert are_told(parts, days, spans) is expected


@pytest.mark.parametrize(
    ("part", "spans", "left"),
    [
        (AFTERNOON, [NINE_NOON, TWO_FIVE], [NINE_NOON]),
        (MORNING, [NINE_NOON, TWO_FIVE], [TWO_FIVE]),
        (EVENING, [NINE_NOON, SIX_EIGHT], [NINE_NOON]),
        (MORNING, [(540, 1020)], None),
        (MORNING, [NINE_NOON], None),
        (AFTERNOON, [NINE_NOON], None),
        (AFTERNOON, [NINE_NOON, (840, 1200)], None),
    ],
)
def test_what_is_left_without_a_part(part, spans, left):
    assert without(part, spans) == left
