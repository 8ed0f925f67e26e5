"""What the territories say of themselves: the records of `places/territoires/`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.places.checking import check_record
from plugins.places.checks import Context
from plugins.places.model.territory import Territory
from plugins.places.store import fingerprint

FOLDER = "territoires"


class Records(NamedTuple):
    """Both by id («epci/243100633»); `marks`: a fingerprint of each record."""

    territories: dict[str, Territory]
    marks: dict[str, bytes]


def read_records(places_dir: Path, context: Context) -> Records:
    """Every valid record of a territory. Raises OSError when a file cannot be read.

    Faults are not said here: `places` checks every record of the folder and stops the build.
    """
    found = Records({}, {})
    for path in sorted((places_dir / FOLDER).glob("*/*.yaml")):
        content = path.read_bytes()
        record = check_record(content, path.relative_to(places_dir).as_posix(), context).record
        if isinstance(record, Territory):
            found.territories[record.id] = record
            found.marks[record.id] = fingerprint(record.id, content)
    return found
