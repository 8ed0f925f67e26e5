"""What forges run in a directory: as safe as what they run here, with the same actions.

Their shape, and holes that are known, are looked at in tests/house/test_workflows.py.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "plugins" / "start" / "files"
WORKFLOWS = sorted((FILES / "github" / "workflows").glob("*.yml"))
PIPELINE = FILES / "gitlab" / "gitlab-ci.yml"
IN_PARTS = FILES / "gitlab" / "parts.yml"
ACTION = re.compile(r"actions/[a-z-]+(?:/[a-z]+)?@[0-9a-f]{40} # v[\d.]+")


def what_runs(text: str) -> list[str]:
    """Its lines but for comments and for how the program is installed."""
    found = text.splitlines()
    kept = [one for one in found if "#" not in one[:5] and "install" not in one]
    alike = (one.replace("[.programme, .in-parts]", ".in-parts").split(" #")[0] for one in kept)
    return [one for one in alike if "venv .venv" not in one and one != "      - run: |"]


def test_a_large_directory_is_made_in_parts_as_ours_is():
    for theirs, ours in (
        (
            FILES / "github" / "workflows" / "publish-parts.yml",
            "github/workflows/publish-parts.yml",
        ),
        (IN_PARTS, "gitlab/parts.yml"),
    ):
        text = (ROOT / f".{ours}").read_text("utf-8")
        assert what_runs(theirs.read_text("utf-8")) == what_runs(text)


def jobs(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_pinned_as_ours_and_installs_nothing_beside_a_right_to_write(path: Path):
    text = path.read_text("utf-8")
    ours = (ROOT / ".github" / "workflows" / path.name).read_text("utf-8")
    assert set(ACTION.findall(text)) <= set(ACTION.findall(ours))
    assert text.count("uses: actions/") == len(ACTION.findall(text))
    assert text.count("uses: ") == text.count("uses: actions/") + text.count("uses: ./")
    assert "secrets." not in text
    for job in jobs(path).values():
        writes = any(right == "write" for right in job.get("permissions", {}).values())
        for step in job.get("steps", []):
            assert "${{" not in step.get("run", "")
            assert not (writes and "pip" in step.get("run", ""))


def test_no_token_of_gitlab_is_beside_the_site():
    pipeline = yaml.safe_load(PIPELINE.read_text("utf-8"))
    told = {name for name, job in pipeline.items() if "FORGE_TOKEN" in str(job)}
    assert told == {"commentaire", "formulaire"}


def test_libraries_are_installed_with_their_hashes_checked():
    for path in (*WORKFLOWS, PIPELINE):
        for line in path.read_text("utf-8").splitlines():
            if "pip install" in line:
                assert "--no-deps programme/*.whl" in line or "--require-hashes" in line
