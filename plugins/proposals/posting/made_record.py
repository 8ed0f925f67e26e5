"""What a form became, handed from the job that read the answers to the one that may write.

A folder with `resume.md`, and the record where one was written, at its place in the repository.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

SUMMARY = "resume.md"
MAX_RECORD, MAX_SUMMARY = 65_536, 60_000
_RECORD = re.compile(
    r"places/(?:[0-9]{2}|2[AB]|9[78][0-9])/(?:ateliers/)?[a-z0-9]+(?:-[a-z0-9]+)*\.yaml"
)


class BadRecordError(ValueError):
    """The folder holds something else; the message is French."""


class MadeRecord(NamedTuple):
    """`path`: from the root of the repository; empty, with no text, where no record was made."""

    summary: str
    path: str = ""
    text: str = ""


def read_made_record(folder: Path) -> MadeRecord:
    """Read the folder.

    Raises:
        BadRecordError: a file that is neither, too long, or no text.
    """
    paths = sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    if any(path.is_symlink() for path in paths):
        raise BadRecordError("un lien n'a rien à faire ici")
    names = [path.relative_to(folder).as_posix() for path in paths]
    records = [name for name in names if name != SUMMARY]
    if SUMMARY not in names or len(records) > 1 or not all(map(_RECORD.fullmatch, records)):
        raise BadRecordError("il faut un résumé, et une fiche au plus")
    summary = _text(folder / SUMMARY, MAX_SUMMARY)
    if not records:
        return MadeRecord(summary)
    return MadeRecord(summary, records[0], _text(folder / records[0], MAX_RECORD))


def _text(path: Path, most: int) -> str:
    with path.open("rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise BadRecordError(f"{path.name} est trop long")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRecordError(f"{path.name} n'est pas du texte") from None
