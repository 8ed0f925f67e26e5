"""Where records are: which path holds which kind of record, and which paths hold none.

The path is the identity: `places/31/mairie-de-labege.yaml` is the place `31/mairie-de-labege`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.records.reading.repairs import slug_of

RecordKind = Literal["place", "label", "territory", "network", "workshop", "route"]

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_DEPARTEMENT = r"(?:[0-9]{2}|2[AB]|9[78][0-9])"
_PLACE = re.compile(rf"({_DEPARTEMENT}/{_SLUG})\.yaml")
# A workshop and a route are called «31/x» too: their folder says what they are.
_DATED: tuple[tuple[RecordKind, re.Pattern[str]], ...] = (
    ("workshop", re.compile(rf"({_DEPARTEMENT})/ateliers/({_SLUG})\.yaml")),
    ("route", re.compile(rf"({_DEPARTEMENT})/tournees/({_SLUG})\.yaml")),
)
_OTHERS: tuple[tuple[RecordKind, re.Pattern[str]], ...] = (
    ("label", re.compile(rf"labels/({_SLUG})\.yaml")),
    ("network", re.compile(rf"reseaux/({_SLUG})\.yaml")),
    (
        "territory",
        re.compile(
            rf"territoires/((?:epci|departement|region|commune)/[0-9AB]+|autre/{_SLUG})\.yaml"
        ),
    ),
)
# What may lie beside the records.
_BESIDE = re.compile(r"(?:[^/]+\.md|schema/[^/]+\.json)")
_LONGEST = 120


class RecordPath(NamedTuple):
    """What a path among the records stands for; `id` is «31/mairie», «pass-numerique»."""

    kind: RecordKind
    id: str


def record_path(name: str) -> RecordPath | None:
    """What the file `name` (POSIX, within the folder of records) holds; None if no record."""
    if len(name) > _LONGEST:
        return None
    if place := _PLACE.fullmatch(name):
        return RecordPath("place", place.group(1))
    for kind, pattern in _DATED:
        if dated := pattern.fullmatch(name):
            return RecordPath(kind, "/".join(dated.groups()))
    for kind, pattern in _OTHERS:
        if other := pattern.fullmatch(name):
            return RecordPath(kind, other.group(1))
    return None


def find_records(places_dir: Path) -> Iterator[str | Diagnostic]:
    """Every record of the folder, sorted, as a name; a diagnostic for each file that is none."""
    for path in sorted(places_dir.rglob("*")):
        name = path.relative_to(places_dir).as_posix()
        if any(part.startswith(".") for part in name.split("/")) or (
            path.is_dir() and not path.is_symlink()
        ):
            continue
        if path.is_symlink() or not path.is_file():
            yield not_a_file(name)
        elif record_path(name) is not None:
            yield name
        elif not _BESIDE.fullmatch(name):
            yield stray(name)


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
            message, hint = "le nom de ce fichier ne convient pas", f"renommez-le {file_of(right)}"
    elif folder and record_path(f"{folder}/x.yaml"):
        message, hint = "ce fichier n'est pas une fiche", "son nom doit finir par .yaml"
    return Diagnostic(name, 1, 1, "", message, hint)


def file_of(name: str) -> str:
    """The last part of a path."""
    return name.rpartition("/")[2]
