"""What was answered, kept beside the records after each answer: nothing is lost when somebody
stops, or when a window is closed."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, get_args

from plugins.intake.asked.asked_record import AskedRecord
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind


class KeptDraft:
    """The draft in the file `path`, of which there is one."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, draft: AskedRecord) -> None:
        """Keep what is answered; a draft without a name is none."""
        if not draft.name:
            return
        kept = {"kind": draft.kind, "values": draft.values, "asked": draft.asked}
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_name(self.path.name + ".new")
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(self.path)

    def load(self, context: Context) -> AskedRecord | None:
        """The draft; None when there is none, or none that can be read."""
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            kind, values, asked = kept["kind"], kept["values"], kept["asked"]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        is_known = kind in get_args(RecordKind) and KINDS[kind].blank
        if not (is_known and isinstance(values, dict) and _is_record(values)):
            return None
        if not (isinstance(asked, list) and all(isinstance(name, str) for name in asked)):
            return None
        draft = AskedRecord(kind, context, values, asked)
        return draft if draft.name else None

    def drop(self) -> None:
        """Forget it: its record is written."""
        with suppress(OSError):
            self.path.unlink()


def _is_record(value: Any) -> bool:
    """Whether it is made of texts, lists and mappings, as a record is."""
    if isinstance(value, dict):
        return all(map(_is_record, value.values()))
    return isinstance(value, str) or (isinstance(value, list) and all(map(_is_record, value)))
