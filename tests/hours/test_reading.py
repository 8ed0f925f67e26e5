"""What people and tables write, read or refused with a message that helps."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.hours import (
    UNKNOWN_WEEK,
    HoursError,
    OpeningHours,
    State,
    read_exception,
    read_hours,
    to_french,
)
from tests.support.hours import DAYS, calendar_of, french_weeks, spans, typed

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 10, 1)


def expression(value) -> str:
    return OpeningHours(read_hours(value, today=TODAY), (), calendar_of()).expression


def rows(name: str) -> list[dict[str, str]]:
    with (FIXTURES / name).open(encoding="utf-8", newline="") as file:
        return [row | {"line": str(n)} for n, row in enumerate(csv.DictReader(file), 2)]


@pytest.mark.parametrize("row", rows("textes.csv"), ids=lambda row: row["texte"][:40])
def test_real_texts_are_read_or_refused_never_guessed(row):
    if row["attendu"]:
        assert expression(row["texte"]) == row["attendu"]
    else:
        with pytest.raises(HoursError) as refused:
            read_hours(row["texte"], today=TODAY)
        assert refused.value.message
        assert refused.value.hint


@pytest.mark.parametrize("row", rows("semaines.csv"), ids=lambda row: f"line {row['line']}")
def test_real_weeks_of_two_tables(row):
    week = {day: row[day] or "fermé" for day in DAYS}
    if "14h 18h" in row["mardi"]:
        with pytest.raises(HoursError, match="heure seule") as refused:
            read_hours(week)
        assert refused.value.hint == "écrivez « 9h30-12h, 14h-18h »"
        assert [fault.where for fault in refused.value.faults] == [
            ("mardi",),
            ("mercredi",),
            ("jeudi",),
        ]
        return
    read = read_hours(week)
    said = any("00:00 - 00:00" in row[day] for day in DAYS)
    assert bool(read.remarks) is (said or any(row[day] == "-" for day in DAYS))
    assert any(rule.spans and rule.state is State.OPEN for rule in read.rules)


@pytest.mark.parametrize(
    ("typed_as", "expected"),
    [
        ({"lundi": "9 h 30 à 12 h"}, "Mo 09:30-12:00"),
        ({"lundi": "9h-12h sur RV"}, 'Mo 09:00-12:00 open "sur rendez-vous"'),
        ({"lundi": "09:00 - 12:00 / 13:30 - 17:00"}, "Mo 09:00-12:00,13:30-17:00"),
        ({"Lundi": "de 9H à midi"}, "Mo 09:00-12:00"),
        ({"lundi": "9h–12"}, "Mo 09:00-12:00"),
        ({"lundi": "20h-minuit"}, "Mo 20:00-24:00"),
        ({"lundi": "24h/24"}, "Mo 00:00-24:00"),
        ({"lundi": "9h-12h sur RDV"}, 'Mo 09:00-12:00 open "sur rendez-vous"'),
        ({"lundi": "9h-12h sur RDV, 14h-16h"},
         'Mo 09:00-12:00,14:00-16:00 open "en partie sur rendez-vous"'),
        ({"lundi matin": "9h-12h", "lundi après-midi": "14h-16h"}, "Mo 09:00-12:00,14:00-16:00"),
        ({"le premier lundi du mois": "9h-12h"}, "Mo[1] 09:00-12:00"),
        ({"1er et dernier lundis du mois": "9h-12h"}, "Mo[1,-1] 09:00-12:00"),
    ],
)  # fmt: skip
def test_ways_of_typing_a_day(typed_as, expected):
    rest = {day: "fermé" for day in DAYS if day != "lundi"}
    assert expression(typed_as | rest) == expected


@pytest.mark.parametrize(
    ("typed_as", "expected"),
    [
        ({"du lundi au vendredi": "9h-12h", "week-end": "fermé"}, "Mo-Fr 09:00-12:00"),
        ({"lundi, mardi et jeudi": "9h-12h"}, "Mo,Tu,Th 09:00-12:00; We,Fr-Su unknown"),
        ({"tous les jours": "9h-12h", "jours fériés": "fermé"}, "Mo-Su 09:00-12:00; PH off"),
        ({"tous les jours": "9h-12h sauf jours fériés"}, "Mo-Su 09:00-12:00; PH off"),
        ({"du lundi au vendredi": "9h-12h", "week-end": "fermé", "vacances scolaires": "10h-11h"},
         "Mo-Fr 09:00-12:00; SH Mo-Fr 10:00-11:00"),
        ({"du lundi au dimanche": "9h-12h", "vacances scolaires": "lundi 10h-11h ; mardi fermé"},
         "Mo-Su 09:00-12:00; SH Mo 10:00-11:00; SH Tu off"),
        ({"du lundi au dimanche": "9h-12h hors vacances scolaires"},
         "Mo-Su 09:00-12:00; SH unknown"),
        ({"du lundi au dimanche": "fermé"}, "Mo-Su off"),
    ],
)  # fmt: skip
def test_ways_of_typing_several_days(typed_as, expected):
    assert expression(typed_as) == expected


def test_a_day_that_french_typing_leaves_out_is_unknown_and_said():
    week = read_hours({"lundi": "9h-12h"})
    remark = week.remarks[-1]
    assert (
        remark.message == "rien n'est dit pour certains jours : "
        "mardi, mercredi, jeudi, vendredi, samedi, dimanche."
    )
    assert "dimanche: fermé" in remark.hint
    assert expression({"lundi": "9h-12h"}) == "Mo 09:00-12:00; Tu-Su unknown"
    assert expression("Mo 09:00-12:00") == "Mo 09:00-12:00", "in OSM, closed"


@pytest.mark.parametrize("nothing", ["", " ", "-", {}, {"lundi": ""}])
def test_no_hours_at_all_are_unknown(nothing):
    assert read_hours(nothing) == UNKNOWN_WEEK


@pytest.mark.parametrize(
    ("value", "where", "hint"),
    [
        ({"ludni": "9h-12h"}, "ludni", "vouliez-vous dire « lundi » ?"),
        ({"mardi": "9-12"}, "mardi", "écrivez « 9h-12h »"),
        ({"mardi": "14h/17h"}, "mardi", "écrivez « 14h-17h »"),
        ({"mardi": "9h-12h, 14h"}, "mardi", "écrivez aussi l'heure de fin : « 9h-12h, 14h-… »"),
        ({"mardi": "14h-14h"}, "mardi", "écrivez l'heure de fin : « 14h-… »"),
        ({"mardi": "à partir de 14h"}, "mardi", "écrivez aussi l'heure de fin : « 14h-… »"),
        ({"mardi": "dès 14h"}, "mardi", "écrivez aussi l'heure de fin : « 14h-… »"),
        ({"mardi": "après 14h"}, "mardi", "écrivez aussi l'heure de fin : « 14h-… »"),
        ({"mardi": "9h-12h, 14h-"}, "mardi", "l'heure de fin : « 9h-12h, 14h-… »"),
        ({"mardi": "de 14h à la fermeture"}, "mardi", "l'heure de fin : « 14h-… »"),
        ({"mardi": "jusqu'à 12h"}, "mardi", "écrivez aussi l'heure du début : « …-12h »"),
        ({"mardi": "avant midi"}, "mardi", "écrivez aussi l'heure du début : « …-midi »"),
        ({"mardi": "…-12h"}, "mardi", "écrivez aussi l'heure du début : « …-12h »"),
        ("mardi 14h, jeudi 9h-12h", "", "l'heure de fin : « mardi 14h-…, jeudi 9h-12h »"),
        ({"mardi": "9-12/14-17"}, "mardi", "écrivez « 9h-12h, 14h-17h »"),
        ({"mardi": "9h-12/14-17h"}, "mardi", "écrivez « 9h-12h, 14h-17h »"),
        ({"mardi": "fermer"}, "mardi", "vouliez-vous dire « fermé » ?"),
        ({"mardi": "mercredi 9h-12h"}, "mardi", "« mercredi: … »"),
        ({"un mardi sur deux à partir du 7 octobre 2026": "9h-12h"}, "un mardi",
         "« un mardi sur deux à partir du 13 octobre 2026: 9h-12h » ou "
         "« un mardi sur deux à partir du 6 octobre 2026: 9h-12h »"),
        ({"mardi": "un mardi sur deux à partir du 31 novembre 2026 9h-12h"}, "mardi",
         "le mois finit le 30 novembre 2026"),
        ("Mo-Fr 9h-12h30,13h30-17h", "", "écrivez « Mo-Fr 09:00-12:30,13:30-17:00 »"),
        ("Mo-Fr 09:00-12:00; sunrise-sunset", "", "Mo-Fr"),
        ("Mo-Fr 09:61-12:00", "", "Mo-Fr"),
        ("x" * 5000, "", "exemple"),
    ],
)  # fmt: skip
def test_messages_say_what_to_write(value, where, hint):
    with pytest.raises(HoursError) as refused:
        read_hours(value, today=TODAY)
    assert refused.value.where.startswith(where)
    assert hint in refused.value.hint


def test_every_entry_at_fault_is_reported_at_once():
    with pytest.raises(HoursError) as refused:
        read_hours({"lundi": "zut", "mardi": "9h-12h", "mercredi": "9-12"})
    assert [fault.where for fault in refused.value.faults] == [("lundi",), ("mercredi",)]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("semaines paires", "13 octobre 2026", "6 octobre 2026"),
        ("semaines impaires", "6 octobre 2026", "13 octobre 2026"),
        ("une semaine sur deux", "6 octobre 2026", "13 octobre 2026"),
    ],
)
def test_week_parity_asks_for_a_date_and_proposes_two(words, first, second):
    with pytest.raises(HoursError, match="53 semaines") as refused:
        read_hours({"mardi": f"14h-17h, {words}"}, today=TODAY)
    assert refused.value.hint == (
        f"écrivez « un mardi sur deux à partir du {first}: 14h-17h » ou "
        f"« un mardi sur deux à partir du {second}: 14h-17h »"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Mo-Fr 09:00-25:00", "après minuit"),
        ("Mo-Fr 22:00-02:00", "passe minuit"),
        ("Mo-Fr 17:00-09:00", "« 17h-9h » finit avant de commencer"),
        ("Mo-Fr 06:00-21:00", "plus de 14 heures"),
        ("Mo-Fr 09:00-12:00,11:00-15:00", "se recouvrent"),
        ("Mo-Fr 00:00-00:00", "ne dit rien"),
        ("Mo-Fr 08:30-12:30; Th 13:30-18:30", "efface « 08:30-12:30 »"),
        ("week 1-53/2 Tu 09:00-12:00", "53 semaines"),
        ({"mardi": "9h-12h", "le premier mardi du mois": "14h-16h"}, "ne valent plus"),
        ({"du lundi au vendredi": "9h-12h", "lundi": "14h-16h"}, "dit deux fois"),
    ],
)
def test_doubts_are_said_but_do_not_stop(value, words):
    assert any(words in remark.message for remark in read_hours(value).remarks)


def test_plain_hours_raise_no_doubt():
    assert not read_hours("Mo-Fr 09:00-12:00,14:00-17:30; Sa 09:00-12:00; PH off").remarks


def test_what_the_doubtful_hours_become():
    assert expression("Mo-Fr 00:00-00:00") == "Mo-Fr unknown"
    assert expression("week 1-53/2 Tu 09:00-12:00").startswith("Tu 09:00-12:00 unknown")
    assert expression({"du lundi au vendredi": "9h-12h", "lundi": "14h-16h", "week-end": "fermé"}
                      ) == "Mo 09:00-12:00,14:00-16:00; Tu-Fr 09:00-12:00"  # fmt: skip


def test_holidays_come_last_whatever_their_place():
    assert expression("PH off; Mo-Fr 09:00-17:00") == "Mo-Fr 09:00-17:00; PH off"


def test_exceptions():
    closed = read_exception("2026-12-24", "2027-01-02", "fermé", " Congés ")
    assert (closed.state, closed.reason) == (State.CLOSED, "Congés")
    assert read_exception("24 décembre 2026", "", "10h-12h").spans == ((600, 720),)
    assert read_exception("24/12/2026", "", "").state is State.UNKNOWN
    assert read_exception("2026-07-01", "2026-08-31", "du lundi au jeudi 9h-12h").week is not None


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        (("demain", "", "fermé"), "du"),
        (("2026-02-30", "", "fermé"), "du"),
        (("2026-12-24", "2026-12-01", "fermé"), "au"),
        (("2026-12-24", "", "9-12"), "horaires"),
        (("2026-12-24", "", "lundi zut"), "horaires"),
    ],
)
def test_exceptions_at_fault_name_their_field(fields, where):
    with pytest.raises(HoursError) as refused:
        read_exception(*fields)
    assert refused.value.where == where


WORDS = st.sampled_from(
    [*DAYS, "du", "au", "à", "-", ",", ";", "/", "9h", "12h30", "14:00", "25h", "7", "fermé", "PH",
     "Mo", "We-Fr", "Mo[1]", "Mo[-1-9]", "off", "24/7", "09:00-12:00", '"x"', '"', "||", "SH",
     "Jul", "Feb 30", "2026", "week 1-53/2", "un mardi sur deux", "à partir du 6 octobre 2026",
     "premier", "du mois", "vacances scolaires", "jours fériés", "sur rendez-vous", "24h/24",
     "matin", "ß", "İ", "\x00", "²", "hors vacances scolaires", "unknown",
     "semaines paires", "minuit", "٣h", "en août", "de septembre à juin", "du 1er", "juillet",
     "29 février", "sauf", "excepté", "le jeudi", "tous les 3 mardis", "entre", "pendant", "2h",
     "à partir de mai", "9.30", "9/12", "24/12/2026", "jusqu'au", "Jul-Aug", "Dec 24-Jan 02",
     "jours", "week-end", "avant-dernier", "et"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=12).map(" ".join), st.text(max_size=40))


@given(st.one_of(TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=4)))
def test_strangers_text_raises_hours_error_or_nothing(value):
    try:
        week = read_hours(value, today=TODAY)
    except HoursError as error:
        assert error.message
        return
    hours = OpeningHours(week, (), calendar_of())
    assert hours.sentences()
    assert week.is_unknown or hours.rows(TODAY, notices=True)
    hours.intervals(date(2026, 10, 5), 10)
    to_french(week)


@given(TEXTS, TEXTS, TEXTS)
def test_strangers_exceptions_raise_hours_error_or_nothing(start, end, hours):
    for first in (start, "2026-10-06"):
        try:
            exception = read_exception(first, end, hours)
        except HoursError:
            continue
        OpeningHours(UNKNOWN_WEEK, [exception], calendar_of()).closures(date(2026, 10, 5), 10)


@settings(deadline=None)
@given(french_weeks())
def test_a_week_survives_osm_and_french(week):
    read = read_hours(week)
    assert read_hours(OpeningHours(read, (), calendar_of()).expression) == read
    back = to_french(read)
    assert back is not None
    assert read_hours(back) == read


def test_rhythms_survive_french():
    typed_as = {
        "lundi": "22h-2h",
        "un mardi sur deux à partir du 6 octobre 2026": "14h-17h",
        "le premier et le dernier jeudi du mois": "9h-12h sur rendez-vous",
        "vacances scolaires": "lundi, mardi 10h-12h",
        "jours fériés": "fermé",
    }
    assert to_french(read_hours(typed_as)) == typed_as


def test_seasons_of_a_table_become_lines_that_a_volunteer_edits():
    assert to_french(read_hours("Tu 09:00-12:00; Jul-Aug Tu 14:00-16:00; Dec 24-Jan 02 off")) == {
        "lundi": "fermé", "mardi": "9h-12h", "mercredi": "fermé", "jeudi": "fermé",
        "vendredi": "fermé", "samedi": "fermé", "dimanche": "fermé",
        "de juillet à août": "14h-16h", "du 24 décembre au 2 janvier": "fermé",
    }  # fmt: skip


def test_comments_have_no_french_typing():
    assert to_french(read_hours('Mo-Fr 09:00-12:00 "sonnez"')) is None


@settings(deadline=None)
@given(st.sampled_from(DAYS), spans().map(typed))
def test_formatted_entries_are_read_as_typed_ones(day, value):
    assert read_hours({day: value}) == read_hours({f" {day}": value.replace("-", " à ")})


def test_days_that_a_permanence_does_not_name_are_not_unknown():
    week = read_hours({"mercredi": "9h-12h"}, unsaid=State.CLOSED)
    assert week == read_hours("We 09:00-12:00")
    assert not week.remarks
    assert to_french(week, unsaid=State.CLOSED) == {"mercredi": "9h-12h"}
    assert read_hours({"mercredi": "9h-12h"}).remarks, "of a building, one has to ask"


@pytest.mark.parametrize(
    "typed",
    [
        {"mercredi": "9h-12h"},
        {"le premier mardi du mois": "14h-16h"},
        {"mardi": "9h-12h, sauf vacances scolaires"},
        {"mardi": "9h-12h", "juillet-août": "fermé"},
        {"de septembre à juin, samedi": "9h-12h"},
        {"un mardi sur deux à partir du 1er décembre 2026": "9h-12h"},
    ],
)
def test_a_permanence_is_typed_back_as_it_was_read(typed):
    week = read_hours(typed, unsaid=State.CLOSED)
    assert not week.remarks
    again = to_french(week, unsaid=State.CLOSED)
    assert again is not None
    assert read_hours(again, unsaid=State.CLOSED) == week
    assert "fermé" not in again.get("lundi", "")


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("9h/12h-14h/17h", "9h-12h, 14h-17h"),
        ("9h/12h 14h/17h", "9h-12h, 14h-17h"),
        ("de 9 à 12 et de 14 à 17", "9h-12h et 14h-17h"),
        ("9 à 12, 14 à 17 sur rendez-vous", "9h-12h, 14h-17h sur rendez-vous"),
        ("9h-12h puis 14-17", "9h-12h puis 14h-17h"),
        ("9h 12h 14h 17h", "9h-12h, 14h-17h"),
        ("9h 12h sur rendez-vous", "9h-12h sur rendez-vous"),
        ("9h-12h, 14h 18h, sauf vacances scolaires", "9h-12h, 14h-18h, sauf vacances scolaires"),
    ],
)
def test_the_way_to_write_lone_hours_loses_none_of_the_words(typed, right):
    with pytest.raises(HoursError) as refused:
        read_hours({"mardi": typed})
    assert refused.value.hint == f"écrivez « {right} »"
    assert read_hours({"mardi": right})


def test_hours_before_their_day_of_the_month_are_not_said_to_be_missing():
    with pytest.raises(HoursError, match="les heures de ce mardi du mois") as refused:
        read_hours({"mardi": "9h-12h le 2e mardi du mois"})
    assert refused.value.hint == "écrivez « le 2e mardi du mois: 9h-12h »"
