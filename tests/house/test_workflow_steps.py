"""Steps of workflows, run as forges run them, with commands that only say how they were called."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
STARTED = ROOT / "plugins" / "start" / "files"
"""What `annuaire start` writes for the forges of other directories."""
SAYS = '#!/bin/sh\necho "${0##*/} $*" >> "$LOG"\n'


class Machine:
    """A folder where a step runs, and what it calls there."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._log = folder, folder / "log"
        for name in ("bin/python3", "bin/make", ".venv/bin/annuaire", ".venv/bin/pip"):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(SAYS, "utf-8")
            (folder / name).chmod(0o755)
        (folder / ".venv/bin/python").write_text("#!/bin/sh\n", "utf-8")
        (folder / ".venv/bin/python").chmod(0o755)

    def run(self, *shell: str, text: str, **variables: str) -> list[str]:
        """What a script calls; it ends well."""
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        done = subprocess.run(
            [*shell, "-e", "-c", text],
            cwd=self.folder, capture_output=True, text=True, check=False,
            env={"PATH": path, "LOG": str(self._log), "HOME": str(self.folder), **variables},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return self._log.read_text("utf-8").splitlines() if self._log.is_file() else []

    def tar(self, archive: str, name: str) -> None:
        """An archive that holds a folder, which goes."""
        (self.folder / name / "site").mkdir(parents=True)
        (self.folder / archive).parent.mkdir(parents=True, exist_ok=True)
        for command in (["tar", "-czf", archive, name], ["rm", "-r", name]):
            subprocess.run(command, cwd=self.folder, check=True)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


def step_that_joins(path: Path) -> str:
    steps = loaded(path)["jobs"]["join"]["steps"]
    return next(str(step["run"]) for step in steps if "annuaire join" in step.get("run", ""))


@pytest.mark.parametrize("parts", [[], ["2A"], ["17", "2A"]], ids=len)
@pytest.mark.parametrize("files", [ROOT / ".github", STARTED / "github"], ids=["ours", "started"])
def test_parts_are_joined_whatever_came_of_them(files: Path, parts: list[str], machine: Machine):
    """Most nights there is none: then nothing is downloaded, nor is there a folder of it."""
    machine.tar("cache.tar.gz", ".cache")
    for part in parts:
        machine.tar(f"given/part-{part}/part.tar.gz", f"parts/{part}")
    text = step_that_joins(files / "workflows" / "publish-parts.yml")
    called = machine.run("bash", text=text, DAY="2026-11-30", PARTS="[]")
    assert called == ["annuaire join --date 2026-11-30 --keep-former []"]
    found = machine.folder / "parts"
    assert sorted(path.name for path in found.glob("*")) == sorted(parts)


@pytest.mark.parametrize("files", [ROOT / ".gitlab", STARTED / "gitlab"], ids=["ours", "started"])
def test_a_machine_with_nothing_to_make_installs_nothing(files: Path, machine: Machine):
    """A hundred départements have each their machine, which somebody pays."""
    job = loaded(files / "parts.yml")["département"]
    assert job["extends"] == ".in-parts"  # else what installs the program comes first
    (machine.folder / "parts.json").write_text('["17", "2A"]', "utf-8")
    (machine.folder / "day").write_text("2026-11-30", "utf-8")
    text = "\n".join(job["script"])
    assert machine.run("sh", text=text, PART="31") == []
    called = machine.run("sh", text=text, PART="2A")
    assert called[-1] == "annuaire build --date 2026-11-30 --part 2A"
    assert len(called) > 1
