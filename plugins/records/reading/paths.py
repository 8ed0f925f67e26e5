"""Where records are: which path holds which kind of record, and which paths hold none.

The path is the identity: `places/31/mairie-de-labege.yaml` is the place `31/mairie-de-labege`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.reading.repairs import slug_of

# What may lie beside the records.
_BESIDE = re.compile(r"(?:[^/]+\.md|schema/[^/]+\.json)")
_LONGEST = 120
_WITHIN_DEPARTEMENTS = frozenset(
    kind.path.split("/")[1] for kind in KINDS.values() if kind.path.count("/") == 2
)
"""«ateliers», «tournees»."""


class RecordPath(NamedTuple):
    """What a path among the records stands for; `id` is «31/mairie», «pass-numerique»."""

    kind: RecordKind
    id: str

    @property
    def file(self) -> str:
        """Its path within the folder of records: «31/ateliers/x.yaml» for the workshop «31/x»."""
        return KINDS[self.kind].file(self.id)


@cache
def record_path(name: str) -> RecordPath | None:
    """What the file `name` (POSIX, within the folder of records) holds; None if no record."""
    if len(name) > _LONGEST:
        return None
    for kind in KINDS.values():
        if found := kind.file_pattern.fullmatch(name):
            return RecordPath(kind.name, "/".join(found.groups()))
    return None


def is_beside(name: str) -> bool:
    """Whether a file that is no record may lie among them: a text to read, a schema."""
    return _BESIDE.fullmatch(name) is not None


def not_a_file(name: str) -> Diagnostic:
    """What to say of a link, a pipe or anything else that is not a plain file."""
    return Diagnostic(name, 1, 1, "", "ce n'est pas un fichier ordinaire", "supprimez-le")


def stray(name: str) -> Diagnostic:
    """What to say of a file that lies among the records and cannot be one."""
    folder, _, file = name.rpartition("/")
    base, dot, ending = file.rpartition(".")
    message, hint = "ce fichier n'est pas à sa place", "une fiche va dans places/<département>/"
    if dot and ending.lower() in ("yaml", "yml") and folder:
        right = f"{folder}/{slug_of(base)[:100]}.yaml"
        if right != name and record_path(right):
            message = "le nom de ce fichier ne convient pas"
            hint = f"renommez-le {PurePosixPath(right).name}"
        elif "/" in folder and record_path("/".join([*reversed(folder.split("/")), "x.yaml"])):
            hint = f"déplacez-le dans {'/'.join(reversed(folder.split('/')))}/"
        elif folder in _WITHIN_DEPARTEMENTS:
            hint = f"déplacez-le dans <département>/{folder}/, par exemple 31/{folder}/"
    elif folder and record_path(f"{folder}/x.yaml"):
        message, hint = "ce fichier n'est pas une fiche", "son nom doit finir par .yaml"
    return Diagnostic(name, 1, 1, "", message, hint)
