"""`annuaire form`: a filled form becomes a record, or a clear answer; never both halves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType

from plugins.common.diagnostic import Diagnostic, has_errors
from plugins.gazetteer import Gazetteer
from plugins.intake.write.record_files import splice
from plugins.intake.write.whole_write import write_all
from plugins.proposals.forms.filled_form import FilledForm, KeptAnswer, UnreadFormError, read_form
from plugins.proposals.forms.form_questions import ADD_PLACE, CLOSE_PLACE, CORRECT_PLACE, WORKSHOP
from plugins.proposals.forms.place_drafts import closed_place, corrected_place, new_place
from plugins.proposals.forms.record_draft import (
    FormContext,
    RecordDraft,
    RefusedFormError,
    said_value,
)
from plugins.proposals.forms.workshop_draft import workshop
from plugins.records.checks import Context
from plugins.records.commands import check
from plugins.records.kinds import KINDS
from plugins.records.model.types import IDENTITY
from plugins.records.writing.record_layout import dump_record, modeline

_DRAFTS: Mapping[str, Callable[[FilledForm, FormContext], RecordDraft]] = MappingProxyType(
    {
        ADD_PLACE.slug: new_place,
        CORRECT_PLACE.slug: corrected_place,
        CLOSE_PLACE.slug: closed_place,
        WORKSHOP.slug: workshop,
    }
)


@dataclass
class FormOutcome:
    """What became of a form. `file`: the record that was written, within the folder of records;
    empty when none was, and `refused` says why (French). `is_new`: there was no such record;
    `notes`: what to look at in it (French); `changes`: title of a field → what it said («» for
    nothing), what it says; `kept`: answers left to a person; `found`: what the checks say of the
    record."""

    title: str = ""
    file: str = ""
    refused: str = ""
    is_new: bool = False
    notes: list[str] = field(default_factory=list)
    changes: dict[str, tuple[str, str]] = field(default_factory=dict)
    kept: list[KeptAnswer] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def run_form(body: str, places_dir: Path, today: date) -> FormOutcome:
    """Write the record that a filled form asks for.

    Raises OSError when it cannot be written; then nothing is.
    """
    context = FormContext(places_dir, Context(Gazetteer.load(()), today))
    outcome = FormOutcome()
    try:
        filled = read_form(body)
        outcome.title, outcome.kept = filled.form.title, list(filled.kept)
        draft = _DRAFTS[filled.form.slug](filled, context)
        blocking = draft.settle(context.context)
    except (UnreadFormError, RefusedFormError) as refusal:
        outcome.refused = str(refusal)
        return outcome
    outcome.kept += draft.kept
    outcome.notes = draft.notes
    if blocking or not draft.changes:
        outcome.refused = _why(draft, blocking)
        return outcome
    model = KINDS[draft.path.kind].model
    for name, value in draft.changes.items():
        before = draft.tree.get(name)
        title = model.model_fields[name].title or name
        outcome.changes[title] = (
            "" if before is None else said_value(before),
            said_value(value or ""),
        )
    outcome.is_new = not draft.tree
    _write(draft, places_dir, today, outcome)
    return outcome


def _why(draft: RecordDraft, blocking: list[Diagnostic]) -> str:
    for one in blocking:
        name = str(one.where[0]) if one.where else ""
        label = draft.labels.get(name) or next(
            (kept.question for kept in draft.kept if kept.why.startswith(one.message)), name
        )
        lost = next((kept for kept in draft.kept if draft.labels.get(name) == kept.question), None)
        told = lost.why if lost else f"{one.message} ; {one.hint}"
        return f"« {label} » : {told}." if label else f"{told}."
    if left := next((kept for kept in draft.kept if kept.why), None):
        return f"« {left.question} » : {left.why}."
    if draft.kept:
        return "Rien n'est écrit : ce que vous dites doit être lu par une personne."
    return "Rien n'est écrit : la fiche dit déjà cela."


def _write(draft: RecordDraft, places_dir: Path, today: date, outcome: FormOutcome) -> None:
    """Write the record, and look at it among the others; put all back if it breaks something."""
    path = places_dir / draft.path.file
    order = tuple(name for name in KINDS[draft.path.kind].model.model_fields if name != IDENTITY)
    before = path.read_bytes() if path.is_file() else None
    if before is None:
        text = dump_record(draft.wanted, order, modeline(draft.path))
    else:
        text = splice(before.decode("utf-8-sig"), draft.changes, order)
    write_all({path: text})
    outcome.found = check(places_dir, [path], today)
    if has_errors(outcome.found):
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)
        one = next(one for one in outcome.found if one.severity == "error")
        outcome.refused = f"« {one.field} » : {one.message} ; {one.hint}."
        outcome.found = []
        return
    outcome.file = draft.path.file
