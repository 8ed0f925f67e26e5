"""Small wheels of the program, with the files that a test names."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from plugins.start.wheel import ProgramWheel

SETTINGS_TABLE = """
| name | what it may be | default | read by | meaning |
|---|---|---|---|---|
| `SITENAME` | text | none: it must be said | press | Name. |
"""


def wheel_of(folder: Path, version: str, files: Mapping[str, str] = {}) -> ProgramWheel:
    """A wheel of this version in `folder`, whose `files` are named as in a wheel."""
    path = folder / f"annuaire-{version}-py3-none-any.whl"
    every = {
        "plugins/program/CHANGELOG.md": "# Changelog\n",
        "plugins/program/docs/settings.md": SETTINGS_TABLE,
        **files,
    }
    with zipfile.ZipFile(path, "w") as opened:
        for name, content in every.items():
            opened.writestr(name, content)
    return ProgramWheel(path)
