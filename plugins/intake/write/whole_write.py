"""Many files written all or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def write_all(files: Mapping[Path, str]) -> None:
    """Write every file, UTF-8; when one cannot be, or when somebody interrupts, all are left as
    they were. Another program sees of each the old one or the new one, whole."""
    made: list[Path] = []
    before: dict[Path, bytes | None] = {}
    try:
        for folder in dict.fromkeys(path.parent for path in files):
            made += _folders(folder)
        for path, text in files.items():
            _beside(path).write_bytes(text.encode())
        for path in files:
            before[path] = path.read_bytes() if path.exists() else None
            _beside(path).replace(path)
    except BaseException:
        for path, content in before.items():
            _put_back(path, content)
        for path in files:
            with suppress(OSError):
                _beside(path).unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.new")


def _put_back(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(content)


def _folders(folder: Path) -> list[Path]:
    """Make a folder, and give those that were not there, the outer first."""
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for each in reversed(missing):
        each.mkdir(exist_ok=True)
    return missing[::-1]
