"""A name has one sense: no class and no alias of a type in two modules, few modules of one name."""

import ast
from collections import defaultdict
from pathlib import Path

from plugins.records.kinds import KINDS

PLUGINS = Path(__file__).resolve().parents[2] / "plugins"

ONE_SENSE = {
    "contract": "what a plugin's templates receive, what it gives, its settings",
    "errors": "the exceptions of a package",
    "generator": "the Pelican side of a plugin",
    "hints": "what to write instead, in French",
    "model": "the frozen values of a library",
    "pages": "the page sets of a plugin",
    "reading": "text → a value, or an error",
    "refresh": "makes the committed data again from official files",
    "sources": "where facts come from, by the names that people read",
    "views": "what the templates of a plugin show",
    "wording": "a value → French",
}
"""Modules of one name in several packages, and the one sense that they have there. A module of the
name of a kind of record is its model or its rules."""


def modules() -> list[Path]:
    return sorted(PLUGINS.rglob("*.py"))


def types_of(path: Path) -> set[str]:
    """Classes and aliases of types of a module, without the sign of private ones."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name.lstrip("_") for name in names if any(letter.islower() for letter in name)} - {
        name.lstrip("_") for name in names if name.lstrip("_")[:1].islower()
    }


def test_a_type_has_a_name_of_its_own():
    found = defaultdict(list)
    for path in modules():
        for name in types_of(path):
            found[name].append(str(path.relative_to(PLUGINS)))
    repeated = {name: places for name, places in found.items() if len(places) > 1}
    assert repeated == {}, "two types have one name: rename the newer one"


def test_modules_of_one_name_have_one_sense():
    found = defaultdict(list)
    for path in modules():
        if path.stem not in ("__init__", "__main__"):
            found[path.stem].append(str(path.relative_to(PLUGINS)))
    repeated = {name for name, places in found.items() if len(places) > 1}
    assert repeated - KINDS.keys() == ONE_SENSE.keys()
    for name in repeated & KINDS.keys():
        assert {path.split("/")[1] for path in found[name]} <= {"model", "checks"}


def test_a_room_has_no_more_modules_than_the_eye_takes_in():
    crowded = {
        str(folder.relative_to(PLUGINS)): count
        for folder in {path.parent for path in modules()}
        if (count := len(list(folder.glob("*.py")))) > 17
    }
    assert crowded.keys() == {"vocabulary"}  # tables, each read alone


LISTERS = {
    "cli/join.py": "the parts of a site",
    "cli/unchanged.py": "stamps of all that a build reads",
    "contracts/collected.py": "the plugins that have a contract",
    "gazetteer/coverage.py": "départements that have a folder",
    "i18n/catalogues.py": "the modules of the vocabulary",
    "i18n/kept_templates.py": "the themes whose templates are compiled",
    "intake/read/layout_choice.py": "the layouts of tables",
    "maps/geometry/outlines.py": "the outlines that we have",
    "records/memory/lines.py": "what lists said, a file a département",
    "press/assets.py": "the files of the theme",
    "press/build_key.py": "the files of the program and of the theme",
    "press/overlaid.py": "the folders of which it makes one",
    "press/text/content_pages.py": "the pages of prose",
    "gazetteer/refresh.py": "the files of an official edition",
    "hosting/audited/site_files.py": "a folder that is audited",
    "hosting/served/ready.py": "what the copy of a site is to replace",
    "paper/printer.py": "its fonts",
    "proposals/changes/preview_pages.py": "pages that were just built",
    "proposals/posting/made_record.py": "what a form became, between two jobs",
    "press/publish/publication.py": "the built site",
    "records/listing.py": "the records",
    "start/program_changes.py": "what a directory has in the place of the program's files",
    "start/new_folder.py": "whether a folder is empty",
    "start/upgrading.py": "the programs of a directory",
    "start/wheel.py": "the wheel that was built",
    "search/fulltext/fulltext_search.py": "the indexes of the last builds",
}


def test_one_module_lists_the_folder_of_records():
    ways = ("glob(", "iterdir(", "scandir(", "os.walk(", "listdir(")
    listing = {
        str(path.relative_to(PLUGINS))
        for path in modules()
        if any(way in path.read_text(encoding="utf-8") for way in ways)
    }
    assert listing == LISTERS.keys()


ADDRESSES = {
    "agenda/generator.py",
    "places/pages.py",
    "records/model/network.py",
    "records/model/route.py",
    "records/model/workshop.py",
    "territories/pages.py",
}
"""Modules in which such a word is that of a published address, not of a folder of records."""


def test_no_other_module_names_a_folder_of_records():
    folders = ('"ateliers', '"tournees', '"reseaux"', '"reseaux/', '"territoires/', '"labels/')
    naming = {
        str(path.relative_to(PLUGINS))
        for path in modules()
        if any(folder in path.read_text(encoding="utf-8") for folder in folders)
    }
    assert naming - ADDRESSES == {"records/kinds.py"}
