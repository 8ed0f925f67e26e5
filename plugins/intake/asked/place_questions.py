"""What is asked of a place."""

from __future__ import annotations

from plugins.intake.asked.answers import Interview, ask_lines
from plugins.intake.asked.common_questions import (
    PRICE,
    SERVICES,
    TELEPHONE,
    VERIFIED,
    AskedQuestion,
    name_question,
    offered,
)
from plugins.intake.asked.spot import ask_address, ask_point, ask_postcode
from plugins.intake.asked.town import ask_town
from plugins.intake.asked.week_answers import ask_week
from plugins.intake.terms.meanings import begins_with_a_kind
from plugins.vocabulary.typologie import KINDS as SAID_KINDS


def _kind(at: Interview) -> None:
    """What the name says that it is, if it does."""
    values = at.draft.values
    values.pop("typologie", None)
    meant = begins_with_a_kind(f"{at.draft.name} x")
    for code in meant.meanings if meant else ():
        if code in SAID_KINDS and offered(at, f"Sorte de lieu : {SAID_KINDS[code]}. C'est juste ?"):
            values.setdefault("typologie", []).append(code)


def _town(at: Interview) -> None:
    sheet = at.draft.sheet
    sheet.values.pop("code_postal", None)
    postcode = ask_town(at, sheet, is_needed=True)
    if postcode:
        sheet.values["code_postal"] = postcode


def _address(at: Interview) -> None:
    ask_address(at, at.draft.sheet)
    ask_postcode(at, at.draft.sheet)
    ask_point(at, at.draft.sheet, marks_centre=True)


def _mail(at: Interview) -> None:
    ask_lines(at, at.draft.sheet, "courriels", "Adresse électronique du lieu ?")


def _site(at: Interview) -> None:
    ask_lines(at, at.draft.sheet, "site_web", "Site internet ? (avec https://)")


def _week(at: Interview) -> None:
    ask_week(at, at.draft.sheet)


PLACE_QUESTIONS = (
    name_question("nom", "Le nom du lieu, comme sur sa porte ?"),
    AskedQuestion("sorte", _kind),
    AskedQuestion("commune", _town),
    AskedQuestion("adresse", _address),
    AskedQuestion("horaires", _week),
    TELEPHONE,
    AskedQuestion("courriel", _mail),
    AskedQuestion("site", _site),
    SERVICES,
    PRICE,
    VERIFIED,
)
