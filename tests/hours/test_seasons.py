"""Hours that are not the same all year: read, computed, said, and typed again."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.hours import HoursError, OpeningHours, State, read_hours, to_french
from plugins.hours.seasons import cover_the_year, say_season
from plugins.i18n.catalogues import CATALOGUES
from plugins.i18n.gettext_functions import gettext_functions
from plugins.i18n.languages import LANGUAGES
from plugins.i18n.locale import LocaleFormat, locale_format
from tests.support.hours import DAYS, calendar_of, spans, typed

USUAL = dict.fromkeys(DAYS, "fermé") | {"mardi": "9h-12h", "jeudi": "14h-17h"}
TWO_SEASONS = {
    "de septembre à juin, mardi et jeudi": "9h-12h",
    "juillet-août": "fermé",
    "du vendredi au lundi, mercredi": "fermé",
}


TODAY = date(2026, 11, 30)


def opening(value) -> OpeningHours:
    return OpeningHours(read_hours(value), (), calendar_of())


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ({"août": "fermé"}, "Aug off"),
        ({"en août": "fermé"}, "Aug off"),
        ({"juillet-août": "fermé"}, "Jul-Aug off"),
        ({"juillet et août": "fermé"}, "Jul-Aug off"),
        ({"juillet août": "fermé"}, "Jul-Aug off"),
        ({"entre juillet et septembre": "fermé"}, "Jul-Sep off"),
        ({"août": "10h-12h", "du 1er au 15 août": "fermé"},
         "Aug Tu,Th 10:00-12:00; Aug 01-Aug 15 off"),
        ({"de décembre à février": "fermé"}, "Dec-Feb off"),
        ({"février, avril": "fermé"}, "Feb,Apr off"),
        ({"du 1er juillet au 31 août": "fermé"}, "Jul 01-Aug 31 off"),
        ({"du 10 au 20 août": "fermé"}, "Aug 10-Aug 20 off"),
        ({"du 24 décembre au 2 janvier": "fermé"}, "Dec 24-Jan 02 off"),
        ({"le 8 décembre": "fermé"}, "Dec 08 off"),
        ({"juillet-août": "10h-12h"}, "Jul-Aug Tu,Th 10:00-12:00"),
        ({"juillet-août": "mardi 10h-12h ; jeudi fermé"},
         "Jul-Aug Tu 10:00-12:00; Jul-Aug Th off"),
        ({"juillet-août, du lundi au vendredi": "10h-12h"}, "Jul-Aug Mo-Fr 10:00-12:00"),
        ({"en juillet, tous les jours sauf le dimanche": "10h-12h"},
         "Jul Mo-Sa 10:00-12:00; Jul Su off"),
        ({"de mai à juin, le premier samedi du mois": "10h-12h"}, "May-Jun Sa[1] 10:00-12:00"),
    ],
)  # fmt: skip
def test_a_season_is_a_line_beside_the_usual_week(entry, rule):
    usual = "Tu 09:00-12:00; Th 14:00-17:00"
    assert opening(USUAL | entry).expression == f"{usual}; {rule}"


@pytest.mark.parametrize(
    ("value", "message", "hint"),
    [
        ({"août": "9h-12h"}, "quels jours", "« en août, du lundi au vendredi: 9h-12h »"),
        ({"du 1er juillet au 31 août 2026": "fermé"}, "seule année", "« exceptions »"),
        ({"en août 2026": "fermé"}, "seule année", "« exceptions »"),
        ({"le premier, en août": "fermé"}, "quel jour", "« mardi: fermé »"),
        ({"31 juin": "fermé"}, "n'existe pas", "le mois finit le 30 juin"),
        ({"août": "fermé en juillet"}, "deux saisons", "une ligne pour chaque saison"),
        ({"vacances scolaires": "fermé en juillet"}, "à la fois", "« en août: fermé »"),
        ({"mardi": "9h-12h", "en mai, mardi": "9h-12h", "mai": "mardi 14h-16h"},
         "le mardi est dit deux fois en mai", "une seule ligne"),
        ({"mardi": "9h-12h", "du 1er au 15 août": "fermé", "août": "9h-11h"},
         "des jours communs", "« du 16 au 31 août: mardi 9h-12h »"),
        ({"mardi": "9h-12h sauf en août", "juillet-août": "10h-12h"},
         "des jours communs", "« du 1er au 15 août: fermé »"),
        ({"mardi": "9h-17h", "vacances scolaires": "9h-12h", "août": "fermé"},
         "même pendant les vacances scolaires", "« exceptions »"),
        ("mardi 9h-12h, fermé en août et le jeudi", "de quoi", "« en août: fermé »"),
        ("mardi 9h-12h, fermé en août, sur rendez-vous", "de quoi", "« en août: fermé »"),
        ("mardi 9h-12h, en août sur rendez-vous", "quelles heures", "« en août: fermé »"),
        ("lundi au vendredi 9h-17h fermé le mercredi et en août", "quelles heures",
         "« en août: fermé »"),
        ("mardi 9h-12h sauf vacances scolaires, juillet et août", "où finit l'exception",
         "« en août: fermé »"),
    ],
)  # fmt: skip
def test_a_season_that_is_not_clear_is_refused(value, message, hint):
    with pytest.raises(HoursError) as refused:
        read_hours(value)
    assert message in str(refused.value)
    assert hint in refused.value.hint


@pytest.mark.parametrize("key", ["mardi hors juillet août", "hors juillet août, mardi"])
def test_months_side_by_side_in_an_exception_are_all_of_it(key):
    assert "Tu 09:00-12:00; Jul-Aug Tu off" in opening({key: "9h-12h"}).expression


def test_what_two_seasons_leave_out_is_remarked():
    assert not read_hours(TWO_SEASONS).remarks
    (remark,) = read_hours(TWO_SEASONS | {"juillet-août": "", "en juillet": "fermé"}).remarks
    assert remark.message == "rien n'est dit pour le mardi hors saison."
    assert remark.hint == "ajoutez « mardi: fermé » si c'est fermé hors saison"


SUMMER = ("de juillet à août", {7, 8})
WINTER = ("de novembre à février", {11, 12, 1, 2})
MAY = ("en mai", {5})


@settings(deadline=None)
@given(st.sampled_from([SUMMER, WINTER, MAY]), st.sampled_from(DAYS), spans(), spans())
def test_on_each_day_of_a_year_the_door_is_as_the_season_says(season, day, usual, other):
    name, months = season
    week = dict.fromkeys(DAYS, "fermé") | {day: typed(usual), f"{name}, {day}": typed(other)}
    found = OpeningHours(read_hours(week | {"jours fériés": typed(usual)}), (), calendar_of())
    for number in range(0, 366, 5):
        at = date(2026, 9, 1) + timedelta(days=number)
        if calendar_of().public_holiday(at):
            continue
        expected = [] if at.weekday() != DAYS.index(day) else usual
        if expected and at.month in months:
            expected = other
        assert [(start, end) for start, end, *_ in found.plan(at)] == _joined(expected)


def _joined(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch are one."""
    joined: list[tuple[int, int]] = []
    for start, end in pairs:
        if joined and joined[-1][1] == start:
            start = joined.pop()[0]
        joined.append((start, end))
    return joined


def rows(week) -> list[str]:
    return [
        f"{row.when} | {' | '.join(map(plain, row.hours))} | {row.state.value}"
        for row in opening(week).rows(TODAY)
    ]


def test_the_week_table_says_what_a_season_changes():
    assert rows(USUAL | {"août": "fermé", "juillet, samedi": "10h-12h"}) == [
        "mardi | 9 h – 12 h | open",
        "jeudi | 14 h – 17 h | open",
        "lundi, mercredi, vendredi, dimanche | fermé | closed",
        "en août | fermé | closed",
        "en juillet, le samedi | 10 h – 12 h | open",
        "le reste de l'année, samedi | fermé | closed",
    ]


def test_the_week_table_of_two_seasons_says_both():
    assert rows(TWO_SEASONS) == [
        "lundi, mercredi, vendredi à dimanche | fermé | closed",
        "de septembre à juin, le mardi et le jeudi | 9 h – 12 h | open",
        "de juillet à août | fermé | closed",
    ]


def test_the_sentences_of_two_seasons():
    assert [plain(said) for said in opening(TWO_SEASONS).stated()] == [
        "fermé le lundi, le mercredi et du vendredi au dimanche",
        "de septembre à juin, le mardi et le jeudi, de 9 h à 12 h",
        "de juillet à août : fermé",
    ]


def test_the_sentences_say_what_holds_out_of_season():
    summer = {"juillet-août, mardi": "9h-12h", "du mercredi au lundi": "fermé"}
    assert [plain(said) for said in opening(summer).stated()] == [
        "fermé le lundi et du mercredi au dimanche",
        "de juillet à août, le mardi, de 9 h à 12 h",
        "le reste de l'année, le mardi : horaires non indiqués",
    ]


@pytest.mark.parametrize(
    ("code", "season", "rest"),
    [
        ("en", "July – August, Tuesday: 9:00 to 12:00", "rest of the year, Tuesday: closed"),
        ("pt", "julho – agosto, terça-feira: das 9:00 às 12:00", "resto do ano"),
    ],
)
def test_seasons_in_other_languages(code, season, rest):
    language = LANGUAGES[code]
    locale: LocaleFormat = locale_format(
        language, gettext_functions(language, CATALOGUES)["gettext"]
    )
    hours = opening(dict.fromkeys(DAYS, "fermé") | {"juillet-août, mardi": "9h-12h"})
    assert season in hours.stated(locale)
    assert rest in hours.stated(locale)[-1]
    assert any(row.when.startswith(rest.partition(",")[0]) for row in hours.rows(TODAY, locale))


def test_next_dates_are_those_of_the_season():
    (ahead,) = opening(USUAL | {"de mai à juin, le premier samedi du mois": "10h-12h"}).dates_ahead(
        date(2026, 11, 16), 3
    )
    assert ahead.words == "de mai à juin, le premier samedi du mois"
    assert [day.isoformat() for day in ahead.dates] == ["2027-05-01", "2027-06-05", "2028-05-06"][
        : len(ahead.dates)
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"de juillet à août": "fermé"},
        {"de juillet à août": "10h-12h"},
        {"de septembre à juin, le samedi": "10h-12h"},
        {"du 24 décembre au 2 janvier, tous les jours": "10h-12h"},
        {"en mai": "inconnu"},
    ],
)
def test_seasons_are_typed_again_as_they_were(entry):
    assert to_french(read_hours(USUAL | entry)) == USUAL | entry


@pytest.mark.parametrize(
    "rhythm",
    ["le premier samedi du mois", "un samedi sur deux à partir du 3 octobre 2026"],
)
def test_a_rhythm_of_a_season_closes_its_other_days(rhythm):
    week = {day: said for day, said in USUAL.items() if day != "samedi"}
    week |= {f"d'août à octobre, {rhythm}": "10h-12h sur rendez-vous"}
    read = read_hours(week)
    assert not read.remarks
    assert to_french(read) == week
    assert to_french(read_hours(week | {"samedi": "fermé"})) == week


@pytest.mark.parametrize(
    ("selectors", "is_all"),
    [
        (["Sep-Jun", "Jul-Aug"], True),
        (["Sep-Jun", "Jul"], False),
        (["Jan 01-Jun 30", "Jul 01-Dec 31"], True),
        (["Dec 24-Jan 02", "Jan 03-Dec 23"], True),
        (["Dec 24-Jan 02", "Jan 04-Dec 23"], False),
        (["2026 Jan-2026 Dec"], False),
        (["easter"], False),
    ],
)
def test_seasons_cover_the_year_or_not(selectors, is_all):
    assert cover_the_year(selectors) is is_all


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ("Aug-Oct", "d'août à octobre"),
        ("Jul,Sep", "en juillet et en septembre"),
        ("Dec 24-Jan 01", "du 24 décembre au 1er janvier"),
        ("2026 Jul 14", "le 14 juillet 2026"),
        ("easter", "easter"),
    ],
)
def test_a_selector_in_words(selector, said):
    assert say_season(selector) == said


def test_hours_that_hold_on_public_holidays_hold_only_in_their_season():
    hours = opening("mardi 9h-12h en juillet, y compris jours fériés")
    assert hours.plan(date(2026, 7, 14))  # Tuesdays, both
    assert hours.plan(date(2035, 5, 1))[0].state is State.UNKNOWN


def test_a_closed_season_stays_closed_where_only_terms_are_certain():
    week = opening({"mardi": "9h-17h hors vacances scolaires", "août": "fermé"})
    assert not week.plan(date(2027, 8, 3))
    assert week.plan(date(2027, 7, 13))[0].state is State.UNKNOWN
    assert week.plan(date(2027, 6, 1))[0].state is State.OPEN


def test_a_date_of_beginning_is_not_a_fortnight():
    week = opening({"jeudi": "9h-12h à partir du 14 avril 2022"})
    assert not week.week.remarks or "jeudi" not in week.week.remarks[0].message
    days = [date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17)]
    assert [week.plan(day)[0].state for day in days] == [State.OPEN] * 3
    assert week.plan(date(2022, 4, 7))[0].state is State.UNKNOWN
    assert "à partir du 14 avril 2022, le jeudi, de 9\u202fh à 12\u202fh" in week.stated()
    assert read_hours(to_french(week.week) or {}) == week.week
