"""A folder of the program, with the files of a directory in their place: one folder of both.

What reads it (Pelican, the press) then needs to know of one folder only. It lies in the cache,
under a name that holds its content: a build that is under way keeps its own.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.common.errors import BuildError, reason
from plugins.common.fingerprint import fingerprint_of

Merge = Callable[[str, str], str]
"""Makes one text of the program's and the directory's."""


def overlaid(
    given: Path, own: Path, cache: Path, name: str, merge: Mapping[str, Merge] | None = None
) -> Path:
    """The folder (`name` and a hash, in `cache`) of what is `given`, where the files of `own` take
    the place of those of the same path, or are merged with them. BuildError when it cannot be
    written."""
    files = _files(given)
    for path, content in _files(own).items():
        if merge and path in merge and path in files:
            content = merge[path](files[path].decode(), content.decode("utf-8-sig")).encode()
        files[path] = content
    mark = fingerprint_of(*(repr((path, files[path])) for path in sorted(files))).hex()[:16]
    folder = cache / f"{name}-{mark}"
    try:
        if not folder.is_dir():
            cache.mkdir(parents=True, exist_ok=True)
            _write(files, folder)
            for old in cache.glob(f"{name}-*"):
                if old != folder:
                    shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        raise BuildError(f"« {folder} » : {reason(error)}.") from None
    return folder


def _write(files: Mapping[str, bytes], folder: Path) -> None:
    """Beside its place, then there at once: another build may want it too."""
    made = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    for path, content in files.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        (made / path).write_bytes(content)
    try:
        made.rename(folder)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        if not folder.is_dir():
            raise


def _files(folder: Path) -> dict[str, bytes]:
    """Content of every plain file, by its path below `folder`; hidden ones are nobody's."""
    found: dict[str, bytes] = {}
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name[0] not in "._"]
        for name in names:
            path = Path(parent, name)
            if name[0] != "." and path.is_file() and not path.is_symlink():
                found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return found
