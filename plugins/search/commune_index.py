"""All files of the index, by name; kept between builds, because the communes hardly change."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
from plugins.common.fingerprint import content_name, fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.search.cells import make_cells
from plugins.search.commune_names import names_of
from plugins.search.shards import keys_text, make_shards, shard_text

FOLDER = "recherche/index"


class CommuneIndex(NamedTuple):
    """`folder`: in the output, without slash at its ends; its last part is a hash of all the files,
    so that none ever changes under its address. `files`: name → text."""

    folder: str
    files: dict[str, str]


def make_index(gazetteer: Gazetteer, memory: Path | None, program: str) -> CommuneIndex:
    """The index of the covered communes. `memory`: a file where it is kept between builds;
    `program`: fingerprint of our code, since other code may make another index."""
    tables = (gazetteer.fingerprint(departement) for departement in gazetteer.departements)
    version = fingerprint_of(program, *tables, *gazetteer.communes).hex()
    known = disk_cache.load(memory, version) if memory else None
    if known is not None:
        return CommuneIndex(*known)
    files = _make_files(gazetteer)
    content = "".join(f"{name}\n{text}\n" for name, text in files.items())
    index = CommuneIndex(f"{FOLDER}/{content_name(content.encode())}", files)
    if memory:
        disk_cache.save(memory, version, tuple(index))
    return index


def _make_files(gazetteer: Gazetteer) -> dict[str, str]:
    """Names of files begin with a letter and a hyphen: some systems refuse «con.txt», «aux.txt»."""
    names = names_of(gazetteer)
    shards = make_shards(names)
    files = {"keys.txt": keys_text(shards, gazetteer.departements.values())}
    for key, ranks in shards.ranks.items():
        files[f"n-{key}.txt"] = shard_text(key, ranks, names)
    for key, text in make_cells(names).items():
        files[f"p-{key}.txt"] = text
    return files
