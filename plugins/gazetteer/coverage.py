"""What a directory covers: when its settings do not say, and as it tells others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.gazetteer.gazetteer import Gazetteer
from plugins.gazetteer.tables import DATA, read_departements


def default_coverage(places_dir: Path) -> list[str]:
    """The départements that have a folder among the records, sorted: ["17", "31"]."""
    if not places_dir.is_dir():
        return []
    known = read_departements(DATA)
    return sorted(folder.name for folder in places_dir.iterdir() if folder.name in known)


def told_coverage(gazetteer: Gazetteer, codes: Sequence[str] | None) -> list[str]:
    """The codes of the setting ``TERRITORIES_COVERED``, or the départements without it; then the
    communes beyond them that `gazetteer` covers because they have records."""
    if codes is None:
        return list(gazetteer.departements)
    within = Gazetteer.load(codes).communes
    return [*codes, *(code for code in gazetteer.communes if code not in within)]
