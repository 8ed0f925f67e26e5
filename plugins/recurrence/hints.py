"""What to write instead of a word that often stands in a line of dates, and has no place there."""

from __future__ import annotations

import re

from plugins.french.hints import hint_among
from plugins.french.lexer import Lexeme
from plugins.french.normalization import normalize

_BY_KIND = {
    "appointment": "n'écrivez que les jours et les heures, et ajoutez le champ « inscription »",
    "without": "n'écrivez que les jours et les heures : l'inscription a son champ, « inscription »",
    "all_day": "ce qui est ouvert toute la journée s'écrit dans les « horaires » d'un lieu",
    "unsaid": "les dates ne sont pas connues ? ôtez cette ligne et « dates » : la page dira de les "
    "demander",
}
_BY_WORD = {
    "demain|aujourd|hui|prochaine?s?|ce|cette": "écrivez la date : « le 14 octobre 2026 »",
    "noel|toussaint|hiver|printemps|ete|automne|rentree": "écrivez les dates, par exemple "
    "« du 19 décembre 2026 au 3 janvier 2027 »",
    "sur|avec|inscriptions?|gratuite?|salle|mairie|mediatheque|bibliotheque|centre"
    "|maison|espace|place|rue|uniquement|seulement": "n'écrivez que les jours et les heures",
    "definir|preciser|confirmer|venir|voir|consulter|contacter|appeler|demander": "les "
    "dates ne sont pas connues ? ôtez cette ligne et « dates » : la page dira de les demander",
    "semaines?|fois|une?": "par exemple « un mardi sur deux à partir du 6 octobre 2026 », ou « le "
    "premier mardi du mois »",
    "saisons?|annee": "écrivez le début et la fin, par exemple « du 6 octobre 2026 au 29 "
    "juin 2027 »",
    "toute": "pour toute l'année, n'écrivez ni début ni fin",
    "pas|sans": "les jours sans séance viennent après « sauf », par exemple « sauf le 24 décembre "
    "2026 »",
    "annulee?s?": "écrivez les jours où cela a lieu, puis « sauf … »",
    "zones?": "la zone est celle du département : écrivez seulement « sauf vacances scolaires »",
}


_ASKED = re.compile(r"\b(?:sur|a la) demandes?\b|\bnous (?:contacter|appeler|consulter)\b")
_MONTHLY = re.compile(r"\b(?:par|chaque) mois\b|\bmensuel")


def hint_for(word: Lexeme, text: str) -> str:
    """A hint, "" for the words that have none; `text` is all that was typed."""
    plain = normalize(text)
    if _ASKED.search(plain):
        return _BY_KIND["unsaid"]
    if _MONTHLY.search(plain):
        return "quel jour du mois ? par exemple « le premier mardi du mois de 14h à 16h »"
    return _BY_KIND.get(word.kind) or hint_among(_BY_WORD, word.normalized, text)
