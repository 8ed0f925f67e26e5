"""All files of the index, by name; kept between builds, because the communes hardly change."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
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


def make_index(gazetteer: Gazetteer, memory: Path | None, code: str) -> CommuneIndex:
    """The index of the covered communes. `memory`: a file where it is kept between builds; `code`:
    fingerprint of our code, since other code may make another index."""
    key = blake2b(code.encode(), digest_size=16)
    for departement in gazetteer.departements:
        key.update(gazetteer.fingerprint(departement))
    key.update("".join(gazetteer.communes).encode())
    known = disk_cache.load(memory, key.hexdigest()) if memory else None
    if known is not None:
        return CommuneIndex(*known)
    files = _make_files(gazetteer)
    content = blake2b(digest_size=4)
    for name, text in files.items():
        content.update(f"{name}\n{text}\n".encode())
    index = CommuneIndex(f"{FOLDER}/{content.hexdigest()}", files)
    if memory:
        disk_cache.save(memory, key.hexdigest(), tuple(index))
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
