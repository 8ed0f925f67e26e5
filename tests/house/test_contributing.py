"""What CONTRIBUTING.md shows is true: its example passes, its message is the real one."""

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from plugins.cli import annuaire
from plugins.gazetteer import Gazetteer
from plugins.hours import read_hours
from plugins.records.checks import Context
from plugins.records.reading.checking import check_record
from plugins.recurrence import read_dates

GUIDE = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
EXAMPLE = "31/mediatheque-de-labege.yaml"


def fenced(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", GUIDE, flags=re.DOTALL)
    assert found
    return found[1]


def check(text: str, folder: Path) -> Result:
    record = folder / "places" / EXAMPLE
    record.parent.mkdir(parents=True)
    record.write_text(text, encoding="utf-8")
    return CliRunner().invoke(annuaire, ["check", "--places", str(folder / "places")])


def test_the_example_record_is_right(tmp_path: Path):
    result = check(fenced("yaml"), tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_message_is_the_one_that_the_slip_gives(tmp_path: Path):
    result = check(fenced("yaml").replace("commune:", "comune:"), tmp_path)
    shown = re.search(r"```\n(places/.*?)\n```", GUIDE)
    assert shown
    assert result.exit_code == 1
    assert f"{tmp_path}/{shown[1]}" in result.stdout.splitlines()


@pytest.mark.parametrize(
    ("position", "name"),
    [(2, "31/ateliers/mediatheque-de-labege.yaml"), (3, "31/tournees/bus-du-numerique.yaml")],
)
def test_the_examples_with_dates_are_right(position: int, name: str):
    text = re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)[position]
    context = Context(Gazetteer.load([]), date(2026, 10, 2))
    assert check_record(text.encode(), name, context).diagnostics == []


def test_the_weeks_of_one_year_are_right():
    record, weeks = re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)[:2]
    without = re.sub(r"exceptions:\n(?:  .*\n)+", "", record)
    context = Context(Gazetteer.load([]), date(2026, 6, 1))
    checked = check_record((without + weeks).encode(), EXAMPLE, context)
    assert checked.diagnostics == []
    assert "horaires:\n      du lundi" in weeks


def test_a_code_that_is_not_there_is_given_by_the_message(tmp_path: Path):
    text = fenced("yaml").replace("code_insee: 31254\n", "")
    assert "ajoutez « code_insee: 31254 »" in check(text, tmp_path).stdout


def sentences() -> list[str]:
    table = GUIDE.partition("### Bien écrire les dates")[2].partition("\n## ")[0]
    return re.findall(r"^\| [^|]+ \| `([^`]+)` \|$", table, flags=re.MULTILINE)


def test_the_sentences_of_dates_are_understood():
    read = [read_dates(sentence) for sentence in sentences()]
    assert len(read) > 8
    assert all(dates.spans for dates in read)


def test_the_lines_of_seasons_are_understood():
    shown = GUIDE.partition("**Des horaires qui changent")[2].partition("###")[0]
    lines = re.findall(r"^- `([^`]+): ([^`]+)`$", shown, flags=re.MULTILINE)
    assert len(lines) == 4
    for season, said in lines:
        week = read_hours({"du lundi au dimanche": "14h-17h", season: said})
        assert week.rules[-1].dates
        assert not week.remarks


def cells() -> list[tuple[str, str]]:
    """The lines of the table of good and bad examples that a record can hold as they are."""
    rows = re.findall(r"^\| [^|]+ \| `(\w+: [^`]+)` \| `([^`]+)` \|$", GUIDE, flags=re.MULTILINE)
    return [(good, bad) for good, bad in rows]


FIELDS = {
    "mardi": "horaires:\n  du mercredi au lundi: fermé\n  ",
    "lundi": "horaires:\n  du mardi au dimanche: fermé\n  ",
    "jeudi": "horaires:\n  du vendredi au mercredi: fermé\n  ",
    "août": "horaires:\n  du lundi au dimanche: 9h-12h\n  ",
    "fauteuil": "accessibilite:\n  ",
    "du": "exceptions:\n  - horaires: fermé\n    ",
}
BASE = "nom: Mairie\ncode_postal: 31670\ncode_insee: 31254\n"


def as_record(line: str) -> str:
    field = line.partition(":")[0]
    commune = "" if field == "commune" else "commune: Labège\n"
    return f"{BASE}{commune}{FIELDS.get(field, '')}{line}\n"


@pytest.mark.parametrize(("good", "bad"), cells())
def test_the_good_examples_pass_and_the_bad_ones_are_told(good: str, bad: str, tmp_path: Path):
    passed = check(as_record(good), tmp_path / "good")
    assert (passed.exit_code, passed.stdout) == (0, "")
    assert check(as_record(bad), tmp_path / "bad").stdout
