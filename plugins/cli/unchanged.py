"""Whether anything changed since a site was built: told without loading what builds.

As git does: every file that a build reads has a stamp (size, times, inode), the settings are run
again, and all must be what they were before the build that made the site. A file that was changed
within two seconds of that may change again without its stamp showing it: such a build is not
remembered. What is built must be there too, each file of it.
"""

from __future__ import annotations

import os
import runpy
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.common.program import PLUGINS, given_beside
from plugins.press.publish.manifest import FILE_NAME, read_manifest
from plugins.records.cache.stamps import NEVER, Stamp, lasting, stamp_of

_FOLDERS = ("PLACES_DIR", "PATH", "THEME")
_IF_THERE = ("OTHERS_DIR",)
_WRITTEN = {"OUTPUT_PATH", "PLACES_CACHE", "PRESS_CACHE", "CACHE_PATH"}


class LastBuild(NamedTuple):
    """What is remembered of a build. `inputs`: fingerprint of all that it read; `modules`: files of
    code outside of `plugins`; `manifest`: stamp of the one that it left; `remarks`: what it said of
    the records."""

    inputs: bytes
    modules: list[str]
    manifest: Stamp
    remarks: list[str]


class Inputs:
    """What a build with these settings is going to read, as it is now."""

    def __init__(self, settings: Path, override: Mapping[str, Any]) -> None:
        values = {**runpy.run_path(str(settings)), **override}
        self._values = {name: value for name, value in values.items() if name.isupper()}
        self._settings = settings
        self._taken_ns = time.time_ns()
        self._is_lasting = True
        self._output = Path(self._values["OUTPUT_PATH"])
        own = fingerprint_of(str(self._output.resolve())).hex()[:12]
        self._memory = Path(self._values["PRESS_CACHE"]) / f"inputs-{own}"
        self._known = self._load()
        self._modules = self._known.modules if self._known else []
        self._now = self._fingerprint(self._modules)

    def last_build(self) -> tuple[int, list[str]] | None:
        """Of a site that is as a build would leave it: how many files it has, what was said of the
        records; None when there may be something to build."""
        known = self._known
        if known is None or known.inputs != self._now:
            return None
        manifest = read_manifest(self._output)
        if manifest is None or _stamp(self._output / FILE_NAME) != known.manifest:
            return None
        base, exists = f"{self._output}/", os.access
        if not all(exists(base + path, os.F_OK) for path in manifest.files):
            return None
        return (len(manifest.files), known.remarks) if manifest.is_current else None

    def remember(self, remarks: Sequence[str]) -> None:
        """A build has read these inputs, and said `remarks` of the records."""
        modules = sorted(_modules())
        now = self._now if modules == self._modules else self._fingerprint(modules)
        if self._is_lasting:
            last = LastBuild(now, modules, _stamp(self._output / FILE_NAME), list(remarks))
            disk_cache.save(self._memory, sys.version, tuple(last))

    def _load(self) -> LastBuild | None:
        found = disk_cache.load(self._memory, sys.version)
        return LastBuild(*found) if found else None

    def _fingerprint(self, modules: Iterable[str]) -> bytes:
        named = [
            value
            for name, value in self._values.items()
            if name not in _WRITTEN and isinstance(value, str) and Path(value).is_file()
        ]
        folders = [str(PLUGINS), *(str(self._values[name]) for name in _FOLDERS)]
        folders += [self._values[n] for n in _IF_THERE if Path(self._values.get(n, "-")).is_dir()]
        own = (Path(self._values["PATH"]), Path(self._values["PLACES_DIR"]) / "labels")
        given = zip(own, ("content", "places/labels"), strict=True)
        folders += [str(found) for pair in given if (found := given_beside(*pair))]
        folders += [folder] if (folder := self._values.get("OWN_THEME")) else []
        stamps: list[tuple[str, Stamp]] = []
        for folder in folders:
            stamps += _stamps(folder)
        stamps += [(path, _stamp(path)) for path in (str(self._settings), *named, *modules)]
        self._is_lasting = self._is_lasting and all(
            lasting(stamp, self._taken_ns) != NEVER for _, stamp in stamps
        )
        libraries = [
            name
            for path in sys.path
            if path.endswith("site-packages")
            for name in sorted(each.name for each in Path(path).iterdir())
            if name.endswith(".dist-info")
        ]
        return fingerprint_of(repr(sorted(self._values.items())), repr(libraries), repr(stamps))


def _stamps(folder: str) -> Iterator[tuple[str, Stamp]]:
    """Of every file below `folder`, but what Python compiles; `NEVER` for what cannot be known: a
    folder that is not read, or not there, a link to one."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield folder, NEVER
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _stamps(entry.path)
        else:
            leads_away = entry.is_symlink() and not Path(entry.path).is_file()
            yield entry.path, NEVER if leads_away else _stamp(entry.path)


def _stamp(path: str | Path) -> Stamp:
    try:
        return stamp_of(Path(path).stat())
    except OSError:
        return NEVER


def _modules() -> Iterator[str]:
    """Files of loaded code that is neither ours nor a library's: settings import some."""
    installed = (sys.prefix, sys.base_prefix, str(PLUGINS))
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if file and Path(file).is_absolute() and not file.startswith(installed):
            yield file
