"""What the import writes passes `annuaire check`, and is written whole or not at all."""

import csv
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake import ImportReport, run_import
from plugins.intake.write.report import RowStatus
from plugins.records.checks import Context
from plugins.records.reading.checking import check_file
from plugins.records.reading.reader import read_record
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
TODAY = date(2026, 3, 1)
ID = "31/mediatheque-de-labege"
IBAN = "FR76 3000 6000 0112 3456 7890 189"
HELP = "Aide aux démarches administratives"
CELLS = {
    "nom": ["Mairie", "Médiathèque : le Lac", "# 1", "«L'Arche»", "- [x]", "CCAS.", "Salle #2"],
    "commune": ["Labège", "Toulouse", "Saint-Denis", "Nouméa", "Ajaccio", "31670 Labège"],
    "code_postal": ["31670", "1000", "97400", "98800", "20000", "31059", "F-31670", "0"],
    "code_insee": ["31254", "31555", "97411", "98818", "2A004", "31059", "99999"],
    "adresse": ["12 rue du Lac", "0", "99999 rue X", "Le Bourg: bas", "BP 12", "x" * 300],
    "complement_adresse": ["Rez-de-chaussée", "# 3", "'", '"', "a\u00a0b", "\u200b"],
    "latitude": ["43.5309", "43,5309", "91", "0", "-21.1", "nan", "1e400", "N 43°"],
    "longitude": ["1.5308", "1,5308", "181", "0", "55.5", "inf", "-0"],
    "telephone": [
        "05 61 00 00 00", "3949", "15", "112", "0000000000", "06 00 00 00 00", "+687 27 31 15",
        "01 02 03 04 05 / 01 02 03 04 06 / 01 02 03 04 07 / 01 02 03 04 08 / 01 02 03 04 09"
        " / 01 02 03 04 10 / 01 02 03 04 11",
    ],
    "courriels": ["mairie@exemple.fr", "a@b", "@", "mairie@exemple.fr;x@y.fr", "é@exemple.fr"],
    "site_web": ["https://exemple.fr", "exemple", "http://", "https://exemple.fr/a b", "ftp://x.fr"],
    "prise_rdv": ["https://rdv.exemple.fr", "non", "javascript:alert(1)"],
    "fiche_acces_libre": ["https://acceslibre.beta.gouv.fr/app/x", "oui"],
    "horaires": [
        "Mo-Fr 09:00-12:00", "9h-25h", "lundi: 9h", "24/7", "Mo 09:00-09:00", "fermé",
        "Su 12:00", "Mo-Fr 22:00-06:00", "lundi 9h-12h, 9h-12h", "week 1-53/2 Mo 09:00-12:00",
        "a: b", "x" * 900,
    ],
    "pivot": ["21310254400011", "00000000000000", "W123456789", "123", "21310254400012", "W1"],
    "date_maj": ["2024-01-10", "2031-01-01", "1850-01-01", "hier", "31/12/2025", "0000-00-00"],
    "services": [HELP, "wifi", "a|b", f"{HELP}|{HELP}"],
    "frais_a_charge": ["Gratuit", "Payant", "Gratuit|Payant", "0"],
    "typologie": ["BIB", "BIB|BIB", "mairie", "MUNI"],
    "labels_nationaux": [
        "France Services", "aidants-connect", "|".join(f"Label {n}" for n in range(40)),
    ],
    "itinerance": ["Itinérant", "Fixe", "oui"],
    "structure_parente": ["Sicoval", "a: b", "*x", "&x", "!x", "x\ny"],
    "presentation_resume": [
        "Venez.", "1 84 12 75 116 234 56", "x" * 281, "a\tb", IBAN,
    ],
    "presentation_detail": [
        "# Titre\n\n- a", "<script>", "a\r\nb", "\ufeffx", "\x07x", "%x", "---", "x" * 5001,
    ],
    "source": ["liste-2024-01", "liste: a", "x" * 300],
    "id": ["a1", "a 1", "é#1", "x" * 300, "1"],
}  # fmt: skip
OTHERS = [name for name in CELLS if name not in ("nom", "commune")]
CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
ROWS = st.lists(
    st.fixed_dictionaries(
        {"nom": st.sampled_from(CELLS["nom"]), "commune": st.sampled_from(CELLS["commune"])},
        optional={name: st.sampled_from(CELLS[name]) | CELL for name in OTHERS},
    ),
    min_size=1,
    max_size=6,
)


GAZETTEER = Gazetteer.load(())
"""Read once: a table of one row would cost the names of all communes each time."""
CONTEXT = Context(GAZETTEER, TODAY)


def faults(places: Path) -> list[str]:
    names = [path.relative_to(places).as_posix() for path in places.rglob("*.yaml")]
    found = [told for name in names for told in check_file(name, places, CONTEXT).diagnostics]
    return [str(told) for told in found if told.severity == "error"]


@settings(max_examples=60, deadline=None)
@given(ROWS, ROWS)
def test_whatever_the_cells_each_file_passes_the_check(rows: list[Row], others: list[Row]) -> None:
    load = patch.object(Gazetteer, "load", return_value=GAZETTEER)
    with load, tempfile.TemporaryDirectory() as folder:
        places = Path(folder) / "places"
        places.mkdir()
        for number, some in enumerate((rows, others)):  # a second list changes records of the first
            table = Path(folder) / f"liste-{number}.csv"
            with table.open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(CELLS))
                writer.writeheader()
                writer.writerows(some)
            report = run_import(table, places, today=TODAY)
            assert len(report.rows) == len(some)
            assert faults(places) == []


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("date_maj", "2031-01-01", "date_maj : cette date est dans l'avenir"),
        ("presentation_resume", IBAN, "presentation_resume : "),
    ],
)
def test_a_value_that_the_check_refuses_is_left_out_and_said(
    importing: Importing, places: Path, name: str, value: str, told: str
) -> None:
    undated = {**LABEGE, "source": "liste-exemple"}  # the day of an edition would date the record
    (row,) = importing({**undated, name: value}, today=TODAY).rows
    assert row.status is RowStatus.IMPORTED
    assert any(remark.startswith(told) for remark in row.remarks)
    tree = read_record(places / f"{ID}.yaml", places)
    assert isinstance(tree, dict)
    assert name not in tree
    assert faults(places) == []


def test_what_was_left_out_is_not_taken_for_a_person_s_edit(
    importing: Importing, places: Path
) -> None:
    row = {**LABEGE, "presentation_resume": IBAN}
    importing(row, today=TODAY)
    before = (places / f"{ID}.yaml").read_bytes()
    report = importing(row, today=TODAY)
    assert not report.kept_by_hand
    assert (places / f"{ID}.yaml").read_bytes() == before


def test_a_place_may_have_as_many_rows_as_it_has_services(
    importing: Importing, places: Path
) -> None:
    rows = [{**LABEGE, "id": f"s{number}"} for number in range(40)]
    assert importing(*rows, today=TODAY).counts["merged"] == 39
    assert faults(places) == []


def test_more_numbers_than_a_record_may_have_are_cut_and_said(
    importing: Importing, places: Path
) -> None:
    numbers = [f"05 61 00 00 {number:02}" for number in range(8)]
    rows = [
        {**LABEGE, "telephone": " / ".join(some), "id": f"s{at}"}
        for at, some in enumerate((numbers[:4], [numbers[0], *numbers[4:]]))
    ]
    report = importing(*rows, today=TODAY)
    tree = read_record(places / f"{ID}.yaml", places)
    assert isinstance(tree, dict)
    assert len(tree["telephone"]) == 5
    told = " ".join(remark for row in report.rows for remark in row.remarks)
    assert all(number in tree["telephone"] or number in told for number in numbers)
    assert faults(places) == []


def test_a_record_that_has_an_error_of_a_person_is_still_completed(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE, today=TODAY)
    path = places / f"{ID}.yaml"
    path.write_text(path.read_text("utf-8") + "velo: oui\n", "utf-8")
    importing({**LABEGE, "site_web": "https://exemple.fr"}, today=TODAY)
    tree = read_record(path, places)
    assert isinstance(tree, dict)
    assert tree["site_web"] == ["https://exemple.fr"]
    assert tree["velo"] == "oui"


def test_a_failure_midway_leaves_the_folder_as_it_was(
    importing: Importing, places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing(LABEGE, today=TODAY)
    before = contents(places)
    replace = Path.replace
    done = []

    def failing(self: Path, target: Path) -> Path:
        done.append(target)
        if len(done) == 2:
            raise OSError("the disk is full")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", failing)
    changed = {**LABEGE, "telephone": "05 61 00 00 01"}
    other = {**LABEGE, "id": "a2", "nom": "CCAS", "commune": "Ajaccio", "code_insee": "2A004"}
    other |= {"code_postal": "20000", "latitude": "", "longitude": ""}
    with pytest.raises(OSError, match="full"):
        importing(changed, other, today=TODAY)
    assert contents(places) == before


def contents(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_a_folder_that_is_not_there_yet_is_made(table: Callable[..., Path], tmp_path: Path) -> None:
    run_import(table([LABEGE]), tmp_path / "nouveau" / "places", today=TODAY)
    assert (tmp_path / "nouveau" / "places" / f"{ID}.yaml").is_file()
