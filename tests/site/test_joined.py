"""Three départements made apart, then joined: byte for byte the site that one machine makes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.press import content

ROOT = Path(__file__).resolve().parents[2]
CONF = """
from plugins.press.program_settings import *
from plugins.press.program_settings import settings_here

globals().update(settings_here(__file__))
SITENAME = "Essai"
# An EPCI in each of three départements: Angoulême, La Rochelle, the Sicoval.
TERRITORIES_COVERED = ["200071827", "241700434", "243100633"]
PAPER_PDF = EASY_TO_READ = False
I18N_LANGUAGES = ["fr"]
BUILD_DATE = "2026-11-16"
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("joined")
    (made / "content").mkdir()
    shutil.copytree(ROOT / "places" / "labels", made / "places" / "labels")
    for departement in ("16", "17", "31"):
        (made / "places" / departement).mkdir()
        for path in sorted((ROOT / "places" / departement).glob("*.yaml"))[::8]:
            shutil.copy(path, made / "places" / departement)
    (made / "pelicanconf.py").write_text(CONF, "utf-8")
    return made


def annuaire(folder: Path, *arguments: str) -> tuple[str, str]:
    """What the command says on stdout and on stderr."""
    command = [sys.executable, "-m", "plugins.cli", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr
    return done.stdout, done.stderr


def test_the_joined_site_is_byte_for_byte_the_whole_one(folder: Path):
    annuaire(folder, "build", "--part", "17")
    annuaire(folder, "build", "--part", "31", "--part", "16")
    parts = [folder / "parts" / "17", folder / "parts" / "16-31"]
    given = sum(len(content(part)) - 1 for part in parts)  # the manifest is no page
    planned, _ = annuaire(folder, "parts", "--least", "1")
    _, said = annuaire(folder, "join")
    annuaire(folder, "build", "--output", "whole")
    whole = content(folder / "whole")
    assert content(folder / "output") == whole
    assert planned == '["16", "17", "31"]\n'
    assert f"{given} prises des parties" in said.replace("\u202f", "")
    assert given > len(whole) / 3


def test_a_part_that_the_directory_does_not_cover_is_refused(folder: Path):
    with pytest.raises(AssertionError, match="ne couvre pas le département 75"):
        annuaire(folder, "build", "--part", "75")
