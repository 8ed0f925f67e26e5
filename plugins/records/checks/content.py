"""What the texts say: dates that can be, hours that are understood, nothing that is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote, warning
from plugins.hours import HoursError, State, read_hours
from plugins.records.checks.context import Context
from plugins.records.model.place import Place
from plugins.records.persons.person_names import TITLE, is_a_person, person_in_name

FIRST_YEAR = 2000
_LISTS = (
    "typologie", "telephone", "courriels", "site_web", "services", "labels", "equipements",
    "publics_specifiquement_adresses", "prise_en_charge_specifique", "frais_a_charge",
    "modalites_acces", "modalites_accompagnement", "langues", "autres_formations_labels",
    "dates", "dates_en_plus", "territoires", "materiel", "membres", "autres_noms",
    "anciens_ids",
)  # fmt: skip
_TEXTS = (
    "nom", "complement_adresse", "horaires_brut", "presentation_resume", "presentation_detail",
    "verifie_par", "structure_parente", "titre", "presentation", "remarque", "operateur",
    "organisateur", "resume", "explication", "conseil", "porteur", "animateur",
)  # fmt: skip
_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "nom": "écrivez le nom du lieu, jamais celui d'une personne ; si le lieu s'appelle "
        "vraiment ainsi, ajoutez « nom_confirme: oui »",
        "verifie_par": "écrivez plutôt sa fonction, par exemple « mairie » ou « bénévole »",
        "operateur": "écrivez l'organisme",
        "organisateur": "écrivez l'organisme",
        "porteur": "écrivez l'organisme",
        "animateur": "écrivez l'organisme",
    }
)
"""Short texts where a given name and one word are enough to see a person."""
_IBAN = re.compile(r"\bFR[0-9]{2}(?: ?[0-9A-Z]{4}){5} ?[0-9A-Z]{3}\b")
_NIR = re.compile(
    r"\b[12] ?[0-9]{2} ?(?:0[1-9]|1[0-2]) ?(?:[0-9]{2}|2[AB])(?: ?[0-9]{3}){2} ?[0-9]{2}\b"
)


def dates_possible(place: Any, context: Context) -> Iterator[Diagnostic]:
    """Not in the future, not before 2000."""
    dated: list[tuple[FieldPath, date | None]] = [
        (("verifie_le",), place.verifie_le),
        (("date_maj",), place.date_maj),
        (("ferme_le",), getattr(place, "ferme_le", None)),
    ]
    dated += [(("source", index, "date"), s.date) for index, s in enumerate(place.source)]
    for where, day in dated:
        if day is None:
            continue
        yield from not_ahead(where, day, context)
        if day.year < FIRST_YEAR:
            yield error(where, f"cette date est trop ancienne ({day.isoformat()})", "corrigez-la")


def not_ahead(where: FieldPath, day: date, context: Context) -> Iterator[Diagnostic]:
    """What is known already was not known after today."""
    if day > context.today:
        hint = "corrigez la date"
        if where == ("ferme_le",):
            hint = "annoncez plutôt la fermeture dans « annonces »"
        yield error(where, f"cette date est dans l'avenir ({day.isoformat()})", hint)


def periods_in_order(place: Any, _context: Context) -> Iterator[Diagnostic]:
    """An announcement ends after it begins (the hours have their own words for exceptions)."""
    for index, notice in enumerate(place.annonces):
        if notice.au is not None and notice.au < notice.du:
            yield error(
                ("annonces", index, "au"), "la fin est avant le début", "vérifiez les deux dates"
            )


def hours_understood(place: Place, context: Context) -> Iterator[Diagnostic]:
    """The hours are read as a week; what is doubtful is a warning."""
    yield from _week_understood("horaires", place.horaires, context)


def permanence_understood(place: Place, context: Context) -> Iterator[Diagnostic]:
    """So are those of the person who helps; a day of which they say nothing is no doubt."""
    yield from _week_understood("permanence", place.permanence, context, State.CLOSED)


def _week_understood(
    field: str, hours: Any, context: Context, unsaid: State = State.UNKNOWN
) -> Iterator[Diagnostic]:
    if hours is None:
        return
    try:
        remarks: Iterable[Diagnostic] = read_hours(
            hours, today=context.today, unsaid=unsaid
        ).remarks
    except HoursError as failure:
        remarks = failure.faults
    for remark in remarks:
        is_entry = isinstance(hours, dict) and set(remark.where) <= hours.keys()
        here = (field, *remark.where) if is_entry else (field,)
        yield remark._replace(where=here, message=remark.message.rstrip("."))


def exceptions_understood(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """Dated hours are read like the week's."""
    for index, exception in enumerate(place.exceptions):
        try:
            _ = exception.hours
        except HoursError as failure:
            for remark in failure.faults:
                field = next((part for part in remark.where if part in ("du", "au")), "horaires")
                message = remark.message.rstrip(".")
                yield error(("exceptions", index, field), message, remark.hint)


def items_once(place: Any, _context: Context) -> Iterator[Diagnostic]:
    """A list says each thing once."""
    for name in _LISTS:
        values = getattr(place, name, ())
        if not isinstance(values, tuple) or len(set(values)) == len(values):
            continue
        for index, value in enumerate(values):
            if value in values[:index]:
                yield warning(
                    (name, index), f"{quote(value)} est écrit deux fois", "supprimez cette ligne"
                )


def nothing_private(place: Any, _context: Context) -> Iterator[Diagnostic]:
    """No bank account, no social security number; a person's name is pointed out."""
    for name in _TEXTS:
        text: Any = getattr(place, name, None)
        if name == "nom" and getattr(place, "nom_confirme", None):
            continue
        yield from private((name,), text)
        if text and name in _NAMES and not TITLE.search(text) and _is_doubtful(place, name, text):
            yield warning((name,), f"{quote(text)} semble être le nom d'une personne", _NAMES[name])


def _is_doubtful(record: Any, name: str, text: str) -> bool:
    """The rule of imports; a place may be called after a writer."""
    if name != "nom":
        return is_a_person(text)
    return person_in_name(text, getattr(record, "typologie", ()))[0]


def private(where: FieldPath, text: str | None) -> Iterator[Diagnostic]:
    """What a text says that no public record may: an account, a social security number, a name
    after «Mme»."""
    if not text:
        return
    if _IBAN.search(text) or _is_nir(text):
        yield error(
            where,
            "un numéro de compte ou de sécurité sociale est écrit ici",
            "effacez-le : cette fiche est publique",
        )
    elif found := TITLE.search(text):
        yield warning(
            where,
            f"{quote(found.group())} semble être le nom d'une personne",
            _NAMES.get(
                str(where[-1]),
                "écrivez plutôt sa fonction, par exemple « la conseillère numérique »",
            ),
        )


def _is_nir(text: str) -> bool:
    """Whether a number of the text is a social security number, its key included."""
    for found in _NIR.finditer(text):
        digits = found.group().replace(" ", "").replace("2A", "19").replace("2B", "18")
        if 97 - int(digits[:13]) % 97 == int(digits[13:]):
            return True
    return False


def name_clean(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """A name is not a sentence."""
    if place.nom.endswith(".") and not place.nom.endswith(("..", "etc.")):
        yield warning(("nom",), "le nom finit par un point", f"écrivez « nom: {place.nom[:-1]} »")
