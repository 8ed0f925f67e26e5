"""Bytes of a record → its text, or the French diagnostic of what is no text of a record."""

from __future__ import annotations

from pathlib import Path

from plugins.common.diagnostic import Diagnostic
from plugins.common.hidden_characters import REFUSED, invisible, without_hidden
from plugins.records.hints.written_lines import write_line

MAX_BYTES = 64 * 1024


def read_bytes(path: Path, name: str) -> bytes | Diagnostic:
    """The bytes of a file, no more than are needed to see that it is too long; or, named `name`,
    why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"ce fichier ne peut pas être lu ({error.strerror})"
        return Diagnostic(name, 1, 1, "", message, "")


def decode(data: bytes) -> str | Diagnostic:
    """The text of a file in UTF-8, with or without a byte order mark; lines end in \\n."""
    if len(data) > MAX_BYTES:
        return _fault(
            1,
            1,
            f"ce fichier dépasse {MAX_BYTES // 1024} ko",
            "raccourcissez les textes",
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace").lstrip("\ufeff")) + 1
        return _fault(
            before.count(b"\n") + 1,
            column,
            "les accents de ce fichier ne sont pas enregistrés en UTF-8",
            "enregistrez-le de nouveau en choisissant l'encodage « UTF-8 »",
        )
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # One look at what is printable is quicker than the search, and enough for most files.
    if not text.replace("\n", "").isprintable() and (hidden := REFUSED.search(text)):
        start = hidden.start()
        number = text.count("\n", 0, start) + 1
        line = without_hidden(text.split("\n")[number - 1])
        return _fault(
            number,
            start - text.rfind("\n", 0, start),
            invisible(hidden[0]),
            write_line(line) if line.strip() else "effacez cette ligne",
        )
    return text


def _fault(line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic("", line, column, "", message, hint)
