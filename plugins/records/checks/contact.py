"""How to reach the place: numbers that exist, addresses of an office and not of a person."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Protocol

from plugins.common.diagnostic import Diagnostic, error, quote, warning
from plugins.gazetteer import normalize
from plugins.records.checks.context import Context
from plugins.records.checks.given_names import GIVEN_NAMES
from plugins.records.model.identity import InDepartement
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.phones import Phone, read_phone

# Landlines of metropolitan France: the whole of these ranges is in use, so that the numbering
# tables (60 ms to import, 50 µs a number) are only asked about the others.
_LANDLINE = re.compile(r"tel:\+33(?:[134][0-9]|2[0-57-9]|5[0-8])[0-9]{7}")

_OFFICE_WORDS = frozenset(
    """accueil administration agence antenne association bibliotheque bureau ccas centre cnfs
    communication conseil conseiller conseillernumerique contact culture direction espace
    franceservices inclusion info infos jeunesse mairie maison mediatheque mission numerique
    permanence pole projet reseau secretariat service services siege social solidarite
    ville""".split()
)
_OWN_NAMES = ("nom", "titre", "commune", "operateur", "organisateur", "animateur")
"""Fields whose words may stand in the address of an office."""
_PERSONAL_DOMAINS = frozenset(
    """gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net yahoo.fr
    yahoo.com hotmail.com hotmail.fr outlook.com outlook.fr live.fr msn.com icloud.com me.com
    bbox.fr numericable.fr aol.com protonmail.com proton.me gmx.fr""".split()
)


class Reachable(Protocol):
    """What has phone numbers and addresses: any record but a label."""

    @property
    def telephone(self) -> tuple[str, ...]: ...
    @property
    def courriels(self) -> tuple[str, ...]: ...


def phone_numbers(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """Each line is one whole number that its numbering plan knows."""
    for index, text in enumerate(place.telephone):
        where = ("telephone", index)
        phone = read_phone(text)
        if phone is None:
            yield error(where, f"{quote(text)} n'est pas un numéro de téléphone", _phone_hint(text))
        elif not phone.is_short and not _LANDLINE.fullmatch(phone.uri) and not _exists(phone):
            yield warning(
                where,
                f"{quote(text)} n'existe pas dans le plan de numérotation",
                "vérifiez ce numéro",
            )


def _exists(phone: Phone) -> bool:
    import phonenumbers  # imported late, see _LANDLINE

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(phone.uri.removeprefix("tel:")))
    except phonenumbers.NumberParseException:
        return False


def _phone_hint(text: str) -> str:
    digits = re.sub(r"[^0-9]", "", text)
    if len(digits) == 20 and all(read_phone(half) for half in (digits[:10], digits[10:])):
        return "écrivez un numéro par ligne"
    if len(digits) == 9 and (phone := read_phone("0" + digits)):
        return f"écrivez « {phone.display} »"
    found = re.search(r"(?:\+33 ?|0)[1-9](?:[ .-]?[0-9]{2}){4}", text)
    if found and (phone := read_phone(found.group())):
        return f"écrivez seulement « {phone.display} »"
    return "écrivez dix chiffres, par exemple 05 61 00 00 00"


def mobile_numbers(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """A mobile number may be somebody's own, unless the place itself moves."""
    if isinstance(place, Place) and place.is_itinerant:
        return
    for index, text in enumerate(place.telephone):
        phone = read_phone(text)
        if phone is not None and phone.is_mobile:
            yield warning(
                ("telephone", index),
                f"{quote(text)} est un numéro de mobile",
                f"gardez-le seulement si c'est le numéro {_whose(place)}, pas celui d'une personne",
            )


def email_addresses(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """An address of the office; that of a person is personal data."""
    names = (getattr(place, name, None) for name in _OWN_NAMES)
    own = {*normalize(" ".join(filter(None, names))).split(), *_OFFICE_WORDS}
    for index, address in enumerate(place.courriels):
        local, _, domain = address.lower().partition("@")
        if _names_a_person(local, own):
            yield warning(
                ("courriels", index),
                f"{quote(address)} semble être l'adresse d'une personne",
                f"écrivez l'adresse du service, par exemple accueil@{domain}",
            )
        elif domain in _PERSONAL_DOMAINS:
            yield warning(
                ("courriels", index),
                f"{quote(address)} est chez un fournisseur grand public",
                f"gardez-la seulement si c'est l'adresse {_whose(place)}, pas celle d'une personne",
            )


def _whose(record: Reachable) -> str:
    return "du lieu" if isinstance(record, InDepartement) else "d'un service"


def _names_a_person(local: str, known: Collection[str]) -> bool:
    """«marie.dupont», «m.dupont»: a given name or an initial, then a word foreign to the place."""
    parts = [part for part in re.split(r"[._-]", local) if part.isalpha()]
    if len(parts) != 2:
        return False
    if any(part in known for part in parts):
        return False
    return parts[0] in GIVEN_NAMES or (len(parts[0]) == 1 and len(parts[1]) > 3)


def establishment_number(place: Place | Route, _context: Context) -> Iterator[Diagnostic]:
    """A SIRET with its key (La Poste has a rule of its own) or a RNA; a SIREN is not enough."""
    pivot = place.pivot
    if pivot is None:
        return
    where = ("pivot",)
    if not pivot.strip("0"):
        yield error(where, "un SIRET de zéros ne veut rien dire", "supprimez la ligne")
    elif pivot.isdigit() and len(pivot) == 14:
        from stdnum.fr import siret  # imported late: not every record has one

        if not siret.is_valid(pivot):
            yield error(
                where,
                f"{quote(pivot)} n'est pas un SIRET : sa clé est fausse",
                "recopiez les 14 chiffres, ou supprimez la ligne",
            )
    elif pivot.isdigit() and len(pivot) == 9:
        yield error(
            where,
            f"{quote(pivot)} est un SIREN de 9 chiffres",
            "écrivez le SIRET, 14 chiffres, ou supprimez la ligne",
        )
    elif not re.fullmatch(r"[Ww][0-9A-Za-z]{9}", pivot) and place.departement != "988":
        yield error(
            where,
            f"{quote(pivot)} n'est ni un SIRET (14 chiffres) ni un RNA (W et 9 chiffres)",
            "corrigez-le, ou supprimez la ligne",
        )
