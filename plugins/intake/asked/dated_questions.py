"""What is asked of a workshop and of a round."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from plugins.common.diagnostic import Diagnostic, printable
from plugins.intake.asked.answers import Interview, ask_lines, ask_one, ask_text
from plugins.intake.asked.asked_record import Answers, FieldSheet
from plugins.intake.asked.common_questions import (
    PRICE,
    SERVICES,
    TELEPHONE,
    VERIFIED,
    AskedQuestion,
    name_question,
)
from plugins.intake.asked.console import chosen
from plugins.intake.asked.spot import ask_address, ask_point
from plugins.intake.asked.town import ask_town
from plugins.records.hints.closed_lists import literals_of, values_meant
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.records.unwritten import places_in
from plugins.recurrence import DatesError, read_dates
from plugins.vocabulary.topics import Theme

_MOST = 12
"""Places of a commune that are proposed."""
_TOPICS = get_args(Theme)
_DATES = "Quand ? (exemple : tous les mardis de 14h à 16h, sauf vacances scolaires)"


def _topic(at: Interview) -> None:
    values = at.draft.values
    for name in ("theme", "autre_theme"):
        values.pop(name, None)
    found = chosen(at.console, "Le thème ? (numéro, ou vos mots)", _TOPICS[:-1])
    if isinstance(found, int):
        values["theme"] = _TOPICS[found]
        return
    meant = values_meant(found, _TOPICS[:-1]) if found else []
    values["theme"] = meant[0] if len(meant) == 1 else "autre"
    if len(meant) != 1:
        values["autre_theme"] = found or values.get("titre", "")
    at.console.say(f"Noté : {printable(values.get('autre_theme') or values['theme'])}.")


def workshop_where(places_dir: Path) -> AskedQuestion:
    """Where the workshop is: in a place of the directory, or at an address."""

    def ask(at: Interview) -> None:
        sheet = at.draft.sheet
        for name in ("lieu", "commune", "code_insee", "adresse", "latitude", "longitude"):
            sheet.values.pop(name, None)
        ask_town(at, sheet, "Dans quelle commune ? (nom ou code postal)", is_needed=True)
        places = places_in(places_dir, sheet.values["code_insee"], at.draft.departement)
        if places:
            at.console.say("Dans un de ces lieux ?")
            told = [printable(place.nom) for place in places[:_MOST]]
            while isinstance(
                found := chosen(at.console, "Son numéro ? (Entrée : ailleurs)", told), str
            ):
                at.console.say("Écrivez un numéro de la liste, ou rien.")
            if found is not None:
                for name in ("commune", "code_insee"):  # its record says them
                    del sheet.values[name]
                sheet.values["lieu"] = places[found].id
                return
        ask_address(at, sheet)
        ask_point(at, sheet, marks_centre=False)

    return AskedQuestion("lieu", ask)


def _said(at: Interview, text: str) -> str:
    try:
        return read_dates(text, today=at.draft.context.today).said(at.draft.context.today)
    except DatesError:
        return ""


def _dates(at: Interview) -> None:
    ask_lines(at, at.draft.sheet, "dates", _DATES, say_back=lambda text: _said(at, text))


def _registration(at: Interview) -> None:
    field = Workshop.model_fields["inscription"]
    ask_one(
        at, at.draft.sheet, "inscription", "Faut-il s'inscrire ?", literals_of(field.annotation)
    )


def workshop_questions(places_dir: Path) -> tuple[AskedQuestion, ...]:
    """Those of a workshop; the places that it may be in are those of a folder."""
    return (
        name_question("titre", "Ce que l'on y fait, en quelques mots ?"),
        AskedQuestion("thème", _topic),
        workshop_where(places_dir),
        AskedQuestion("dates", _dates),
        AskedQuestion("inscription", _registration),
        TELEPHONE,
        PRICE,
        VERIFIED,
    )


def _operator(at: Interview) -> None:
    ask_text(at, at.draft.sheet, "operateur", "Quel organisme fait la tournée ?")


def _state(at: Interview) -> None:
    states = literals_of(Route.model_fields["statut"].annotation)
    question = "Où en est-elle ? (Entrée : en service)"
    ask_one(at, at.draft.sheet, "statut", question, states, "en service")


def _stops(at: Interview) -> None:
    stops: list[Answers] = []
    values = at.draft.values
    values.pop("arrets", None)
    while True:
        stop: Answers = {}

        def check(filled: Answers) -> list[Diagnostic]:
            return at.draft.faults_of({**values, "arrets": [*stops, filled]})

        sheet = FieldSheet(stop, check, f"arrets[{len(stops) + 1}].")
        question = f"Arrêt {len(stops) + 1} : quelle commune ?"
        more = "" if not stops else " (Entrée : c'est tout)"
        if ask_town(at, sheet, question + more, is_needed=not stops) is None:
            break
        ask_text(at, sheet, "point", "À quel endroit ? (exemple : devant la halle)")
        ask_lines(at, sheet, "passages", _DATES, say_back=lambda text: _said(at, text))
        stops.append(stop)
    values["arrets"] = stops


ROUTE_QUESTIONS = (
    name_question("nom", "Le nom de la tournée, comme sur le véhicule ?"),
    AskedQuestion("statut", _state),
    AskedQuestion("organisme", _operator),
    AskedQuestion("arrêts", _stops),
    SERVICES,
    TELEPHONE,
    VERIFIED,
)
