"""Which sheets of the agenda are made, where, and which are made again after an edit."""

from datetime import date
from pathlib import Path

from plugins.press.page_set import is_safe_path
from tests.support.agenda_sheets import FILES, ROUTE, WORKSHOP, Sheets

OTHER = WORKSHOP.replace("31254", "31555").replace("Labège", "Toulouse")


def papers(sheets: Sheets, url: str) -> list[tuple[str, date | None]]:
    return [(file.url, file.month) for file in sheets.papers.of(url)]


def test_a_territory_has_a_sheet_for_each_of_three_months_with_something(tmp_path: Path):
    sheets = Sheets(tmp_path, FILES)
    assert papers(sheets, "/agenda/31/labege/") == [
        ("/papier/agenda/31/labege-agenda-2026-11.pdf", date(2026, 11, 24)),
        ("/papier/agenda/31/labege-agenda-2026-12.pdf", date(2026, 12, 1)),
        ("/papier/agenda/31/labege-agenda-2027-01.pdf", date(2027, 1, 1)),
    ]
    epci = papers(sheets, "/agenda/epci/243100633/")
    assert epci[0] == ("/papier/agenda/epci/243100633-agenda-2026-11.pdf", date(2026, 11, 24))
    assert [month for _, month in papers(sheets, "/agenda/16/tusson/")] == [
        date(2026, 12, 1),
        date(2027, 1, 1),
    ]
    assert all(is_safe_path(page.path) for page in sheets.papers.pages(b""))


def test_a_workshop_and_a_stop_have_a_poster_and_a_round_its_months(tmp_path: Path):
    sheets = Sheets(tmp_path, FILES)
    workshop, stop = "/agenda/ateliers/31/premiers-pas/", "/agenda/tournees/16/bus/tusson/"
    assert papers(sheets, workshop) == [
        ("/papier/agenda/ateliers/31/premiers-pas-affiche.pdf", None)
    ]
    assert papers(sheets, stop) == [("/papier/agenda/tournees/16/bus/tusson-affiche.pdf", None)]
    assert len(papers(sheets, "/agenda/tournees/16/bus/")) == 2


def test_what_has_no_date_has_no_sheet(tmp_path: Path):
    without = {
        "31/ateliers/premiers-pas.yaml": WORKSHOP.partition("dates:")[0],
        "16/tournees/bus.yaml": ROUTE.replace("en service", "étude"),
    }
    assert Sheets(tmp_path, without).papers.sheets == {}
    stop = papers(Sheets(tmp_path / "other", FILES), "/agenda/tournees/16/bus/valence/")
    assert stop == []


def test_a_workshop_whose_next_dates_are_all_cancelled_has_no_poster(tmp_path: Path):
    cancelled = WORKSHOP + "annulations:\n  - date: 2026-11-22\n    jusqu_au: 2027-06-29\n"
    sheets = Sheets(tmp_path, {"31/ateliers/premiers-pas.yaml": cancelled})
    assert papers(sheets, "/agenda/ateliers/31/premiers-pas/") == []
    assert len(papers(sheets, "/agenda/31/labege/")) == 3  # that it is cancelled must be known


def test_an_edit_prints_again_only_the_sheets_that_show_it(tmp_path: Path):
    files = {**FILES, "31/ateliers/autre.yaml": OTHER}
    before = Sheets(tmp_path / "a", files).fingerprints()
    edited = {**files, "31/ateliers/premiers-pas.yaml": WORKSHOP.replace("00 01", "00 02")}
    after = Sheets(tmp_path / "b", edited).fingerprints()
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    labege = {path for path in before if "labege" in path or "243100633" in path}
    assert changed == labege | {"papier/agenda/ateliers/31/premiers-pas-affiche.pdf"}


def test_one_date_more_prints_its_month_and_the_posters_record_again(tmp_path: Path):
    more = WORKSHOP + "dates_en_plus:\n  - le 2 janvier 2027 de 9h à 10h\n"
    before = Sheets(tmp_path / "a", FILES).fingerprints()
    after = Sheets(tmp_path / "b", {**FILES, "31/ateliers/premiers-pas.yaml": more}).fingerprints()
    january = "papier/agenda/31/labege-agenda-2027-01.pdf"
    assert before[january] != after[january]
    bus = "papier/agenda/tournees/16/bus/tusson-affiche.pdf"
    assert before[bus] == after[bus]
