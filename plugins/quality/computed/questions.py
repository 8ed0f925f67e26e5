"""The three questions to ask a place on the telephone, chosen from what is missing or old.

Each has a column of the table of answers (`plugins.quality.answers`), and boxes on the sheet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from plugins.quality.computed.place_lines import PlaceLine

ASKED = 3


class Question(NamedTuple):
    """`words`: as the sheet prints it; `choices`: boxes to tick, none where one writes; `column`:
    of the table of answers; `asked_of`: whether it is worth asking."""

    words: str
    choices: tuple[str, ...]
    column: str
    asked_of: Callable[[PlaceLine], bool]


_YES_NO = ("oui", "non")


def _is_old(line: PlaceLine) -> bool:
    return line.age in ("24", "older", "unknown")


def _lacks(fact: str) -> Callable[[PlaceLine], bool]:
    return lambda line: fact in line.missing


QUESTIONS: tuple[Question, ...] = (
    Question("Toujours ouvert au public ?", _YES_NO, "ouvert", _is_old),
    Question("Quels jours, quelles heures ?", (), "nouveaux_horaires", _lacks("horaires")),
    Question("Quel numéro pour le public ?", (), "nouveau_telephone", _lacks("telephone")),
    Question("À quoi aidez-vous ?", (), "services", _lacks("services")),
    Question(
        "Mêmes horaires ?",
        _YES_NO,
        "horaires_ok",
        lambda line: _is_old(line) and bool(line.hours),
    ),
    Question("Est-ce gratuit ?", _YES_NO, "gratuit", _lacks("prix")),
    Question("Entre-t-on en fauteuil roulant ?", _YES_NO, "fauteuil", _lacks("acces")),
    Question("Quel bus, quel arrêt ?", (), "bus", _lacks("transports")),
    Question("Est-ce le bon numéro ?", _YES_NO, "telephone_ok", lambda line: bool(line.phone)),
    Question("Toujours ouvert au public ?", _YES_NO, "ouvert", lambda line: not _is_old(line)),
    Question("Mêmes horaires ?", _YES_NO, "horaires_ok", lambda line: True),
)
"""The most useful first."""


def questions_for(line: PlaceLine) -> list[Question]:
    """The first three that are worth asking."""
    return [question for question in QUESTIONS if question.asked_of(line)][:ASKED]
