"""`annuaire import --dry-run` writes nothing, and what it says can be given back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.cli import annuaire
from plugins.intake import run_import
from plugins.intake.preview.preview import preview
from plugins.intake.read.layout import read_layout

FIXTURES = Path(__file__).with_name("fixtures")
LIST = {
    "Structure": "Médiathèque du Lac",
    "Ville": "31670 Labège",
    "Tél./Fax": "05 61 00 00 00 / 05 61 00 00 01",
    "Portable": "06 12 34 56 78",
    "Mail": "marie.exemple@exemple.fr",
    "Type de lieu": "Bibliothèque",
    "Aides": "Démarches, Zorglub",
    "Thématiques": "Café",
    "Horaires été": "mardi 9h-11h",
    "Horaires hiver": "mardi 9h-12h",
    "Page": "Le lac",
    "Notes": "Marie Exemple est absente",
}
Tables = Callable[[Sequence[dict[str, str]]], Path]


@pytest.fixture
def path(table: Tables) -> Path:
    return table([LIST, {**LIST, "Structure": "Mairie", "Type de lieu": "Mairie"}])


def test_columns_left_out_come_first_with_why_and_examples(path: Path) -> None:
    lines = preview(path).lines()
    left, read = lines.index("Colonnes non reprises :"), lines.index("Colonnes reprises :")
    assert left < read
    assert lines[left + 1 : read] == [
        "  « Portable » : parle d'une personne, jamais repris",
        "  « Page » : son nom et ses cases ne disent pas ce que c'est ; par exemple « Le lac »",
        "  « Notes » : ne parle pas d'un champ de la fiche",
    ]
    assert "  « Ville » → commune : nom courant de ce champ ; par exemple « 31670 Labège »" in lines


def test_values_come_with_their_count_and_meaning(path: Path) -> None:
    lines = preview(path).lines()
    assert "  1 fois « Bibliothèque » → BIB" in lines
    assert "  2 fois « Zorglub » → sans équivalent, gardé tel quel" in lines


def test_nobody_is_shown(path: Path) -> None:
    found = preview(path)
    said = "\n".join([*found.lines(), found.layout_yaml, found.term_sheet])
    for secret in ("06 12", "exemple.fr", "Marie"):
        assert secret not in said


def test_the_description_makes_the_same_records(path: Path, tmp_path: Path) -> None:
    found = preview(path)
    file = tmp_path / "description.yaml"
    file.write_text(found.layout_yaml, encoding="utf-8")
    described = read_layout(file)
    assert described.rules == found.layout.rules
    for folder, layout in (("one", None), ("two", file)):
        run_import(path, tmp_path / folder, layout=layout, source_name="liste")
    records = [
        {file.name: file.read_text("utf-8") for file in (tmp_path / folder / "31").glob("*.yaml")}
        for folder in ("one", "two")
    ]
    assert records[0] == records[1]
    assert len(records[0]) == 2


def test_days_and_crosses_are_described_too(table: Tables, tmp_path: Path) -> None:
    row = {"nom": "Mairie", "commune": "Labège", "Wifi": "x", "Scanner": "oui"}
    hours = {"Lundi ouverture": "9h", "Lundi fermeture": "12h", "Mardi": "9h-12h"}
    found = preview(table([{**row, **hours}]))
    file = tmp_path / "d.yaml"
    file.write_text(found.layout_yaml, encoding="utf-8")
    assert read_layout(file).rules == found.layout.rules
    assert found.layout.unread == ()


@pytest.mark.parametrize("name", ["france-services.csv", "gironde.json", "rhinocc.csv"])
def test_a_described_list_is_shown_too(name: str, tmp_path: Path) -> None:
    found = preview(FIXTURES / name)
    file = tmp_path / "d.yaml"
    file.write_text(found.layout_yaml, encoding="utf-8")
    assert read_layout(file).rules == found.layout.rules
    assert {guess.column for guess in found.unread} == set(found.layout.unread)


def test_a_table_that_does_not_say_enough_is_shown_all_the_same(table: Tables) -> None:
    found = preview(table([{"Code": "A1", "Page": "x"}]))
    assert found.problem.startswith("On ne reconnaît pas les colonnes de ce fichier")
    assert "# nom: NOM DE LA COLONNE" in found.layout_yaml
    assert "# commune: {valeur: NOM DE LA COMMUNE}" in found.layout_yaml


def test_the_command_writes_only_what_is_asked(path: Path, tmp_path: Path, places: Path) -> None:
    layout, terms = tmp_path / "liste.yaml", tmp_path / "mots.csv"
    asked = ["--write-layout", str(layout), "--write-terms", str(terms)]
    command = ["import", "--dry-run", str(path), "--places", str(places), *asked]
    result = CliRunner().invoke(annuaire, command)
    assert result.exit_code == 0, result.output
    assert list(places.iterdir()) == []
    assert "Zorglub" in terms.read_text("utf-8")
    again = CliRunner().invoke(annuaire, command)
    assert again.exit_code == 1
    assert "existe déjà" in again.output
    run_import(path, places, layout=layout, terms=terms)
    assert len(list((places / "31").glob("*.yaml"))) == 2
    without = CliRunner().invoke(annuaire, ["import", str(path), *asked])
    assert "vont avec --dry-run" in without.output
