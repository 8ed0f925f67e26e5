"""Where the values of records come from, and which records left their lists."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.cli import annuaire
from plugins.places.pages import PlacePages
from plugins.records.commands import check
from plugins.records.entry import Places, entry_of
from plugins.records.memory.lines import (
    RememberedRecord,
    RememberedRow,
    line_of,
    read_line,
    read_lines,
)
from plugins.records.memory.origin import Origin
from plugins.records.memory.provenance import Provenance
from plugins.records.memory.vanished import VanishedRows, left_before, vanished
from plugins.records.model.place import Place
from plugins.records.reading.reader import Tree
from tests.support.places import gazetteer, place

ID = "31/mediatheque-de-labege"
FIRST = Origin("liste-2024-01", "a1", "2024-01-10", "")
SECOND = Origin("france-services-2024-08", "fs_1", "2024-08-01", "Licence Ouverte 2.0")
ROWS = (
    RememberedRow(ID, FIRST, {"nom": "Médiathèque", "services": ["A", "B"], "adresse": "1 rue A"}),
    RememberedRow(ID, SECOND, {"nom": "Maison", "services": ["B"], "latitude": "43.5"}),
)
SINCE = date(2025, 6, 1)
ENTRY = {"nom": "liste-2024-01", "id": "a1", "date": "2024-01-10"}


def remember(places: Path, *items: RememberedRow | RememberedRecord, code: str = "31") -> None:
    folder = places / ".import"
    folder.mkdir(exist_ok=True)
    text = "".join(line_of(item) + "\n" for item in items)
    (folder / f"{code}.jsonl").write_text(text, "utf-8")


@pytest.mark.parametrize(
    "item",
    [
        *ROWS,
        dataclasses.replace(ROWS[0], gone=""),
        dataclasses.replace(ROWS[0], gone="2025-06-01"),
        RememberedRecord(ID, {"telephone": ["1"], "nom": None}, "2025-01-01", ("services",)),
    ],
)
def test_a_line_is_read_as_it_was_written(item: RememberedRow | RememberedRecord) -> None:
    assert read_line(line_of(item)) == item
    assert line_of(item).count("\n") == 0


@pytest.mark.parametrize("line", ["", "<<<<<<< HEAD", "[]", "3", '{"place":"31/a"}', '{"record":3'])
def test_a_damaged_line_is_left_out(line: str) -> None:
    assert read_line(line) is None


BROKEN = line_of(ROWS[0])[:-3]


@pytest.mark.parametrize(
    ("text", "line", "said", "hint"),
    [
        (f"{line_of(ROWS[0])}\n{BROKEN}\n", 2, "cette ligne ne peut pas être lue", "avant"),
        (f"{BROKEN}\n3\n", 1, "2 lignes, à partir de celle-ci, ne peuvent pas", "avant"),
        (f"<<<<<<< HEAD\n{line_of(ROWS[0])}\n=======\n", 1, "2 lignes", "ôtez les marques"),
    ],
)
def test_the_check_tells_a_damaged_memory_in_one_line(
    tmp_path: Path, text: str, line: int, said: str, hint: str
) -> None:
    remember(tmp_path, ROWS[1], code="09")
    remember(tmp_path)
    (tmp_path / ".import/31.jsonl").write_text(text, "utf-8")
    [found] = check(tmp_path)
    assert (found.path, found.line, found.severity) == (".import/31.jsonl", line, "warning")
    assert said in found.message
    assert hint in found.hint


def test_signs_that_end_lines_elsewhere_stand_in_values(tmp_path: Path) -> None:
    row = dataclasses.replace(ROWS[0], fields={"adresse": "1 rue\u2028A\x85"}, gone="2025-06-01")
    remember(tmp_path, row)
    assert list(read_lines(tmp_path / ".import/31.jsonl")) == [row]
    assert VanishedRows.read(tmp_path).ids() == {ID}


def test_a_memory_that_is_whole_is_not_spoken_of(tmp_path: Path) -> None:
    remember(tmp_path, *ROWS)
    with (tmp_path / ".import/31.jsonl").open("a", encoding="utf-8") as file:
        file.write("\n\n")
    assert check(tmp_path) == []


def told(tree: Tree, field: str, places: Path) -> list[tuple[object, list[str], str]]:
    found = Provenance(places).origin_of(ID, tree, field)
    return [(one.value, [origin.nom for origin in one.lists], one.verified) for one in found]


def test_a_value_comes_from_the_rows_that_say_it_or_from_a_person(tmp_path: Path) -> None:
    remember(tmp_path, *ROWS)
    tree: Tree = {"nom": "Médiathèque", "services": ["A", "B", "C"], "adresse": "2 rue A"}
    tree |= {"date_maj": "2024-08-01"}
    assert told(tree, "nom", tmp_path) == [("Médiathèque", ["liste-2024-01"], "")]
    assert told(tree, "services", tmp_path) == [
        ("A", ["liste-2024-01"], ""),
        ("B", ["france-services-2024-08", "liste-2024-01"], ""),
        ("C", [], ""),
    ]
    assert told(tree, "adresse", tmp_path) == [("2 rue A", [], "")]
    assert told(tree, "date_maj", tmp_path) == [("2024-08-01", ["france-services-2024-08"], "")]
    assert told(tree, "telephone", tmp_path) == []


def test_a_verification_speaks_of_all_but_what_a_list_filled_after_it(tmp_path: Path) -> None:
    later = RememberedRecord(ID, {}, "2025-01-15", ("services",))
    remember(tmp_path, *ROWS, later)
    tree: Tree = {"nom": "Maison", "services": ["B"], "verifie_le": "2025-01-15"}
    assert told(tree, "nom", tmp_path) == [("Maison", ["france-services-2024-08"], "2025-01-15")]
    assert told(tree, "services", tmp_path)[0][2] == ""
    tree["verifie_le"] = "2025-09-01"
    assert told(tree, "services", tmp_path)[0][2] == "2025-09-01"


def test_the_day_of_a_verified_record_is_that_of_the_list_it_came_from(tmp_path: Path) -> None:
    newer = dataclasses.replace(FIRST, nom="liste-2025-03", date="2025-03-10")
    remember(tmp_path, dataclasses.replace(ROWS[0], origin=newer))
    tree: Tree = {"date_maj": "2024-01-10", "verifie_le": "2025-01-15", "source": [ENTRY]}
    assert told(tree, "date_maj", tmp_path) == [("2024-01-10", ["liste-2024-01"], "")]
    assert told(tree, "verifie_le", tmp_path) == [("2025-01-15", [], "")]
    tree["date_maj"] = "2024-02-02"
    assert told(tree, "date_maj", tmp_path) == [("2024-02-02", [], "")]
    tree |= {"source": "liste-2024-01"}
    assert told(tree, "date_maj", tmp_path) == [("2024-02-02", [], "")]


def test_a_renamed_record_that_says_so_knows_where_its_values_come_from(tmp_path: Path) -> None:
    remember(tmp_path, dataclasses.replace(ROWS[0], place="31/ancien"))
    tree: Tree = {"nom": "Médiathèque", "anciens_ids": ["31/ancien"]}
    assert told(tree, "nom", tmp_path) == [("Médiathèque", ["liste-2024-01"], "")]


def test_the_command_says_it_in_french(tmp_path: Path) -> None:
    places = tmp_path / "places"
    (places / "31").mkdir(parents=True)
    remember(places, *ROWS)
    record = places / f"{ID}.yaml"
    record.write_text(
        "nom: Maison\ncode_postal: 31670\nservices:\n  - B\nverifie_le: 2025-01-15\n", "utf-8"
    )
    run = CliRunner().invoke(annuaire, ["origin", str(record), "--places", str(places)])
    assert run.exit_code == 0
    assert run.output.splitlines()[:3] == [
        "nom : Maison : Liste nationale des France services, 1er août 2024 ; "
        "vérifié le 15 janvier 2025",
        "code_postal : 31670 : écrit par une personne ; vérifié le 15 janvier 2025",
        "services : B : Liste nationale des France services, 1er août 2024 ; "
        "liste-2024-01, 10 janvier 2024 ; vérifié le 15 janvier 2025",
    ]
    other = tmp_path / "x.yaml"
    other.write_text("nom: X\n", "utf-8")
    run = CliRunner().invoke(annuaire, ["origin", str(other), "--places", str(places)])
    assert run.exit_code == 1
    assert "n'est pas la fiche d'un lieu" in run.output


GONE = dataclasses.replace(ROWS[0], gone=SINCE.isoformat())


@pytest.mark.parametrize(
    ("fields", "is_left"),
    [
        ({"source": [ENTRY]}, True),
        ({"source": [ENTRY], "verifie_le": "2025-05-31"}, True),
        ({"source": [ENTRY], "verifie_le": "2025-06-01"}, False),
        ({"source": [ENTRY], "ferme_le": "2025-07-01"}, False),
        ({"source": [ENTRY, {"nom": "autre", "date": "2025-05-01"}]}, True),
        ({"source": [ENTRY, {"nom": "autre", "date": "2025-06-01"}]}, False),
        ({"source": [ENTRY, {"nom": "liste-2025-06", "id": "a2"}]}, False),
    ],
)
def test_a_place_is_to_verify_while_nothing_newer_speaks_of_it(
    tmp_path: Path, fields: dict[str, object], is_left: bool
) -> None:
    remember(tmp_path, GONE, ROWS[1])
    found = vanished(tmp_path, [place(ID, **fields), place("31/autre")])
    assert [(id_, one.source, one.since) for id_, one in found.items()] == (
        [(ID, "liste-2024-01", SINCE)] if is_left else []
    )


def test_a_renamed_place_is_still_to_verify(tmp_path: Path) -> None:
    remember(tmp_path, GONE)
    assert vanished(tmp_path, [place("31/nouveau", anciens_ids=[ID])]).keys() == {"31/nouveau"}


def listed(*known: Place) -> Places:
    by_id = {one.id: one for one in known}
    return Places((entry_of(one, b"") for one in known), lambda entry: by_id[entry.id])


def test_the_page_says_so_after_the_days_of_the_setting(tmp_path: Path) -> None:
    remember(tmp_path, GONE)
    places = listed(place(ID), place("31/autre"))
    assert left_before(tmp_path, places, date(2025, 6, 30), 30) == {}
    left = left_before(tmp_path, places, date(2025, 7, 1), 30)
    assert left.keys() == {ID}
    pages = PlacePages(places, {}, {}, gazetteer(), (), left)
    assert [pages.place(entry).left is not None for entry in places.entries] == [True, False]
    before, after = (
        {page.path: page.fingerprint for page in made.place_pages(lambda shown: "").pages}
        for made in (PlacePages(places, {}, {}, gazetteer()), pages)
    )
    assert [path for path in after if after[path] != before[path]] == [f"lieux/{ID}/index.html"]


def test_a_day_that_nobody_knows_is_for_the_desk_alone(tmp_path: Path) -> None:
    remember(tmp_path, dataclasses.replace(GONE, gone=""))
    assert vanished(tmp_path, [place(ID)])[ID].since is None
    assert left_before(tmp_path, listed(place(ID)), date(2030, 1, 1), 1) == {}


def test_without_a_memory_no_place_is_opened(tmp_path: Path) -> None:
    def never(entry: object) -> Place:
        raise AssertionError(entry)

    places = Places([entry_of(place(ID), b"")], never)
    assert left_before(tmp_path, places, date(2030, 1, 1), 0) == {}
    remember(tmp_path, *ROWS)
    assert left_before(tmp_path, places, date(2030, 1, 1), 0) == {}
    assert VanishedRows.read(tmp_path).ids() == frozenset()
