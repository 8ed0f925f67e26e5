"""What `annuaire check` and `format` do; the command line is `plugins/cli`."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from plugins.common.diagnostic import Diagnostic
from plugins.common.today import day_in_france
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.tables import departement_of
from plugins.records.announced.announced_sums import wrong_sums
from plugins.records.checks import Context
from plugins.records.doubts.shut_doors import door_doubts
from plugins.records.entry import Entry, entry_of
from plugins.records.former import Claim, check_former, claims_in
from plugins.records.kinds import KINDS
from plugins.records.links import Known, lost_links, place_of, with_known_labels
from plugins.records.listing import Listing, ids_in, list_records
from plugins.records.memory.lines import damage_of
from plugins.records.model.dated import DatedRecord, DatedStop
from plugins.records.model.label import Label, gains_of
from plugins.records.model.labelled import Gain
from plugins.records.model.place import Place
from plugins.records.model.territory import Territory
from plugins.records.reading.checking import check_file, locate
from plugins.records.reading.paths import RecordPath, not_a_file, record_file, record_path
from plugins.records.reading.reader import Tree, parse_record
from plugins.records.together import check_together
from plugins.records.writing.line_changes import say_changes
from plugins.records.writing.record_layout import dump_record, in_order, modeline

Readable = TypeVar("Readable", Label, Territory)


class _Selected(NamedTuple):
    """Names of the records to check, and what is wrong with the paths themselves."""

    names: list[str]
    diagnostics: list[Diagnostic]


def check(
    places_dir: Path,
    paths: Sequence[Path] = (),
    today: datetime.date | None = None,
    cache: Path | None = None,
) -> list[Diagnostic]:
    """Everything wrong with the records at `paths` (files or folders), or with all of them.

    `today` (by default the day it is in France) is what dates are compared with. `cache`: of all
    records, where the same process keeps what it read, for another folder that has much of it.
    """
    today = today or day_in_france()
    gazetteer = Gazetteer.load([])
    if not paths:
        from plugins.records.repository import read_repository  # late: one file needs no other

        workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
        repository = read_repository(places_dir, gazetteer, today, workers=workers, cache=cache)
        return [*repository.diagnostics, *damage_of(places_dir)]
    context, listing = Context(gazetteer, today), list_records(places_dir)
    known = known_in(places_dir, listing)
    selected = _select(places_dir, listing, paths)
    diagnostics = list(selected.diagnostics)
    places: list[Place] = []
    claims: list[Claim] = []
    for name in selected.names:
        checked, path = check_file(name, places_dir, context), record_path(name)
        diagnostics += with_known_labels(checked.diagnostics, known)
        if path and checked.record is not None and checked.record.anciens_ids:
            claims.append(Claim(path, checked.record.anciens_ids))
        if isinstance(checked.record, Place):
            places.append(checked.record)
            continue
        if isinstance(checked.record, DatedRecord):
            found = door_doubts(
                checked.record, partial(_entry_at, places_dir, checked.record, known), context
            )
            diagnostics += locate(places_dir, name, found)
        if isinstance(checked.record, Territory):
            every = _readable(Territory, places_dir, listing)
            found = wrong_sums(checked.record, every, gazetteer)
            diagnostics += locate(places_dir, name, found)
        if path is not None and (tree := checked.tree or checked.faulty) is not None:
            diagnostics += locate(places_dir, name, lost_links(path, tree, known))
    only = {place.id for place in places}
    near = [*places, *neighbours(places_dir, places, only)]
    others = sorted(set(listing.names()) - set(selected.names)) if claims else []
    diagnostics += check_former(claims, places_dir, claims_in(places_dir, others))
    return diagnostics + check_together(near, known, places_dir, only)


def known_in(places_dir: Path, listing: Listing) -> Known:
    """Names of the records of a folder, and what its labels bring."""
    return Known.of(listing)._replace(gains=_gains(places_dir, listing))


def _gains(places_dir: Path, listing: Listing) -> Mapping[str, Gain]:
    """What the labels that can be read bring to their places."""
    return gains_of(_readable(Label, places_dir, listing))


def _readable(model: type[Readable], places_dir: Path, listing: Listing) -> dict[str, Readable]:
    """The records of a kind that can be read, by id."""
    found: dict[str, Readable] = {}
    for identity in sorted(listing.ids(model.kind)):
        name = KINDS[model.kind].file(identity)
        tree = parse_record(record_file(places_dir, name).read_bytes(), name)
        if not isinstance(tree, list):
            with suppress(ValueError):
                found[identity] = model.from_tree(tree, identity)
    return found


def records(places_dir: Path, paths: Sequence[Path] = ()) -> list[Path]:
    """The files of the records at `paths` (files or folders), or of all records, sorted."""
    listing = list_records(places_dir)
    return [places_dir / name for name in _select(places_dir, listing, paths).names]


class Formatted(NamedTuple):
    """What became of a record: `changes` of its lines, in French, none when it had the common form;
    `left`: why it was left as it is, "" when it was not."""

    changes: list[str]
    left: str = ""


def format_record(path: Path) -> Formatted:
    """Write one record in the common order and layout.

    A record that cannot be read, or that has comments (which would be lost), is left as it is.
    """
    where = _record_at(path)
    before = path.read_bytes()
    tree = parse_record(before, path.name)
    if where is None or isinstance(tree, list):
        return Formatted([], "elle ne peut pas être lue ; annuaire check dit pourquoi")
    if _has_comments(before, tree):
        return Formatted([], "elle a des remarques après « # », qui seraient perdues")
    ordered = in_order(tree, KINDS[where.kind].model)
    after = dump_record(ordered, tuple(ordered), modeline(where)).encode()
    if after == before:
        return Formatted([])
    if parse_record(after, path.name) != tree:
        return Formatted([], "ses valeurs ne seraient plus les mêmes")
    path.write_bytes(after)
    return Formatted(say_changes(before.decode("utf-8-sig"), after.decode()))


def _select(places_dir: Path, listing: Listing, paths: Sequence[Path]) -> _Selected:
    """The records at `paths`, each once, in order; all of them without `paths`."""
    everything: list[str | Diagnostic] = [*listing.names(), *listing.strays]
    found = everything if not paths else []
    for path in paths:
        found += _records_at(places_dir, everything, path)
    names = dict.fromkeys(item for item in found if isinstance(item, str))
    return _Selected(sorted(names), [item for item in found if isinstance(item, Diagnostic)])


def _records_at(
    places_dir: Path, everything: Iterable[str | Diagnostic], path: Path
) -> Iterable[str | Diagnostic]:
    root, target = places_dir.resolve(), path.parent.resolve() / path.name
    if not target.is_relative_to(root):
        message = f"ce fichier n'est pas dans « {places_dir} »"
        return [Diagnostic(path.name, 1, 1, "", message, "indiquez le dossier avec --places")]
    name = target.relative_to(root).as_posix()
    if target.is_dir() and not target.is_symlink():
        prefix = "" if name == "." else f"{name}/"
        return [item for item in everything if _name(item).startswith(prefix)]
    if target.is_symlink() or not target.is_file():
        return [not_a_file(name)]
    return [name]


def _name(item: str | Diagnostic) -> str:
    return item if isinstance(item, str) else item.path


def neighbours(places_dir: Path, places: Iterable[Place], only: Collection[str]) -> Iterator[Place]:
    """The places of the same communes but those of `only`, to be compared with."""
    codes = {place.code_insee for place in places}
    for departement in sorted({departement_of(code) for code in codes}):
        for identity in ids_in(places_dir, "place", departement):
            if identity not in only:
                other = _neighbour(places_dir, identity, codes)
                if other is not None:
                    yield other


def _entry_at(places_dir: Path, record: DatedRecord, known: Known, stop: DatedStop) -> Entry | None:
    """The place of a workshop or of a stop, if it has one that can be read."""
    identity = place_of(record, stop, known.places)
    if identity is None or identity not in known.places:
        return None
    name = KINDS["place"].file(identity)
    tree = parse_record((places_dir / name).read_bytes(), name)
    if isinstance(tree, list):
        return None
    try:
        return entry_of(Place.from_tree(tree, identity), b"")
    except ValueError:
        return None


def _neighbour(places_dir: Path, identity: str, codes: set[str]) -> Place | None:
    """The place called `identity` if it is in one of the communes and can be read."""
    name = KINDS["place"].file(identity)
    data = (places_dir / name).read_bytes()
    if not any(code.encode() in data for code in codes):
        return None
    tree = parse_record(data, name)
    if isinstance(tree, list) or tree.get("code_insee") not in codes:
        return None
    try:
        return Place.from_tree(tree, identity)
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
