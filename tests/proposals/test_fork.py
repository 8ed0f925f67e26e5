"""A simulated fork: a branch with three faults and one good change, and exactly what runs on it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from plugins.proposals.said.comment import ForgeLinks, comment_text
from plugins.proposals.said.proposition import Proposition, read_proposition
from tests.support.proposed import PLACE, RECORDS, TOWN_HALL, git, repository_of, write

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8"))
LIBRARY, HALL = "31/mediatheque-de-labege.yaml", "31/mairie-de-labege.yaml"
COURSE = "31/ateliers/premiers-pas.yaml"
GOOD = "31/espace-des-essais.yaml"
NEW = PLACE.replace("Médiathèque de Labège", "Espace des Essais").replace("00 00 00", "00 00 08")
PROPOSED = {
    LIBRARY: PLACE.replace("commune: Labège", "comune: Labège"),
    HALL: TOWN_HALL.replace("31670", "31 670"),
    COURSE: RECORDS[COURSE].replace("31/mairie-de-labege", "31/mairie-de-labeg"),
    GOOD: NEW.replace("Rue de la Croix Rose", "12 avenue des Essais"),
}


class Fork:
    """The merge that a forge checks out: `main` is its first parent."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.places = repository_of(folder)
        # What `make .venv/.installed` leaves, and nothing that the proposal could bring.
        command = folder / ".venv" / "bin" / "annuaire"
        command.parent.mkdir(parents=True)
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m plugins.cli "$@"\n', "utf-8")
        command.chmod(0o755)
        (folder / ".git" / "info" / "exclude").write_text("/.venv\n/apercu\n/*.json\n", "utf-8")

    def merge(self, records: dict[str, str]) -> None:
        """Check out the merge of a branch that has these records."""
        git(self.folder, "checkout", "--quiet", "-B", "fork", "main")
        write(self.places, records)
        git(self.folder, "add", ".")
        git(self.folder, "commit", "--quiet", "-m", "Corrections")
        git(self.folder, "checkout", "--quiet", "--detach", "main")
        git(self.folder, "merge", "--quiet", "--no-ff", "-m", "Essai", "fork")

    def run(self, job: str) -> list[subprocess.CompletedProcess[str]]:
        """Run the commands of a job of the workflow, up to the first that fails."""
        done = []
        output = self.folder / ".git" / "output"
        output.write_text("", "utf-8")
        for step in WORKFLOW["jobs"][job]["steps"]:
            command = step.get("run", "")
            if not command or command.startswith("make "):
                continue
            ended = subprocess.run(
                ["bash", "-e", "-c", command],
                cwd=self.folder, capture_output=True, text=True, check=False,
                env={**os.environ, "PYTHONPATH": str(ROOT), "GITHUB_OUTPUT": str(output)},
            )  # fmt: skip
            done.append(ended)
            if ended.returncode:
                break
        return done

    @property
    def proposition(self) -> Proposition:
        return read_proposition((self.folder / "proposition.json").read_bytes())


@pytest.fixture(scope="module")
def fork(tmp_path_factory: pytest.TempPathFactory) -> Fork:
    return Fork(tmp_path_factory.mktemp("fork"))


def test_three_faults_are_shown_and_the_good_change_is_not_blamed(fork: Fork):
    fork.merge(PROPOSED)
    [check] = fork.run("records")
    assert check.returncode == 1
    shown = [line for line in check.stdout.splitlines() if line.startswith("::")]
    assert [line.split(",")[:2] for line in shown] == [
        [f"::error file=places/{COURSE}", "line=3"],
        [f"::error file=places/{HALL}", "line=2"],
        [f"::error file=places/{LIBRARY}", "line=5"],
    ]
    text = comment_text(fork.proposition, ForgeLinks(site="https://aide.exemple.fr"))
    assert "## 3 choses à corriger" in text
    assert "- `/lieux/31/espace-des-essais/` (nouvelle)" in text
    assert "commune: Labège" in text


def test_with_each_suggestion_accepted_all_is_well_and_the_pages_are_shown(fork: Fork):
    fork.merge(PROPOSED)
    fork.run("records")
    accepted = dict(PROPOSED)
    for fault in fork.proposition.faults:
        assert fault.lines
        name = fault.file.removeprefix("places/")
        lines = accepted[name].split("\n")
        lines[fault.lines.first - 1 : fault.lines.last] = fault.lines.lines
        accepted[name] = "\n".join(lines)
    fork.merge(accepted)
    check, preview = fork.run("records")
    assert (check.returncode, preview.returncode) == (0, 0)
    assert not [line for line in check.stdout.splitlines() if line.startswith("::error")]
    pages = {path.parent.name for path in (fork.folder / "apercu").rglob("index.html")}
    assert pages == {"espace-des-essais", "labege"}
    assert "## Tout va bien" in comment_text(fork.proposition)


def test_a_change_of_records_alone_does_not_run_the_suite(fork: Fork):
    fork.merge(PROPOSED)
    fork.run("sort")
    assert (fork.folder / ".git" / "output").read_text("utf-8") == "code=false\n"
    (fork.places / "schema").mkdir()
    fork.merge({"schema/place.json": "{}"})
    fork.run("sort")
    assert (fork.folder / ".git" / "output").read_text("utf-8") == "code=true\n"
