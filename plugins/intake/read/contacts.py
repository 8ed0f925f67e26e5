"""Telephone numbers, e-mail and web addresses out of free text; nobody's own goes through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from plugins.gazetteer import normalize
from plugins.intake.read.outdated import is_outdated
from plugins.records.dialling.in_text import phones_in
from plugins.records.dialling.short_numbers import is_emergency
from plugins.records.model.types import EMAIL, WEB
from plugins.records.persons.cited import EMAIL_IN_TEXT
from plugins.records.persons.office_words import OFFICE_WORDS
from plugins.records.phones import compact_number, read_phone

_MOST_PHONES, _LONGEST_SAID = 5, 80
"""As many as a record has room for."""
# As France and its territories write them, whole or cut.
_LIKE_MOBILE = re.compile(
    r"(?:^|[^0-9 ./-]\W*)(?:0|(?:\+|00)?33\W{0,2}0?\W?)[67]"  # where a number begins
    r"|(?:[0-9][ ./-]?){10}0[67]|0[67][0-9]{8}"  # after a whole one
)
_EMAIL = re.compile(EMAIL.regex)
_WEB = re.compile(WEB.regex)
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[/?#:].*)?", re.IGNORECASE)


class Phones(NamedTuple):
    """Numbers as a record writes them, and what was left out, with the reason (French)."""

    numbers: list[str]
    remarks: list[str]


def read_phones(text: str, departement: str, allow_mobile: bool) -> Phones:
    """Every number that stands alone in a text: «05 31 48 50 99 / 39 49» gives two. Short numbers
    are real, those of an emergency are nobody's.

    A mobile number may be somebody's own: it is kept only where `allow_mobile` says that the source
    publishes it as the place's, and no remark repeats it, whole or cut.
    """
    if is_outdated(text):
        is_number = any(char.isdigit() for char in text) and not _LIKE_MOBILE.search(text)
        said = f"« {text[:_LONGEST_SAID]} » dit qu'un numéro" if is_number else "un numéro qui"
        return Phones([], [f"telephone : {said} n'est plus bon, non repris"])
    found = phones_in(text, departement)
    alone = not found.phones and len(found.unread) == 1
    numbers = [phone for phone in found.phones if allow_mobile or not phone.is_mobile]
    remarks = [_unread(piece, alone=alone) for piece in found.unread]
    if len(numbers) < len(found.phones):
        remarks.append("telephone : un numéro de portable, peut-être personnel, non repris")
    if found.faxes:
        remarks.append("telephone : un numéro de télécopie, non repris")
    if len(numbers) > _MOST_PHONES:
        remarks.append(
            f"telephone : plus de {_MOST_PHONES} numéros, les premiers seuls sont repris"
        )
    if not found.phones and not remarks and any(char.isdigit() for char in text):
        remarks.append(_unread(text, alone=alone))
    kept = numbers[:_MOST_PHONES]
    return Phones([phone.number if phone.is_short else phone.display for phone in kept], remarks)


def _unread(piece: str, *, alone: bool) -> str:
    if _LIKE_MOBILE.search(piece):
        if len(compact_number(piece).removeprefix("0")) == 9:
            return "telephone : un numéro de portable qui n'existe pas, non repris"
        return "telephone : ce qui ressemble à un numéro de portable n'est pas entier, non repris"
    said = f"telephone : « {piece[:_LONGEST_SAID]} »"
    if alone and is_emergency(compact_number(piece)):
        return f"{said} est un numéro d'urgence, non repris"
    phone = read_phone(piece)
    if phone is None:
        return f"{said} n'est pas un numéro complet, non repris"
    if phone.is_short:
        return f"{said} n'est pas seul : un numéro du lieu ou un nombre ? non repris"
    return f"{said} n'existe pas dans le plan de numérotation, non repris"


def read_emails(text: str, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Addresses of a service found in a text, and remarks. `names`: the place, its commune, its
    parent: an address that carries one of their words is not a person's."""
    words = {word for name in names for word in normalize(name).split() if len(word) > 2}
    kept: dict[str, None] = {}
    remarks = []
    if is_outdated(text):
        return [], ["courriels : une adresse qui n'est plus bonne, non reprise"]
    for address in EMAIL_IN_TEXT.findall(text.replace("mailto:", " ")):
        address = address.strip(".'").lower()
        if not _is_generic(address, words):
            remarks.append("courriels : une adresse qui semble personnelle, non reprise")
        elif not _EMAIL.fullmatch(address):
            remarks.append(f"courriels : « {address} » n'est pas une adresse, non reprise")
        else:
            kept[address] = None
    if "@" in text and not kept and not remarks and len(text) > 3:
        remarks.append("courriels : ce n'est pas une adresse entière, non reprise")
    return list(kept), remarks


def _is_generic(address: str, words: set[str]) -> bool:
    local, _, domain = address.partition("@")
    parts = re.split(r"[^a-z]+", local)
    if any(part in OFFICE_WORDS for part in parts):
        return True
    squeezed = "".join(parts)
    own = {*words, *(part for part in re.split(r"[^a-z]+", domain)[:-1] if len(part) > 3)}
    if any(len(word) > 3 and word in squeezed for word in own):
        return True
    return any(len(word) > 5 and squeezed.startswith(word) for word in OFFICE_WORDS)


def read_web(text: str) -> tuple[list[str], list[str]]:
    """Web addresses (http, https) found in a text, completed when the scheme is missing."""
    kept: dict[str, None] = {}
    wrong = False
    for part in re.split(r"[|\s]+|;(?=\s|http|www)|,(?=\s|http|www)", text):
        part = part.strip(" ,;.")
        if len(part) < 2 or ("@" in part.split("/")[0] and "://" not in part):
            continue
        if part.lower().startswith(("http://", "https://")):
            address = part
        else:
            address = f"https://{part}" if _DOMAIN.fullmatch(part) else ""
        if len(address) <= 500 and address.isprintable() and _WEB.fullmatch(address):
            kept[address] = None
        else:
            wrong = True
    if wrong and not kept:
        return [], [f"adresse de site : « {text[:80]} » n'en est pas une, non reprise"]
    return list(kept), []
