"""What `annuaire check` and `format` do; the command line is `plugins/cli`."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.tables import departement_of
from plugins.records.checks import Context
from plugins.records.links import check_dated_links
from plugins.records.model.place import Place
from plugins.records.reading.checking import MODELS, check_file
from plugins.records.reading.paths import RecordPath, find_records, not_a_file, record_path
from plugins.records.reading.reader import Tree, parse_record
from plugins.records.together import check_links, check_together, label_names, place_ids
from plugins.records.writing.layout import dump_record, in_order, modeline


class _Selected(NamedTuple):
    """Names of the records to check, and what is wrong with the paths themselves."""

    names: list[str]
    diagnostics: list[Diagnostic]


def check(
    places_dir: Path, paths: Sequence[Path] = (), today: datetime.date | None = None
) -> list[Diagnostic]:
    """Everything wrong with the records at `paths` (files or folders), or with all of them.

    `today` (by default the day it is in France) is what dates are compared with.
    """
    today = today or datetime.datetime.now(ZoneInfo("Europe/Paris")).date()
    context = Context(Gazetteer.load([]), today)
    selected = _select(places_dir, paths)
    diagnostics = list(selected.diagnostics)
    places: list[Place] = []
    faulty: dict[str, Tree] = {}
    labels, ids = label_names(places_dir), place_ids(places_dir)
    for name in selected.names:
        checked = check_file(name, places_dir, context)
        diagnostics += checked.diagnostics
        if isinstance(checked.record, Place):
            places.append(checked.record)
        elif _is_dated(name) and (tree := checked.tree or checked.faulty) is not None:
            diagnostics += check_dated_links(tree, name, labels, ids, places_dir)
        elif checked.faulty is not None and _is_place(name):
            faulty[name[:-5]] = checked.faulty
    return diagnostics + _compare(places_dir, places, faulty, labels, ids, complete=not paths)


def records(places_dir: Path, paths: Sequence[Path] = ()) -> list[Path]:
    """The files of the records at `paths` (files or folders), or of all records, sorted."""
    return [places_dir / name for name in _select(places_dir, paths).names]


def format_record(path: Path) -> bool:
    """Write one record in the common order and layout; whether it changed.

    A record that cannot be read, or that has comments (which would be lost), is left as it is.
    """
    where = _record_at(path)
    before = path.read_bytes()
    tree = parse_record(before, path.name)
    if where is None or isinstance(tree, list) or _has_comments(before, tree):
        return False
    ordered = in_order(tree, MODELS[where.kind])
    after = dump_record(ordered, tuple(ordered), modeline(where)).encode()
    if after == before or parse_record(after, path.name) != tree:
        return False
    path.write_bytes(after)
    return True


def _select(places_dir: Path, paths: Sequence[Path]) -> _Selected:
    """The records at `paths`, each once, in order; all of them without `paths`."""
    if not paths:
        found = list(find_records(places_dir))
    else:
        found = [item for path in paths for item in _records_at(places_dir, path)]
    names = dict.fromkeys(item for item in found if isinstance(item, str))
    return _Selected(sorted(names), [item for item in found if isinstance(item, Diagnostic)])


def _records_at(places_dir: Path, path: Path) -> Iterable[str | Diagnostic]:
    root, target = places_dir.resolve(), path.parent.resolve() / path.name
    if not target.is_relative_to(root):
        message = f"ce fichier n'est pas dans « {places_dir} »"
        return [Diagnostic(path.name, 1, 1, "", message, "indiquez le dossier avec --places")]
    name = target.relative_to(root).as_posix()
    if target.is_dir() and not target.is_symlink():
        prefix = "" if name == "." else f"{name}/"
        return [item for item in find_records(root) if _name(item).startswith(prefix)]
    if target.is_symlink() or not target.is_file():
        return [not_a_file(name)]
    return [name]


def _name(item: str | Diagnostic) -> str:
    return item if isinstance(item, str) else item.path


def _compare(
    places_dir: Path,
    places: list[Place],
    faulty: Mapping[str, Tree],
    labels: Collection[str],
    ids: Collection[str],
    *,
    complete: bool,
) -> list[Diagnostic]:
    """What only shows between places. For some records, only those of their communes are read."""
    links = [
        diagnostic
        for identity, tree in faulty.items()
        for diagnostic in check_links(tree, identity, labels, ids, places_dir)
    ]
    if complete:
        return links + check_together(places, labels, places_dir, ids=ids)
    only = {place.id for place in places}
    codes = {place.code_insee for place in places}
    others = [
        other
        for name in _place_names(places_dir, {departement_of(code) for code in codes})
        if name[:-5] not in only and (other := _neighbour(places_dir, name, codes)) is not None
    ]
    return links + check_together([*places, *others], labels, places_dir, only, ids)


def _place_names(places_dir: Path, departements: set[str] | None = None) -> list[str]:
    folders = sorted(departements) if departements is not None else ["*"]
    files = (file for folder in folders for file in places_dir.glob(f"{folder}/*.yaml"))
    names = (file.relative_to(places_dir).as_posix() for file in files)
    return sorted(name for name in names if _is_place(name))


def _is_dated(name: str) -> bool:
    where = record_path(name)
    return where is not None and where.kind in ("workshop", "route")


def _is_place(name: str) -> bool:
    where = record_path(name)
    return where is not None and where.kind == "place"


def _neighbour(places_dir: Path, name: str, codes: set[str]) -> Place | None:
    """The place called `name` if it is in one of the communes and can be read."""
    data = (places_dir / name).read_bytes()
    if not any(code.encode() in data for code in codes):
        return None
    tree = parse_record(data, name)
    if isinstance(tree, list) or tree.get("code_insee") not in codes:
        return None
    try:
        return Place.from_tree(tree, name[:-5])
    except ValueError:
        return None


def _record_at(path: Path) -> RecordPath | None:
    """What the file is, told from its last folders."""
    parts = path.resolve().parts
    return record_path("/".join(parts[-2:])) or record_path("/".join(parts[-3:]))


def _has_comments(data: bytes, tree: Tree) -> bool:
    """Whether the file says something that its tree does not, beside the editor's line."""
    text = data.decode("utf-8-sig")
    modelines = sum(line.startswith("# yaml-language-server:") for line in text.splitlines())
    return text.count("#") - modelines > repr(tree).count("#")
