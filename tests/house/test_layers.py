"""House rules that nobody should have to remember: who imports whom, who knows Pelican."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLUGINS = ROOT / "plugins"


def pipeline() -> list[str]:
    """Package names in the order that docs/hacking.md gives them."""
    table = (ROOT / "docs" / "hacking.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `plugins/(\w+)` \|", table, flags=re.MULTILINE)


def modules() -> list[Path]:
    return sorted(PLUGINS.rglob("*.py"))


@cache
def imported_names(path: Path) -> list[str]:
    """Every module named by an import of the file, those inside functions too, made absolute."""
    return list(_imported_names(path))


def _imported_names(path: Path) -> Iterator[str]:
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            if module in ("plugins", ""):
                yield from (f"plugins.{alias.name}" for alias in node.names)


def packages_imported(path: Path) -> set[str]:
    names = (name.split(".") for name in imported_names(path))
    return {parts[1] for parts in names if parts[0] == "plugins" and len(parts) > 1}


def test_every_package_has_its_line_in_the_table():
    folders = {path.parent.relative_to(PLUGINS).parts[0] for path in modules()}
    assert folders == set(pipeline())


def test_a_package_imports_only_those_above_it():
    order = pipeline()
    offenders = {}
    for path in modules():
        above = order[: order.index(path.relative_to(PLUGINS).parts[0]) + 1]
        if below := packages_imported(path) - set(above):
            offenders[str(path.relative_to(PLUGINS))] = below
    assert offenders == {}


def test_the_settings_list_plugins_in_the_order_of_the_table():
    tree = ast.parse((PLUGINS / "press" / "program_settings.py").read_text(encoding="utf-8"))
    values = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == "PLUGINS" for target in node.targets)
    ]
    listed = [name.removeprefix("plugins.") for name in values[0]]
    assert listed == [name for name in pipeline() if name in listed]


def test_only_the_door_of_a_plugin_knows_pelican():
    doors = PLUGINS / "press" / "plugin.py"
    inside = [path for path in modules() if path.name != "generator.py" and path != doors]
    assert inside
    assert [
        str(path.relative_to(PLUGINS))
        for path in inside
        if any(name.split(".")[0] == "pelican" for name in imported_names(path))
    ] == []


def test_a_module_keeps_one_responsibility():
    lines = {
        str(path.relative_to(PLUGINS)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules()
    }
    assert {path: number for path, number in lines.items() if number > 320} == {}


def test_tests_share_what_is_in_one_folder_and_nothing_of_one_another():
    files = [path for path in (ROOT / "tests").rglob("*.py") if path.name != "__init__.py"]
    shared = {
        str(path.relative_to(ROOT)): strange
        for path in files
        if (
            strange := [
                name
                for name in imported_names(path)
                if name.startswith("tests.") and not name.startswith("tests.support")
            ]
        )
    }
    assert shared == {}
