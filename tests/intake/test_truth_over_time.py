"""What a person wrote or verified, and what is known, against older and newer editions of lists."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake import ImportReport
from plugins.intake.known.compare import three_way
from plugins.intake.match.candidate import RowFields
from plugins.intake.match.merge import UNITED
from plugins.records.memory.lines import RememberedRow, read_lines
from plugins.records.model.place import Place
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
ID = "31/mediatheque-de-labege"
NEWER = {
    **LABEGE,
    "source": "liste-exemple-2025-06",
    "date_maj": "2025-06-01",
    "telephone": "05 61 22 22 22",
}
OLDER = {
    **LABEGE,
    "source": "liste-exemple-2023-02",
    "date_maj": "2023-02-01",
    "telephone": "05 61 99 99 99",
}
FAR = {
    **LABEGE,
    "id": "a2",
    "nom": "Foyer rural",
    "adresse": "Place Saint-Barthélemy",
    "latitude": "43.54",
    "longitude": "1.54",
    "telephone": "05 61 33 33 33",
}


def read(places: Path, identity: str = ID) -> Tree:
    tree = read_record(places / f"{identity}.yaml", places)
    assert isinstance(tree, dict), tree
    return tree


def snapshot(places: Path) -> dict[str, bytes]:
    files = sorted(path for path in places.rglob("*") if path.is_file())
    return {str(path.relative_to(places)): path.read_bytes() for path in files}


def edit(places: Path, old: str, new: str, identity: str = ID) -> None:
    path = places / f"{identity}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def verify(places: Path, day: str) -> None:
    edit(places, "date_maj:", f"verifie_le: {day}\nverifie_par: mairie\ndate_maj:")


def remembered(places: Path, departement: str = "31") -> list[RememberedRow]:
    lines = read_lines(places / ".import" / f"{departement}.jsonl")
    return [line for line in lines if isinstance(line, RememberedRow)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (LABEGE, OLDER),
        (NEWER, LABEGE),
        # No date in the name: the days of the rows tell.
        ({**LABEGE, "source": "liste"}, {**OLDER, "source": "liste"}),
        ({**LABEGE, "source": "liste-exemple"}, OLDER),
        # One name for all editions that gives a date.
        (LABEGE, {**OLDER, "source": LABEGE["source"]}),
        # No day in the rows: the names tell.
        ({**NEWER, "date_maj": ""}, {**LABEGE, "date_maj": ""}),
    ],
)
def test_an_older_edition_changes_nothing_and_says_so_once(
    importing: Importing, places: Path, first: Row, second: Row
) -> None:
    importing(first, FAR | {"source": first["source"], "date_maj": first["date_maj"]})
    before = snapshot(places)
    new = {**second, "id": "a9", "nom": "Point accueil", "adresse": "9 rue Neuve"}
    report = importing(second, new)
    assert snapshot(places) == before
    assert [row.status for row in report.rows] == ["older", "older"]
    assert not report.gone
    assert sum("plus ancienne que" in line for line in report.summary()) == 1


def test_a_row_that_goes_back_in_time_changes_nothing(importing: Importing, places: Path) -> None:
    importing(LABEGE, FAR)
    before = snapshot(places)
    report = importing({**OLDER, "source": LABEGE["source"]}, FAR)
    assert [row.status for row in report.rows] == ["older", "unchanged"]
    assert not report.gone
    assert snapshot(places) == before


def test_a_list_that_loses_its_newest_row_is_no_older_list(
    importing: Importing, places: Path
) -> None:
    importing({**LABEGE, "source": "liste"}, {**FAR, "source": "liste", "date_maj": "2024-09-01"})
    report = importing({**LABEGE, "source": "liste"})
    assert not report.older
    assert len(report.gone) == 1


def test_a_difference_is_shown_once_until_the_list_says_something_else(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    edit(places, "05 61 00 00 00", "05 61 11 11 11")
    told = [importing(row).kept_by_hand for row in (LABEGE, LABEGE, NEWER, NEWER)]
    assert [[item.source for item in kept] for kept in told] == [
        [["05 61 00 00 00"]],
        [],
        [["05 61 22 22 22"]],
        [],
    ]
    report = importing(NEWER)
    assert [item.field for item in report.shown_before] == ["telephone"]
    assert read(places)["telephone"] == ["05 61 11 11 11"]


@pytest.mark.parametrize("newer", [NEWER, {**NEWER, "source": "autre-liste", "id": "b1"}])
def test_no_list_changes_a_value_that_a_person_verified(
    importing: Importing, places: Path, newer: Row
) -> None:
    importing(LABEGE)
    verify(places, "2025-01-15")
    before = (places / f"{ID}.yaml").read_bytes()
    report = importing(newer)
    assert [item.field for item in report.kept_by_hand] == ["telephone"]
    assert (places / f"{ID}.yaml").read_bytes() == before
    assert importing(newer).kept_by_hand == []
    assert (places / f"{ID}.yaml").read_bytes() == before


def test_a_verified_record_is_filled_by_newer_lists_only(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    verify(places, "2025-01-15")
    before = (places / f"{ID}.yaml").read_bytes()
    site = {"source": "autre", "id": "b1", "site_web": "https://exemple.fr"}
    importing({**LABEGE, **site, "date_maj": "2025-01-15"})
    importing({**LABEGE, **site, "id": "b2", "date_maj": ""})
    assert (places / f"{ID}.yaml").read_bytes() == before


def test_a_verification_does_not_speak_of_what_a_list_filled_after_it(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    verify(places, "2025-01-15")
    age = Place.from_tree(read(places), ID).freshness
    assert age(Place.from_tree(read(places), ID).date_maj).verified  # type: ignore[arg-type]
    newer = {**NEWER, "site_web": "https://exemple.fr"}
    importing(newer)
    tree = read(places)
    place = Place.from_tree(tree, ID)
    assert tree["site_web"] == ["https://exemple.fr"]
    assert (tree["verifie_le"], tree["telephone"]) == ("2025-01-15", ["05 61 00 00 00"])
    assert not place.freshness(place.date_maj).verified  # type: ignore[arg-type]
    # What the verification does not speak of follows its list.
    last = {**newer, "source": "liste-exemple-2025-09", "site_web": "https://nouveau.fr"}
    importing(last)
    assert read(places)["site_web"] == ["https://nouveau.fr"]
    # Verified again, it stays.
    edit(places, "2025-01-15", "2025-10-01")
    report = importing({**last, "source": "liste-exemple-2026-01", "site_web": ""})
    assert read(places)["site_web"] == ["https://nouveau.fr"]
    assert "site_web" in [item.field for item in report.kept_by_hand]


def test_of_a_list_the_rest_follows_what_a_person_did_not_touch(
    importing: Importing, places: Path
) -> None:
    first = {**LABEGE, "services": "Accès internet et matériel informatique|"
             "Aide aux démarches administratives"}  # fmt: skip
    importing(first)
    edit(places, "- Aide aux démarches administratives", "- Compréhension du monde numérique")
    newer = {**NEWER, "services": first["services"] + "|Loisirs et créations numériques"}
    report = importing(newer)
    assert read(places)["services"] == [
        "Compréhension du monde numérique",
        "Accès internet et matériel informatique",
        "Loisirs et créations numériques",
    ]
    assert [item.field for item in report.kept_by_hand] == ["services"]
    importing({**newer, "source": "liste-exemple-2025-09", "services": ""})
    assert read(places)["services"] == ["Compréhension du monde numérique"]


ITEMS = st.lists(st.sampled_from("abcdef"), unique=True).map(list)


@given(ITEMS, ITEMS, ITEMS)
def test_elements_that_a_person_added_stay_and_those_removed_do_not_come_back(
    base: list[str], theirs: list[str], ours: list[str]
) -> None:
    def fields(items: list[str]) -> RowFields:
        return {"services": items} if items else {}

    changes, kept = three_way(fields(base), fields(theirs), fields(ours))
    after = changes["services"] if "services" in changes else fields(ours).get("services")
    left = set(after or ())  # type: ignore[call-overload]
    assert "services" in UNITED
    if ours != base:
        assert set(ours) - set(base) <= left
        assert not (set(base) - set(ours)) & left
    if base or theirs:
        assert bool(kept) == (left != set(theirs))
    # Imported again, the same list changes nothing.
    again = three_way(fields(theirs), fields(theirs), {"services": after} if after else {})
    assert again.changes == {}


def test_what_a_newer_edition_takes_away_is_told(importing: Importing, places: Path) -> None:
    importing(LABEGE, FAR)
    fewer = {name: text for name, text in NEWER.items() if name not in ("telephone", "horaires")}
    report = importing(fewer, {**FAR, "source": NEWER["source"]})
    assert "telephone" not in read(places)
    told = [doubt for row in report.rows for doubt in row.doubts]
    assert "retiré, car la liste ne le dit plus : telephone « 05 61 00 00 00 »" in told
    assert any("horaires « lundi fermé ; mardi 9h-12h" in doubt for doubt in told)
    assert any("retiré" in line for line in report.summary())
    assert not [row.doubts for row in importing(fewer).rows if row.doubts]


def test_a_person_may_add_a_number_or_remove_one_but_who_replaced_it_is_right(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    edit(places, "- 05 61 00 00 00", "- 05 61 00 00 00\n  - 05 61 11 11 11")
    importing(NEWER)
    assert read(places)["telephone"] == ["05 61 11 11 11", "05 61 22 22 22"]


def test_a_file_renamed_without_a_word_keeps_its_memory(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    edit(places, "05 61 00 00 00", "05 61 11 11 11")
    (places / f"{ID}.yaml").rename(places / "31" / "autre-nom.yaml")
    report = importing({**NEWER, "adresse": "2 rue Neuve"})
    tree = read(places, "31/autre-nom")
    assert (tree["adresse"], tree["telephone"]) == ("2 rue Neuve", ["05 61 11 11 11"])
    assert [item.field for item in report.kept_by_hand] == ["telephone"]
    assert [row.place for row in remembered(places)] == ["31/autre-nom"]


@pytest.mark.parametrize("says_so", [False, True])
def test_a_file_moved_to_another_departement_keeps_its_memory(
    importing: Importing, places: Path, says_so: bool
) -> None:
    importing(LABEGE, FAR)
    if says_so:
        edit(places, "source:", f"anciens_ids:\n  - {ID}\nsource:")
        edit(places, "    id: a1\n", "")
    edit(places, "code_insee: 31254", "code_insee: 81004")
    (places / "81").mkdir()
    (places / f"{ID}.yaml").rename(places / "81" / "mediatheque.yaml")
    last = {**NEWER, "source": "liste-exemple-2025-09", "telephone": "05 61 44 44 44"}
    for row in (NEWER, last):
        report = importing(row, {**FAR, "source": row["source"]})
        assert not (places / f"{ID}.yaml").exists()
        assert report.rows[0].id == "81/mediatheque"
        assert read(places, "81/mediatheque")["telephone"] == [row["telephone"]]
        assert [row.place for row in remembered(places, "81")] == ["81/mediatheque"]
        assert [row.place for row in remembered(places)] == ["31/foyer-rural"]


def test_a_deleted_record_is_not_made_again_by_another_list(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, FAR)
    (places / f"{ID}.yaml").unlink()
    report = importing({**LABEGE, "source": "autre", "id": "b1"})
    assert [(row.status, row.id) for row in report.rows] == [("kept", ID)]
    assert not (places / f"{ID}.yaml").exists()


def test_a_row_that_left_its_list_is_remembered_with_the_day(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, FAR)
    record = (places / "31/foyer-rural.yaml").read_bytes()
    for row in (NEWER, {**NEWER, "source": "liste-exemple-2025-09", "date_maj": "2025-09-01"}):
        assert len(importing(row).gone) == 1
        assert {row.place: row.gone for row in remembered(places)} == {
            ID: None,
            "31/foyer-rural": "2025-06-01",
        }
    assert (places / "31/foyer-rural.yaml").read_bytes() == record
    importing(
        {**NEWER, "source": "liste-exemple-2026-01"}, {**FAR, "source": "liste-exemple-2026-01"}
    )
    assert {row.gone for row in remembered(places)} == {None}


def test_a_record_that_a_person_deleted_is_not_asked_about(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, FAR)
    (places / "31/foyer-rural.yaml").unlink()
    assert importing(NEWER).gone == []


def test_a_renamed_record_whose_row_left_is_asked_about(importing: Importing, places: Path) -> None:
    importing(LABEGE, FAR)
    (places / "31/foyer-rural.yaml").rename(places / "31/salle-du-foyer.yaml")
    (told,) = importing(NEWER).gone
    assert told.startswith("31/salle-du-foyer ")


def test_part_of_a_known_edition_says_of_no_row_that_it_left(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, FAR)
    assert len(importing(LABEGE).gone) == 1
    assert {row.gone for row in remembered(places)} == {None}


def test_a_row_that_cannot_be_read_any_more_has_not_left_its_list(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, FAR)
    report = importing(NEWER, {**FAR, "source": NEWER["source"], "nom": ""})
    assert report.counts["kept"] == 1
    assert report.gone == []
    assert {row.gone for row in remembered(places)} == {None}


def test_two_branches_merged_leave_the_newer_line(importing: Importing, places: Path) -> None:
    importing(NEWER)
    path = places / ".import/31.jsonl"
    newer = path.read_text("utf-8")
    older = newer.replace("2025-06-01", "2024-01-10").replace("22 22 22", "00 00 00")
    path.write_text(newer + "<<<<<<<\n" + older, "utf-8")
    report = importing(NEWER)
    assert report.kept_by_hand == []
    assert report.counts["unchanged"] == 1


def test_a_damaged_memory_is_told_and_stops_nothing(importing: Importing, places: Path) -> None:
    importing(NEWER)
    path = places / ".import/31.jsonl"
    path.write_text(path.read_text("utf-8")[:-9] + "\n", "utf-8")
    report = importing(NEWER)
    [told] = report.about_table
    assert "31.jsonl:1:1: attention: cette ligne ne peut pas être lue" in told
    assert any(told in line for line in report.summary())
    assert importing(NEWER).about_table == []
