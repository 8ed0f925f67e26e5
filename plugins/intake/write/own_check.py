"""What is written passes `annuaire check`: the same reader and the same rules look at the text of a
record before there is a file."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date as Day

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.links import unknown_labels
from plugins.records.reading.checking import check_tree
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree, parse_record


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

    def errors_of(self, path: RecordPath, tree: Tree) -> list[Diagnostic]:
        """The same of what a file says, without its text."""
        found = check_tree(path, tree, self._context)
        labels = tree.get("labels")
        if isinstance(labels, list):
            found += unknown_labels(labels, self._labels)
        return found


def field_of(diagnostic: Diagnostic) -> str:
    """The field at fault, "" when none is named: «telephone»."""
    named = str(diagnostic.where[0]) if diagnostic.where else diagnostic.field
    return named.partition("[")[0].partition(".")[0]
