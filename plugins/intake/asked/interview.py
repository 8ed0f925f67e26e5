"""The whole conversation: what to add, the questions, the record."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from plugins.common.diagnostic import printable
from plugins.intake.asked.addresses import AddressService
from plugins.intake.asked.answers import Interview
from plugins.intake.asked.asked_record import AskedRecord
from plugins.intake.asked.common_questions import AskedQuestion
from plugins.intake.asked.console import Console, chosen, is_yes
from plugins.intake.asked.dated_questions import ROUTE_QUESTIONS, workshop_questions
from plugins.intake.asked.finish import is_known_already, new_path, reviewed
from plugins.intake.asked.kept_draft import KeptDraft
from plugins.intake.asked.place_questions import PLACE_QUESTIONS
from plugins.intake.write.whole_write import write_all
from plugins.records.checks import Context
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind

_WELCOME = """\
Répondez en une ligne. Vous ne savez pas ? Entrée, et rien n'est écrit.
Pour arrêter : Ctrl-C. Vos réponses sont gardées.
"""


def interview(
    console: Console,
    places_dir: Path,
    context: Context,
    addresses: AddressService,
    kept: KeptDraft,
    kind: RecordKind | None = None,
) -> Path | None:
    """Ask for a record and write it; its path, None when the person did not want it.

    Raises:
        StoppedError: they stopped; `kept` has what they answered.
        OSError: it cannot be written.
    """
    draft = _resumed(console, kept, context, kind)
    if draft is None:
        console.say(_WELCOME)
        draft = AskedRecord(kind or _kind(console), context)
    at = Interview(console, draft, addresses)
    questions = _questions(draft.kind, places_dir)
    while True:
        for question in questions:
            if question.word in draft.asked:
                continue
            question.ask(at)
            draft.asked.append(question.word)
            kept.save(draft)
            if question.word == "commune" and is_known_already(at, places_dir):
                return None
        path = new_path(at, places_dir)
        again = reviewed(at, places_dir, path, [question.word for question in questions])
        if again is None:
            break
        if not again:
            return None
        draft.asked.remove(again)
    file = places_dir / path.file
    write_all({file: draft.text(path)})
    kept.drop()
    return file


def _questions(kind: RecordKind, places_dir: Path) -> Sequence[AskedQuestion]:
    if kind == "workshop":
        return workshop_questions(places_dir)
    return ROUTE_QUESTIONS if kind == "route" else PLACE_QUESTIONS


def _kind(console: Console) -> RecordKind:
    kinds = [kind for kind in KINDS.values() if kind.blank]
    console.say("Que voulez-vous ajouter ?")
    while True:
        found = chosen(console, "Son numéro ? (Entrée : un lieu)", [kind.one for kind in kinds])
        if not isinstance(found, str):
            return kinds[found or 0].name
        console.say("Écrivez un numéro de la liste.")


def _resumed(
    console: Console, kept: KeptDraft, context: Context, kind: RecordKind | None
) -> AskedRecord | None:
    """The draft of another day, if the person goes on with it."""
    draft = kept.load(context)
    if draft is None or kind not in (None, draft.kind):
        return None
    name = printable(draft.name)
    question = f"Vous aviez commencé {KINDS[draft.kind].one} : « {name} ». Continuer ?"
    return draft if is_yes(console, question, default=True) else None
