"""The record as it is answered, and what the rules of `annuaire check` say of each answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer.tables import departement_of
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.reading.checking import check_record
from plugins.records.reading.paths import RecordPath
from plugins.records.writing.record_layout import dump_record, in_order, modeline

Answers = dict[str, Any]
"""Field → text, a list or a mapping of texts: what a file says."""


@dataclass
class FieldSheet:
    """Fields that are filled in: those of a record, or of a stop in it. `named`: what comes before
    their names in those of the record («arrets[2].»)."""

    values: Answers
    check: Callable[[Answers], list[Diagnostic]]
    named: str = ""

    def faults(self, name: str, value: Any) -> list[Diagnostic]:
        """What is wrong with a value of a field, beside the values that there are."""
        whole = self.named + name
        found = self.check({**self.values, name: value})
        return [one for one in found if one.field == whole or one.field.startswith(_inside(whole))]


@dataclass
class AskedRecord:
    """A record of a kind. `asked`: names of the questions that have been answered, were it by
    nothing."""

    kind: RecordKind
    context: Context
    values: Answers = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def sheet(self) -> FieldSheet:
        """The fields of the record itself."""
        return FieldSheet(self.values, self.faults_of)

    @property
    def departement(self) -> str:
        """Where it is filed; "" as long as its commune is not known."""
        if place := self.values.get("lieu"):
            return str(place).partition("/")[0]
        parts = [self.values, *self.values.get("arrets", ())]
        codes = (part.get("code_insee") for part in parts)
        return next((departement_of(code) for code in codes if code), "")

    @property
    def name(self) -> str:
        """Its name, "" as long as there is none."""
        return str(self.values.get(KINDS[self.kind].model.NAME_FIELD, ""))

    def text(self, path: RecordPath) -> str:
        """The file, as every record is written."""
        ordered = in_order(self.values, KINDS[self.kind].model)
        return dump_record(ordered, tuple(ordered), modeline(path))

    def faults_of(self, values: Answers) -> list[Diagnostic]:
        """All that is wrong with a record of such values, what is still missing too."""
        path = RecordPath(self.kind, f"{self.departement or '75'}/brouillon")
        text = AskedRecord(self.kind, self.context, values).text(path)
        return check_record(text.encode(), path.file, self.context).diagnostics


def _inside(name: str) -> tuple[str, str]:
    return f"{name}.", f"{name}["
