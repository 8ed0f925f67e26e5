"""What a directory covers when its settings do not say."""

from __future__ import annotations

from pathlib import Path

from plugins.gazetteer.tables import DATA, read_departements


def default_coverage(places_dir: Path) -> list[str]:
    """The départements that have a folder among the records, sorted: ["17", "31"]."""
    if not places_dir.is_dir():
        return []
    known = read_departements(DATA)
    return sorted(folder.name for folder in places_dir.iterdir() if folder.name in known)
