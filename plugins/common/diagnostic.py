"""Something wrong, the one type for it, and how it is shown: one line of French, safe on any
console."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

Severity = Literal["error", "warning", "remark"]
"""What stops a build; what a person should look at; what is only told, and may mend itself."""
_CALLED = {"warning": "attention", "remark": "remarque"}
MAX_LINES_A_FILE = 20
MAX_QUOTE = 60
FEW = 5
"""A warning that more records have than this is routine: it is counted."""
_QUOTED = re.compile(r"«[^»]*»")
_INDEX = re.compile(r"\[\d+\]")


FieldPath = tuple[str | int, ...]
"""Where a value stands in a record: ("exceptions", 0, "du")."""


class Diagnostic(NamedTuple):
    """One fault of one file.

    `path` is POSIX and relative to the folder of records («31/mairie.yaml»), so that it can be kept
    between builds. `line` and `column` count from 1, in characters. `field` reads «telephone[2]».
    `message` says what is wrong, `hint` what to write instead; both are French, neither ends in a
    full stop.

    A rule knows no lines: it says `where` in the record («at_key»: at the name of the field; `at`:
    so many characters after the start of the value), and whoever has the file gives the rest.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str
    severity: Severity = "error"
    where: FieldPath = ()
    at_key: bool = False
    at: int = 0


def error(
    where: FieldPath, message: str, hint: str, *, at_key: bool = False, at: int = 0
) -> Diagnostic:
    """What stops a build, at a place of a record."""
    return Diagnostic("", 0, 0, "", message, hint, "error", where, at_key, at)


def warning(where: FieldPath, message: str, hint: str) -> Diagnostic:
    """What to look at, which stops nothing."""
    return Diagnostic("", 0, 0, "", message, hint, "warning", where)


def remark(where: FieldPath, message: str, hint: str) -> Diagnostic:
    """What is told, and asks for nothing yet."""
    return Diagnostic("", 0, 0, "", message, hint, "remark", where)


def quote(text: str) -> str:
    """A value as it is shown inside a message: «31 670», shortened, without control characters."""
    text = printable(text)
    return f"« {text if len(text) <= MAX_QUOTE else text[: MAX_QUOTE - 1] + '…'} »"


def printable(text: str) -> str:
    """The text with everything that could move a cursor or hide a word shown as U+XXXX."""
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    return (
        " "
        if character in "\n\t" or unicodedata.category(character) == "Zs"
        else f"U+{ord(character):04X}"
    )


def show(diagnostic: Diagnostic, root: str = "places") -> str:
    """The diagnostic as `file:line:column: field: what is wrong ; what to write instead`."""
    parts = [f"{root.rstrip('/')}/{diagnostic.path}:{diagnostic.line}:{diagnostic.column}"]
    if diagnostic.severity in _CALLED:
        parts.append(_CALLED[diagnostic.severity])
    if diagnostic.field:
        parts.append(diagnostic.field)
    sentence = diagnostic.message + (f" ; {diagnostic.hint}" if diagnostic.hint else "")
    return printable(f"{': '.join(parts)}: {sentence}")


def report(diagnostics: Iterable[Diagnostic], root: str = "places") -> Iterator[str]:
    """Every diagnostic, a line each, by file and line, at most `MAX_LINES_A_FILE` lines a file."""
    ordered = sorted(set(diagnostics), key=lambda p: (p.path, p.severity, p.line, p.column, p))
    for path, group in groupby(ordered, key=lambda p: p.path):
        mine = list(group)
        shown = mine if len(mine) <= MAX_LINES_A_FILE else mine[: MAX_LINES_A_FILE - 1]
        yield from (show(diagnostic, root) for diagnostic in shown)
        if len(shown) < len(mine):
            rest = len(mine) - len(shown)
            yield printable(f"{root.rstrip('/')}/{path}: et {rest} autres fautes dans ce fichier")


def summarize(diagnostics: Iterable[Diagnostic], root: str = "places") -> Iterator[str]:
    """As `report`, but errors first, then warnings that few records have, and a warning that many
    have in one line with their number: what is rare is not drowned in what is routine."""
    found = set(diagnostics)
    kinds: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for diagnostic in sorted(found):
        if diagnostic.severity == "warning":
            field = _INDEX.sub("", diagnostic.field)
            told = _QUOTED.sub("« … »", diagnostic.message)
            kinds.setdefault((field, told, diagnostic.hint), []).append(diagnostic)
    routine = {kind: group for kind, group in kinds.items() if len(group) > FEW}
    counted = {diagnostic for group in routine.values() for diagnostic in group}
    yield from report((one for one in found if one.severity == "error"), root)
    rare = found - counted
    yield from report((one for one in rare if one.severity == "warning"), root)
    for (field, told, hint), group in sorted(routine.items(), key=lambda item: -len(item[1])):
        names = ", ".join(dict.fromkeys(one.path for one in group[:3]))
        sentence = f"{field}: {told}" + (f" ; {hint}" if hint else "")
        where = f"{len(group)} fois ({names}…)"
        yield printable(f"attention: {where}: {sentence}")
    if routine:
        yield f"Pour voir chaque fiche : annuaire check {root}"


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of the diagnostics stops a build (a warning does not)."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)
