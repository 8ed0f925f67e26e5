"""What is kept of the files that Pagefind writes, the same bytes for the same documents.

Pagefind 1.5.2 writes the values of a filter, and the list of filters, in an order that changes from
one run to the next; all its other files are stable. These two kinds are read, sorted, and written
again under a name made from their new content.

It also writes a file for each text, which says where a result leads. They lie together in at most
64 (`fragment/12….txt`, a line each: its name, then what its file would say); js/texts.js takes them
out when Pagefind asks for one.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

import cbor2

LANGUAGE = "fr"
"""Of the records: one index, one stemmer, whatever the language of the page around it."""
ENGINE = ("pagefind.js", f"wasm.{LANGUAGE}.pagefind")
"""Needed once, beside the index that a page opens first."""
ENTRY = "pagefind-entry.json"

_PROGRAM = ENGINE[0]
_ENTRY_ASKED = b"${this.basePath}pagefind-entry.json"
_ENTRY_NAMED = b"${this.basePath}pagefind-entry.${this.metaCacheTag}.json"
"""The one file of an index whose name does not hold what is in it gets one that does: a page opens
the index that it was made with, or none."""
PACKS = "fragment/"
"""Folder of the texts; a pack is published under a name that holds the mark of its index."""
_PARTS = ("index/", PACKS)
_FRAGMENT = ".pf_fragment"
_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""Place of the list of filters in the main file: pairs (name, name of a file)."""


def made_steady(files: Mapping[str, bytes], engine: bool) -> dict[str, bytes]:
    """The files to publish of one index, by path; with the program itself when `engine`.

    Raises ValueError when these are not the files of one French index of Pagefind 1.5.
    """
    kept = {path: data for path, data in files.items() if path.startswith(_PARTS)}
    entry = json.loads(files[ENTRY])
    if list(entry["languages"]) != [LANGUAGE]:
        raise ValueError(f"one index in {LANGUAGE!r} expected: {sorted(entry['languages'])}")
    main = _read(files[f"pagefind.{entry['languages'][LANGUAGE]['hash']}.pf_meta"])
    main[_FILTERS] = sorted(
        [name, _keep_filter(kept, files[f"filter/{file}.pf_filter"])]
        for name, file in main[_FILTERS]
    )
    data = _write(main)
    entry["languages"][LANGUAGE]["hash"] = mark = _name_of(data)
    kept[f"pagefind.{mark}.pf_meta"] = data
    kept[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    if engine:
        kept |= {path: files[path] for path in ENGINE}
        if kept[_PROGRAM].count(_ENTRY_ASKED) != 1:
            raise ValueError("Pagefind asks for its index in another way")
        kept[_PROGRAM] = kept[_PROGRAM].replace(_ENTRY_ASKED, _ENTRY_NAMED)
    return dict(sorted(_packed(kept).items()))


def _packed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files, the texts together by the first six bits of their names."""
    kept = {path: data for path, data in files.items() if not path.endswith(_FRAGMENT)}
    packs: dict[str, list[str]] = {}
    for path in sorted(files.keys() - kept.keys()):
        name = path.removesuffix(_FRAGMENT).rpartition("/")[2]
        text = _plain(files[path]).decode()
        if "\n" in text:
            raise ValueError("a text of Pagefind of several lines")
        bits = int(name.partition("_")[2][:2], 16) >> 2
        packs.setdefault(f"{PACKS}{bits}.txt", []).append(f"{name} {text}\n")
    return kept | {path: "".join(lines).encode() for path, lines in packs.items()}


def _keep_filter(kept: dict[str, bytes], data: bytes) -> str:
    """Add one filter, sorted, to `kept`; its new name."""
    name, values = _read(data)
    data = _write([name, sorted(values)])
    mark = _name_of(data)
    kept[f"filter/{mark}.pf_filter"] = data
    return mark


def _plain(data: bytes) -> bytes:
    plain = zlib.decompress(data, wbits=31)
    if not plain.startswith(_SIGNATURE):
        raise ValueError("not a file of Pagefind")
    return plain[len(_SIGNATURE) :]


def _read(data: bytes) -> Any:
    return cbor2.loads(_plain(data))


def _write(value: object) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(value), mtime=0)


def _name_of(data: bytes) -> str:
    return f"{LANGUAGE}_{blake2b(data, digest_size=5).hexdigest()}"
