"""The manifest: which file of the output was made from what. It lies in the output it describes.

Text, one file a line, sorted: the same site has the same manifest. The first line says the version
of the format and the fingerprint of the build (what all pages share).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

FILE_NAME = ".manifeste"
DIRTY = "-"
"""In place of a fingerprint: the file is ours, what it holds is not known (a build was cut)."""
FORMER = "~"
"""In place of a fingerprint: the file is whole, of another time than the rest (a part is late)."""

_FORMAT = "annuaire-1"


class Manifest(NamedTuple):
    """`build_key`: hex; `files`: path in the output → hex fingerprint, `DIRTY` or `FORMER`."""

    build_key: str
    files: Mapping[str, str]

    @property
    def is_cut(self) -> bool:
        """Whether the build that should have finished the site did not."""
        return DIRTY in self.files.values()

    @property
    def is_current(self) -> bool:
        """Whether every file is what the last build would make."""
        return {DIRTY, FORMER}.isdisjoint(self.files.values())


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of `folder`; None when there is none or it is not one of ours."""
    try:
        text = (folder / FILE_NAME).read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    head, _, body = text.partition("\n")
    version, _, build_key = head.partition(" ")
    if version != _FORMAT:
        return None
    files = {}
    for line in body.splitlines():
        fingerprint, _, path = line.partition(" ")
        files[path] = fingerprint
    return Manifest(build_key, files)


def write_manifest(file: Path, manifest: Manifest) -> None:
    """Write `manifest` to `file`, sorted."""
    lines = [f"{_FORMAT} {manifest.build_key}"]
    lines += [f"{fingerprint} {path}" for path, fingerprint in sorted(manifest.files.items())]
    lines.append("")
    file.write_bytes("\n".join(lines).encode())
