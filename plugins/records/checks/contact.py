"""How to reach the place: numbers that exist, addresses of an office and not of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from plugins.common.diagnostic import Diagnostic, error, quote, warning
from plugins.records.checks.context import Context
from plugins.records.checks.phone_advice import phone_advice
from plugins.records.dialling.numbering import code_of, exists, has_its_length
from plugins.records.dialling.short_numbers import is_emergency
from plugins.records.doubts.own_words import own_words
from plugins.records.model.identity import InDepartement
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.persons.office_addresses import PUBLIC_PROVIDERS, is_somebodys
from plugins.records.phones import Phone, compact_number, phones_of, read_phone
from plugins.vocabulary.sources import is_official

_WHOLE_NUMBER = "écrivez le numéro entier ; un numéro de France commence par 0 et a dix chiffres"


class Reachable(Protocol):
    """What has phone numbers and addresses: any record but a label."""

    @property
    def telephone(self) -> tuple[str, ...]: ...
    @property
    def dialled_from(self) -> str: ...
    @property
    def courriels(self) -> tuple[str, ...]: ...


def phone_numbers(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """Each line is one whole number that its numbering plan knows, and never an emergency's."""
    for index, text in enumerate(place.telephone):
        where = ("telephone", index)
        phone = read_phone(text, place.dialled_from)
        if is_emergency(compact_number(text)):
            yield error(
                where,
                f"{quote(text)} est un numéro d'urgence",
                "écrivez le numéro où l'on répond pour ce service, ou supprimez la ligne",
            )
        elif phone is None:
            yield error(
                where,
                f"{quote(text)} n'est pas un numéro de téléphone",
                phone_advice(text, place.dialled_from),
            )
        elif not phone.is_short and not _exists_as_typed(text, phone):
            if not has_its_length(phone.number):
                yield error(where, f"{quote(text)} n'est pas un numéro de téléphone", _WHOLE_NUMBER)
                continue
            known = exists(phone.number)
            yield warning(
                where,
                f"{quote(text)} n'existe pas dans le plan de numérotation",
                f"écrivez {quote(phone.display)}" if known else "vérifiez ce numéro",
            )


def _exists_as_typed(text: str, phone: Phone) -> bool:
    """Whether its plan has it: that of its own code, if one was typed."""
    typed, number = compact_number(text), phone.number
    return exists(number) and (not typed.startswith("+") or code_of(typed) == code_of(number))


def own_number(place: Place, _context: Context) -> Iterator[Diagnostic]:
    """A place where only a number of the whole country answers: it may be what a longer number
    left."""
    phones = phones_of(place.telephone, place.dialled_from)
    if phones and all(phone.is_short for phone in phones):
        yield warning(
            ("telephone", 0),
            f"{quote(place.telephone[0])} est un numéro court, et le seul de ce lieu",
            "vérifiez qu'il y répond, ou ajoutez avant lui le numéro du lieu",
        )


def mobile_numbers(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """A mobile number may be somebody's own, unless the place itself moves or the official list
    publishes it: the rule of imports."""
    if isinstance(place, Place) and (
        place.is_itinerant or any(is_official(source.nom) for source in place.source)
    ):
        return
    for index, text in enumerate(place.telephone):
        phone = read_phone(text, place.dialled_from)
        if phone is not None and phone.is_mobile:
            yield warning(
                ("telephone", index),
                f"{quote(text)} est un numéro de mobile",
                f"gardez-le seulement si c'est le numéro {_whose(place)}, pas celui d'une personne",
            )


def email_addresses(place: Reachable, _context: Context) -> Iterator[Diagnostic]:
    """An address of the office; that of a person is personal data."""
    own = own_words(place) if place.courriels else ()
    for index, address in enumerate(place.courriels):
        domain = address.lower().partition("@")[2]
        if is_somebodys(address, own):
            yield warning(
                ("courriels", index),
                f"{quote(address)} semble être l'adresse d'une personne",
                f"écrivez l'adresse du service, par exemple accueil@{domain}",
            )
        elif domain in PUBLIC_PROVIDERS:
            yield warning(
                ("courriels", index),
                f"{quote(address)} est chez un fournisseur grand public",
                f"gardez-la seulement si c'est l'adresse {_whose(place)}, pas celle d'une personne",
            )


def _whose(record: Reachable) -> str:
    return "du lieu" if isinstance(record, InDepartement) else "d'un service"


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
