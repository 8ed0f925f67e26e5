"""A question of an interview, and those that several kinds of records share."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plugins.common.diagnostic import printable
from plugins.intake.asked.answers import Interview, ask_lines, ask_meant, ask_text
from plugins.intake.asked.console import is_yes
from plugins.records.phones import read_phone


class AskedQuestion(NamedTuple):
    """`word`: what people call it, to come back to it."""

    word: str
    ask: Callable[[Interview], None]


def _phones(at: Interview) -> None:
    departement = at.draft.departement

    def said(text: str) -> str:
        phone = read_phone(text, departement)
        return phone.display if phone else ""

    ask_lines(
        at,
        at.draft.sheet,
        "telephone",
        "Téléphone du lieu ? (jamais celui d'une personne)",
        say_back=said,
    )


def _services(at: Interview) -> None:
    at.console.say("Qu'est-ce que l'on y fait ?")
    question = "Des numéros, ou vos mots ? (exemples : 1, 8 ou « papiers, ordinateurs »)"
    others = ("equipements", "modalites_accompagnement") if at.draft.kind == "place" else ()
    ask_meant(at, at.draft.sheet, "services", question, others)


def _price(at: Interview) -> None:
    at.console.say("Est-ce gratuit ?")
    ask_meant(at, at.draft.sheet, "frais_a_charge", "Un numéro, ou vos mots ?")


def _verified(at: Interview) -> None:
    sheet = at.draft.sheet
    sheet.values.pop("verifie_le", None)
    question = "Qui a vérifié cela aujourd'hui ? (mairie, lieu, bénévole : jamais un nom)"
    ask_text(at, sheet, "verifie_par", question)
    if "verifie_par" in sheet.values:
        sheet.values["verifie_le"] = at.draft.context.today.isoformat()


TELEPHONE = AskedQuestion("téléphone", _phones)
SERVICES = AskedQuestion("services", _services)
PRICE = AskedQuestion("prix", _price)
VERIFIED = AskedQuestion("vérifié", _verified)


def name_question(field: str, question: str) -> AskedQuestion:
    """The name of a record, which it needs."""

    def ask(at: Interview) -> None:
        ask_text(at, at.draft.sheet, field, question, is_needed=True)

    return AskedQuestion("titre" if field == "titre" else "nom", ask)


def offered(at: Interview, question: str) -> bool:
    """A thing that is told by the name: written only if the person says so."""
    return is_yes(at.console, printable(question), default=True)
