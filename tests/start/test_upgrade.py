"""A directory moves to a newer program, and is told what that changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.cli import annuaire
from plugins.contracts.collected import all_settings
from plugins.start.program_changes import changes, settings_in
from plugins.start.wheel import ProgramWheel, WheelError
from tests.support.wheels import SETTINGS_TABLE, wheel_of

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = "plugins/start/files/github/workflows/tests.yml"
PLACED = ".github/workflows/tests.yml"
TEMPLATE = "plugins/program/theme/templates/label.html"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A directory with the program 0.1.0."""
    found = tmp_path / "ville"
    (found / "programme").mkdir(parents=True)
    (found / "pelicanconf.py").write_text('SITENAME = "Aide"\nMAPS_OLD = 1\n', "utf-8")
    return found


def old(folder: Path, **files: str) -> ProgramWheel:
    row = "| `MAPS_OLD` | number | `1` | maps | Old. |\n"
    table = {"plugins/program/docs/settings.md": SETTINGS_TABLE + row}
    return wheel_of(folder / "programme", "0.1.0", {**table, **named(files)})


def new(folder: Path, **files: str) -> ProgramWheel:
    return wheel_of(folder.parent, "0.2.0", named(files))


def named(files: dict[str, str]) -> dict[str, str]:
    known = {
        "log": "plugins/program/CHANGELOG.md",
        "settings": "plugins/program/docs/settings.md",
        "workflow": WORKFLOW,
        "template": TEMPLATE,
        "tokens": "plugins/program/theme/static/tokens.css",
    }
    return {known[name]: text for name, text in files.items()}


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_the_changelog_says_what_is_new(folder: Path):
    before = old(folder, log="# Changelog\n- One.\n")
    after = new(folder, log="# Changelog\n## 0.2.0\n- Two.\n\n- One.\n")
    assert changes(folder, before, after).news == ["## 0.2.0", "- Two."]


def test_a_setting_that_is_no_more_is_told_with_what_may_be_its_new_name(folder: Path):
    row = "| `MAPS_OLDER` | number | `1` | maps | New. |\n"
    after = new(folder, settings=SETTINGS_TABLE + row)
    (said,) = changes(folder, old(folder), after).to_do
    assert said == (
        "pelicanconf.py : le réglage MAPS_OLD n'existe plus ; il s'appelle peut-être MAPS_OLDER."
    )


def test_a_new_setting_that_must_be_said_is_told(folder: Path):
    row = "| `OWNER` | text | none: it must be said | press | New. |\n"
    said = changes(folder, old(folder), new(folder, settings=SETTINGS_TABLE + row)).to_do
    assert "pelicanconf.py : le réglage OWNER est nouveau ; il faut l'écrire." in said


def test_a_template_in_the_place_of_one_that_changed_is_told(folder: Path):
    before, after = old(folder, template="1"), new(folder, template="2")
    assert not any("label.html" in one for one in changes(folder, before, after).to_do)
    write(folder, "theme/templates/label.html", "own")
    assert any("theme/templates/label.html" in one for one in changes(folder, before, after).to_do)
    assert any("n'a plus" in one for one in changes(folder, before, new(folder)).to_do)


def test_a_colour_that_is_no_more_is_told(folder: Path):
    write(
        folder, "theme/static/tokens.css", ":root {\n  --accent: #111111;\n  --gone: #222222;\n}\n"
    )
    after = new(folder, tokens=":root {\n  --accent: #333333;\n}\n")
    said = changes(folder, old(folder), after).to_do
    assert [one for one in said if "tokens.css" in one] == [
        "theme/static/tokens.css : la couleur « --gone » n'existe plus ; enlevez-la."
    ]


def test_what_a_forge_runs_is_written_again_unless_somebody_changed_it(folder: Path):
    before, after = old(folder, workflow="1"), new(folder, workflow="2")
    assert changes(folder, before, after).rewritten == {}  # another forge
    write(folder, PLACED, "1")
    assert changes(folder, before, after).rewritten == {PLACED: b"2"}
    write(folder, PLACED, "own")
    found = changes(folder, before, after)
    assert found.rewritten == {}
    assert any(one.startswith(PLACED) for one in found.to_do)


def upgrade(folder: Path, wheel: ProgramWheel, *more: str) -> Result:
    return CliRunner().invoke(annuaire, ["upgrade", str(wheel.path), *more])


def test_the_command_moves_the_program_and_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(folder)
    old(folder, workflow="1")
    write(folder, PLACED, "1")
    after = new(folder, workflow="2", log="# Changelog\n- Two.\n")
    trial = upgrade(folder, after, "--dry-run")
    assert trial.exit_code == 0, trial.stderr
    assert "MAPS_OLD n'existe plus" in trial.stdout
    assert "- Two." in trial.stdout
    assert [path.name for path in (folder / "programme").iterdir()] == [
        "annuaire-0.1.0-py3-none-any.whl"
    ]
    done = upgrade(folder, after)
    assert done.exit_code == 0
    assert "De la version 0.1.0 à la version 0.2.0." in done.stdout
    assert [path.name for path in (folder / "programme").iterdir()] == [after.path.name]
    assert (folder / PLACED).read_text("utf-8") == "2"


def test_an_older_program_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(folder)
    old(folder)
    done = upgrade(folder, wheel_of(folder.parent, "0.0.9"))
    assert done.exit_code == 1
    assert "plus ancien" in done.stderr


@pytest.mark.parametrize(
    "name", ["autre-0.1.0-py3-none-any.whl", "annuaire-0.1.0-py3-none-any.whl"]
)
def test_a_file_that_is_not_the_program_is_refused(name: str, tmp_path: Path):
    (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(WheelError):
        ProgramWheel(tmp_path / name)


def test_the_document_of_settings_can_be_read_as_a_list():
    document = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert settings_in(document).keys() == {setting.name for setting in all_settings()}
