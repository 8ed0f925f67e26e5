"""Dates, distances and hours as each language says them."""

from __future__ import annotations

import datetime

import pytest

from plugins.hours import Calendar, read_hours
from plugins.hours.opening import OpeningHours
from plugins.i18n.catalogues import CATALOGUES
from plugins.i18n.gettext_functions import gettext_functions
from plugins.i18n.languages import LANGUAGES
from plugins.i18n.locale import LocaleFormat, locale_format
from tests.support.places import calendar

MARCH = datetime.date(2026, 3, 1)


def locale(code: str) -> LocaleFormat:
    language = LANGUAGES[code]
    return locale_format(language, gettext_functions(language, CATALOGUES)["gettext"])


@pytest.mark.parametrize(
    ("code", "day", "near"),
    [
        ("fr", "1er mars 2026", "2,5 km"),
        ("en", "1 March 2026", "2.5 km"),
        ("ar", "1 مارس 2026", "2.5 كم"),
        ("uk", "1 березня 2026 р.", "2,5 км"),
        ("pt", "1 de março de 2026", "2,5 km"),
        ("tr", "1 Mart 2026", "2,5 km"),
    ],
)
def test_dates_and_distances(code, day, near):
    said = locale(code)
    assert said.day(MARCH).replace("\u202f", " ") == day
    assert said.distance(2.46).replace("\u00a0", " ") == near
    assert said.distance(0.34).startswith("300")


def test_what_a_record_says_is_marked_as_french_and_stays_text():
    assert locale("fr").french("<b>") == "<b>"
    assert locale("ar").french("<b>") == '<bdi lang="fr" dir="ltr">&lt;b&gt;</bdi>'
    assert locale("en").digits("05 61") == "05 61"
    assert locale("ar").digits("05 61") == '<bdi dir="ltr">05 61</bdi>'


def hours(**week: str) -> OpeningHours:
    known: Calendar = calendar()
    return OpeningHours(read_hours(week), (), known)


def test_where_a_stop_is_reads_as_one_line_in_french_order():
    arabic = locale("ar")
    assert arabic.french("Place de l'Église", strong="Tusson") == (
        '<bdi lang="fr" dir="ltr"><b>Tusson</b>, Place de l’Église</bdi>'
    )
    assert arabic.french("", strong="<Tusson>") == (
        '<bdi lang="fr" dir="ltr"><b>&lt;Tusson&gt;</b></bdi>'
    )
    assert arabic.french("", strong="") == ""


def test_a_week_in_english():
    week = hours(
        lundi="9h-12h, 14h-17h30",
        mardi="9h-12h, 14h-17h30",
        mercredi="9h-12h, 14h-17h30",
        jeudi="sur rendez-vous",
        vendredi="fermé",
        samedi="fermé",
        dimanche="fermé",
    )
    english = locale("en")
    assert week.stated(english) == [
        "Monday – Wednesday: 9:00 to 12:00 and 14:00 to 17:30",
        "Thursday: by appointment",
        "Friday – Sunday: closed",
    ]
    assert [(row.when, row.hours) for row in week.rows(MARCH, english)] == [
        ("Monday – Wednesday", ("9:00\u00a0–\u00a012:00", "14:00\u00a0–\u00a017:30")),
        ("Thursday", ("by appointment",)),
        ("Friday – Sunday", ("closed",)),
    ]
    assert week.sentences(english)[-1] == "public holidays: call before you come"
    assert week.stated() == week.stated(locale("fr"))


def test_what_does_not_come_every_week():
    english = locale("en")
    week = read_hours({"premier mardi du mois": "9h-12h"})
    opening = OpeningHours(week, (), calendar())
    assert any("first Tuesday of the month" in line for line in opening.stated(english))
    (ahead,) = opening.dates_ahead(MARCH, locale=english)
    assert ahead.words == "first Tuesday of the month"


def test_a_public_holiday_is_announced_in_the_language():
    week = hours(**dict.fromkeys(["lundi", "mardi", "mercredi", "jeudi", "vendredi"], "9h-12h"))
    (christmas,) = week.closures(datetime.date(2026, 12, 20), 7, locale("en"))
    assert christmas.reason == "Christmas Day (public holiday): call before you come"
