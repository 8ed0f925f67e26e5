"""What forges run: the shapes that they publish, no hole that zizmor knows, and our own rules."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.cli import annuaire
from plugins.gazetteer.tables import DATA, read_departements
from plugins.proposals.posting.github_comment import ARTIFACT, FILE, PREVIEW

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BIN = Path(sys.executable).parent
STARTED = ROOT / "plugins" / "start" / "files"
"""What `annuaire start` writes for the forges of other directories (tests/start)."""
SCHEMAS = {
    "gitlab-ci": [
        *sorted((STARTED / "gitlab").glob("*.yml")),
        ROOT / ".gitlab-ci.yml",
        ROOT / ".gitlab" / "parts.yml",
    ],
    "github-workflows": [*WORKFLOWS, *STARTED.glob("github/workflows/*.yml")],
    "github-issue-forms": sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml")),
    "github-issue-config": [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"],
    "dependabot": [ROOT / ".github" / "dependabot.yml"],
}


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_file_of_a_forge_has_the_published_shape(schema: str):
    done = subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *SCHEMAS[schema]],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def loaded(path: Path) -> Any:
    """Its keys are texts: YAML 1.1 takes «on» for true."""
    found = yaml.safe_load(path.read_text("utf-8"))
    if isinstance(found, dict) and True in found:
        found["on"] = found.pop(True)
    return found


def test_zizmor_finds_nothing():
    done = subprocess.run(
        [BIN / "zizmor", "--offline", "--no-progress", "--format=plain", ROOT / ".github",
         *STARTED.glob("github/workflows/*.yml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = loaded(path)["jobs"]
    return found


def rights(path: Path) -> set[str]:
    whole = loaded(path)
    stated = [whole["permissions"], *(job.get("permissions", {}) for job in jobs(path).values())]
    return {f"{name}: {right}" for each in stated for name, right in each.items()}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_gives_no_right_but_those_of_its_jobs(path: Path):
    assert loaded(path)["permissions"] in ({}, {"contents": "read"})
    triggers = loaded(path)["on"]
    names = {triggers} if isinstance(triggers, str) else set(triggers)
    assert "pull_request_target" not in names
    if any(right.endswith("write") for right in rights(path)):
        assert "pull_request" not in names
    assert "secrets." not in path.read_text("utf-8")
    assert all("timeout-minutes" in job or "uses" in job for job in jobs(path).values())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_step_runs_what_is_ours_and_pinned(path: Path):
    for job in jobs(path).values():
        writes = any(right == "write" for right in job.get("permissions", {}).values())
        assert job.get("uses", "./").startswith("./")
        for step in job.get("steps", []):
            assert "${{" not in step.get("run", "")  # nothing that anybody wrote is a command
            if writes and "run" in step:  # nothing is installed beside a right to write
                assert re.fullmatch(r"python3 -m plugins\.proposals\.posting\.\S+.*", step["run"])
            if not (action := step.get("uses", "")):
                continue
            assert re.fullmatch(r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40}", action)
            assert re.search(rf"{action} # v\d+\.\d+\.\d+\n", path.read_text("utf-8"))
            if action.startswith("actions/checkout@"):  # the event's own commit, with no token
                given = step["with"]
                assert given.pop("persist-credentials") is False
                assert given.keys() <= {"fetch-depth"}


def test_a_workflow_reads_what_another_one_leaves():
    left = {
        step["with"]["name"]: step["with"]["path"]
        for path in WORKFLOWS
        for job in jobs(path).values()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/upload-artifact@")
    }
    parts = {"cache": "cache.tar.gz", "part-${{ matrix.part }}": "part.tar.gz"}
    assert left == {ARTIFACT: FILE, PREVIEW: PREVIEW, "fiche": "proposal"} | parts
    by_name = {loaded(path)["name"]: path for path in WORKFLOWS}
    comment = loaded(by_name["Comment"])["on"]["workflow_run"]["workflows"]
    assert [by_name[name].name for name in comment] == ["tests.yml"]


EVERY_WORKFLOW = SCHEMAS["github-workflows"]


@pytest.mark.parametrize("path", EVERY_WORKFLOW, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_what_lands_is_published_though_nothing_changed_for_sixty_days(path: Path):
    """GitHub stops the whole of a workflow that has a schedule, pushes too."""
    triggers = loaded(path)["on"]
    assert "schedule" not in triggers or list(triggers) == ["schedule"]


@pytest.mark.parametrize("path", EVERY_WORKFLOW, ids=lambda path: f"{path.parts[-4]}-{path.stem}")
def test_a_workflow_that_calls_another_gives_it_its_rights(path: Path):
    for job in jobs(path).values():
        if called := job.get("uses"):
            other = path.parent / Path(called).name
            assert "workflow_call" in loaded(other)["on"]
            given = {f"{name}: {right}" for name, right in job["permissions"].items()}
            assert given == rights(other)


def test_hidden_files_of_the_site_are_published():
    """`.well-known` says to whom a hole is told; the action leaves such files out by itself."""
    uploads = [
        step["with"]
        for path in EVERY_WORKFLOW
        for job in jobs(path).values()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/upload-pages-artifact@")
    ]
    assert len(uploads) == 4
    assert all(upload["include-hidden-files"] is True for upload in uploads)


def texts(found: Any) -> Iterator[str]:
    """Every text of a file that was read."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict | list):
        for each in found.values() if isinstance(found, dict) else found:
            yield from texts(each)


def test_every_command_of_a_forge_is_one_of_ours():
    for path in (*WORKFLOWS, *SCHEMAS["gitlab-ci"]):
        for text in texts(loaded(path)):
            for name, more in re.findall(r"bin/annuaire ([a-z]+)([^\n;>]*)", text):
                known = [each for one in annuaire.commands[name].params for each in one.opts]
                assert set(re.findall(r"--[a-z-]+", more)) <= set(known), (path.name, name)


def test_a_forge_knows_every_departement():
    matrix = loaded(ROOT / ".gitlab" / "parts.yml")["département"]["parallel"]["matrix"]
    assert matrix == [{"PART": sorted(read_departements(DATA))}]


def test_what_posts_needs_the_standard_library_alone():
    modules = ["github_comment", "github_issue", "gitlab_forge"]
    asked = "; ".join(f"import plugins.proposals.posting.{name}" for name in modules)
    done = subprocess.run(
        [sys.executable, "-S", "-c", asked],
        cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stderr == ""


def test_a_token_of_gitlab_is_never_asked_for_beside_the_site():
    pipeline = loaded(ROOT / ".gitlab-ci.yml")
    told = {name for name, job in pipeline.items() if "FORGE_TOKEN" in str(job)}
    assert told == {"commentaire", "formulaire"}
