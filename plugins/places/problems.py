"""A fault of a record, and how it is shown: one line of French that is safe on any console."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
MAX_LINES_A_FILE = 20
MAX_QUOTE = 60


class Problem(NamedTuple):
    """One fault of one file.

    `path` is POSIX and relative to the folder of records («31/mairie.yaml»), so that it can be kept
    between builds. `line` and `column` count from 1, in characters. `field` reads «telephone[2]».
    `message` says what is wrong, `hint` what to write instead; both are French, neither ends in a
    full stop.
    """

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str
    severity: Severity = "error"


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


def show(problem: Problem, root: str = "places") -> str:
    """The problem as `file:line:column: field: what is wrong ; what to write instead`."""
    parts = [f"{root.rstrip('/')}/{problem.path}:{problem.line}:{problem.column}"]
    if problem.severity == "warning":
        parts.append("attention")
    if problem.field:
        parts.append(problem.field)
    sentence = problem.message + (f" ; {problem.hint}" if problem.hint else "")
    return printable(f"{': '.join(parts)}: {sentence}")


def report(problems: Iterable[Problem], root: str = "places") -> Iterator[str]:
    """Every problem, a line each, by file and line, at most `MAX_LINES_A_FILE` lines a file."""
    ordered = sorted(set(problems), key=lambda p: (p.path, p.severity, p.line, p.column, p))
    for path, group in groupby(ordered, key=lambda p: p.path):
        mine = list(group)
        shown = mine if len(mine) <= MAX_LINES_A_FILE else mine[: MAX_LINES_A_FILE - 1]
        yield from (show(problem, root) for problem in shown)
        if len(shown) < len(mine):
            rest = len(mine) - len(shown)
            yield printable(f"{root.rstrip('/')}/{path}: et {rest} autres fautes dans ce fichier")


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems stops a build (a warning does not)."""
    return any(problem.severity == "error" for problem in problems)
