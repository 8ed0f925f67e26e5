"""Telephone numbers, e-mail and web addresses out of free text; nobody's own goes through."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

import phonenumbers

from plugins.gazetteer import normalize
from plugins.records.model.types import EMAIL, WEB
from plugins.records.phones import read_phone

_REGIONS = {
    "971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT", "977": "BL",
    "978": "MF", "986": "WF", "987": "PF", "988": "NC",
}  # fmt: skip
_SHORT = re.compile(r"(?<![\d.])(3\d[ .]?\d\d|11[0-9]|1[578]|116[ .]?\d{3}|118[ .]?\d{3})(?![\d.])")
# A spreadsheet takes a number without spaces for a quantity, and drops its first zero.
_LOST_ZERO = re.compile(r"(?<![\d+.])[1-9]\d{8}(?![\d.])")
_EMAIL = re.compile(EMAIL.regex)
_WEB = re.compile(WEB.regex)
# It begins where a word does: trying every letter of a long cell as a beginning takes hours.
_EMAIL_IN_TEXT = re.compile(r"(?<![\w.%+'-])[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:[/?#:].*)?", re.IGNORECASE)
_GENERIC = frozenset(
    """accueil adherents administration adil agence aide annexe antenne asso association
    atelier ateliers bibli biblio bibliotheque bij bonjour boutique bureau bus caf cap ccas
    centre centresocial cias cnfs collectif communaute commune communication conseiller
    conseillers contact contacts coordination crij csc cyber cyberbase cyberespace
    departement direction ecole emploi epn equipe espace espacenumerique fablab formation
    foyer franceservice franceservices fs gestion hello inclusion info infojeunes
    information informations infos insertion jeunes jeunesse labo laposte ludotheque mairie
    maison mediateur mediatheque mediatheques mediation ml mission missionlocale mjc mobile
    msap msa multimedia municipal municipale numerique ouverture permanence pij pimms point
    pole poste president proximite public quartier rdv reception relais reseau ressourcerie
    secretariat semaphore senior seniors service services sfs sicoval siege sivom social
    solidarite solidarites tiers tierslieu tic usagers vie ville web""".split()
)


class Phones(NamedTuple):
    """Numbers as a record writes them, and what was left out, with the reason (French)."""

    numbers: list[str]
    remarks: list[str]


def read_phones(text: str, departement: str, allow_mobile: bool) -> Phones:
    """Every number in a text: «05 31 48 50 99 / 39 49» gives two. Short numbers are real.

    A mobile number may be somebody's own: it is kept only where `allow_mobile` says that the source
    publishes it as the place's.
    """
    numbers: dict[str, None] = {}
    remarks: list[str] = []
    region = _REGIONS.get(departement, "FR")
    left = _LOST_ZERO.sub(r"0\g<0>", text.replace("(0)", "").replace("|", " / "))
    for match in phonenumbers.PhoneNumberMatcher(left, region):
        phone = read_phone(
            phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        )
        left = left.replace(match.raw_string, " " * len(match.raw_string), 1)
        if phone is None:
            remarks.append(f"telephone : « {text} » n'est pas un numéro complet, non repris")
        elif _is_mobile(match.number) and not allow_mobile:
            remarks.append("telephone : un numéro de portable, peut-être personnel, non repris")
        else:
            numbers[phone.display] = None
    for short in _SHORT.findall(left):
        numbers[short.replace(" ", "").replace(".", "")] = None
        left = left.replace(short, " ", 1)
    if not numbers and not remarks and any(char.isdigit() for char in text):
        remarks.append(f"telephone : « {text} » n'est pas un numéro complet, non repris")
    return Phones(list(numbers), remarks)


def _is_mobile(number: phonenumbers.PhoneNumber) -> bool:
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def read_emails(text: str, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """Addresses of a service found in a text, and remarks. `names`: the place, its commune, its
    parent: an address that carries one of their words is not a person's."""
    words = {word for name in names for word in normalize(name).split() if len(word) > 2}
    kept: dict[str, None] = {}
    remarks = []
    for address in _EMAIL_IN_TEXT.findall(text.replace("mailto:", " ")):
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
    if any(part in _GENERIC for part in parts):
        return True
    squeezed = "".join(parts)
    own = {*words, *(part for part in re.split(r"[^a-z]+", domain)[:-1] if len(part) > 3)}
    if any(len(word) > 3 and word in squeezed for word in own):
        return True
    return any(len(word) > 5 and squeezed.startswith(word) for word in _GENERIC)


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


def hides_contact(text: str) -> bool:
    """A free text that carries an e-mail address or a French mobile number."""
    return bool(_EMAIL_IN_TEXT.search(text) or re.search(r"\b0[67](?:[ .-]?\d\d){4}\b", text))
