"""The answers of a form about a place → the draft of its record."""

from __future__ import annotations

from plugins.common.diagnostic import quote
from plugins.gazetteer import slugify
from plugins.intake.match.candidate import NotAPlace
from plugins.intake.match.slugs import named_slugs
from plugins.intake.read.row_cells import Cells
from plugins.intake.where.whereabouts import RowLocation, city_of, find_where
from plugins.proposals.forms.answer_values import typed_day
from plugins.proposals.forms.filled_form import FilledForm
from plugins.proposals.forms.form_questions import FOR_A_TIME, FOR_GOOD
from plugins.proposals.forms.named_place import UnknownRecordError, find_record
from plugins.proposals.forms.record_draft import (
    FormContext,
    RecordDraft,
    RefusedFormError,
    draft_of,
)
from plugins.records.free_names import TakenNames
from plugins.records.reading.paths import RecordPath

_READ = ("telephone", "courriels", "site_web", "horaires")


def new_place(filled: FilledForm, context: FormContext) -> RecordDraft:
    """A place that has no record yet.

    Raises:
        RefusedFormError: it has no name, its commune is not known, or it has a record already.
    """
    nom = needed(filled, "nom")
    where = _where(nom, filled, context)
    draft = RecordDraft(RecordPath("place", _free_id(nom, where, context)))
    draft.write("nom", nom, filled.label("nom"))
    if where.street:
        draft.write("adresse", where.street, filled.label("adresse"))
    label = filled.label("commune")
    draft.write("code_postal", where.postcode, label)
    draft.write("code_insee", where.commune.code, label)
    draft.write("commune", city_of(where.commune), label)
    draft.notes += (*where.doubts, *where.remarks)
    draft.read(filled, *_READ)
    _choices(draft, filled)
    draft.verify(filled, context.context)
    draft.keep(filled, "reste")
    return draft


def corrected_place(filled: FilledForm, context: FormContext) -> RecordDraft:
    """A place of which something is wrong.

    Raises:
        RefusedFormError: nobody can tell which place is meant.
    """
    draft = draft_of(_named(filled, "lieu", context), context)
    draft.copy(filled, "adresse")
    if "adresse" in draft.changes and "latitude" in draft.tree:
        draft.notes.append("l'adresse change, le point sur la carte est resté : vérifiez-le")
    draft.read(filled, *_READ)
    _choices(draft, filled)
    draft.keep(filled, "reste")
    return draft


def closed_place(filled: FilledForm, context: FormContext) -> RecordDraft:
    """A place that is closed, for good or for a time.

    Raises:
        RefusedFormError: nobody can tell which place, or since when.
    """
    draft = draft_of(_named(filled, "lieu", context), context)
    how_long = needed(filled, "duree")
    label = filled.label("du")
    first = typed_day(needed(filled, "du"))
    if first is None:
        raise RefusedFormError(f"« {label} » : écrivez le jour, le mois et l'année : 30 juin 2026.")
    if how_long == FOR_GOOD:
        if first > context.context.today:
            raise RefusedFormError(
                f"« {label} » : ce jour n'est pas encore venu. Le lieu est déjà fermé ? Corrigez "
                "la date. Sinon, une personne l'annoncera."
            )
        draft.write("ferme_le", first.isoformat(), label)
        for slug in ("au", "motif"):
            draft.keep(filled, slug, "une fermeture pour toujours ne le dit pas")
        _successor(draft, filled, context)
    elif how_long == FOR_A_TIME:
        last = typed_day(filled.given.get("au", ""))
        if last is None:
            asked = filled.label("au")
            raise RefusedFormError(f"« {asked} » : écrivez le jour, le mois et l'année.")
        closed = {"du": first.isoformat(), "au": last.isoformat(), "horaires": "fermé"}
        if motif := filled.given.get("motif"):
            closed["motif"] = motif
        known = draft.tree.get("exceptions")
        draft.write("exceptions", [*(known if isinstance(known, list) else []), closed], label)
        draft.keep(filled, "remplace_par", "une fermeture pour un temps ne le dit pas")
    draft.keep(filled, "reste")
    return draft


def needed(filled: FilledForm, slug: str) -> str:
    """An answer that the form cannot do without.

    Raises:
        RefusedFormError: it is not there; says so, or why it was not understood.
    """
    if text := filled.given.get(slug):
        return text
    label = filled.label(slug)
    why = next((one.why for one in filled.kept if one.question == label), "")
    raise RefusedFormError(f"« {label} » : {why or 'il faut répondre'}.")


def _named(filled: FilledForm, slug: str, context: FormContext) -> RecordPath:
    text = needed(filled, slug)
    try:
        return RecordPath("place", find_record(text, context.places_dir))
    except UnknownRecordError as error:
        raise RefusedFormError(f"« {filled.label(slug)} », {quote(text)} : {error}.") from None


def _where(nom: str, filled: FilledForm, context: FormContext) -> RowLocation:
    text = needed(filled, "commune")
    cells = Cells({"nom": nom, "commune": text, "adresse": filled.given.get("adresse", "")})
    try:
        return find_where(context.context.gazetteer, cells)
    except NotAPlace as error:
        why = str(error).removeprefix("commune : ")
        raise RefusedFormError(
            f"« {filled.label('commune')} », {quote(text)} : {why}. Avec son code postal, on la "
            "trouve : 31670 Labège."
        ) from None


def _free_id(nom: str, where: RowLocation, context: FormContext) -> str:
    """Its name; with its commune where another place has it, or many communes have one."""
    departement = where.commune.departement
    if not slugify(nom):
        raise RefusedFormError(f"{quote(nom)} n'a pas de lettre dont on puisse faire une adresse.")
    wanted = named_slugs(nom, where.commune)
    taken = TakenNames(context.places_dir, "place", departement)
    if slug := next((each for each in wanted if each not in taken), ""):
        return f"{departement}/{slug}"
    raise RefusedFormError(
        f"Il y a déjà une fiche « {departement}/{wanted[-1]} ». Pour la changer, prenez le "
        "formulaire « Corriger un lieu »."
    )


def _choices(draft: RecordDraft, filled: FilledForm) -> None:
    """What was chosen of lists. What a record has of services stays: nobody said that it went."""
    if ticked := filled.ticked.get("services"):
        known = draft.tree.get("services")
        texts = [text for text in known if isinstance(text, str)] if isinstance(known, list) else []
        draft.write("services", list(dict.fromkeys((*texts, *ticked))), filled.label("services"))
    if price := filled.given.get("frais_a_charge"):
        draft.write("frais_a_charge", [price], filled.label("frais_a_charge"))
    if answer := filled.given.get("fauteuil"):
        known = draft.tree.get("accessibilite")
        part = {**(known if isinstance(known, dict) else {}), "fauteuil": answer}
        draft.write("accessibilite", part, filled.label("fauteuil"))


def _successor(draft: RecordDraft, filled: FilledForm, context: FormContext) -> None:
    text = filled.given.get("remplace_par")
    if not text:
        return
    try:
        other = find_record(text, context.places_dir)
    except UnknownRecordError as error:
        draft.keep(filled, "remplace_par", str(error))
    else:
        draft.write("remplace_par", other, filled.label("remplace_par"))
