"""What a change answers for: what it touches, what it breaks elsewhere, and nothing older."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.cli import annuaire
from plugins.proposals.changes.change_report import (
    BECAUSE,
    MOST_SHOWN,
    ChangeReport,
    changed_lines,
    report_change,
)
from plugins.proposals.changes.records_before import UnknownCommitError, records_at
from plugins.proposals.said.proposition import read_proposition
from plugins.records.commands import check
from tests.support.proposed import PLACE, RECORDS, git, repository_of, write

TODAY = date(2026, 11, 30)
LIBRARY = "31/mediatheque-de-labege.yaml"
HALL = "31/mairie-de-labege.yaml"


@pytest.fixture
def places(tmp_path: Path) -> Path:
    return repository_of(tmp_path / "annuaire")


def since_main(places: Path) -> ChangeReport:
    with records_at("main", places) as before:
        return report_change(before, places, TODAY)


def run(places: Path, *options: str) -> Result:
    return CliRunner().invoke(
        annuaire, ["check", "--places", str(places), "--since", "main", *options]
    )


def test_nothing_changed_is_nothing_said(places: Path):
    assert since_main(places) == ChangeReport([], [], 0)


def test_a_fault_of_a_changed_record_is_shown_where_it_is(places: Path):
    write(places, {LIBRARY: PLACE.replace("31670", "3167")})
    report = since_main(places)
    assert report.touched == [LIBRARY]
    assert [(one.path, one.line, one.severity) for one in report.shown] == [(LIBRARY, 3, "error")]
    assert not report.shown[0].message.startswith(BECAUSE)


def test_a_fault_of_a_changed_page_of_prose_is_shown_and_told(places: Path, tmp_path: Path):
    prose = places.parent / "content" / "pages"
    prose.mkdir(parents=True)
    (prose / "ancienne.md").write_text("Titre: Ancienne\n\nTexte.\n", "utf-8")
    git(places.parent, "add", "--all")
    git(places.parent, "commit", "--quiet", "--message", "une page")
    git(places.parent, "branch", "--force", "avec-page")
    (prose / "aide.md").write_text("Titre: Aide\n\nTexte.\n", "utf-8")
    (prose / "lien.md").symlink_to(places / LIBRARY)
    kept = tmp_path / "proposition.json"
    options = ["--since", "avec-page", "--annotations", "--proposal", str(kept)]
    shown = CliRunner().invoke(annuaire, ["check", "--places", str(places), *options])
    assert shown.exit_code == 1
    named = [line.partition("/pages/")[2].partition(",")[0] for line in shown.stdout.splitlines()]
    assert named == ["aide.md", "lien.md"]
    told = read_proposition(kept.read_bytes())
    assert [(one.file, one.hint) for one in told.faults] == [
        ("content/pages/aide.md", "écrivez « Title: Aide »"),
        ("content/pages/lien.md", "mettez à sa place le fichier lui-même, ou supprimez-le"),
    ]
    assert told.errors == 2


def test_what_the_change_breaks_in_another_record_is_said_as_such(places: Path):
    (places / HALL).unlink()
    report = since_main(places)
    assert report.touched == [HALL]
    broken = [(one.path, one.line) for one in report.shown]
    assert broken == [("31/ateliers/premiers-pas.yaml", 3)]
    assert report.shown[0].message.startswith(BECAUSE)
    assert "à cause de votre changement : " in run(places).stdout


def test_what_was_wrong_before_is_not_the_fault_of_the_change(tmp_path: Path):
    bad = {**RECORDS, HALL: RECORDS[HALL].replace("31670", "3167")}
    places = repository_of(tmp_path / "annuaire", bad)
    write(places, {LIBRARY: PLACE + "verifie_le: 2026-11-01\n"})
    report = since_main(places)
    assert (report.touched, report.shown, report.others) == ([LIBRARY], [], 1)
    ended = run(places)
    assert ended.exit_code == 0
    assert "1 erreur d'avant ce changement" in ended.stderr


def test_an_old_doubt_is_shown_only_on_a_line_that_changes(tmp_path: Path):
    mobile = PLACE.replace("05 61 00 00 00", "06 12 34 56 78")
    places = repository_of(tmp_path / "annuaire", {**RECORDS, LIBRARY: mobile})
    write(places, {LIBRARY: "# Une note\n" + mobile.replace("9h-12h", "9h-13h")})
    assert since_main(places).shown == []
    write(places, {LIBRARY: mobile.replace("  - 06 12 34 56 78", '  - "06 12 34 56 78"')})
    assert [one.line for one in since_main(places).shown] == [7]


def test_a_second_fault_alike_is_new(tmp_path: Path):
    twice = PLACE.replace("vendredi: 9h-12h", "vendredi: demain")
    places = repository_of(tmp_path / "annuaire", {**RECORDS, LIBRARY: twice})
    write(places, {"31/annexe.yaml": twice.replace("Labège\n", "Labège bis\n", 1)})
    assert {one.path for one in since_main(places).shown} == {"31/annexe.yaml"}


def test_the_forge_is_given_ten_and_the_worst_first(places: Path, tmp_path: Path):
    many = {f"31/lieu-{n:02}.yaml": PLACE.replace("31670", "316") for n in range(12)}
    write(places, {"31/annexe.yaml": PLACE.replace("05 61", "06 61"), **many})
    report = tmp_path / "report.json"
    ended = run(places, "--annotations", "--code-quality", str(report))
    lines = [line for line in ended.stdout.splitlines() if line.startswith("::")]
    assert len(lines) == MOST_SHOWN == 10
    assert all(line.startswith("::error ") for line in lines)
    assert len(json.loads(report.read_text("utf-8"))) == MOST_SHOWN
    assert "Les 10 plus graves sont montrés." in ended.stderr
    assert ended.exit_code == 1


def test_a_commit_that_is_not_there_is_said(places: Path, tmp_path: Path):
    with pytest.raises(UnknownCommitError), records_at("nowhere", places):
        pass
    told = run(places, "--since", "--output=/x").stderr
    assert "n'est pas connu ici" in told
    assert not Path("/x").exists()
    (tmp_path / "no-repository").mkdir()
    with pytest.raises(UnknownCommitError), records_at("main", tmp_path / "no-repository"):
        pass


def test_records_of_a_commit_without_any_are_none(tmp_path: Path):
    repository = tmp_path / "annuaire"
    repository.mkdir()
    git(repository, "init", "--quiet", "--initial-branch=main")
    git(repository, "commit", "--quiet", "--allow-empty", "-m", "Rien")
    write(repository / "places", RECORDS)
    assert since_main(repository / "places").touched == sorted(RECORDS)


def test_lines_that_are_new_are_numbered(tmp_path: Path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("a\nb\nc\n", "utf-8")
    new.write_text("a\nx\nb\nC\n", "utf-8")
    assert changed_lines(old, new) == {2, 4}
    assert changed_lines(tmp_path / "absent", new) == {1, 2, 3, 4}


def test_paths_do_not_go_with_a_commit(places: Path):
    assert run(places, str(places / LIBRARY)).exit_code == 2


def test_what_both_folders_have_is_read_once_and_said_the_same(places: Path, tmp_path: Path):
    write(places, {LIBRARY: PLACE.replace("31670", "3167"), "31/annexe.yaml": PLACE})
    with records_at("main", places) as before:
        shared = tmp_path / "cache"
        for folder in (before, places, before):
            alone = check(folder, today=TODAY)
            assert sorted(check(folder, today=TODAY, cache=shared)) == sorted(alone)
