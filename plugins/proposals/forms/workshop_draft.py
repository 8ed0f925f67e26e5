"""The answers of the form about a workshop → the draft of its record."""

from __future__ import annotations

from plugins.common.diagnostic import quote
from plugins.gazetteer import slugify
from plugins.intake.match.slugs import MAX_LENGTH
from plugins.proposals.forms.answer_values import typed_day
from plugins.proposals.forms.filled_form import FilledForm, KeptAnswer
from plugins.proposals.forms.named_place import UnknownRecordError, find_record
from plugins.proposals.forms.place_drafts import needed
from plugins.proposals.forms.record_draft import (
    FormContext,
    RecordDraft,
    RefusedFormError,
    draft_of,
)
from plugins.records.free_names import TakenNames
from plugins.records.reading.paths import RecordPath
from plugins.vocabulary.topics import OTHER_TOPIC


def workshop(filled: FilledForm, context: FormContext) -> RecordDraft:
    """A workshop, new or known.

    Raises:
        RefusedFormError: it has no title, nobody can tell where it is, or which one is meant.
    """
    page = filled.given.get("page")
    draft = _known(page, filled, context) if page else _new(filled, context)
    if theme := filled.given.get("theme"):
        is_other = theme == OTHER_TOPIC
        draft.write("theme", "autre" if is_other else theme, filled.label("theme"))
    draft.copy(filled, "niveau", "inscription", "nombre_de_places")
    draft.read(filled, "telephone")
    if price := filled.given.get("frais_a_charge"):
        draft.write("frais_a_charge", [price], filled.label("frais_a_charge"))
    if text := filled.given.get("dates"):
        draft.write("dates", _lines(text), filled.label("dates"))
    _cancelled(draft, filled)
    if not draft.tree:
        draft.verify(filled, context.context)
    draft.keep(filled, "reste")
    return draft


def _known(page: str, filled: FilledForm, context: FormContext) -> RecordDraft:
    try:
        identity = find_record(page, context.places_dir, "workshop")
    except UnknownRecordError as error:
        raise RefusedFormError(f"« {filled.label('page')} », {quote(page)} : {error}.") from None
    draft = draft_of(RecordPath("workshop", identity), context)
    draft.copy(filled, "titre")
    if text := filled.given.get("lieu"):
        try:
            draft.write("lieu", find_record(text, context.places_dir), filled.label("lieu"))
        except UnknownRecordError as error:
            draft.keep(filled, "lieu", str(error))
    return draft


def _new(filled: FilledForm, context: FormContext) -> RecordDraft:
    titre = needed(filled, "titre")
    place = needed(filled, "lieu")
    needed(filled, "theme")
    try:
        where = find_record(place, context.places_dir)
    except UnknownRecordError as error:
        label = filled.label("lieu")
        raise RefusedFormError(
            f"« {label} », {quote(place)} : {error}. Un lieu qui n'a pas de fiche s'ajoute d'abord."
        ) from None
    departement, _, name = where.partition("/")
    slug = slugify(titre)[:MAX_LENGTH].strip("-")
    wanted = (slug, f"{slug}-{name}"[:MAX_LENGTH].strip("-"))
    taken = TakenNames(context.places_dir, "workshop", departement)
    for each in wanted if slug else ():
        if each not in taken:
            draft = RecordDraft(RecordPath("workshop", f"{departement}/{each}"))
            draft.write("titre", titre, filled.label("titre"))
            draft.write("lieu", where, filled.label("lieu"))
            return draft
    if not slug:
        raise RefusedFormError(
            f"{quote(titre)} n'a pas de lettre dont on puisse faire une adresse."
        )
    raise RefusedFormError(
        f"L'atelier {quote(titre)} a déjà une fiche : copiez l'adresse de sa page dans "
        f"« {filled.label('page')} »."
    )


def _lines(text: str) -> list[str]:
    """Its lines, without the dashes of a list."""
    lines = (" ".join(line.strip(" \t-*•").split()) for line in text.split("\n"))
    return [line for line in lines if line]


def _cancelled(draft: RecordDraft, filled: FilledForm) -> None:
    """The days on which there is nothing, beside those that the record has."""
    known = draft.tree.get("annulations")
    days = list(known) if isinstance(known, list) else []
    for line in _lines(filled.given.get("annulations", "")):
        day = typed_day(line)
        if day is None:
            why = "écrivez le jour, le mois et l'année"
            draft.kept.append(KeptAnswer(filled.label("annulations"), line, why))
        elif {"date": day.isoformat()} not in days:
            days.append({"date": day.isoformat()})
    if days and days != known:
        draft.write("annulations", days, filled.label("annulations"))
