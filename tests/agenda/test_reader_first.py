"""What a reader of the agenda meets first: where they are, their commune, the next three dates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from plugins.agenda.contract import SessionListContext
from plugins.agenda.pages.list_pages import ListPages
from plugins.agenda.pages.record_pages import RecordPages
from plugins.agenda.pages.upcoming import Upcoming
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.titles import SessionLines
from plugins.records.model.off_page import off_page
from plugins.records.model.route import Route, Stop
from plugins.records.model.workshop import Workshop
from plugins.recurrence import read_dates
from tests.support.agenda import PLACE, TODAY, agenda_of
from tests.support.calendars import GAZETTEER, RECORDS, small, there
from tests.support.theme import shown

BUS = RECORDS["31/tournees/bus.yaml"]
NOTE = "La source se trompe de commune."
NOTED = BUS.replace(
    "    point: Place", f"    remarque: {NOTE}\n    point: Place"
) + "remarque: La source date de 2023.\n"  # fmt: skip


class Made:
    """The pages of a small agenda, by path."""

    def __init__(self, folder: Path, files: Mapping[str, str] = RECORDS) -> None:
        agenda = agenda_of(folder, dict(files), today=TODAY, place=PLACE)
        entries, places = {PLACE.id: PLACE}, {PLACE.id: there()}
        lines = SessionLines(agenda, GAZETTEER, entries, TODAY)
        index = AgendaIndex(agenda, lines, GAZETTEER)
        upcoming = Upcoming(agenda, lines, index)
        lists = ListPages(agenda, index, upcoming, GAZETTEER, "recherche/index")
        self.records = RecordPages(agenda, lines, index, GAZETTEER, places, {})
        self.lists = {page.path: page.key for page in (*lists.home(), *lists.territories())}

    def html(self, path: str) -> str:
        key = self.lists[path]
        assert isinstance(key, SessionListContext)
        return unescape(shown(key))

    def bus(self) -> str:
        return unescape(shown(self.records.route("31/bus")))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return Made(tmp_path_factory.mktemp("agenda"), {**RECORDS, "31/tournees/bus.yaml": NOTED})


def titles(html: str) -> list[str]:
    return re.findall(r'<li class="session.*?<h3><a href="[^"]*">(.*?)</a>', html, re.S)


def test_the_agenda_asks_where_one_is_before_any_date(made: Made):
    html = made.html("agenda/index.html")
    main = html.index("<main")
    parts = ["Où êtes-vous\N{NO-BREAK SPACE}?", "data-find", "/agenda/31/labege/", 'class="session']
    order = [html.index(part, main) for part in parts]
    assert order == sorted(order)


def test_the_commune_is_the_title_of_each_session_of_a_wide_list(made: Made):
    for path in ("agenda/index.html", "agenda/31/index.html", "agenda/epci/243100633/index.html"):
        found = titles(made.html(path))
        assert found
        assert set(found) == {"Labège", "Escalquens"}, path


def test_in_the_agenda_of_a_commune_the_title_is_what_one_comes_for(made: Made):
    found = set(titles(made.html("agenda/31/labege/index.html")))
    assert "Labège" not in found
    assert "Bus du Lauragais" in found


def test_a_stop_says_its_next_three_dates_and_folds_the_others(made: Made):
    panel = made.bus().partition('id="arret-escalquens"')[2]
    open_part, _, folded = panel.partition("<details")
    assert len(re.findall("<li data-to=", open_part)) == 3
    assert len(re.findall("data-to=", folded.partition("</details>")[0])) > 3


def test_a_stop_says_hours_that_are_always_the_same_once(made: Made):
    open_part = made.bus().partition('id="arret-escalquens"')[2].partition("<details")[0]
    assert len(re.findall(r"[Dd]e \d+", open_part)) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("un mardi sur deux à partir du 6 octobre 2026, 9h-12h, sauf jours fériés",
         "un mardi sur deux, sauf jours fériés"),
        ("un mardi sur deux à partir du 5 janvier 2027, 9h-12h",
         "un mardi sur deux à partir du 5 janvier 2027"),
        ("tous les jeudis de 9h à 12h jusqu'au 30 juin 2027",
         "tous les jeudis jusqu'au 30 juin 2027"),
        ("les 3 et 10 mars 2027 de 14h à 15h", "les 3 et 10 mars 2027"),
    ],
)  # fmt: skip
def test_a_rhythm_leaves_out_hours_and_a_start_that_is_past(typed: str, said: str):
    assert read_dates(typed).brief(date(2026, 11, 22)) == said


def test_notes_for_the_record_keeper_are_on_no_page_and_in_no_calendar(made: Made, tmp_path: Path):
    assert "La source" not in made.bus()
    files = small(tmp_path, {"31/tournees/bus.yaml": NOTED}).files
    assert files
    assert not [url for url, content in files.items() if b"La source" in content]


@pytest.mark.parametrize("model", [Route, Stop, Workshop])
def test_a_note_says_in_the_model_that_it_is_not_for_the_public(
    model: type[Route] | type[Stop] | type[Workshop],
):
    assert off_page(model.model_fields["remarque"])


@pytest.mark.parametrize(
    ("du", "au", "first", "then"),
    [
        ("2027-01-04", "", "À partir du 4 janvier 2027", "Appelez."),
        ("2026-01-04", "", "Appelez.", ""),
        ("2026-11-22", "2027-06-30", "Appelez.",
         "Cette annonce vaut du 22 novembre 2026 au 30 juin 2027."),
    ],
)  # fmt: skip
def test_the_days_of_a_message_are_not_those_of_the_service(
    tmp_path: Path, du: str, au: str, first: str, then: str
):
    message = f"annonces:\n  - du: {du}\n    texte: Appelez.\n" + (f"    au: {au}\n" if au else "")
    made = Made(tmp_path, {"31/tournees/bus.yaml": BUS + message})
    notice = made.bus().partition('class="notice info"')[2].partition("</div></div>")[0]
    said = re.sub(r"<[^>]+>", "", notice.partition(">")[2].replace("</strong>", "|"))
    told = [" ".join(part.split()) for part in said.split("|")]
    assert told[0].endswith(first)
    assert told[1] == then
