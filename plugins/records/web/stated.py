"""The web addresses that records state, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import FieldPath
from plugins.records.model.types import WEB
from plugins.records.reading.decoding import read_bytes
from plugins.records.reading.reader import parse_record

WEB_FIELDS = frozenset(
    ("site_web", "prise_rdv", "inscription_en_ligne", "fiche_acces_libre", "url")
)
"""Fields of any kind of record whose values are addresses."""


class StatedAddress(NamedTuple):
    """An address, in the file (POSIX, within the folder of records) and the field that state it."""

    file: str
    where: FieldPath
    url: str


def stated_in(places_dir: Path, names: Iterable[str]) -> Iterator[StatedAddress]:
    """Those of the records called `names`, as far as they can be read."""
    for name in names:
        data = read_bytes(places_dir / name, name)
        tree = parse_record(data, name) if isinstance(data, bytes) else []
        if isinstance(tree, dict):
            for where, url in _addresses(tree, ()):
                yield StatedAddress(name, where, url)


def _addresses(
    part: object, where: FieldPath, *, are_web: bool = False
) -> Iterator[tuple[FieldPath, str]]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _addresses(value, (*where, key), are_web=key in WEB_FIELDS)
    elif isinstance(part, list):
        for index, item in enumerate(part):
            yield from _addresses(item, (*where, index), are_web=are_web)
    elif are_web and isinstance(part, str) and re.match(WEB.regex, part):
        yield where, part
