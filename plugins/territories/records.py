"""What the territories say of themselves: the records of `places/territoires/`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from plugins.gazetteer import Gazetteer
from plugins.places.faults import findings_of
from plugins.places.model.territory import Territory
from plugins.places.problems import Problem
from plugins.places.reader import field_name, parse_record, scan
from plugins.places.store import fingerprint

FOLDER = "territoires"
_KINDS = "epci, departement, region, commune ou autre"


class Records(NamedTuple):
    """`territories` by id («epci/243100633»); `marks`: a fingerprint of each; what is wrong."""

    territories: dict[str, Territory]
    marks: dict[str, bytes]
    problems: list[Problem]


def read_records(places_dir: Path, gazetteer: Gazetteer) -> Records:
    """Every record of a territory. Raises OSError when a file cannot be read."""
    found = Records({}, {}, [])
    root = places_dir / FOLDER
    for path in sorted(root.glob("**/*.yaml")):
        id_ = path.relative_to(root).with_suffix("").as_posix()
        name = f"{FOLDER}/{id_}.yaml"
        content = path.read_bytes()
        if not is_territory(id_, gazetteer):
            found.problems.append(_misnamed(name))
            continue
        tree = parse_record(content, name)
        if isinstance(tree, list):
            found.problems.extend(tree)
            continue
        try:
            found.territories[id_] = Territory.from_tree(tree, id_)
        except ValidationError as failure:
            found.problems.extend(_explain(failure, content, name))
            continue
        found.marks[id_] = fingerprint(id_, content)
    return found


def is_territory(id_: str, gazetteer: Gazetteer) -> bool:
    """Whether «epci/243100633» names a territory; «autre/…» is for what has no official code."""
    kind, _, code = id_.partition("/")
    if kind == "commune":
        commune = gazetteer.commune(code)
        return commune is not None and commune.parent is None
    return (
        (kind == "epci" and gazetteer.epci(code) is not None)
        or (kind == "departement" and code in gazetteer.all_departements)
        or (kind == "region" and code in gazetteer.all_regions)
        or (kind == "autre" and bool(code) and "/" not in code)
    )


def _misnamed(name: str) -> Problem:
    return Problem(
        name,
        1,
        1,
        "",
        "le nom de ce fichier ne désigne aucun territoire",
        f"rangez-le dans {_KINDS}, sous son code officiel, par exemple epci/243100633.yaml",
    )


def _explain(failure: ValidationError, content: bytes, name: str) -> list[Problem]:
    read = scan(content)
    return [
        Problem(
            name,
            *read.mark(finding.where, key=finding.at_key),
            field_name(finding.where),
            finding.message,
            finding.hint,
            finding.severity,
        )
        for finding in findings_of(failure, Territory)
    ]
