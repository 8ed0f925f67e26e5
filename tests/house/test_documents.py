"""A document never points to what is not there; decisions have one form; the house is one page."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("places/*.md")])
DECISIONS = sorted((ROOT / "docs" / "adr").glob("[0-9]*.md"))
FOLDERS = ("plugins", "benchmarks", "tests")
# What stands for several files (`plugins/*/contract.py`, `checks/<kind>.py`) is no path.
A_PATH = re.compile(
    r"(?<![\w/.>-])((?:plugins|theme|tests|docs|benchmarks|content)/[^\s`|«»()\[\]\"']*)"
)
A_NAME = re.compile(r"\bplugins(?:\.\w+)+")
NOT_NAMES = {"html", "css", "js", "json", "yaml", "csv", "xml", "txt", "ics", "md", "py"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_of_a_document_leads_somewhere(path: Path):
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (path.parent / link).exists()]
    assert missing == []


def anchor(heading: str) -> str:
    """What a forge makes of a heading: its letters, in small ones, and dashes for spaces."""
    return re.sub(r"[^\w -]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_within_a_document_leads_to_a_heading(path: Path):
    text = path.read_text(encoding="utf-8")
    anchors = set(map(anchor, re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)))
    assert set(re.findall(r"\]\(#([^)\s]+)", text)) - anchors == set()


@cache
def docstrings(folder: str) -> list[tuple[Path, str]]:
    """What modules, classes and functions of the folder say of themselves."""
    return [
        (path, text)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if (text := ast.get_docstring(node))
    ]


def texts() -> Iterator[tuple[Path, str]]:
    """All but the changelog, which names what there was."""
    documents = {*DOCUMENTS, *ROOT.glob("plugins/**/*.md")} - {ROOT / "CHANGELOG.md"}
    for path in sorted(documents):
        yield path, path.read_text(encoding="utf-8")
    for folder in FOLDERS:
        yield from docstrings(folder)


def exists(name: str) -> bool:
    """Whether a dotted name is a package, a module, or something that one of these has."""
    parts = name.split(".")
    for size in range(len(parts), 0, -1):
        place = ROOT.joinpath(*parts[:size])
        if not place.is_dir() and not place.with_suffix(".py").is_file():
            continue
        found: object = import_module(".".join(parts[:size]))
        for part in parts[size:]:
            if part in getattr(found, "__annotations__", {}):
                return True
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


def test_every_path_in_documents_and_docstrings_is_there():
    missing = [
        f"{path.relative_to(ROOT)}: {found}"
        for path, text in texts()
        for found in A_PATH.findall(text)
        if not set("*<>{}…") & set(found) and not (ROOT / found.rstrip(".,:;")).exists()
    ]
    assert missing == []


def test_every_dotted_name_in_documents_and_docstrings_is_there():
    missing = [
        f"{path.relative_to(ROOT)}: {name}"
        for path, text in texts()
        for name in A_NAME.findall(text)
        if not exists(name)
    ]
    assert missing == []


def from_beside(path: Path, name: str) -> list[str]:
    """What `model.place.Place` may mean in a file: a neighbour, one of a room above, a package."""
    first = name.partition(".")[0]
    above = [folder for folder in path.parents if folder.is_relative_to(ROOT / "plugins")]
    return [
        ".".join([*folder.relative_to(ROOT).parts, name])
        for folder in above
        if (folder / first).is_dir() or (folder / f"{first}.py").is_file()
    ]


def test_every_name_of_a_neighbour_in_docstrings_is_there():
    """«`reading.checking`» in plugins/records; what begins with no module or package is free."""
    missing = []
    for path, text in docstrings("plugins"):
        for name in re.findall(r"`([a-z_]\w*(?:\.\w+)+)[`(\[]", text):
            meanings = from_beside(path, name)
            if meanings and name.rpartition(".")[2] not in NOT_NAMES:
                missing += [] if any(map(exists, meanings)) else [f"{path.name}: {name}"]
    assert missing == []


def module_names(path: Path) -> set[str]:
    """The modules and rooms in and below the folder of a package."""
    below = [found for found in path.parent.rglob("*") if "__pycache__" not in found.parts]
    return {found.stem for found in below if found.suffix == ".py" or found.is_dir()}


@pytest.mark.parametrize(
    "package", ["agenda/sessions", "agenda/calendars", "common", "intake", "vocabulary"]
)
def test_a_package_that_lists_its_modules_lists_those_it_has(package: str):
    path = ROOT / "plugins" / package / "__init__.py"
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    listed = set(re.findall(r"`([a-z_]+)`", text)) - {"vocabulary", "to_translate", "run"}
    assert listed
    assert listed <= module_names(path)


def test_the_house_is_one_page():
    lines = (ROOT / "docs" / "hacking.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 120
    assert [line for line in lines if len(line) > 120 and not line.startswith("|")] == []


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name[:4])
def test_a_decision_begins_as_the_others(path: Path):
    title, *head, below, _ = path.read_text(encoding="utf-8").split("\n", 6)
    above, status, day, replaces = head
    assert (above, below) == ("", "")
    assert re.fullmatch(rf"# {path.name[:4]}\. \S.*", title)
    assert re.fullmatch(r"Status: (?:accepted|replaced by [0-9]{4})", status)
    assert date.fromisoformat(day.removeprefix("Date: "))
    assert re.fullmatch(r"Replaces: (?:–|[0-9]{4}(?:, [0-9]{4})*)", replaces)
    named = re.findall(r"[0-9]{4}", status + replaces)
    assert set(named) <= {decision.name[:4] for decision in DECISIONS}


def test_decisions_are_listed_each_once_in_order():
    readme = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| \[[0-9]{4}\]\(([^)]+)\)", readme, flags=re.MULTILINE) == [
        decision.name for decision in DECISIONS
    ]
