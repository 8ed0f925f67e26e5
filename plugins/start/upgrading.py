"""The move of a directory to a newer program: its file, and what its forge runs."""

from __future__ import annotations

import shutil
from pathlib import Path

from plugins.start.new_folder import PROGRAM_FOLDER
from plugins.start.program_changes import ProgramChanges, changes
from plugins.start.wheel import ProgramWheel


class NoProgramError(Exception):
    """The folder has no file of the program."""


def pinned(folder: Path) -> ProgramWheel:
    """The program of a directory. Raises NoProgramError when it has none."""
    found = [ProgramWheel(path) for path in (folder / PROGRAM_FOLDER).glob("*.whl")]
    if not found:
        raise NoProgramError
    return max(found, key=lambda wheel: wheel.release)


def move_to(
    folder: Path, old: ProgramWheel, new: ProgramWheel, *, is_trial: bool
) -> ProgramChanges:
    """What changes; written unless `is_trial`, the program last. Raises OSError."""
    found = changes(folder, old, new)
    if is_trial:
        return found
    for name, content in found.rewritten.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    target = folder / PROGRAM_FOLDER / new.path.name
    if target.resolve() != new.path.resolve():
        shutil.copyfile(new.path, target)
    for path in (folder / PROGRAM_FOLDER).glob("*.whl"):
        if path != target:
            path.unlink()
    return found
