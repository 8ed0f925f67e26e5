"""Names that a new record cannot have: those of files, and those that records had, whose addresses
lead to them."""

from __future__ import annotations

import os
from pathlib import Path

from plugins.records.former import claims_in
from plugins.records.kinds import KINDS
from plugins.records.listing import list_records
from plugins.records.model.identity import RecordKind
from plugins.records.reading.paths import record_path


def renamed_records(places_dir: Path, kind: RecordKind) -> dict[str, str]:
    """Former id → id of the record of a kind that was called so."""
    claims = claims_in(places_dir, list_records(places_dir).names())
    mine = [claim for claim in claims if claim.path.kind == kind]
    return {former: claim.path.id for claim in mine for former in claim.former}


class TakenNames:
    """Those of the records of a kind in a département, and names that no record may have."""

    def __init__(self, places_dir: Path, kind: RecordKind, departement: str) -> None:
        self._places_dir = places_dir
        self._departement = departement
        self._kind = KINDS[kind]
        self._former = renamed_records(places_dir, kind)

    def __contains__(self, slug: object) -> bool:
        identity = f"{self._departement}/{slug}"
        path = record_path(self._kind.file(identity))
        if path is None or path.kind != self._kind.name or identity in self._former:
            return True
        return os.path.lexists(self._places_dir / path.file)
