"""An import in batches: so many files a département, then the rest, with a message for each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from plugins.cli import annuaire
from plugins.intake import ImportReport, run
from tests.support.hand_edits import snapshot
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
NAMES = ("Foyer rural", "Maison des jeunes", "Salle du Lac", "Espace Emploi", "Point Cyber")
BAZIEGE = {"commune": "Baziège", "code_postal": "31450", "code_insee": "31048"}
ALBI = {"commune": "Albi", "code_postal": "81000", "code_insee": "81004"}


def rows(**changes: str) -> list[Row]:
    """Five places of the Haute-Garonne, in two communes, and one of the Tarn."""
    bare = {**LABEGE, "latitude": "", "longitude": "", "horaires": "", **changes}
    found = [
        {**bare, "id": f"r{rank}", "nom": name, "adresse": f"{rank} rue Neuve",
         "telephone": f"05 61 00 00 1{rank}"}
        for rank, name in enumerate(NAMES, 1)
    ]  # fmt: skip
    found[3] |= BAZIEGE
    return [*found, {**found[0], **ALBI, "id": "t1", "telephone": "05 61 00 00 20"}]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "MOST_FILES", 3)


def changed(before: dict[str, bytes], after: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))


def test_batches_lead_where_one_run_leads(
    importing: Importing, places: Path, table: Callable[..., Path], tmp_path: Path
) -> None:
    for edition in (rows(), rows(source="liste-exemple-2025-01", site_web="https://a.fr")):
        whole = tmp_path / "whole"
        run.run_import(table(edition), whole, licence="Licence Ouverte 2.0")
        left = []
        for _ in range(4):
            before = snapshot(places)
            report = importing(*edition, changes=tmp_path / "lots")
            files = changed(before, snapshot(places))
            assert sum("31" in name for name in files) <= 3
            left.append(report.counts["later"])
        assert left == [3, 1, 0, 0]
        assert snapshot(places) == snapshot(whole)


def test_the_message_says_what_changes_what_is_left_and_what_to_look_at(
    importing: Importing, places: Path, tmp_path: Path
) -> None:
    lots = tmp_path / "lots"
    report = importing(*rows(), changes=lots)
    assert sorted(path.name for path in lots.iterdir()) == ["message-31.md", "message-81.md"]
    text = (lots / "message-31.md").read_text("utf-8")
    assert text.startswith("Importer liste.csv : Haute-Garonne (31)\n\n## Ce qui change\n")
    assert "2 fiches dans ce lot : 2 nouvelles, 0 mise à jour." in text
    assert "il reste 3 lignes" in text
    assert "relancez la même commande" in "\n".join(report.summary())
    assert "il reste" not in (lots / "message-81.md").read_text("utf-8")
    importing(*rows(), changes=lots)
    importing(*rows(), changes=lots)
    edited = places / "31/foyer-rural.yaml"
    edited.write_text(edited.read_text("utf-8").replace("1 rue Neuve", "7 rue [x](y)"), "utf-8")
    newer = rows(source="liste-exemple-2025-01", date_maj="2025-01-01")
    importing(*newer[:2], newer[5], changes=lots)
    text = (lots / "message-31.md").read_text("utf-8")
    assert "2 fiches dans ce lot : 0 nouvelle, 2 mises à jour." in text
    assert "### Ces lieux ne sont plus dans leur liste : appelez-les (3)" in text
    assert "### Écrit par une personne, gardé tel quel (1)" in text
    assert "rue \\[x\\](y)" in text


def test_nothing_new_gives_no_message(importing: Importing, tmp_path: Path) -> None:
    importing(*rows()[:2])
    importing(*rows()[:2], changes=tmp_path / "lots")
    assert not (tmp_path / "lots").exists()


def test_the_command_takes_the_folder_of_messages(
    table: Callable[..., Path], places: Path, tmp_path: Path
) -> None:
    lots = tmp_path / "lots"
    arguments = ["import", str(table(rows())), "--places", str(places), "--changes", str(lots)]
    done = CliRunner().invoke(annuaire, arguments)
    assert done.exit_code == 0
    assert "lignes pour le lot suivant" in done.output
    assert (lots / "message-31.md").is_file()
