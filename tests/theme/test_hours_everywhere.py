"""The hours of a place are the same wherever it is shown; what nobody reads is shown as typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs

import pytest

from plugins.paper import sheet_texts
from plugins.places.vcard import vcard
from plugins.records.model.place import Place
from tests.support.places import full_place, gazetteer, place
from tests.support.theme import TODAY, component, page, place_data, place_page

WEEKS = {
    "months of a ranked weekday": "Jan-Jun,Sep-Dec Sa[1,3] 09:00-13:00",
    "school holidays": "Mo-Fr 09:00-17:00; SH off",
    "term only": {"mardi": "9h-12h, sauf vacances scolaires"},
    "hours of school holidays": {"mardi": "9h-12h", "vacances scolaires": "mardi 14h-16h"},
    "public holidays": "Mo-Fr 09:00-17:00; PH 10:00-12:00",
    "fortnight": {"un mardi sur deux à partir du 1er décembre 2026": "9h-12h"},
    "appointment": {"lundi": "9h-12h sur rendez-vous", "mardi": "9h-12h"},
    "season": {"mardi": "9h-12h", "juillet-août": "fermé"},
    "long season": "Mo-Fr 09:00-12:00; Jul-Aug off",
    "dated closure": 'Mo-Fr 09:00-20:00; 2026 Dec 01-2026 Dec 20 off "Travaux, allez à la mairie"',
    "night": "Fr 22:00-02:00; Sa 10:00-12:00",
    "whole day": "24/7",
    "added hours": "Mo 09:00-12:00, Jul Mo 14:00-16:00",
}
ADVICE = "appelez avant de venir"


def words(text: str) -> str:
    plain = unescape(re.sub(r"<[^>]+>", " ", text)).translate({0x202F: " ", 0xA0: " "})
    return " ".join(plain.split()).lower()


def easy_page(shown: Place) -> str:
    return page("easy_place.html", place=shown, commune=gazetteer().communes["31254"])


def mail(shown: Place) -> str:
    (link,) = re.findall(r'href="mailto:([^"]+)"', component("share", "share", shown, TODAY))
    return parse_qs(unescape(link).partition("?")[2])["body"][0]


RENDERINGS: dict[str, Callable[[Place], str]] = {
    "card": lambda shown: component("card", "card", shown),
    "frame": lambda shown: component("frame_card", "short_card", shown),
    "easy": easy_page,
    "mail": mail,
    "contact": lambda shown: vcard(shown, "").replace("\r\n ", "").replace("\\", ""),
    "paper": lambda shown: " ".join(sheet_texts.hours(shown, 20, TODAY)),
}


LOOKED_UP = ("card", "frame", "easy", "page")
"""They show rows of a week; the others say it in sentences."""
WITH_PAGE = RENDERINGS | {"page": place_page}


def said_by(shown: Place, name: str, *, notices: bool = True) -> list[str]:
    hours = shown.opening_hours
    if name not in LOOKED_UP:
        return [words(sentence) for sentence in hours.stated()]
    rows = hours.rows(TODAY, notices=notices)
    return [words(f"{row.when} {' '.join(row.hours)}") for row in rows]


@pytest.mark.parametrize("name", WITH_PAGE)
@pytest.mark.parametrize("week", WEEKS)
def test_all_of_the_week_is_said(name, week):
    shown = full_place(horaires=WEEKS[week], exceptions=None)
    text = words(WITH_PAGE[name](shown))
    said = said_by(shown, name, notices=name != "page")
    assert said
    for sentence in said:
        assert sentence.replace("'", "’") in text.replace("'", "’")


@pytest.mark.parametrize("name", WITH_PAGE)
def test_a_start_that_is_past_is_said_nowhere(name):
    past = {"un lundi sur deux à partir du 25 septembre 2023": "9h30-12h30, 13h30-15h30"}
    text = words(WITH_PAGE[name](full_place(horaires=past, exceptions=None)))
    assert "un lundi sur deux" in text
    assert ("2023" in text) == (name == "contact"), "an address book knows no day"


@pytest.mark.parametrize(
    ("week", "said"),
    [
        ("months of a ranked weekday",
         ["de janvier à juin et de septembre à décembre, le premier et le troisième samedi "
          "du mois 9 h – 13 h"]),
        ("school holidays",
         ["vacances scolaires fermé",
          "du 19 décembre 2026 au 3 janvier 2027 : fermé (vacances scolaires)"]),
        ("term only",
         ["vacances scolaires, mardi horaires non indiqués",
          "du 19 décembre 2026 au 3 janvier 2027 : vacances scolaires "
          "(le mardi : horaires non indiqués)"]),
        ("hours of school holidays",
         ["vacances scolaires, mardi 14 h – 16 h",
          "le mardi de 14 h à 16 h (vacances scolaires)"]),
        ("public holidays", ["jours fériés 10 h – 12 h"]),
        ("fortnight", ["un mardi sur deux à partir du 1er décembre 2026 9 h – 12 h",
                       "mardi 15 décembre 2026"]),
        ("appointment", ["lundi 9 h – 12 h (sur rendez-vous)"]),
        ("season", ["mardi 9 h – 12 h", "non indiqués de juillet à août fermé"]),
        ("long season", ["lundi à vendredi 9 h – 12 h samedi", "de juillet à août fermé"]),
        ("added hours", ["lundi 9 h – 12 h", "en juillet, le lundi 9 h – 12 h 14 h – 16 h"]),
        ("night", ["vendredi 22 h – 2 h"]),
        ("whole day", ["tous les jours 24 heures sur 24", "jours fériés 24 heures sur 24"]),
    ],
)  # fmt: skip
def test_the_page_says_what_its_table_has_no_line_for(week, said):
    text = words(place_page(full_place(horaires=WEEKS[week], exceptions=None)))
    for sentence in said:
        assert sentence in text


def test_the_reason_of_a_closure_is_said_once_with_its_period():
    html = place_page(full_place(horaires=WEEKS["dated closure"], exceptions=None))
    panel = words(html[html.index('id="horaires"') : html.index('id="venir"')])
    assert panel.count("travaux, allez à la mairie") == 1
    assert "du 1er au 20 décembre 2026 : fermé" in panel
    assert panel.count("décembre 2026 :") == 2, "this one, and Christmas"
    assert "lundi à vendredi 9 h – 20 h samedi, dimanche fermé" in panel


def test_a_closure_of_next_year_is_said_before_it_comes_near():
    hours = 'Mo 09:00-12:00; 2027 Jun 01-2027 Jun 27 off "Travaux"'
    html = place_page(full_place(horaires=hours, exceptions=None))
    panel = words(html[html.index('id="horaires"') : html.index('id="venir"')])
    assert "du 1er au 27 juin 2027 : fermé (travaux)" in panel


def test_a_season_that_closes_soon_is_announced():
    hours = {"lundi": "9h-12h", "du 21 décembre au 3 janvier": "fermé"}
    html = place_page(full_place(horaires=hours, exceptions=None))
    assert "du 21 décembre 2026 au 3 janvier 2027 : fermé" in words(html)


def test_a_season_that_closes_a_closed_day_is_not_announced():
    hours = "Mo 09:00-12:00; Dec 01-Dec 20 Su off"
    assert not full_place(horaires=hours, exceptions=None).opening_hours.news(TODAY, 60)
    assert "décembre au 20" not in words(place_page(full_place(horaires=hours, exceptions=None)))


UNREAD = "lundi 9h-12h, 09:00-16:30 & un jeudi sur deux"


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_text_that_nobody_could_read_is_shown_as_it_was_typed(name):
    text = words(RENDERINGS[name](full_place(horaires=None, exceptions=None, horaires_brut=UNREAD)))
    assert words(UNREAD.replace("&", "&amp;")) in text
    assert "horaires inconnus" not in text


def test_a_long_text_is_cut_on_a_card():
    long = full_place(horaires=None, horaires_brut="lundi 9h-12h ; " * 60)
    assert len(words(component("card", "card", long))) < 600


def test_what_is_typed_beside_known_hours_stays_on_the_page():
    html = place_page(full_place(horaires_brut=UNREAD))
    assert words(UNREAD.replace("&", "&amp;")) in words(html)
    assert full_place(horaires_brut=UNREAD).unread_hours == ""


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_dated_closure_is_announced_with_its_reason(name):
    closed = [{"du": "2026-12-10", "au": "2027-02-28", "horaires": "fermé", "motif": "Travaux"}]
    text = words(RENDERINGS[name](full_place(exceptions=closed)))
    said = "du 10 décembre 2026 au 28 février 2027 : fermé (travaux)"
    assert (said in text) == (name != "contact"), "an address book is kept for years"


def test_a_comment_in_english_is_said_in_french():
    hours = 'Mo 09:00-12:00 "by appointment"; Tu 09:00-12:00 "ring the bell and ask at the desk"'
    said = words(component("card", "card", full_place(horaires=hours)))
    assert "(sur rendez-vous)" in said
    assert "(en anglais : “ring the bell and ask at the desk”)" in said
    assert "by appointment" not in said


def test_an_english_comment_of_an_unread_text_is_said_in_french():
    text = 'Tu, Th 09:00-11:00 || "by appointment"'
    unread = full_place(horaires=None, horaires_brut=text)
    for said in (component("card", "card", unread), place_page(unread)):
        assert "Tu, Th 09:00-11:00 || «\u202fsur rendez-vous\u202f»" in unescape(said), said


def test_a_closed_place_has_no_week_left():
    html = place_page(full_place(ferme_le="2026-10-01"))
    assert 'class="week"' not in html
    assert "09:00" not in str(place_data(html))
    assert "Horaires" not in mail(full_place(ferme_le="2026-10-01"))


# Linked data


def test_a_dated_closure_is_special_hours_in_linked_data():
    closed = [{"du": "2026-11-15", "au": "2027-02-28", "horaires": "fermé", "motif": "Travaux"}]
    data = place_data(place_page(place(horaires={"lundi": "9h-12h"}, exceptions=closed)))
    (usual,) = data["openingHoursSpecification"]
    assert (usual["dayOfWeek"], usual["opens"], usual["closes"]) == ("Monday", "09:00", "12:00")
    (special,) = data["specialOpeningHoursSpecification"]
    assert (special["validFrom"], special["validThrough"]) == ("2026-11-15", "2027-02-28")
    assert special["opens"] == special["closes"] == "00:00"


@pytest.mark.parametrize(
    "week", ["fortnight", "months of a ranked weekday", "school holidays", "season", "added hours"]
)
def test_linked_data_states_no_week_that_is_not_that_of_every_week(week):
    assert "openingHoursSpecification" not in place_data(place_page(place(horaires=WEEKS[week])))


def test_linked_data_says_the_whole_day_as_search_engines_read_it():
    data = place_data(place_page(place(horaires="24/7")))["openingHoursSpecification"]
    assert len(data) == 7
    assert {(day["opens"], day["closes"]) for day in data} == {("00:00", "23:59")}


def test_linked_data_has_no_hours_by_appointment():
    data = place_data(place_page(place(horaires=WEEKS["appointment"])))
    assert [day["dayOfWeek"] for day in data["openingHoursSpecification"]] == ["Tuesday"]


def test_linked_data_closes_public_holidays_on_their_dates():
    data = place_data(place_page(place(horaires="Mo-Fr 09:00-12:00; PH off")))
    found = {
        special["validFrom"]: special["closes"]
        for special in data["specialOpeningHoursSpecification"]
    }
    assert found["2026-12-25"] == found["2027-01-01"] == "00:00"


def test_linked_data_keeps_its_week_where_a_holiday_of_summer_hours_is_not_sure():
    summer = [{"du": "2027-07-05", "au": "2027-08-27", "horaires": "10h-11h"}]
    week = dict.fromkeys(["lundi", "mardi", "mercredi"], "9h-12h")
    data = place_data(place_page(place(horaires=week, exceptions=summer)))
    assert len(data["openingHoursSpecification"]) == 3
    assert "2027-07-14" not in str(data["specialOpeningHoursSpecification"])


def test_linked_data_of_summer_hours_is_dated():
    summer = [{"du": "2027-07-05", "au": "2027-08-27", "horaires": "10h-11h"}]
    week = {"lundi": "9h-12h", "mardi": "9h-12h", "jours fériés": "fermé"}
    data = place_data(place_page(place(horaires=week, exceptions=summer)))
    opened = [
        special for special in data["specialOpeningHoursSpecification"]
        if special["closes"] == "11:00"
    ]  # fmt: skip
    assert {day for special in opened for day in special["dayOfWeek"]} == {"Monday", "Tuesday"}
    assert min(special["validFrom"] for special in opened) == "2027-07-05"


# The hours of a person who helps


FRIDAY = re.compile("vendredi (?:de 9 h à 12 h|9 h – 12 h)")
OPEN = re.compile("(?:du )?lundi (?:au vendredi de 8 h 30 à 17 h 30|à vendredi 8 h 30 – 17 h 30)")
BY_ADVISER = {"horaires": None, "exceptions": None, "permanence": {"vendredi": "9h-12h"}}
BOTH = {**BY_ADVISER, "horaires": "Mo-Fr 08:30-17:30"}
DESK = {**BOTH, "typologie": ["RFS"]}


def test_a_permanence_says_all_its_hours_and_nothing_of_the_building():
    shown = full_place(**BY_ADVISER)
    assert shown.permanence_hours is not None
    assert shown.permanence_hours.expression == "Fr 09:00-12:00"
    assert shown.opening_hours.week.is_unknown
    assert shown.help_hours is shown.permanence_hours


@pytest.mark.parametrize("name", RENDERINGS)
@pytest.mark.parametrize("stated", [BY_ADVISER, BOTH])
def test_a_permanence_is_called_so_and_closes_no_day(name, stated):
    text = words(RENDERINGS[name](full_place(**stated)))
    assert FRIDAY.search(text)
    assert "permanence" in text or "une personne vous aide" in text
    assert "fermé" not in re.sub("samedi, dimanche fermé|fermé le samedi et le dimanche", "", text)
    assert "horaires inconnus" not in text


@pytest.mark.parametrize("name", ["easy", "mail", "contact"])
def test_what_has_room_says_both(name):
    text = words(RENDERINGS[name](full_place(**BOTH)))
    assert place_of(FRIDAY, text) < place_of(OPEN, text)


def place_of(said: re.Pattern[str], text: str) -> int:
    found = said.search(text)
    assert found, (said.pattern, text)
    return found.start()


def panel(**stated) -> str:
    html = place_page(full_place(**stated))
    return words(html[html.index('id="horaires"') : html.index('id="venir"')])


def test_the_page_shows_the_permanence_first_then_what_is_known_of_the_building():
    said = panel(**BOTH)
    assert said.index("la permanence d’aide") < place_of(FRIDAY, said) < said.index("du lieu")
    assert OPEN.search(said)
    alone = panel(**BY_ADVISER)
    assert "les horaires du lieu" not in alone
    html = place_page(full_place(**BY_ADVISER))
    assert "on ne sait pas : horaires du lieu" in words(html)
    assert not any(day in alone for day in ("lundi", "mardi fermé", "samedi"))


def test_a_place_that_is_there_to_help_is_open_for_help_when_it_is_open():
    shown = full_place(**DESK)
    assert shown.help_hours is shown.opening_hours
    said = panel(**DESK)
    assert said.index("les horaires du lieu") < said.index("la permanence d’aide")
    assert OPEN.search(words(component("card", "card", shown)))
    assert full_place(**{**DESK, "horaires": None}).helps_by_permanence


def test_news_of_both_are_told_once():
    assert panel(**{**BOTH, "horaires": "Fr 08:00-18:00"}).count("noël") == 1


def test_the_line_of_now_speaks_of_the_permanence():
    for stated, is_said in ((BY_ADVISER, True), (BOTH, True), (DESK, False)):
        line = component("opening", "opening", full_place(**stated))
        assert ("data-permanence" in line) == is_said
        assert ("08301730" in line) == (not is_said)


def test_linked_data_opens_no_door_for_a_permanence():
    assert "openingHoursSpecification" not in place_data(place_page(full_place(**BY_ADVISER)))
    days = place_data(place_page(full_place(**BOTH)))["openingHoursSpecification"]
    assert {day["opens"] for day in days} == {"08:30"}


@pytest.mark.parametrize("name", RENDERINGS)
def test_a_closure_holds_for_the_permanence_too(name):
    closed = [{"du": "2026-12-10", "au": "2027-02-28", "horaires": "fermé", "motif": "Travaux"}]
    text = words(RENDERINGS[name](full_place(**{**BY_ADVISER, "exceptions": closed})))
    said = "du 10 décembre 2026 au 28 février 2027 : fermé (travaux)"
    assert (said in text) == (name != "contact")
