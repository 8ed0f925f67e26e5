"""`annuaire build` and `serve`: the day asked for; changes; a fault leaves the site as it was."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import watchfiles
from click.testing import CliRunner

from plugins.cli import annuaire
from plugins.cli.server import SiteServer, site_server
from tests.support.followed import FollowedPage
from tests.support.press import content

RECORD = """\
nom: Mairie du 4e
code_postal: 75004
code_insee: 75056
commune: Paris
"""
"""In the département with the fewest communes: one."""


def test_a_change_is_shown_and_a_fault_keeps_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    record = tmp_path / "places" / "75" / "mairie-du-4e.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(RECORD, encoding="utf-8")
    output = tmp_path / "output"
    servers: list[SiteServer] = []

    def kept(*given: Any) -> SiteServer:
        servers.append(site_server(*given))
        return servers[-1]

    def volunteer(*watched: Path, **_: int) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        """Stands in for the system's notices: edits the record while its page is open, then stops
        the command."""
        assert tmp_path / "places" in watched
        changed = {(watchfiles.Change.modified, str(record))}
        page = FollowedPage(servers[0].server_port, "/lieux/75/mairie-du-4e/")
        assert "Mairie du 4e" in page.text
        assert page.next() == ("faults", [])

        record.write_text(RECORD.replace("Mairie", "Maison"), encoding="utf-8")
        yield changed
        assert page.next() == ("page", [])
        page = page.again()
        assert "Maison du 4e" in page.text
        assert page.next() == ("faults", [])

        before = content(output)
        record.write_text("nom: [", encoding="utf-8")
        yield changed
        event, faults = page.next()
        assert event == "faults"
        assert "75/mairie-du-4e.yaml:1:" in faults[0]
        # The page of the visit was made first; what the fault stopped is as it was.
        assert {"lieux/75/mairie-du-4e/index.html"} >= {
            path
            for path, data in content(output).items()
            if before.get(path) != data and path.endswith(".html")
        }
        page = page.again()
        assert "Maison du 4e" in page.text
        assert page.next() == ("faults", faults)  # a page that is opened later tells it too

        record.write_text(RECORD.replace("Mairie", "Salle"), encoding="utf-8")
        yield changed
        assert page.next() == ("faults", [])
        assert page.next() == ("page", [])
        page.leave()
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", volunteer)
    monkeypatch.setattr("plugins.cli.server.site_server", kept)
    folders = ["--places", str(record.parents[1]), "--output", str(output)]
    result = CliRunner().invoke(annuaire, ["serve", "--port", "0", *folders])
    assert result.exception is None, result.output
    assert "http://localhost:" in result.stdout
    assert result.stdout.count("Changement : mairie-du-4e.yaml") == 3
    assert result.stdout.count("Le site n'a pas changé.") == 1


def test_a_site_is_built_for_the_day_that_is_asked_for(tmp_path: Path):
    record = tmp_path / "places" / "75" / "mairie-du-4e.yaml"
    record.parent.mkdir(parents=True)
    record.write_text(f"{RECORD}horaires: Mo 09:00-12:00\n", encoding="utf-8")
    folders = ["--places", str(tmp_path / "places"), "--output", str(tmp_path / "output")]
    result = CliRunner().invoke(annuaire, ["build", "--date", "2027-07-01", *folders])
    assert result.exit_code == 0, result.output
    page = tmp_path / "output" / "lieux" / "75" / "mairie-du-4e" / "index.html"
    assert 'data-hours="20270628 ' in page.read_text(encoding="utf-8")  # of that half-year


def test_a_port_that_is_taken_is_told_before_building(tmp_path: Path):
    (tmp_path / "places").mkdir()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        folders = ["--places", str(tmp_path / "places"), "--output", str(tmp_path / "output")]
        result = CliRunner().invoke(annuaire, ["serve", "--port", port, *folders])
    assert result.exit_code == 1
    assert f"le port {port} n'est pas libre" in result.stderr
    assert not (tmp_path / "output").exists()
