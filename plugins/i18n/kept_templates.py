"""Compiled templates between builds, in a folder for each theme."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

_THEMES_KEPT = 2
"""Older themes whose templates stay: one tries a colour, and comes back."""


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder; a folder that another build removes is done without."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def folder_of_templates(cache: Path, key: str) -> Path | None:
    """An existing folder in `cache` for the templates of a theme, older ones removed; None where
    nothing can be written. `key`: of all that is folded into them; settings are not."""
    folder = cache / "templates" / key
    try:
        if not folder.is_dir():
            others = sorted(folder.parent.glob("*"), key=lambda other: other.stat().st_mtime_ns)
            for other in others[:-_THEMES_KEPT]:
                shutil.rmtree(other, ignore_errors=True)
            folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder
