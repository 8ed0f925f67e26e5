"""The command starts without the libraries that it may not need."""

import subprocess
import sys

HEAVY = ("pelican", "pydantic", "yaml", "jinja2", "watchfiles", "scipy", "numpy", "babel")


def test_the_command_starts_without_the_libraries_of_its_work():
    program = f"import plugins.cli, sys; print([m for m in {HEAVY} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


UNUSED = ("pelican", "jinja2", "holidays", "babel", "rapidfuzz", "plugins.records.repository")


def test_one_sound_record_is_checked_without_what_it_does_not_need(tmp_path):
    record = tmp_path / "31" / "mediatheque.yaml"
    record.parent.mkdir()
    record.write_text(
        "nom: Médiathèque\nadresse: Rue de la Croix Rose\ncode_postal: 31670\n"
        "code_insee: 31254\ncommune: Labège\nhoraires:\n  lundi: 9h-12h\n"
    )
    program = (
        "import pathlib, sys; from plugins.records.commands import check;"
        f"check(pathlib.Path({str(tmp_path)!r}), [pathlib.Path({str(record)!r})]);"
        f"print([m for m in {UNUSED} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
