"""What the repository must never carry, whoever writes in it."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HIDDEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")
# Written so that this file does not find itself.
MACHINE = re.compile(r"(?<![\w.-])/(?:wor[k]|roo[t]|hom[e]/\w+)/|/tmp/bas[h]_jobs|\.\./share[d]")
TEXT = {".py", ".md", ".html", ".css", ".js", ".yaml", ".yml", ".toml", ".json", ".po", ".svg", ""}


def tracked_texts() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    # Fixtures are odd on purpose.
    return [
        path
        for path in paths
        if path.suffix in TEXT and path.is_file() and "fixtures" not in path.parts
    ]


@pytest.mark.parametrize("pattern", [MACHINE, HIDDEN], ids=["machine paths", "hidden characters"])
def test_no_file_carries(pattern: re.Pattern[str]):
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}"
        for path in tracked_texts()
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found


def test_continuous_integration_runs_the_test_command_of_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make test" in readme
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("exec make test")


def test_lock_files_are_hashed_and_name_no_host():
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        requirements = re.findall(r"^[a-z0-9].*\n(.*)", text, flags=re.MULTILINE)
        assert requirements
        assert all(after.startswith("    --hash=sha256:") for after in requirements)
