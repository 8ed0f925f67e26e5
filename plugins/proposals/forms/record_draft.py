"""A record that a form asks for: what it would say, what the checks refuse of it, what is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.proposals.forms.answer_values import READERS
from plugins.proposals.forms.filled_form import FilledForm, KeptAnswer
from plugins.proposals.forms.form_questions import HOW
from plugins.records.checks import Context
from plugins.records.reading.checking import check_file, check_tree
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree


class RefusedFormError(Exception):
    """No record can be made of the answers; the message is French and says what to answer."""


class FormContext(NamedTuple):
    """The records, and what checks compare with."""

    places_dir: Path
    context: Context


@dataclass
class RecordDraft:
    """`tree`: what the file says today, empty for a new one; `wanted`: the fields to write, None to
    take one away; `labels`: which question a field answers; `kept`: what no field takes; `notes`:
    what to look at in what is written (French)."""

    path: RecordPath
    tree: Tree = field(default_factory=dict)
    wanted: dict[str, Any] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    kept: list[KeptAnswer] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def departement(self) -> str:
        """The code of its folder."""
        return self.path.id.partition("/")[0]

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from what the file says."""
        return {name: new for name, new in self.wanted.items() if self.tree.get(name) != new}

    def write(self, name: str, value: object, label: str) -> None:
        """Have a field written, for the question `label`."""
        self.wanted[name] = value
        self.labels[name] = label

    def keep(self, filled: FilledForm, slug: str, why: str = "") -> None:
        """Leave an answer to a person."""
        if text := filled.given.get(slug):
            self.kept.append(KeptAnswer(filled.label(slug), text, why))

    def read(self, filled: FilledForm, *slugs: str) -> None:
        """Take the answers that have a reader of their own."""
        for slug in slugs:
            if text := filled.given.get(slug):
                read = READERS[slug](text, self.departement)
                if read.why:
                    self.keep(filled, slug, read.why)
                else:
                    self.write(slug, read.value, filled.label(slug))

    def copy(self, filled: FilledForm, *slugs: str) -> None:
        """Take answers as they are."""
        for slug in slugs:
            if text := filled.given.get(slug):
                self.write(slug, text, filled.label(slug))

    def verify(self, filled: FilledForm, context: Context) -> None:
        """Say who says all of a new record, where one knows."""
        if role := HOW.get(filled.given.get("comment", "")):
            label = filled.label("comment")
            self.write("verifie_le", context.today.isoformat(), label)
            self.write("verifie_par", role, label)

    def settle(self, context: Context) -> list[Diagnostic]:
        """Leave out what the checks refuse, field by field and item by item, and keep it for a
        person; what is then still wrong."""
        while errors := check_tree(self.path, self._whole(), context):
            mine = next((one for one in errors if one.where and one.where[0] in self.changes), None)
            if mine is None:
                return errors
            self._leave_out(mine)
        return []

    def _leave_out(self, error: Diagnostic) -> None:
        name, *inside = error.where
        value = self.wanted[str(name)]
        told = f"{error.message} ; {error.hint}" if error.hint else error.message
        left: object = value
        at = inside[0] if inside else None
        if isinstance(value, list) and isinstance(at, int) and len(value) > 1:
            left = value[at]
            self.wanted[str(name)] = value[:at] + value[at + 1 :]
        else:
            del self.wanted[str(name)]
        self.kept.append(KeptAnswer(self.labels[str(name)], said_value(left), told))

    def _whole(self) -> Tree:
        """The record as it would be."""
        both = {**self.tree, **self.wanted}
        return {name: value for name, value in both.items() if value is not None}


def draft_of(path: RecordPath, context: FormContext) -> RecordDraft:
    """The draft of a change to a record that is there.

    Raises:
        RefusedFormError: the record has a fault already.
    """
    checked = check_file(path.file, context.places_dir, context.context)
    if checked.tree is None:
        raise RefusedFormError(
            f"La fiche « {path.id} » a déjà une faute : une personne doit la corriger d'abord."
        )
    return RecordDraft(path, checked.tree)


def said_value(value: object) -> str:
    """A value of a field, as one reads it."""
    if isinstance(value, Mapping):
        return " ; ".join(f"{name} : {said_value(inner)}" for name, inner in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(said_value, value))
    return str(value)
