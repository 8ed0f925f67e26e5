"""OSM texts mean for us what they mean for the public reader of such texts, and so do ours."""

import re
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opening_hours import OpeningHours as Oracle

from plugins.hours import HoursError, OpeningHours, Span, State, read_hours
from plugins.hours.read.precedence import cut
from tests.support.hours import calendar_of, french_weeks, spans

DAYS = ("Mo", "Tu", "We", "Sa", "Mo-Fr", "Sa,Su", "Mo-Su")
RANKED = ("Mo[1]", "Sa[-1]", "We[1,3]")
DATED = ("Jul-Aug", "Sep-Jun", "Aug 10-20", "Dec")
MINUTES = (*range(5, 1440, 30),)
YEAR = 366


def expression(text: str) -> str:
    return OpeningHours(read_hours(text), (), calendar_of()).expression


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Mo-Fr 09:00-18:00; Mo-Fr 12:00-14:00 off", "Mo-Fr 09:00-12:00,14:00-18:00"),
        ("Mo-Fr 09:00-20:00; Jul-Aug 19:00-20:00 off",
         "Mo-Fr 09:00-20:00; Jul-Aug Mo-Fr 09:00-19:00"),
        ("Mo-Fr 09:00-18:00; Fr[-1] 16:00-18:00 off", "Mo-Fr 09:00-18:00; Fr[-1] 09:00-16:00"),
        ("Mo-Fr 09:00-17:00; PH 12:00-14:00 off",
         "Mo-Fr 09:00-17:00; PH Mo-Fr 09:00-12:00,14:00-17:00"),
        ("Mo-Fr 09:00-17:00; SH 12:00-24:00 off", "Mo-Fr 09:00-17:00; SH Mo-Fr 09:00-12:00"),
        ("Mo-Fr 09:00-12:00; Mo 08:00-20:00 off", "Tu-Fr 09:00-12:00"),
        ("Jul Mo 09:00-12:00; Jul Mo 08:00-20:00 off", "Jul Mo off"),
        ("Mo-Fr 09:00-12:00; Sa 10:00-11:00 off", "Mo-Fr 09:00-12:00"),
        ("Mo-Fr 09:00-12:00, We off", "Mo,Tu,Th,Fr 09:00-12:00"),
        ("Mo-Fr 09:00-12:00, PH off", "Mo-Fr 09:00-12:00; PH off"),
        ("Mo-Fr 09:00-12:00, Jul-Aug Mo 14:00-17:00",
         "Mo-Fr 09:00-12:00; Jul-Aug Mo 09:00-12:00,14:00-17:00"),
        ("Jul Mo 09:00-12:00, Mo 14:00-17:00", "Mo 14:00-17:00; Jul Mo 09:00-12:00,14:00-17:00"),
        ("Mo 09:00-10:00; Mo[1] 11:00-12:00; Mo 09:00-10:00", "Mo 09:00-10:00"),
        ("Sa[1] off; Sa-Su 10:00-12:00", "Sa,Su 10:00-12:00"),
        ("Jul 14 off; Jul Mo-Su 10:00-12:00", "Jul 10:00-12:00"),
        ("Sa 08:00:00-19:00:00, Fr 08:00:00-19:00:00", "Fr,Sa 08:00-19:00"),
        ("Mo-Fr 8:00:00 - 19:00:00", "Mo-Fr 08:00-19:00"),
        ('Mo 09:00-12:00 "by appointment"', 'Mo 09:00-12:00 open "sur rendez-vous"'),
        ('Mo "on appointment only"', 'Mo unknown "sur rendez-vous"'),
        ("Mo 20:00-26:00; Tu 09:00-12:00", "Mo 20:00-26:00, Tu 09:00-12:00"),
    ],
)  # fmt: skip
def test_each_rule_says_all_of_its_days(text, meaning):
    assert expression(text) == meaning
    assert expression(meaning) == meaning


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Mo-Fr 09:00-18:00; Fr[-1] 16:00-18:00 off; Jul 12:00-14:00 off", "dernière règle"),
        ("Mo 09:00-18:00; Jul Mo 10:00-16:00; PH 12:00-14:00 off", "dernière règle"),
        ('Tu, Th 09:00-11:00, 14:00-16:00 || "by appointment"', "« lundi: sur rendez-vous »"),
        ("Mo 09:00:30-12:00:30", "par exemple"),
    ],
)
def test_what_cannot_be_said_is_refused(text, hint):
    with pytest.raises(HoursError) as refused:
        read_hours(text)
    assert hint in refused.value.hint


@pytest.mark.parametrize(
    "dates",
    ["Feb 30", "Apr 31", "Apr 28-31", "2027 Feb 29", "2026 Feb 29-Mar 02",
     "2026 Dec 24-2026 Dec 20", "Jul,Jun 31"],
)  # fmt: skip
def test_a_date_that_does_not_exist_is_refused(dates):
    with pytest.raises(HoursError, match="n'existe pas"):
        read_hours(f"Mo-Fr 09:00-12:00; {dates} off")
    assert read_hours("Mo-Fr 09:00-12:00; Feb 29 off; Dec 24-Jan 02 off; 2026 Dec 24-Jan 02 off")


@pytest.mark.parametrize(
    ("text", "erased"),
    [
        ("Sa[1] off; Sa-Su 10:00-12:00", "« Sa[1] off »"),
        ("Jul-Aug off; Mo-Fr 09:00-12:00", "« Jul-Aug off »"),
        ("Jul Mo 09:00-12:00; Jul Mo 14:00-17:00", "« Jul Mo 09:00-12:00 »"),
    ],
)
def test_a_rule_that_a_later_one_erases_is_a_doubt(text, erased):
    (doubt,) = read_hours(text).remarks
    assert doubt.message.startswith(erased)


@pytest.mark.parametrize(
    "text",
    [
        "Mo-Fr 09:00-12:00, 14:00-17:00 off", "12:00-14:00 off; Mo-Fr 09:00-18:00",
        "Mo-Fr 22:00-02:00; We 00:00-02:00 off", "Mo-Fr 09:00-12:00; Jul 14:00-17:00 off",
        "Mo-Fr 09:00-12:00; PH 14:00-17:00 off",
    ],
)  # fmt: skip
def test_a_cut_that_takes_no_hour_is_a_doubt(text):
    assert any("n'enlève aucune heure" in doubt.message for doubt in read_hours(text).remarks)


def test_a_cut_that_takes_some_hours_is_no_doubt():
    for text in ("Mo-Fr 09:00-18:00; 12:00-14:00 off", "Mo-Fr 09:00-18:00; PH 17:00-18:00 off"):
        assert not read_hours(text).remarks


def test_hours_that_say_again_a_part_of_the_usual_ones_are_no_doubt():
    assert not read_hours("Mo-Fr 09:00-12:00,14:00-17:00; Tu 09:00-12:00").remarks
    assert read_hours("Mo-Fr 08:30-12:30; Th 13:30-18:30").remarks


@pytest.mark.parametrize(
    ("days", "words"),
    [("Mo", "« un lundi sur deux à partir du … »"),
     ("We,Fr", "« mercredi, vendredi, une semaine sur deux à partir du … »")],
)  # fmt: skip
def test_the_hint_of_a_counted_week_names_its_days(days, words):
    (doubt,) = read_hours(f"week 1-53/2 {days} 09:00-12:00").remarks
    assert words in doubt.hint


def clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@st.composite
def osm_rules(draw: st.DrawFn) -> str:
    selector = draw(st.sampled_from(DAYS + RANKED))
    if selector in DAYS and draw(st.booleans()):
        selector = f"{draw(st.sampled_from(DATED))} {selector}"
    times = ",".join(f"{clock(start)}-{clock(end)}" for start, end in draw(spans()))
    return f"{selector} " + draw(st.sampled_from(["off", times, f"{times} off"]))


@st.composite
def osm_texts(draw: st.DrawFn) -> str:
    text = draw(osm_rules())
    for rule in draw(st.lists(osm_rules(), max_size=3)):
        text += draw(st.sampled_from(["; ", ", "])) + rule
    return text


def disagreement(hours: OpeningHours, text: str) -> str:
    """The first instant of a year on which the public reader does not say as we do; holidays
    aside, which it would have to be given."""
    # It reads «SH Mo 10:00-12:00», Mondays of school holidays, as «SH,Mo»: every Monday.
    ordinary = re.sub(r"(?:^|[;,] )[PS]H [A-Z][^;]*", "", text).removeprefix("; ")
    oracle = Oracle(ordinary or "off", auto_country=False, auto_timezone=False)
    for number in range(0, YEAR, 3):
        day = date(2027, 1, 1) + timedelta(days=number)
        if hours.calendar.public_holiday(day) or hours.calendar.school_holiday(day):
            continue
        plan, night = hours.plan(day), hours.plan(day - timedelta(days=1))
        for minute in MINUTES:
            ours = [each.state for each in night if each.start <= minute + 1440 < each.end]
            ours += [each.state for each in plan if each.start <= minute < each.end]
            instant = datetime(day.year, day.month, day.day) + timedelta(minutes=minute)
            said = str(oracle.state(instant)[0])
            if said != (ours[0] if ours else State.CLOSED):
                return f"{text}: {instant}"
    return ""


@given(osm_texts())
@settings(max_examples=60)
def test_what_we_read_and_write_is_what_the_public_reader_says(text):
    try:
        hours = OpeningHours(read_hours(text), (), calendar_of())
    except HoursError:
        return
    assert not disagreement(hours, text)
    assert not disagreement(hours, hours.expression)
    again = OpeningHours(read_hours(hours.expression), (), calendar_of())
    assert again.week == hours.week


PUBLIC = "2027 May 01,2027 May 08,2027 Jul 14,2027 Aug 15,2027 Nov 01,2027 Nov 11,2027 Dec 25"
SCHOOL = "2027 Jul 03-2027 Aug 31,2027 Oct 23-2027 Nov 07,2027 Dec 18-2027 Dec 31"
"""The holidays of zone C from May on, for a reader who does not know them."""
DATED_DAYS = ("Dec 25", "Jul 14", "May 01,Nov 11", "2027 Dec 24-2028 Jan 02", "Aug", "Jul-Aug",
              "Oct 25-Nov 03", "Dec", "Nov 01")  # fmt: skip


@st.composite
def holiday_texts(draw: st.DrawFn) -> list[str]:
    """Usual hours, then rules of holidays and of dates in any order."""
    what = st.sampled_from(["off", "10:00-12:00", "Mo-Fr 08:00-09:00", "Mo,Sa off"])
    dated = draw(st.lists(st.sampled_from(DATED_DAYS), min_size=1, max_size=2, unique=True))
    kinds = draw(st.permutations([*dated, "SH", "PH"]))
    if kinds.index("PH") < kinds.index("SH"):  # for us, a school holiday opens no public one
        kinds = [one for one in kinds if one != "SH"]
    usual = draw(st.sampled_from(["Mo-Fr 09:00-17:00", "Mo-Su 00:00-24:00", "24/7"]))
    return [usual, *(f"{kind} {draw(what)}" for kind in kinds)]


@given(holiday_texts())
@settings(max_examples=60, deadline=None)
def test_dates_and_holidays_win_as_the_public_reader_says(rules):
    hours = OpeningHours(read_hours("; ".join(rules)), (), calendar_of())
    for text in ("; ".join(rules), hours.expression):
        known = re.sub(r"\bPH\b", PUBLIC, re.sub(r"\bSH\b", SCHOOL, text))
        oracle = Oracle(known, auto_country=False, auto_timezone=False)
        for number in range(245):
            day = date(2027, 5, 1) + timedelta(days=number)
            if date(2027, 5, 5) <= day <= date(2027, 5, 17):
                continue  # Ascension, its bridge and Whit Monday, left out above
            plan = hours.plan(day)
            for minute in (8 * 60 + 30, 11 * 60, 16 * 60):
                ours = [one.state for one in plan if one.start <= minute < one.end]
                said = str(oracle.state(datetime(day.year, day.month, day.day, 0, minute % 60)
                                        + timedelta(hours=minute // 60))[0])  # fmt: skip
                if ours == [State.UNKNOWN] and hours.calendar.public_holiday(day):
                    continue  # of which nothing is said
                assert said == (ours[0] if ours else State.CLOSED), (text, day)


@given(holiday_texts())
@settings(max_examples=60, deadline=None)
def test_no_closure_is_announced_of_a_day_that_opens(rules):
    hours = OpeningHours(read_hours("; ".join(rules)), (), calendar_of())
    announced = hours.closures(date(2027, 6, 20), 240)
    alone = [one.start for one in announced if one.start == one.end]
    assert len(alone) == len(set(alone)), announced
    for one in announced:
        for number in range((one.end - one.start).days + 1 if one.state is State.CLOSED else 0):
            day = one.start + timedelta(days=number)
            within = any(
                (other.start, other.end) != (one.start, one.end) and other.start <= day <= other.end
                for other in announced
            )
            assert within or not hours.plan(day), (rules, one, day)


@given(french_weeks())
@settings(max_examples=60)
def test_what_we_write_of_a_typed_week_is_what_the_public_reader_says(week):
    hours = OpeningHours(read_hours(week), (), calendar_of())
    if hours.expression:
        assert not disagreement(hours, hours.expression)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ({"lundi": "20h-2h", "mardi": "9h-12h"}, "We-Su unknown, Mo 20:00-26:00, Tu 09:00-12:00"),
        (
            {"dimanche": "20h-2h", "lundi": "9h-12h"},
            "Tu-Sa unknown, Mo 09:00-12:00, Su 20:00-26:00",
        ),
        ({"vendredi": "22h-3h", "samedi": "22h-3h"}, "Mo-Th,Su unknown, Fr,Sa 22:00-27:00"),
    ],
)
def test_a_night_is_not_cut_at_midnight_by_the_next_day(typed, written):
    hours = OpeningHours(read_hours(typed), (), calendar_of())
    assert hours.expression == written
    assert not disagreement(hours, written)
    assert read_hours(written) == hours.week


@given(spans(), spans())
def test_a_cut_leaves_the_minutes_that_are_not_cut(opened, out):
    left = {m for start, end in cut(map(Span._make, opened), out) for m in range(start, end)}
    cut_out = {m for start, end in out for m in range(start, end)}
    assert left == {m for start, end in opened for m in range(start, end)} - cut_out
