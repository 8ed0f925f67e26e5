"""The rows of a table of answers, each cell understood, or said wrong in French."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar, get_args

from plugins.common.diagnostic import quote
from plugins.common.spreadsheet import unguarded
from plugins.gazetteer import normalize
from plugins.intake.read.table import Table
from plugins.quality.answers.answer_table import ANSWERS, COLUMNS
from plugins.records.doubts.verifiers import tells_a_function
from plugins.records.persons.cited import hides_contact, persons_in
from plugins.records.persons.person_names import is_a_person
from plugins.vocabulary import national
from plugins.vocabulary.yes_or_no import YES_OR_NO

ReadCell = TypeVar("ReadCell")

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?|(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_FREE = {"oui": "Gratuit", "non": "Payant", "sous condition": "Gratuit sous condition"}
NONE = frozenset({"aucun", "aucune", "neant", "inconnu", "inconnus"})
"""Instead of a new value: what the record says is wrong, and nobody knows better."""
_SERVICES = {normalize(service): service for service in get_args(national.Service)}


class BadCell(ValueError):  # noqa: N818 - an answer to be corrected, not an error of the program
    """`column`, what is wrong with it, and what to write instead (French)."""

    def __init__(self, column: str, message: str, hint: str) -> None:
        super().__init__(f"{column} : {message} ; {hint}")


@dataclass(frozen=True)
class CallAnswer:
    """What a call taught about one place; None, or empty: not asked."""

    number: int
    """The row, as a spreadsheet numbers it."""
    id: str
    day: date
    role: str
    printed: str = ""
    """The number that the table shows, which was asked about."""
    is_open: bool | None = None
    phone_ok: bool | None = None
    new_phone: str = ""
    hours_ok: bool | None = None
    new_hours: str = ""
    closed: date | None = None
    services: tuple[str, ...] = ()
    price: str = ""
    wheelchair: str = ""
    bus: str = ""
    remark: str = ""


class RowFault(NamedTuple):
    """What is wrong with a row, in French; row 0: with the table."""

    number: int
    told: str

    def sentence(self) -> str:
        """In one line."""
        return f"ligne {self.number}, {self.told}" if self.number else self.told


@dataclass
class ReadAnswers:
    """`answers`: rows that answer something; `unanswered`: how many do not."""

    answers: list[CallAnswer] = field(default_factory=list)
    unanswered: int = 0
    faults: list[RowFault] = field(default_factory=list)


def read_answers(table: Table, today: date) -> ReadAnswers:
    """Every row of the table; all its faults at once."""
    names = {column: _name_of(column) for column in table.columns}
    read = ReadAnswers()
    for column, name in names.items():
        if name not in COLUMNS and any(column in row.cells for row in table.rows):
            told = f"colonne {quote(column)} inconnue ; colonnes lues : {', '.join(COLUMNS)}"
            read.faults.append(RowFault(0, told))
    if "id" not in names.values():
        told = "le tableau n'a pas de colonne « id » ; reprenez celui de la page"
        read.faults.append(RowFault(0, told))
        return read
    seen: dict[str, int] = {}
    for row in table.rows:
        cells = {names[column]: _bare(text) for column, text in row.cells.items()}
        if not any(cells.get(name) for name in ANSWERS):
            read.unanswered += 1
            continue
        answer, faults = _read(row.number, cells, today)
        if answer.id in seen:
            faults.append(f"id : {quote(answer.id)} est déjà à la ligne {seen[answer.id]}")
        elif answer.id:
            seen[answer.id] = row.number
        read.faults += [RowFault(row.number, told) for told in faults]
        read.answers += [] if faults else [answer]
    return read


def _read(number: int, cells: Mapping[str, str], today: date) -> tuple[CallAnswer, list[str]]:
    """The answer of a row, and what is wrong with it: then it stands for what could be read."""
    faults: list[str] = []

    def tried(
        name: str, reader: Callable[[str, str, date], ReadCell], instead: ReadCell
    ) -> ReadCell:
        try:
            return reader(name, cells.get(name, ""), today)
        except BadCell as bad:
            faults.append(str(bad))
            return instead

    answer = CallAnswer(
        number=number,
        id=cells.get("id", ""),
        day=tried("date", _day, None) or today,
        role=tried("role", _role, ""),
        printed=cells.get("telephone", ""),
        is_open=tried("ouvert", _yes_or_no, None),
        phone_ok=tried("telephone_ok", _yes_or_no, None),
        new_phone=cells.get("nouveau_telephone", ""),
        hours_ok=tried("horaires_ok", _yes_or_no, None),
        new_hours=cells.get("nouveaux_horaires", ""),
        closed=tried("ferme_le", _day, None),
        services=tried("services", _services, ()),
        price=tried("gratuit", _price, ""),
        wheelchair=tried("fauteuil", _wheelchair, ""),
        bus=tried("bus", _public_text, ""),
        remark=cells.get("remarque", ""),
    )
    undated = not cells.get("ferme_le")
    return answer, [*_lacking(cells), *faults, *map(str, _contradictions(answer, undated))]


def _lacking(cells: Mapping[str, str]) -> Iterator[str]:
    for name, hint in (
        ("id", "reprenez celui de la page"),
        ("date", "écrivez le jour de l'appel"),
        ("role", "écrivez votre fonction, par exemple « mairie »"),
    ):
        if not cells.get(name):
            yield f"{name} : cette case est vide ; {hint}"


def _contradictions(answer: CallAnswer, undated: bool) -> Iterator[BadCell]:
    """Answers of one row that cannot be true together, or that lack another. `undated`: no day of
    closing is typed, not even a wrong one."""
    if answer.is_open is False and undated:
        yield BadCell(
            "ouvert",
            "« non », sans le jour",
            "écrivez « ferme_le » ; fermé pour un temps : laissez vide et notez-le en remarque",
        )
    if answer.is_open and answer.closed:
        yield BadCell("ferme_le", "« ouvert » dit « oui »", "gardez l'un des deux")
    for ok, new, name, word in (
        (answer.phone_ok, answer.new_phone, "telephone", "le nouveau numéro, ou « aucun »"),
        (answer.hours_ok, answer.new_hours, "horaires", "les nouveaux horaires, ou « inconnus »"),
    ):
        if ok is False and not new:
            yield BadCell(f"{name}_ok", "« non », sans la suite", f"écrivez {word}")
        if ok and new:
            yield BadCell(f"{name}_ok", "« oui », avec une nouvelle valeur", "gardez l'un des deux")


def _day(name: str, text: str, today: date) -> date | None:
    if not text:
        return None
    match = _DAY.fullmatch(text)
    numbers = [int(part) for part in match.groups() if part] if match else []
    if numbers and numbers[0] < 100:
        numbers.reverse()
    try:
        day = date(*numbers[:3])
    except (TypeError, ValueError):
        hint = "écrivez par exemple 2026-11-30, ou 30/11/2026"
        raise BadCell(name, f"{quote(text)} n'est pas une date", hint) from None
    if day > today:
        raise BadCell(name, f"{quote(text)} est dans l'avenir", "corrigez la date")
    if day.year < today.year - 5:
        raise BadCell(name, f"{quote(text)} est trop ancien", "corrigez la date")
    return day


def _public_text(name: str, text: str, _: date) -> str:
    if any(persons_in(text)) or hides_contact(text):
        raise BadCell(
            name,
            "ce texte parle d'une personne, ou donne ses coordonnées",
            "écrivez seulement la ligne et l'arrêt",
        )
    return text


def _role(name: str, text: str, _: date) -> str:
    if is_a_person(text):
        raise BadCell(
            name,
            f"{quote(text)} semble être le nom d'une personne",
            "écrivez sa fonction, par exemple « mairie » ou « bénévole »",
        )
    if not tells_a_function(text):
        raise BadCell(
            name,
            f"{quote(text)} ne dit pas qui a vérifié",
            "écrivez une fonction, par exemple « mairie » ou « bénévole »",
        )
    return text


def _yes_or_no(name: str, text: str, _: date) -> bool | None:
    said = normalize(text)
    if not said:
        return None
    if said in YES_OR_NO:
        return YES_OR_NO[said] == "oui"
    raise BadCell(name, f"{quote(text)} n'est pas une réponse", "écrivez oui, non, ou rien")


def _wheelchair(name: str, text: str, today: date) -> str:
    said = _yes_or_no(name, text, today)
    return "" if said is None else ("oui" if said else "non")


def _price(name: str, text: str, _: date) -> str:
    said = normalize(text)
    said = YES_OR_NO.get(said, said)
    if said and said not in _FREE:
        raise BadCell(
            name, f"{quote(text)} n'est pas une réponse", "écrivez oui, non, ou sous condition"
        )
    return _FREE.get(said, "")


def _services(name: str, text: str, _: date) -> tuple[str, ...]:
    parts = [part.strip() for part in re.split(r"[|;]", text) if part.strip()]
    for part in parts:
        if normalize(part) not in _SERVICES:
            hint = f"écrivez avec | entre deux : {' | '.join(_SERVICES.values())}"
            raise BadCell(name, f"{quote(part)} n'est pas un service", hint)
    return tuple(_SERVICES[normalize(part)] for part in parts)


def _name_of(column: str) -> str:
    return re.sub(r"\W+", "_", normalize(column)).strip("_")


def _bare(text: str) -> str:
    return " ".join(unguarded(text).split())
