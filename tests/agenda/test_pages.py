"""Which pages the agenda has, when they are made again, and that each says what it must."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.agenda import agenda_urls
from plugins.agenda.contract import AgendaContext, AgendaWeekContext, SessionListContext
from plugins.agenda.pages.list_pages import FIRST, MOST, ListPages
from plugins.agenda.pages.record_pages import RecordPages
from plugins.agenda.pages.upcoming import Ahead, Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.titles import SessionLines
from plugins.gazetteer import Gazetteer
from plugins.i18n.languages import language_of
from plugins.i18n.locale import locale_format
from plugins.press.page_set import Page, is_safe_path
from plugins.records.entry import Entry
from plugins.vocabulary.topics import TOPICS
from tests.support.agenda import PLACE, TODAY, agenda_of
from tests.support.calendars import EVERY_TUESDAY, RECORDS, pages_of, there
from tests.support.calendars import small as small_files
from tests.support.theme import HOSTILE, environment, shown

GAZETTEER = Gazetteer.load(["16", "31"])
LABEGE, ESCALQUENS, TOULOUSE = "31254", "31169", "31555"
FAR = (
    "titre: Loin\ntheme: autre\ncommune: Tusson\ncode_insee: 16390\n"
    "dates:\n  - tous les lundis, 9h-10h\n"
)


class Built(NamedTuple):
    """The agenda of a small directory, and its pages by path."""

    agenda: Agenda
    upcoming: Upcoming
    records: RecordPages
    pages: dict[str, Page]

    def html(self, path: str) -> str:
        """A page, made."""
        key = self.pages[path].key
        if path.startswith("agenda/ateliers/"):
            return shown(self.records.workshop(str(key)))
        if path.startswith("agenda/tournees/"):
            return shown(self.records.route(str(key)))
        assert isinstance(key, SessionListContext)
        return shown(key)


def built(
    folder: Path,
    files: Mapping[str, str] = RECORDS,
    *,
    today: date = TODAY,
    entry: Entry = PLACE,
) -> Built:
    agenda = agenda_of(folder, dict(files), today=today, place=entry)
    entries, places = {entry.id: entry}, {entry.id: there()}
    lines = SessionLines(agenda, GAZETTEER, entries, today)
    index = AgendaIndex(agenda, lines, GAZETTEER)
    upcoming = Upcoming(agenda, lines, index)
    lists = ListPages(agenda, index, upcoming, GAZETTEER, "recherche/index")
    records = RecordPages(agenda, lines, index, GAZETTEER, places, {})
    made = [
        *lists.home(), *lists.weeks(), *lists.topics(), *lists.territories(),
        *records.workshops(), *records.routes(),
    ]  # fmt: skip
    pages = {page.path: page for page in made}
    assert len(pages) == len(made)
    assert all(map(is_safe_path, pages))
    return Built(agenda, upcoming, records, pages)


def fingerprints(found: Built) -> dict[str, bytes]:
    return {path: page.fingerprint for path, page in found.pages.items()}


def changed(before: Built, after: Built) -> set[str]:
    one, other = fingerprints(before), fingerprints(after)
    return {path for path in one.keys() | other.keys() if one.get(path) != other.get(path)}


def is_changed(code: str, before: Built, after: Built) -> bool:
    """Whether what the page of a commune shows of the agenda is another."""
    commune = GAZETTEER.communes[code]
    return before.upcoming.fingerprint_of_commune(commune) != after.upcoming.fingerprint_of_commune(
        commune
    )


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return built(tmp_path_factory.mktemp("small"))


def test_a_site_without_records_has_one_honest_page(tmp_path: Path):
    found = built(tmp_path, {})
    assert set(found.pages) == {"agenda/index.html"}
    assert "Nous ne connaissons pas encore d’atelier" in unescape(found.html("agenda/index.html"))
    assert found.upcoming.is_empty
    assert found.upcoming.near(GAZETTEER.communes[LABEGE]) is None


def test_there_are_pages_for_what_has_something_and_for_nothing_else(small: Built):
    fixed = {path for path in small.pages if "semaines" not in path}
    assert fixed == {
        "agenda/index.html",
        "agenda/themes/echanger-avec-ses-proches/index.html",
        "agenda/themes/rediger-son-cv/index.html",
        "agenda/themes/autre/index.html",
        "agenda/31/index.html",
        "agenda/31/labege/index.html",
        "agenda/31/escalquens/index.html",
        "agenda/epci/243100633/index.html",
        *(f"agenda/ateliers/31/{name}/index.html"
          for name in ("mardis", "sans-fin", "sans-dates", "deux-jours")),
        "agenda/tournees/31/bus/index.html",
    }  # fmt: skip
    weeks = sorted(path for path in small.pages if "semaines" in path)
    assert weeks[0] == "agenda/semaines/2026-11-23/index.html"
    assert len(weeks) <= 8


@pytest.mark.parametrize("name", ["mardis", "sans-dates", "bus"])
def test_an_edit_makes_again_only_the_pages_that_show_the_record(tmp_path: Path, name: str):
    before = built(tmp_path / "before")
    path = next(path for path in RECORDS if path.endswith(f"/{name}.yaml"))
    after = built(tmp_path / "after", {**RECORDS, path: RECORDS[path] + "remarque: Autre.\n"})
    parts = changed(before, after)
    for other in ("mardis", "sans-fin", "sans-dates", "deux-jours"):
        if other != name:
            assert f"agenda/ateliers/31/{other}/index.html" not in parts
    assert ("agenda/tournees/31/bus/index.html" in parts) == (name == "bus")
    assert ("agenda/31/escalquens/index.html" in parts) == (name == "bus")
    assert "agenda/31/labege/index.html" in parts


def test_an_edit_far_away_leaves_the_page_of_a_commune(tmp_path: Path):
    far = {**RECORDS, "16/ateliers/loin.yaml": FAR}
    before, after = built(tmp_path / "before"), built(tmp_path / "after", far)
    for code in (LABEGE, ESCALQUENS, TOULOUSE):
        assert not is_changed(code, before, after)
    assert is_changed("16390", before, after)
    assert before.upcoming.fingerprint_of_place(PLACE.id) == after.upcoming.fingerprint_of_place(
        PLACE.id
    )


def test_a_place_with_another_name_changes_all_that_names_it(tmp_path: Path):
    before = built(tmp_path / "before")
    after = built(tmp_path / "after", entry=PLACE._replace(nom="Tiers-lieu", fingerprint=b"1" * 16))
    parts = changed(before, after)
    assert "agenda/ateliers/31/mardis/index.html" in parts
    assert "agenda/31/labege/index.html" in parts
    assert "agenda/ateliers/31/deux-jours/index.html" not in parts
    assert is_changed(ESCALQUENS, before, after)  # near
    files = [{page.path: page.fingerprint for page in pages_of(b.agenda)} for b in (before, after)]
    for name in ("ateliers/31/mardis.ics", "lieux/31/mediatheque-de-labege.ics", "31/labege.atom"):
        assert files[0][f"agenda/{name}"] != files[1][f"agenda/{name}"]


def test_a_commune_is_made_again_when_its_way_to_the_agenda_changes(tmp_path: Path):
    announced = "titre: Partout\ntheme: autre\nterritoires:\n  - epci/243100633\n"
    before = built(tmp_path / "before", {"16/ateliers/loin.yaml": FAR})
    after = built(
        tmp_path / "after",
        {"16/ateliers/loin.yaml": FAR, "31/ateliers/partout.yaml": announced},
    )
    assert is_changed(LABEGE, before, after)


def test_the_same_day_and_records_give_the_same_marks(tmp_path: Path, small: Built):
    assert changed(small, built(tmp_path)) == set()


def test_a_new_day_makes_again_what_has_lost_a_date(tmp_path: Path):
    before = built(tmp_path / "before")
    after = built(tmp_path / "after", today=date(2026, 11, 25))  # two days of dates are past
    parts = changed(before, after)
    assert "agenda/ateliers/31/mardis/index.html" in parts
    assert "agenda/ateliers/31/deux-jours/index.html" not in parts


def test_a_line_holds_all_the_hours_of_a_day(small: Built):
    html = small.html("agenda/31/labege/index.html")
    assert "De 9" not in html  # capitals are for the style sheet
    assert "de 9\u202fh à 12\u202fh et de 14\u202fh à 16\u202fh" in html
    assert 'data-to="2026-12-07T16:00+01:00"' in html
    assert 'data-to="2026-12-07T12:00+01:00"' not in html


def test_a_cancelled_session_stays_with_its_word_and_reason(small: Built):
    for path in ("agenda/31/labege/index.html", "agenda/ateliers/31/mardis/index.html"):
        html = small.html(path)
        assert "<b>Annulé</b>\u00a0: Salle en travaux" in html
        assert "2026-12-01" in html


def test_a_long_list_is_folded_and_cut_between_days(tmp_path: Path):
    every_day = "titre: Chaque jour {n}\ntheme: autre\ncommune: Labège\ncode_insee: 31254\n" \
                "dates:\n  - tous les jours, 9h-10h\n"  # fmt: skip
    files = {f"31/ateliers/jour-{n}.yaml": every_day.format(n=n) for n in range(5)}
    key = built(tmp_path, files).pages["agenda/index.html"].key
    assert isinstance(key, AgendaContext)
    first = [line for _, lines in key.days for line in lines]
    folded = [line for _, lines in key.later for line in lines]
    assert 0 < len(first) <= FIRST < len(first) + len(folded) <= MOST
    assert all(len(lines) == 5 for _, lines in [*key.days, *key.later])
    assert key.left_out == 5 * 71 - len(first) - len(folded)


def test_too_many_workshops_for_one_page_are_left_to_narrower_lists(tmp_path: Path):
    one = "titre: Atelier {n}\ntheme: autre\ncommune: {place}\n"
    places = ("Labège\ncode_insee: 31254\n", "Toulouse\ncode_insee: 31555\n")
    files = {
        f"31/ateliers/a{n}.yaml": one.format(n=n, place=places[n > 5]) for n in range(MOST + 1)
    }
    found = built(tmp_path, files)
    assert "Tous les ateliers" not in found.html("agenda/index.html")
    assert "Nous ne connaissons pas encore" not in found.html("agenda/index.html")
    assert "Atelier 3" in found.html("agenda/31/labege/index.html")


def test_the_page_of_a_workshop_without_dates_says_to_ask_if_one_can(small: Built, tmp_path: Path):
    html = small.html("agenda/ateliers/31/sans-dates/index.html")
    assert "Nous ne connaissons pas les prochaines dates." in html
    assert "Demandez les dates." not in html
    assert "La saison est terminée" not in html
    path = "31/ateliers/sans-dates.yaml"
    called = built(tmp_path, {**RECORDS, path: RECORDS[path] + "telephone:\n  - 05 61 00 00 00\n"})
    assert "Demandez les dates." in called.html("agenda/ateliers/31/sans-dates/index.html")


def test_a_season_that_has_ended_says_so(tmp_path: Path):
    html = built(tmp_path, today=date(2027, 9, 1)).html("agenda/ateliers/31/mardis/index.html")
    assert "La saison est terminée." in html
    assert "mardi 29 juin" in html


def test_events_are_told_to_search_engines(small: Built):
    html = small.html("agenda/ateliers/31/mardis/index.html")
    text = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0]
    events = {event["startDate"]: event for event in json.loads(text)}
    held = events["2026-11-24T14:00:00+01:00"]
    assert held["@type"] == "Event"
    assert held["eventStatus"] == "https://schema.org/EventScheduled"
    assert held["location"]["address"]["addressLocality"] == "Labège"
    assert held["isAccessibleForFree"] is True
    cancelled = events["2026-12-01T14:00:00+01:00"]
    assert cancelled["eventStatus"] == "https://schema.org/EventCancelled"


def test_nothing_that_a_record_says_becomes_code(tmp_path: Path):
    title = HOSTILE.replace('"', "'").replace("'", "''")
    hostile = EVERY_TUESDAY.replace("titre: Premiers pas", f"titre: '{title}'")
    hostile = hostile.replace("motif: Salle en travaux", f"motif: '{title}'")
    found = built(tmp_path, {"31/ateliers/mardis.yaml": hostile})
    for path in found.pages:
        assert "<script>alert" not in found.html(path)


def test_a_commune_shows_stops_here_stops_near_and_each_workshop_once(small: Built):
    around = small.upcoming.near(GAZETTEER.communes[LABEGE])
    assert around is not None
    assert [ahead.url for ahead in around.passages] == ["/agenda/tournees/31/bus/#arret-labege"]
    assert [ahead.where.commune.nom for ahead in around.stops_near if ahead.where.commune] == [
        "Escalquens"
    ]
    names = [ahead.url.split("/")[-2] for ahead in around.workshops]
    assert names == ["mardis", "sans-fin", "deux-jours", "sans-dates"]
    assert around.url == "/agenda/31/labege/"


def test_a_commune_without_anything_is_led_to_its_group(small: Built):
    near = next(c for c in GAZETTEER.communes.values() if c.nom == "Ramonville-Saint-Agne")
    around = small.upcoming.near(near)
    assert around is not None
    assert around.passages == ()
    assert around.url == "/agenda/epci/243100633/"


def test_other_languages_say_day_and_hours_in_their_own_words(small: Built):
    english = locale_format(
        language_of("en"), lambda text: text.replace("de %(start)s à", "%(start)s to")
    )
    ahead = small.upcoming.ahead(small.agenda.workshops["31/sans-fin"])
    meeting = ahead.meetings[0]
    assert english.full_day(meeting.day) == "Monday, 7 December 2026"
    assert meeting.hours(english) == "9:00 to 12:00 and 14:00 to 16:00"


def test_what_is_shown_ahead_goes_on_until_the_next_date_that_is_held(small: Built):
    ahead: Ahead = small.upcoming.ahead(small.agenda.workshops["31/mardis"])
    assert [m.day.isoformat() for m in ahead.meetings if m.is_cancelled] == ["2026-12-01"]
    assert len([m for m in ahead.meetings if not m.is_cancelled]) == 4


def test_a_place_shows_what_takes_place_there(small: Built):
    assert [ahead.title for ahead in small.upcoming.at(there())] == ["Premiers pas"]


@pytest.mark.parametrize(
    ("stated", "is_old"),
    [("", True), ("date_maj: 2023-10-03\n", True), ("verifie_le: 2026-10-01\n", False)],
)
def test_dates_that_nobody_confirmed_within_a_year_say_so_with_the_number(
    stated: str, is_old: bool, tmp_path: Path
):
    bus = (
        "nom: Bus\nstatut: en service\ntelephone:\n  - 05 61 00 00 00\narrets:\n"
        "  - commune: Tusson\n    code_insee: 16390\n    passages:\n"
        "      - tous les lundis, 9h-10h\n"
    )
    found = built(tmp_path, {"16/tournees/bus.yaml": bus + stated})
    page = environment().from_string(
        '{% from "components/passage.html" import agenda_here with context %}'
        "{{ agenda_here(near) }}"
    )
    html = page.render(near=found.upcoming.near(GAZETTEER.communes["16390"]))
    assert ("Appelez avant de venir." in html, 'href="tel:' in html) == (is_old, is_old)
    assert ("informations de 2023" in html) == ("2023" in stated)


def test_the_page_of_a_round_of_twelve_stops_has_two_months_of_passages(tmp_path: Path):
    folder = Path(__file__).resolve().parents[1] / "fixtures" / "agenda"
    text = (folder / "bus-france-services-emmaus-ruffec.yaml").read_text(encoding="utf-8")
    found = built(tmp_path, {"16/tournees/bus.yaml": text})
    lines = found.records.route("16/bus").lines
    assert lines[-1].meeting.day > TODAY + timedelta(days=60)


def test_a_long_point_makes_names_that_every_disk_takes(tmp_path: Path):
    stop = (
        "  - commune: Labège\n    code_insee: 31254\n    point: {}\n"
        "    passages:\n      - {}, 9h-10h\n"
    )
    text = "nom: Bus\nstatut: en service\narrets:\n"
    text += stop.format("Œ" * 200, "tous les lundis") + stop.format("Œ" * 200, "tous les jeudis")
    made = small_files(tmp_path, {"31/tournees/bus.yaml": text}).files
    assert sum(path.startswith("/agenda/tournees/31/bus/labege-oe") for path in made) >= 2
    assert max(len(path.rpartition("/")[2]) for path in made) < 100


def test_weeks_lead_to_the_next_and_the_previous_one(small: Built):
    mondays = [path for path in small.pages if "semaines" in path]
    keys = [small.pages[path].key for path in mondays]
    for before, after in pairwise(keys):
        assert isinstance(before, AgendaWeekContext)
        assert isinstance(after, AgendaWeekContext)
        assert before.after == after.url
        assert after.before == before.url
        assert after.monday - before.monday >= timedelta(days=7)


def test_addresses_are_those_of_the_contract():
    commune = GAZETTEER.communes[LABEGE]
    assert agenda_urls.commune_url(commune) == "/agenda/31/labege/"
    assert agenda_urls.epci_url("243100633") == "/agenda/epci/243100633/"
    assert agenda_urls.departement_url("31") == "/agenda/31/"
    assert agenda_urls.week_url(date(2026, 11, 23)) == "/agenda/semaines/2026-11-23/"
    assert TOPICS["autre"].url == "/agenda/themes/autre/"
