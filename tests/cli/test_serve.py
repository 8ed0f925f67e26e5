"""`annuaire build` and `serve`: the day asked for; changes; a fault leaves the site as it was."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import watchfiles
from click.testing import CliRunner

from plugins.cli import annuaire

RECORD = """\
nom: Mairie du 4e
code_postal: 75004
code_insee: 75056
commune: Paris
"""
"""In the département with the fewest communes: one."""


def test_a_change_is_built_and_a_fault_keeps_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    record = tmp_path / "places" / "75" / "mairie-du-4e.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(RECORD, encoding="utf-8")
    page = tmp_path / "output" / "lieux" / "75" / "mairie-du-4e" / "index.html"

    def volunteer(*watched: Path) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        """Stands in for the system's notices: edits the record twice, then stops the command."""
        assert tmp_path / "places" in watched
        assert "Mairie du 4e" in page.read_text(encoding="utf-8")
        record.write_text(RECORD.replace("Mairie", "Maison"), encoding="utf-8")
        yield {(watchfiles.Change.modified, str(record))}
        good = page.read_text(encoding="utf-8")
        assert "Maison du 4e" in good
        record.write_text("nom: [", encoding="utf-8")
        yield {(watchfiles.Change.modified, str(record))}
        assert page.read_text(encoding="utf-8") == good
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", volunteer)
    folders = ["--places", str(record.parents[1]), "--output", str(tmp_path / "output")]
    result = CliRunner().invoke(annuaire, ["serve", "--port", "0", *folders])
    assert result.exception is None, result.output
    assert "http://localhost:" in result.stdout
    assert result.stdout.count("Changement : mairie-du-4e.yaml") == 2
    assert result.stdout.count("Le site n'a pas changé.") == 1


def test_a_site_is_built_for_the_day_that_is_asked_for(tmp_path: Path):
    record = tmp_path / "places" / "75" / "mairie-du-4e.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(RECORD, encoding="utf-8")
    folders = ["--places", str(tmp_path / "places"), "--output", str(tmp_path / "output")]
    result = CliRunner().invoke(annuaire, ["build", "--date", "2026-11-16", *folders])
    assert result.exit_code == 0, result.output
    page = tmp_path / "output" / "lieux" / "75" / "mairie-du-4e" / "index.html"
    assert 'Page du <time datetime="2026-11-16">' in page.read_text(encoding="utf-8")


def test_a_port_that_is_taken_is_told_before_building(tmp_path: Path):
    (tmp_path / "places").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        folders = ["--places", str(tmp_path / "places"), "--output", str(tmp_path / "output")]
        result = CliRunner().invoke(annuaire, ["serve", "--port", port, *folders])
    assert result.exit_code == 1
    assert f"le port {port} n'est pas libre" in result.stderr
    assert not (tmp_path / "output").exists()
