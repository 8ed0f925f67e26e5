"""Lines with several conditions or parts of a day: read as they mean, or refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.french.day_parts import AFTERNOON, MORNING, without
from plugins.hours import HoursError, OpeningHours, State, read_hours
from plugins.hours.model import Occasion
from tests.support.hours import DAYS, calendar_of, typed

APPOINTMENT, FREE, IN_TERM = "sur rendez-vous", "sans rendez-vous", "hors vacances scolaires"
PARTLY = "en partie sur rendez-vous"
MORNINGS = [(540, 720), (510, 750), (600, 690)]
AFTERNOONS = [(840, 1020), (780, 990), (870, 1080)]
CONDITIONS = st.sampled_from(["", APPOINTMENT, FREE, IN_TERM])
PARTS = {MORNING: MORNINGS, AFTERNOON: AFTERNOONS}


def meaning(text: str) -> dict[int, tuple[list[tuple[int, ...]], str, bool]] | None:
    """Of each day that is open: its hours, its note, whether holidays are left out of it."""
    try:
        week = read_hours(text)
    except HoursError as error:
        for way in re.findall(r"« ([^»]*\dh[^»]*) »", error.hint):
            if "…" not in way:
                read_hours(way)  # a line to paste, and not one more refusal
        return None
    doubt = {day for rule in week.rules if rule.occasion is Occasion.SCHOOL_HOLIDAY
             for day in rule.days}  # fmt: skip
    return {
        day: ([tuple(span) for span in rule.spans], rule.note, day in doubt)
        for rule in week.rules
        if rule.state is State.OPEN and not rule.occasion
        for day in rule.days
    }


def with_condition(span: tuple[int, int], condition: str, *, aside: bool) -> str:
    text = f"({condition})" if aside and condition else condition
    return f"{typed([span])} {text}".strip()


@given(
    st.sampled_from(DAYS), st.sampled_from(MORNINGS), st.sampled_from(AFTERNOONS), CONDITIONS,
    CONDITIONS, st.sampled_from([", ", " et ", " ; ", " / "]), st.booleans(),
)  # fmt: skip
def test_two_conditions_of_a_day_are_never_read_as_one(
    day, morning, afternoon, first, last, link, aside
):
    line = with_condition(morning, first, aside=aside) + link
    line += with_condition(afternoon, last, aside=aside)
    read = meaning(f"{day} {line}")
    if read is None:
        return
    hours, note, in_term = read[DAYS.index(day)]
    assert hours == [morning, afternoon]
    if not first or first == last:  # said after all the hours, it is of all
        assert (note, in_term) == ("" if last == IN_TERM else last, last == IN_TERM)
    else:
        assert (first, last, note) == (APPOINTMENT, "", PARTLY)


@given(
    st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True),
    st.tuples(CONDITIONS, CONDITIONS), st.sampled_from(MORNINGS), st.sampled_from(AFTERNOONS),
    st.sampled_from([", ", " ; ", ". "]), st.sampled_from([" : ", ", ", " "]), st.booleans(),
)  # fmt: skip
def test_a_condition_before_a_list_is_of_all_of_it_or_refused(
    days, conditions, morning, afternoon, link, colon, last_has_one
):
    lead, own = conditions
    items = f"{days[0]} {typed([morning])}{link}{days[1]} {typed([afternoon])}"
    items += f" {own}" if last_has_one else ""
    read = meaning(f"{lead}{colon}{items}" if lead else items)
    if read is None or not lead or (last_has_one and own):
        return
    expected = ("" if lead == IN_TERM else lead, lead == IN_TERM)
    assert read == {
        DAYS.index(days[0]): ([morning], *expected),
        DAYS.index(days[1]): ([afternoon], *expected),
    }


@given(
    st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True),
    st.tuples(st.sampled_from(sorted(PARTS)), st.sampled_from(["", *PARTS])),
    st.lists(st.sampled_from([*MORNINGS, *AFTERNOONS]), min_size=1, max_size=2, unique=True),
    st.sampled_from([" et ", ", ", " "]),
)  # fmt: skip
def test_two_parts_of_a_day_are_never_read_as_one(days, parts, spans, link):
    hours = ", ".join(typed([span]) for span in sorted(spans))
    read = meaning(f"{days[0]} {parts[0]}{link}{days[1]} {parts[1]} {hours}")
    if read is None:
        return
    assert parts[1] in ("", parts[0])
    assert all(span in PARTS[parts[0]] for span in spans)
    assert set(read) == {DAYS.index(day) for day in days}


@given(
    st.sampled_from(DAYS[:5]), st.sampled_from([MORNING, AFTERNOON, "soir"]),
    st.lists(st.sampled_from([*MORNINGS, *AFTERNOONS, (540, 1020)]), min_size=1, max_size=2),
    st.sampled_from(["sauf {0} {1}", "sauf le {0} {1}", "(sauf {0} {1})", "hors {1} du {0}"]),
)  # fmt: skip
def test_a_part_of_a_day_left_out_closes_this_part_only(day, part, spans, words):
    if len(spans) == 2 and sorted(spans)[0][1] >= sorted(spans)[1][0]:
        return
    hours = sorted(spans)
    read = meaning(f"du lundi au vendredi {typed(hours)} {words.format(day, part)}")
    if read is None:
        return
    left = without(part, hours)
    assert left
    assert read == {n: (left if DAYS[n] == day else hours, "", False) for n in range(5)}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"mercredi": "fermé", "du lundi au vendredi": "9h-12h"}, "Mo,Tu,Th,Fr 09:00-12:00"),
        ({"du lundi au vendredi": "9h-12h", "mercredi": "fermé"}, "Mo,Tu,Th,Fr 09:00-12:00"),
        ({"août": "fermé le lundi, mardi 9h-12h", "lundi": "9h-12h"},
         "Mo 09:00-12:00; Aug Mo off; Aug Tu 09:00-12:00"),
        ({"vacances scolaires": "fermé le lundi, du mardi au vendredi 10h-17h"},
         "SH Mo off; SH Tu-Fr 10:00-17:00"),
        ({"vacances scolaires": "mercredi fermé, du lundi au vendredi 9h-12h"},
         "SH We off; SH Mo,Tu,Th,Fr 09:00-12:00"),
        ({"en août": "lundi et mardi 9h-12h, 14h-17h sauf mardi après-midi"},
         "Aug Mo 09:00-12:00,14:00-17:00; Aug Tu 09:00-12:00"),
        ({"mardi": "9h-12h, vacances scolaires 10h-12h"}, "Tu 09:00-12:00; SH Tu 10:00-12:00"),
        ({"hors vacances scolaires": "mardi 9h-12h ; jeudi 14h-17h"},
         "Tu 09:00-12:00; Th 14:00-17:00; SH Tu,Th unknown"),
        ({"vacances scolaires": "10h-12h le mardi"}, "SH Tu 10:00-12:00"),
        ('"sur rendez-vous"', 'Mo-Su unknown "sur rendez-vous"'),
    ],
)  # fmt: skip
def test_lines_of_a_record(value, expected):
    said = OpeningHours(read_hours(value), (), calendar_of()).expression
    unsaid = re.compile(r"(?:^|; )(?![PS]H)[A-Z][\w,-]* unknown(?=;|$)")
    assert unsaid.sub("", said).lstrip("; ") == expected


@pytest.mark.parametrize("link", [", ", " ", " ; "])
@pytest.mark.parametrize(
    "dates",
    ["le 1er mardi du mois", "le 1er et le 3e mardi du mois", "les jours fériés",
     "pendant les vacances scolaires", "un mardi sur deux à partir du 1er décembre 2026",
     "en août", "le 25 décembre"],
)  # fmt: skip
def test_hours_after_dates_that_are_closed_are_never_of_these_dates(dates, link):
    for value in ({"mardi": f"fermé {dates}{link}9h-12h"}, f"mardi fermé {dates}{link}9h-12h"):
        with pytest.raises(HoursError):
            read_hours(value)


@pytest.mark.parametrize(
    ("dates", "opens"),
    [("le 1er mardi du mois", "Tu[1]"), ("jours fériés", "PH"), ("vacances scolaires", "SH Tu")],
)
def test_dates_set_apart_from_a_closed_day_open_it(dates, opens):
    week = read_hours({"mardi": f"fermé, {dates} 9h-12h"})
    assert f"{opens} 09:00-12:00" in OpeningHours(week, (), calendar_of()).expression


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ({"vacances scolaires": "fermé sauf le mardi"}, "« vacances scolaires: mardi 9h-12h »"),
        ({"août": "9h-12h le mardi, jeudi 14h-17h", "lundi": "9h-12h"}, "nommez-les"),
        ({"vacances scolaires": "lundi et mardi 9h-12h, mardi et jeudi 10h-12h"},
         "gardez une seule ligne"),
        ({"lundi, dimanche": "fermé", "lundi, mardi": "9h-12h"}, "gardez une seule fois"),
        ({"mardi": "fermé sauf jours fériés"}, "« jours fériés: 9h-12h »"),
        ({"mardi": "9h-12h sur rendez-vous sauf le mardi"}, "« mardi: fermé »"),
    ],
)  # fmt: skip
def test_lines_of_a_record_that_may_mean_two_things(value, hint):
    with pytest.raises(HoursError) as refused:
        read_hours(value)
    assert hint in refused.value.hint
