"""Bytes of a record → its text, or the French diagnostic of what is no text of a record."""

from __future__ import annotations

import re
from pathlib import Path

from plugins.common.diagnostic import Diagnostic

MAX_BYTES = 64 * 1024

# Line separators that editors and YAML count differently, control and hidden direction characters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f"
    "\ud800-\udfff\ufffe\uffff]"
)


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
    if hidden := _FORBIDDEN.search(text):
        start = hidden.start()
        return _fault(
            text.count("\n", 0, start) + 1,
            start - text.rfind("\n", 0, start),
            f"un caractère invisible interdit se trouve ici (U+{ord(hidden.group()):04X})",
            "effacez la ligne et tapez-la de nouveau",
        )
    return text


def _fault(line: int, column: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic("", line, column, "", message, hint)
