"""The door of the checks: the bytes of one record → its tree, its object, all its diagnostics.

A record with a fault is read as far as it can be, so that all its faults are said at once: what
does not fit the model is set aside, and the rules that read something else still run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from plugins.common.diagnostic import Diagnostic, has_errors
from plugins.records.checks import Context, checks_of
from plugins.records.checks.location import missing_commune, sure_postcode, told_code
from plugins.records.hints.list_hints import BELOW
from plugins.records.hints.meant_field import meant_field
from plugins.records.kinds import KINDS, Model
from plugins.records.model.identity import RecordKind
from plugins.records.model.types import COMMUNE_CODE, IDENTITY
from plugins.records.reading.decoding import read_bytes
from plugins.records.reading.explain import NEEDED, explained, field_names, unknown_blanks
from plugins.records.reading.lost_remarks import lost_to_comments
from plugins.records.reading.misfiled import misfiled
from plugins.records.reading.paths import RecordPath, record_file, record_path, stray
from plugins.records.reading.reader import (
    ScannedRecord,
    Tree,
    diagnostics_of,
    field_name,
    parse_with_blanks,
    scan,
)
from plugins.records.reading.undashed import with_lines_of_lists
from plugins.records.reading.value_slips import is_special

# Values that let the rules run on a record whose own value was refused: no rule looks at them.
_STAND_IN: Mapping[str, str] = MappingProxyType(
    {
        "nom": "…" * 2,
        "code_postal": "00000",
        "code_insee": "00000",
        "commune": "…",
        "titre": "…" * 2,
        "theme": "autre",
        "statut": "en service",
    }
)


class Checked(NamedTuple):
    """`tree` and `record` are None when an error keeps the record from being published; `faulty` is
    then what could be read of it, if anything."""

    tree: Tree | None
    record: Model | None
    diagnostics: list[Diagnostic]
    faulty: Tree | None = None


def check_file(name: str, places_dir: Path, context: Context) -> Checked:
    """Check the record `name` (POSIX, within `places_dir`)."""
    data = read_bytes(places_dir / name, name)
    if isinstance(data, Diagnostic):
        return Checked(None, None, [data])
    return check_record(data, name, context)


def check_record(data: bytes, name: str, context: Context) -> Checked:
    """Everything wrong with one record, given its bytes and its path within the folder of records.

    What depends on other records (a label that exists, a duplicate) is `together.check_together`.
    """
    path = record_path(name)
    if path is None:
        return Checked(None, None, [stray(name)])
    diagnostics = lost_to_comments(data, name)
    tree, blank = parse_with_blanks(data, name)
    model = KINDS[path.kind].model
    if not blank <= _names_of(model):
        scanned = scan(data)
        diagnostics += _placed(unknown_blanks(scanned.blank, model), name, scanned)
    if isinstance(tree, list):
        scanned = scan(data)
        diagnostics += diagnostics_of(scanned.faults, name)
        diagnostics += _placed(unknown_blanks(scanned.blank, model), name, scanned)
        if scanned.tree is not None:
            _, found = _examine(path.kind, path.id, scanned.tree, context)
            told = {fault.field for fault in scanned.faults}
            unread = {one.field for one in scanned.faults if one.field and is_special(one.message)}
            found = [
                one
                for one in found
                if not _is_left_out(one, scanned.tree, told) and field_name(one.where) not in unread
            ]
            stopped = {fault.line for fault in scanned.faults if not fault.field}
            diagnostics += (
                one  # what stands on a line that is not read is told once the line is
                for one in _placed(found, name, scanned)
                if one.line not in stopped or one[1:3] == (1, 1)
            )
        return Checked(None, None, diagnostics, scanned.tree)
    tree = with_lines_of_lists(tree, data, model)
    record, found = _examine(path.kind, path.id, tree, context)
    if record is None or has_errors(found):
        elsewhere = misfiled(path, tree, name)
        if elsewhere is not None:
            return Checked(None, None, [elsewhere], tree)
    if found:
        diagnostics += _placed(found, name, scan(data))
    if has_errors(diagnostics):
        return Checked(None, None, diagnostics, tree)
    return Checked(tree, record, diagnostics)


def check_tree(path: RecordPath, tree: Tree, context: Context) -> list[Diagnostic]:
    """The errors that the model and the rules see in a record that no file has yet: each says where
    in the record, on no line."""
    _, found = _examine(path.kind, path.id, tree, context, asks=False)
    return [diagnostic for diagnostic in found if diagnostic.severity == "error"]


@cache
def _names_of(model: type[Model]) -> set[str]:
    return field_names(model)


def locate(places_dir: Path, name: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings that came from comparing records, placed in the file `name`."""
    found = list(findings)
    return _placed(found, name, scan(record_file(places_dir, name).read_bytes())) if found else []


def _examine(
    kind: RecordKind, identity: str, tree: Tree, context: Context, *, asks: bool = True
) -> tuple[Model | None, list[Diagnostic]]:
    """`asks`: whether to run the rules that only ask, too."""
    model = KINDS[kind].model
    try:
        record: Model | None = model.model_validate({**tree, IDENTITY: identity})
        found: list[Diagnostic] = []
        faulty: set[str] = set()
        sound: dict[str, list[int]] = {}
    except ValidationError as failure:
        found = [
            _with_codes(one, tree, identity, context)
            for one in explained(failure, model, context.today, tree)
        ]
        sound = _sound_items(tree, found)
        faulty = {str(finding.where[0]) for finding in found} - sound.keys()
        faulty |= {meant_field(name, model.model_fields) for name in faulty if name in tree}
        record = _salvaged(model, identity, tree, faulty, sound)
    if record is not None:
        for rule in checks_of(kind):
            if faulty.isdisjoint(rule.fields) and (asks or not rule.only_asks):
                find = rule.find if asks else rule.errors or rule.find
                found += (_in_full_list(finding, sound) for finding in find(record, context))
    return record, found


def _with_codes(one: Diagnostic, tree: Tree, identity: str, context: Context) -> Diagnostic:
    """A finding about a code of the commune, with the codes that the record itself tells."""
    *above, name = one.where
    around: Any = tree
    for part in above:
        around = around[part]
    if one.at_key or not isinstance(around, dict):
        return one
    code = around.get("code_insee")
    if name == "code_postal" and isinstance(code, str):
        return sure_postcode(one, code, context)
    if name == "commune" and isinstance(code, str) and "commune" not in around:
        return missing_commune(one, code, context)
    if name == "code_insee" and ("code_insee" not in around or COMMUNE_CODE.message in one.message):
        told = [around.get(each) for each in ("commune", "code_postal")]
        commune, postcode = (text if isinstance(text, str) else "" for text in told)
        return told_code(one, commune, postcode, identity.split("/")[0], context)
    return one


def _is_left_out(one: Diagnostic, tree: Tree, told: set[str]) -> bool:
    """Whether a finding is about a field that is not there because of a fault that is `told`, or
    doubts a whole of which a part is not."""
    inside = tuple(f"{field_name(one.where)}{sign}" for sign in ".[")
    if one.where and one.severity != "error" and any(name.startswith(inside) for name in told):
        return True
    if one.message == NEEDED and field_name(one.where) in told:
        return True
    return bool(one.where) and one.where[0] not in tree and str(one.where[0]) in told


def _sound_items(tree: Tree, found: Iterable[Diagnostic]) -> dict[str, list[int]]:
    """Lists of which only some items are at fault → positions of the others."""
    wrong: dict[str, set[object]] = {}
    for finding in found:
        name, *inside = finding.where
        wrong.setdefault(str(name), set()).add(inside[0] if inside else None)
    sound = {
        name: [at for at in range(len(value)) if at not in wrong[name]]
        for name, value in tree.items()
        if name in wrong and None not in wrong[name] and isinstance(value, list)
    }
    return {name: items for name, items in sound.items() if items}


def _in_full_list(finding: Diagnostic, sound: Mapping[str, list[int]]) -> Diagnostic:
    """A finding in the sound items of a list, placed in the list as it was typed."""
    match finding.where:
        case (str(name), int(at), *inside) if name in sound:
            return finding._replace(where=(name, sound[name][at], *inside))
    return finding


def _salvaged(
    model: type[Model],
    identity: str,
    tree: Tree,
    faulty: set[str],
    sound: Mapping[str, list[int]],
) -> Model | None:
    """The record without its faulty parts; None when it cannot stand without them."""
    kept: dict[str, Any] = {name: value for name, value in tree.items() if name not in faulty}
    kept |= {name: [kept[name][at] for at in items] for name, items in sound.items()}
    needed = {name for name, field in model.model_fields.items() if field.is_required()}
    stand_in = {name: _STAND_IN[name] for name in faulty & needed & _STAND_IN.keys()}
    try:
        return model.model_validate({**kept, **stand_in, IDENTITY: identity})
    except ValidationError:
        return None


def _placed(findings: Iterable[Diagnostic], name: str, scanned: ScannedRecord) -> list[Diagnostic]:
    diagnostics = []
    for finding in findings:
        line, column = scanned.position(finding.where, key=finding.at_key)
        hint = finding.hint
        if hint.startswith(BELOW) and (key := scanned.keys.get(finding.where)) and key.line < line:
            hint = "écrivez " + hint.removeprefix(BELOW)  # the value is on that line already
        diagnostics.append(
            Diagnostic(
                name, line, column + finding.at, field_name(finding.where),
                finding.message, hint, finding.severity,
            )
        )  # fmt: skip
    return diagnostics
