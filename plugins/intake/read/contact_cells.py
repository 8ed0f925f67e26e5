"""The contacts of a row, each in its own field, also when it was typed in the cell of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from plugins.intake.read.contacts import read_emails, read_phones, read_web
from plugins.intake.read.outdated import is_outdated
from plugins.intake.read.row_cells import Cells
from plugins.records.dialling.in_text import phones_in
from plugins.records.model.fields import longest
from plugins.records.persons.cited import EMAIL_IN_TEXT

_CELLS = {
    "telephone": "du téléphone",
    "courriels": "du courriel",
    "site_web": "du site",
    "prise_rdv": "de la prise de rendez-vous",
}
_URL = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
_DOMAIN = re.compile(r"(?<!\S)[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:[/?#:]\S*)?(?!\S)", re.IGNORECASE)
_MANY_DIGITS = 8
"""A text with as many may have been meant as a number, even where none can be read."""


class Contacts(NamedTuple):
    """What a record says of each field, and French remarks."""

    telephone: list[str]
    courriels: list[str]
    site_web: list[str]
    prise_rdv: str
    remarks: list[str]


def read_contacts(
    cell: Cells, names: Iterable[str], departement: str, *, allow_mobile: bool
) -> Contacts:
    """The contacts of a row. One in the cell of another field is read by the rules of its own:
    nobody's address or mobile goes through that way. `names`, `allow_mobile`: as in `contacts`."""
    names = tuple(names)
    own = {name: cell.text(name) for name in _CELLS}
    told = (own["telephone"], cell.text("telephone_brut"))
    own["telephone"] = " | ".join(filter(None, told))
    moved: dict[str, list[tuple[str, str]]] = {"telephone": [], "courriels": [], "site_web": []}
    for name, text in own.items():
        own[name] = kept = _sorted_out(name, text, departement, moved) if text else ""
        if kept != text and is_outdated(text):  # what it says is of the whole cell
            for pieces in moved.values():
                pieces[:] = [(at, text if at == name else piece) for at, piece in pieces]
    remarks: list[str] = []

    def found(name: str, text: str) -> list[str]:
        if name == "telephone":
            values, told = read_phones(text, departement, allow_mobile)
        elif name == "courriels":
            values, told = read_emails(text, names)
        else:
            values, told = read_web(text)
        remarks.extend(remark for remark in told if remark not in remarks)
        return values

    def united(name: str) -> list[str]:
        values = found(name, own[name])
        for at, text in moved[name]:
            for value in found(name, text):
                if value not in values and len(values) < (longest(name) or len(values) + 1):
                    values.append(value)
                    where = f"écrit dans la case {_CELLS[at]}"
                    remarks.append(f"{name} : « {value} », {where}, remis à sa place")
        return values

    phones, emails, sites = united("telephone"), united("courriels"), united("site_web")
    booking = found("prise_rdv", own["prise_rdv"])
    return Contacts(phones, emails, sites, booking[0] if booking else "", remarks)


def _sorted_out(
    name: str, text: str, departement: str, moved: dict[str, list[tuple[str, str]]]
) -> str:
    """What of a cell stays in its field; what is of another is put in `moved`, with `name`."""
    links = _URL.findall(text)
    plain = _URL.sub(" ", text)
    rest = EMAIL_IN_TEXT.sub(" ", plain)
    is_cut = "@" in _DOMAIN.sub(" ", rest)
    if name != "courriels" and (rest != plain or is_cut):
        moved["courriels"].append((name, plain))
        text = EMAIL_IN_TEXT.sub(" ", text) if name == "telephone" else text
    if name in ("telephone", "courriels") and links:
        moved["site_web"].append((name, " ".join(links)))
        text = _URL.sub(" ", text)
    if name == "telephone":
        return text.strip(" |")
    rest = _DOMAIN.sub(" ", rest)
    digits = sum(char.isdigit() for char in rest)
    if digits >= _MANY_DIGITS or (digits and phones_in(rest, departement).phones):
        moved["telephone"].append((name, rest))
        if name != "courriels":
            text = " ".join((*links, *_DOMAIN.findall(_URL.sub(" ", text))))
    return text
