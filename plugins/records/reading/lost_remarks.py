"""«Salle #2», «Espace # 3»: YAML reads a remark where somebody wrote a part of the value."""

from __future__ import annotations

import re

from plugins.common.diagnostic import Diagnostic, Severity, quote
from plugins.records.hints.typed_nodes import typed_nodes
from plugins.records.hints.written_lines import quoted, write_line
from plugins.records.reading.decoding import decode

_REMARK = re.compile(r"(\s+)(#.*)")
_SURELY_TEXT = re.compile(r"#\S|#\s*\d+\s*$")
_FREE = frozenset(
    "nom titre adresse complement_adresse point motif texte remarque presentation resume"
    " presentation_resume presentation_detail explication structure_parente operateur autre_theme"
    " prix bus metro train parking".split()
)
"""Fields whose text may hold such a sign."""
_KEY = re.compile(r"\s*(?:- +)?(?:[^\W\d][^:#]*: *)?")


def lost_to_comments(data: bytes, name: str) -> list[Diagnostic]:
    """What stands behind «#» on the line of a value, and is not read: a doubt where it looks like a
    part of the value, else only told."""
    if b" #" not in data and b"\t#" not in data:
        return []
    text = decode(data)
    if isinstance(text, Diagnostic):
        return []
    lines = text.split("\n")
    found = {node.last - 1: node.end - 1 for node in typed_nodes(text) if not node.is_block}
    made = (_told(lines[number], number, at) for number, at in found.items())
    return [one._replace(path=name) for one in made if one is not None]


def _told(line: str, number: int, at: int) -> Diagnostic | None:
    """`number` and `at`, where the value ends, from 0."""
    at = len(line[:at].rstrip())
    behind = re.match(r":?", line[at:])
    at += behind.end() if behind else 0
    remark = _REMARK.fullmatch(line[at:])
    if remark is None:
        return None
    begin = _KEY.match(line)
    key = line[: begin.end()] if begin else ""
    if len(key) > at:
        key = key.rstrip()
    value = line[len(key) :].strip().strip("\"'")
    severity: Severity = "warning" if _SURELY_TEXT.match(remark[2]) else "remark"
    return Diagnostic(
        "",
        number + 1,
        at + len(remark[1]) + 1,
        "",
        f"{quote(remark[2])} n'est pas lu sur cette ligne",
        f"{write_line(f'{key.strip()} {quoted(value)}')} si cela en fait partie"
        if key.strip().removeprefix("- ").rstrip(":") in _FREE and len(key) < at
        else "ôtez ces mots, ou mettez cette note sur sa ligne",
        severity,
    )
