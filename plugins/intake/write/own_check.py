"""What is written passes `annuaire check`: the same reader and the same rules look at the text of a
record before there is a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date as Day
from typing import Any

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.links import unknown_labels
from plugins.records.reading.checking import check_tree
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree, parse_record
from plugins.records.writing.record_layout import dump_record


class OwnCheck:
    """The checks on one record; `labels`: slugs of the folder of records, none when it has none."""

    def __init__(self, gazetteer: Gazetteer, today: Day, labels: Collection[str] = ()) -> None:
        self._context = Context(gazetteer, today)
        self._labels = labels

    def errors(self, path: RecordPath, text: str) -> list[Diagnostic]:
        """What would stop a build if `text` were the file of a record: each names its field and,
        where it is known, its place in the record (`where`)."""
        tree = parse_record(text.encode(), KINDS[path.kind].file(path.id))
        return tree if isinstance(tree, list) else self.errors_of(path, tree)

    def errors_written(self, path: RecordPath, record: Mapping[str, Any]) -> list[Diagnostic]:
        """The same of a record, as `dump_record` writes it. A text that one can see whole is read
        back as it was written: no need to write it."""
        if all(record.values()) and _are_printable(record.values()):
            return self.errors_of(path, dict(record))
        return self.errors(path, dump_record(record))

    def errors_of(self, path: RecordPath, tree: Tree) -> list[Diagnostic]:
        """The same of what a file says, without its text."""
        found = check_tree(path, tree, self._context)
        labels = tree.get("labels")
        if isinstance(labels, list):
            found += unknown_labels(labels, self._labels)
        return found


def _are_printable(values: Iterable[Any]) -> bool:
    for value in values:
        if isinstance(value, str):
            if not value.isprintable() and not value.replace("\n", "").isprintable():
                return False
        elif not _are_printable(value.values() if isinstance(value, dict) else value):
            return False
    return True


def field_of(diagnostic: Diagnostic) -> str:
    """The field at fault, "" when none is named: «telephone»."""
    named = str(diagnostic.where[0]) if diagnostic.where else diagnostic.field
    return named.partition("[")[0].partition(".")[0]
