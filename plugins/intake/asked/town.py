"""Which commune is meant by what somebody types: its name, a former name, a postcode, a code."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz, process

from plugins.gazetteer import Commune, Gazetteer, normalize
from plugins.gazetteer.names import without_article
from plugins.intake.asked.answers import Interview
from plugins.intake.asked.asked_record import FieldSheet
from plugins.intake.asked.console import chosen, is_yes
from plugins.intake.where.town_names import NEAR_NAME
from plugins.intake.where.town_text import split_town
from plugins.intake.where.whereabouts import city_of

_MOST = 9
"""So many are proposed."""
_DEPARTEMENT_LAST = re.compile(r"(.+?)[\s,]+(\d\d|2[AB]|97\d)", re.IGNORECASE)
_QUESTION = "Quelle commune ? (nom ou code postal)"


class TownsMeant(NamedTuple):
    """`is_sure`: they have the name or the postcode that was typed; `postcode`: if one was."""

    communes: list[Commune]
    is_sure: bool
    postcode: str = ""


def towns_meant(gazetteer: Gazetteer, text: str) -> TownsMeant:
    """The communes that a text may mean, the largest first; none when nothing is near."""
    town = split_town(text)
    name, departement = town.name, town.departement
    if found := _DEPARTEMENT_LAST.fullmatch(name):
        name, departement = found[1], found[2].upper()
    digits = text.replace(" ", "").upper()
    if re.fullmatch(r"\d{5}|2[AB]\d{3}", digits):
        communes = gazetteer.by_postcode(digits)
        if communes:
            return TownsMeant(_largest_first(communes), True, digits)
        by_code = gazetteer.page_of(digits)
        return TownsMeant([by_code] if by_code else [], True)
    named = gazetteer.find(name, departement or None)
    if town.postcode:
        named = [one for one in named if town.postcode in one.postcodes] or named
    if named:
        is_sure = any(_is_named(one, name) for one in named)
        return TownsMeant(_largest_first(named), is_sure, town.postcode)
    return TownsMeant(_near(gazetteer, name, departement), False, town.postcode)


def _is_named(commune: Commune, name: str) -> bool:
    """Today: a former name, or that of a hamlet, is told."""
    official, typed = normalize(commune.nom), normalize(name)
    return typed in (official, without_article(official)) or without_article(typed) == official


def _near(gazetteer: Gazetteer, name: str, departement: str) -> list[Commune]:
    """Communes whose name begins so, else those of a name that a slip of the keyboard makes."""
    wanted = normalize(name)
    if not wanted:
        return []
    searched = [departement] if departement else list(gazetteer.all_departements)
    names = {
        commune: normalize(commune.nom)
        for each in searched
        for commune in gazetteer.communes_of(each)
    }
    begun = [one for one, folded in names.items() if f"{folded} ".startswith(f"{wanted} ")]
    if begun:
        return _largest_first(begun)
    near = process.extract(wanted, names, scorer=fuzz.ratio, limit=_MOST, score_cutoff=NEAR_NAME)
    return [commune for _, _, commune in near]


def _largest_first(communes: list[Commune]) -> list[Commune]:
    return sorted(communes, key=lambda one: (-(one.population or 0), one.code))


def ask_town(
    at: Interview, sheet: FieldSheet, question: str = _QUESTION, *, is_needed: bool
) -> str | None:
    """Ask until one commune is meant: its name and its code are written. Its postcode if that was
    typed, else ""; None when no commune was said."""
    gazetteer = at.draft.context.gazetteer
    answer = at.console.ask(question)
    while True:
        if not answer and not is_needed:
            return None
        meant = towns_meant(gazetteer, answer)
        commune = _told_apart(at, meant, answer)
        if isinstance(commune, Commune):
            sheet.values["commune"] = city_of(commune)
            sheet.values["code_insee"] = commune.code
            at.console.say(f"Noté : {_told(gazetteer, commune)}, code INSEE {commune.code}.")
            return meant.postcode if meant.postcode in commune.postcodes else ""
        if not commune and is_needed:
            at.console.say("Sans commune, on ne peut pas ranger la fiche. Ctrl-C pour arrêter.")
        answer = commune or at.console.ask(question)


def _told_apart(at: Interview, meant: TownsMeant, answer: str) -> Commune | str:
    """The commune; or another name, that the person typed instead."""
    gazetteer, found = at.draft.context.gazetteer, meant.communes
    if not found:
        if answer:
            at.console.say("Aucune commune n'a ce nom ni ce code postal.")
        return ""
    if len(found) == 1:
        if meant.is_sure or is_yes(
            at.console, f"Est-ce {_told(gazetteer, found[0])} ?", default=True
        ):
            return found[0]
        return ""
    if len(found) > _MOST:
        at.console.say(f"Il y a {len(found)} communes possibles. Les plus grandes :")
    told = [_told(gazetteer, one) for one in found[:_MOST]]
    number = chosen(at.console, "Son numéro ? (sinon, le nom avec son département)", told)
    if isinstance(number, int):
        return found[number]
    return number or ""


def _told(gazetteer: Gazetteer, commune: Commune) -> str:
    """«Saint-Denis (93200), Seine-Saint-Denis»: homonyms are told apart."""
    codes = ", ".join(commune.postcodes[:3]) + ("…" if len(commune.postcodes) > 3 else "")
    departement = gazetteer.all_departements[commune.departement].nom
    return f"{commune.nom}{f' ({codes})' if codes else ''}, {departement}"
