"""A build that has nothing to do is told from one that has, whatever changed."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import CliRunner

from plugins.cli import annuaire, unchanged
from plugins.cli.build import build_site
from plugins.cli.unchanged import Inputs
from plugins.press.publish.manifest import DIRTY, FILE_NAME, FORMER, Manifest, write_manifest
from plugins.records.cache import stamps

SETTINGS = """
import os, sys
from pathlib import Path
ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT))
import own_words
PLACES_DIR, PATH, THEME = str(ROOT / "places"), str(ROOT / "content"), str(ROOT / "theme")
OUTPUT_PATH, PRESS_CACHE = str(ROOT / "output"), str(ROOT / "cache")
SITENAME = os.environ.get("TEST_NAME", "Essai")
BUILD_DATE = "2026-11-16"
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sources, and a site of two files that was built from them."""
    monkeypatch.setattr(stamps, "_RACE_NS", -(10**15))  # as if all had been written long ago
    monkeypatch.setattr(unchanged, "PLUGINS", tmp_path / "plugins")
    monkeypatch.delitem(sys.modules, "own_words", raising=False)
    for name in ("places/31/x.yaml", "content/a.md", "theme/t.html", "plugins/p.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1", "utf-8")
    (tmp_path / "own_words.py").write_text("WORD = 1\n", "utf-8")
    (tmp_path / "settings.py").write_text(SETTINGS, "utf-8")
    (tmp_path / "output").mkdir()
    for name in ("a.html", "b.html"):
        (tmp_path / "output" / name).write_text("1", "utf-8")
    write_manifest(
        tmp_path / "output" / FILE_NAME, Manifest("00", {"a.html": "01", "b.html": "02"})
    )
    inputs(tmp_path).remember(["une remarque"])
    return tmp_path


def inputs(checkout: Path, **override: str) -> Inputs:
    return Inputs(checkout / "settings.py", override)


def test_nothing_changed(checkout: Path):
    assert inputs(checkout).last_build() == (2, ["une remarque"])


def _same_size_and_time(path: Path) -> None:
    before = path.stat()
    path.write_text("2", "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: dict[str, Callable[[Path], Any]] = {
    "a record": lambda at: (at / "places/31/x.yaml").write_text("2", "utf-8"),
    "a record, its time put back": lambda at: _same_size_and_time(at / "places/31/x.yaml"),
    "another record": lambda at: (at / "places/31/y.yaml").write_text("1", "utf-8"),
    "a record gone": lambda at: (at / "places/31/x.yaml").unlink(),
    "a record renamed": lambda at: (at / "places/31/x.yaml").rename(at / "places/31/y.yaml"),
    "what was imported": lambda at: (at / "places/.import").write_text("1", "utf-8"),
    "a text": lambda at: (at / "content/a.md").write_text("2", "utf-8"),
    "the theme": lambda at: (at / "theme/t.html").write_text("2", "utf-8"),
    "the code": lambda at: (at / "plugins/p.py").write_text("2", "utf-8"),
    "the settings": lambda at: (at / "settings.py").write_text(SETTINGS + "NEW = 1", "utf-8"),
    "what settings import": lambda at: (at / "own_words.py").write_text("WORD = 2\n", "utf-8"),
    "a file of the site gone": lambda at: (at / "output/a.html").unlink(),
    "another manifest": lambda at: write_manifest(
        at / "output" / FILE_NAME, Manifest("00", {"a.html": "01", "b.html": "03"})
    ),
    "no manifest": lambda at: (at / "output" / FILE_NAME).unlink(),
    "no memory": lambda at: (at / "cache").rename(at / "no-cache"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(checkout: Path, change: Callable[[Path], Any]):
    change(checkout)
    assert inputs(checkout).last_build() is None


@pytest.mark.parametrize("sign", [DIRTY, FORMER])
def test_a_site_that_was_cut_or_has_a_late_part_is_built(checkout: Path, sign: str):
    made = Manifest("00", {"a.html": "01", "b.html": sign})
    write_manifest(checkout / "output" / FILE_NAME, made)
    inputs(checkout).remember([])
    assert inputs(checkout).last_build() is None


def test_another_day_or_environment_is_seen(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    assert inputs(checkout, BUILD_DATE="2026-11-17").last_build() is None
    monkeypatch.setenv("TEST_NAME", "Autre")
    assert inputs(checkout).last_build() is None


def test_a_build_of_what_just_changed_is_not_remembered(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(stamps, "_RACE_NS", 10**15)
    (checkout / "places/31/x.yaml").write_text("2", "utf-8")
    inputs(checkout).remember([])
    assert inputs(checkout).last_build() is None


@pytest.mark.parametrize("name", ["nowhere", "output", "theme/link"])
def test_what_a_link_leads_to_is_not_trusted(checkout: Path, name: str):
    (checkout / "theme" / "link").symlink_to(checkout / name)
    inputs(checkout).remember([])
    assert inputs(checkout).last_build() is None


def test_settings_with_a_fault_are_told_by_the_build(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("plugins.press.generator.build", lambda *_, **__: 1)
    (checkout / "settings.py").write_text("1 +", "utf-8")
    assert build_site(checkout / "places", checkout / "output", checkout / "settings.py", None) == 1
    assert gc.isenabled()


def test_what_changes_during_a_build_is_built_by_the_next(checkout: Path):
    building = inputs(checkout)
    (checkout / "places/31/x.yaml").write_text("2", "utf-8")
    building.remember([])
    assert inputs(checkout).last_build() is None


def test_the_command_says_again_what_it_said(checkout: Path, monkeypatch: pytest.MonkeyPatch):
    built = []

    def build_all(*given: object, on_done: Callable[[Any], None], **_: object) -> int:
        built.append(given)
        on_done(SimpleNamespace(remarks=["places/31/x.yaml: attention"]))
        return 0

    monkeypatch.setattr("plugins.press.generator.build", build_all)
    monkeypatch.chdir(checkout)
    (checkout / "settings.py").rename(checkout / "pelicanconf.py")
    folders = ["--places", str(checkout / "places"), "--output", str(checkout / "output")]
    said = [CliRunner().invoke(annuaire, ["build", *folders]) for _ in range(2)]
    assert [one.exit_code for one in said] == [0, 0], said
    assert len(built) == 1
    assert said[1].stderr.startswith("places/31/x.yaml: attention\n2 pages : aucune à refaire, en ")
