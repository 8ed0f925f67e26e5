"""Where records are: which path holds which kind of record, and which paths hold none.

The path is the identity: `places/31/mairie-de-labege.yaml` is the place `31/mairie-de-labege`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.program import given_beside
from plugins.gazetteer.tables import DATA, read_rows
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.reading.repairs import slug_of

# What may lie beside the records.
_BESIDE = re.compile(r"(?:[^/]+\.md|schema/[^/]+\.json)")
_LONGEST = 120
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
"""Names that Windows keeps for its devices: no one there could fetch such a file or folder."""
_WITHIN_DEPARTEMENTS = frozenset(
    kind.path.split("/")[1] for kind in KINDS.values() if kind.path.count("/") == 2
)
"""«ateliers», «tournees»."""
_ALL_RECORDS = ("lieux", "lieu", "places", "fiches")
"""What people call the folder of all of them, or of the most of them."""
_LABELS = KINDS["label"].path.partition("/")[0]


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
    if len(name) > _LONGEST or is_reserved(name):
        return None
    for kind in KINDS.values():
        if found := kind.file_pattern.fullmatch(name):
            return RecordPath(kind.name, "/".join(found.groups()))
    return None


def given_labels(places_dir: Path) -> Path | None:
    """The folder of the labels that come with the program, for a directory that has its own records
    at `places_dir`; None where the records are the program's, or no directory's."""
    return given_beside(places_dir / _LABELS, f"places/{_LABELS}")


def record_file(places_dir: Path, name: str) -> Path:
    """The file of a record: the directory's own, or else, for a label, that of the program."""
    own = places_dir / name
    if name.startswith(_LABELS) and not own.exists() and (given := given_labels(places_dir)):
        return given / PurePosixPath(name).name
    return own


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a part of a path for itself."""
    return any(_RESERVED.fullmatch(part.partition(".")[0]) for part in name.split("/"))


def is_beside(name: str) -> bool:
    """Whether a file that is no record may lie among them: a text to read, a schema."""
    return _BESIDE.fullmatch(name) is not None and not is_reserved(name)


def is_hidden_record(name: str) -> bool:
    """Whether a hidden file has the ending of a record, which nobody would see missing."""
    return name.lower().endswith((".yaml", ".yml"))


def _right_folder(folder: str) -> str:
    """«haute-garonne» → "31/", «31/atelier» → "31/ateliers/"; "" when nothing tells."""
    parts = [part for each in folder.split("/") if (part := slug_of(each)) not in _ALL_RECORDS]
    named = [kind for part in parts if (kind := _kind_named(part))]
    codes = [code for part in parts if (code := _departement_named(part))]
    if len(codes) != 1 or len(named) > 1 or len(codes) + len(named) != len(parts):
        return ""
    right = "/".join([*codes, *named]) + "/"
    return right if right != f"{folder}/" else ""


def _kind_named(part: str) -> str:
    """The folder of a kind of record that a part of a path names: «atelier»."""
    return next((kind for kind in _WITHIN_DEPARTEMENTS if part in (kind, kind[:-1])), "")


def _departement_named(part: str) -> str | None:
    """«haute-garonne», «31-haute-garonne», «031» → "31"."""
    slugs = _slugs()
    code, _, rest = part.upper().partition("-")
    code = code.lstrip("0").zfill(2)
    if code in slugs and slugs[code].startswith(rest.lower()):
        return code
    return next((code for code, slug in slugs.items() if slug == part), None)


@cache
def _slugs() -> dict[str, str]:
    return {code: slug_of(name) for code, name, *_ in read_rows(DATA / "departements.csv")}


def not_a_file(name: str) -> Diagnostic:
    """What to say of a link, a pipe or anything else that is not a plain file."""
    return Diagnostic(name, 1, 1, "", "ce n'est pas un fichier ordinaire", "supprimez-le")


def folder_like_a_record(name: str) -> Diagnostic:
    """What to say of a folder «mairie.yaml»."""
    right = PurePosixPath(name).stem
    message = "ce dossier porte le nom d'une fiche"
    return Diagnostic(name, 1, 1, "", message, f"renommez-le {right}, ou supprimez-le")


def stray(name: str) -> Diagnostic:
    """What to say of a file that lies among the records and cannot be one."""
    folder, _, file = name.rpartition("/")
    base, dot, ending = file.rpartition(".")
    message, hint = "ce fichier n'est pas à sa place", "une fiche va dans places/<département>/"
    if is_reserved(name):
        told = "Windows garde ce nom pour lui : personne n'y pourrait ouvrir la fiche"
        kept = f"lieu-{slug_of(base)}.{ending}" if is_reserved(file) else file
        return Diagnostic(name, 1, 1, "", told, f"renommez-le {kept}" if kept != file else hint)
    if len(name) > _LONGEST:
        told = f"ce nom est trop long ({len(name)} caractères avec son dossier)"
        return Diagnostic(name, 1, 1, "", told, f"{_LONGEST} caractères au plus")
    if file.startswith(".") and is_hidden_record(file):
        right = f"{slug_of(base)[:100]}.yaml"
        return Diagnostic(name, 1, 1, "", "ce fichier est caché", f"renommez-le {right}")
    if folder and (right := _right_folder(folder)):
        return Diagnostic(name, 1, 1, "", message, f"déplacez-le dans {right}")
    if dot and ending.lower() in ("yaml", "yml") and folder:
        right = f"{folder}/{slug_of(base)[:100]}.yaml"
        if right != name and record_path(right):
            message = "le nom de ce fichier ne convient pas"
            hint = f"renommez-le {PurePosixPath(right).name}"
        elif folder in _WITHIN_DEPARTEMENTS:
            hint = f"déplacez-le dans <département>/{folder}/, par exemple 31/{folder}/"
    elif folder and record_path(f"{folder}/x.yaml"):
        message, hint = "ce fichier n'est pas une fiche", "son nom doit finir par .yaml"
    return Diagnostic(name, 1, 1, "", message, hint)
