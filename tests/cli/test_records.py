"""The commands that read and write records: what they print, what they write, how they end."""

import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pydantic import BaseModel

from plugins.cli import annuaire
from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind

ROOT = Path(__file__).resolve().parents[2]

RECORD = """\
nom: Mairie de Labège
code_postal: 31670
code_insee: 31254
commune: Labège
"""
TABLE = """\
id,nom,commune,code_postal,code_insee,adresse,latitude,longitude,services,source,date_maj
1,Mairie de Labège,Labège,31670,31254,Rue de la Croix Rose,43.53,1.51,,essai,2024-08-01
2,,Labège,31670,31254,,,,,essai,2024-08-01
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    (tmp_path / "places" / "31").mkdir(parents=True)
    return tmp_path / "places"


def write(places: Path, text: str, name: str = "mairie-de-labege") -> Path:
    path = places / "31" / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(annuaire, [str(argument) for argument in arguments])


def test_a_right_record_is_right(places: Path):
    write(places, RECORD)
    result = run("check", "--places", places)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Tout va bien.\n")


def test_a_warning_lets_the_check_pass(places: Path):
    write(places, RECORD + "horaires:\n  lundi: 9h-12h\n")
    result = run("check", "--places", places)
    assert result.exit_code == 0
    assert result.stderr == "1 avertissement.\n"


def test_every_error_is_told_at_once(places: Path):
    path = write(places, RECORD.replace("31670", "31 67") + "couleur: bleu\n")
    result = run("check", path, "--places", places)
    assert result.exit_code == 1
    assert result.stderr == "2 erreurs.\n"
    assert [line.split(":")[1] for line in result.stdout.splitlines()] == ["2", "5"]


def test_only_the_records_asked_for_are_checked(places: Path):
    write(places, "nom: [", name="autre")
    assert run("check", write(places, RECORD), "--places", places).exit_code == 0


def test_a_warning_of_many_records_takes_one_line_and_the_rare_ones_come_first(places: Path):
    many = RECORD + "courriels:\n  - mairie{}@orange.fr\n"
    for number in range(8):
        text = many.format(number).replace("Mairie de", f"Annexe {number} de")
        write(places, text, f"mairie-{number}")
    write(places, RECORD.replace("31670", "31000"), "zz-ailleurs")
    result = run("check", "--places", places)
    first, second, third = result.stdout.splitlines()
    assert "zz-ailleurs.yaml" in first
    assert "8 fois (31/mairie-0.yaml, " in second
    assert "courriels: « … »" in second
    assert third == f"Pour voir chaque fiche : annuaire check {places.as_posix()}"
    assert result.stderr == "9 avertissements.\n"
    everything = run("check", places, "--places", places).stdout.splitlines()
    assert len(everything) == 9


def test_annotations_are_workflow_commands(places: Path):
    write(places, RECORD + "couleur: bleu\n")
    result = run("check", "--annotations", "--places", places)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"::error file={places}/31/mairie-de-labege.yaml,line=5,col=1")


def test_format_orders_fields_and_a_second_run_changes_nothing(places: Path):
    lines = RECORD.splitlines()
    path = write(places, "\n".join([*lines[1:], lines[0]]) + "\n")
    assert f"mise en forme : {path}" in run("format", path, "--places", places).stdout
    formatted = path.read_text(encoding="utf-8")
    assert formatted.endswith(RECORD)
    assert run("format", "--places", places).stdout == ""
    assert path.read_text(encoding="utf-8") == formatted


def test_the_committed_records_have_the_common_form(tmp_path: Path):
    copied = tmp_path / "places"
    shutil.copytree(ROOT / "places", copied)
    assert run("format", "--places", copied).stdout == ""


def parts_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for field in model.model_fields.values():
        inner = part_model(field.annotation)
        if inner is not None:
            yield inner
            yield from parts_of(inner)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_said_of_a_fact_is_written_after_it(kind: RecordKind):
    for part in parts_of(KINDS[kind].model):
        assert next(iter(part.model_fields)) not in ("remarque", "source"), part


def test_a_text_with_an_apostrophe_is_quoted_as_contributing_shows(places: Path):
    path = write(places, RECORD + "presentation_detail: 'L''accueil : au fond'\n")
    run("format", path, "--places", places)
    assert 'presentation_detail: "L\'accueil : au fond"\n' in path.read_text(encoding="utf-8")


def test_a_new_record_is_named_after_its_place_and_replaces_none(tmp_path: Path):
    places = tmp_path / "places"
    result = run("new", "31", "Médiathèque de l'Été", "--places", places)
    assert result.exit_code == 0
    record = (places / "31" / "mediatheque-de-l-ete.yaml").read_text(encoding="utf-8")
    assert "nom: Médiathèque de l'Été" in record.splitlines()
    again = run("new", "31", "Médiathèque de l'Été", "--places", places)
    assert again.exit_code == 1
    assert "existe déjà" in again.stderr


@pytest.mark.parametrize("departement", ["..", "31/..", "moi"])
def test_a_new_record_never_leaves_the_folder(departement: str, places: Path):
    before = sorted(places.parent.rglob("*"))
    assert run("new", departement, "Mairie", "--places", places).exit_code == 1
    assert sorted(places.parent.rglob("*")) == before


def test_an_import_writes_records_and_a_report_of_every_row(tmp_path: Path):
    table = tmp_path / "lieux.csv"
    table.write_text(TABLE, encoding="utf-8")
    result = run(
        "import", table, "--places", tmp_path / "places", "--report", tmp_path / "rapport.json"
    )
    assert result.exit_code == 0, result.output
    assert [path.stem for path in (tmp_path / "places" / "31").glob("*.yaml")] == [
        "mairie-de-labege"
    ]
    report = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert [(row["row"], row["status"]) for row in report["rows"]] == [
        (2, "imported"),
        (3, "kept"),
    ]


def test_a_file_that_is_no_table_is_told_in_one_line(tmp_path: Path):
    table = tmp_path / "photo.csv"
    table.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    result = run("import", table, "--places", tmp_path / "places")
    assert result.exit_code == 1
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "places").exists()


def test_format_says_what_it_changed(places: Path):
    lines = RECORD.splitlines()
    messy = [*lines[1:], 'nom: "Mairie de Labège"', "", "telephone: [05 61 00 00 00]"]
    path = write(places, "\n".join(messy) + "\n")
    said = run("format", path, "--places", places).stdout.splitlines()
    assert said[0] == f"mise en forme : {path}"
    assert "  ligne 1 : « # yaml-language-server: $schema=../schema/place.json » ajoutée" in said
    moved = '  ligne 4 : « nom: "Mairie de Labège" » devient « nom: Mairie de Labège » (ligne 2)'
    assert moved in said
    assert "  ligne 5 : vide retirée" in said
    assert "  ligne 6 : « telephone: [05 61 00 00 00] » devient « telephone: »" in said
    assert "  ligne 7 : « - 05 61 00 00 00 » ajoutée" in said


@pytest.mark.parametrize(
    ("text", "reason"),
    [("nom: [", "ne peut pas être lue"), (RECORD + "# à revoir\n", "des remarques")],
)
def test_format_says_which_record_it_leaves(places: Path, text: str, reason: str):
    path = write(places, text)
    result = run("format", path, "--places", places)
    assert result.stdout == ""
    assert f"pas touchée : {path}" in result.stderr
    assert reason in result.stderr
    assert path.read_text("utf-8") == text


def test_without_a_terminal_a_new_record_needs_a_name(places: Path):
    for arguments in ([], ["31"]):
        result = run("new", *arguments, "--places", places)
        assert result.exit_code == 2
        assert "annuaire new 31" in result.stderr
    assert list(places.rglob("*.yaml")) == []


TYPED = ["Mairie de Labège", "o", "31670", "", "lundi: 9h-12h", *([""] * 8), "o"]
CTRL_C = "\x03"
ON_A_TERMINAL = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell began behind
from plugins.cli import main
main()
"""
LONGEST_WAIT = 60
"""Seconds until a test gives up a terminal that shows nothing more."""


def on_a_terminal(places: Path, answers: list[str]) -> str:
    """What `annuaire new` shows on a terminal of its own, where somebody answers each prompt."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-c", ON_A_TERMINAL, "new", "--sorte", "lieu"]
    with subprocess.Popen(
        [*command, "--places", str(places), "--brouillon", str(places / "b.json")],
        cwd=ROOT, stdin=follower, stdout=follower, stderr=follower, start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:  # fmt: skip
        os.close(follower)
        shown, left = b"", list(answers)
        while select.select([leader], [], [], LONGEST_WAIT)[0]:
            try:
                more = os.read(leader, 4096)
            except OSError:  # how a terminal ends on Linux
                break
            shown += more
            if left and shown.count(b"\n> ") > len(answers) - len(left):
                answer = left.pop(0)
                if answer == CTRL_C:  # this terminal commands no process
                    process.send_signal(signal.SIGINT)
                    answer = "\n"  # between its prompt and its wait, readline misses a signal
                os.write(leader, answer.encode())
        os.close(leader)
        process.kill()
    return shown.decode()


def test_on_a_terminal_it_asks(places: Path):
    shown = on_a_terminal(places, [f"{answer}\n" for answer in TYPED])
    path = places / "31" / "mairie-de-labege.yaml"
    assert f"Fiche écrite : {path}" in shown, shown
    assert "  lundi: 9h-12h" in path.read_text("utf-8").splitlines()
    assert run("check", path, "--places", places).exit_code == 0


def test_who_stops_writes_nothing_and_is_told_where_the_draft_is(places: Path):
    for end in ("\x04", CTRL_C):
        shown = on_a_terminal(places, ["Mairie de Labège\n", end])
        assert "Aucune fiche n'est écrite." in shown, shown
        assert f"Vos réponses sont dans {places / 'b.json'}" in shown
        assert list(places.rglob("*.yaml")) == []
        (places / "b.json").unlink()
