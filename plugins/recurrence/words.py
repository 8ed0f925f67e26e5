"""The words of dates, cut from a text. No word is skipped silently: what is not in the list below
becomes an "unknown" word, which the reader refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from plugins.hours.words import DAYS, MONTHS, fold

FOLDED_MONTHS = tuple(fold(month) for month in MONTHS)
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "quinze": 2}


class Word(NamedTuple):
    """`at` is the position in the text; `text` is as typed, `folded` as compared."""

    kind: str
    text: str
    folded: str
    at: int


_MONTH = rf"(?:{'|'.join(FOLDED_MONTHS)}|(?:janv?|fevr?|avr|juil|sept|oct|nov|dec)\b\.?)"
_HOLIDAYS = r"(?:les )?(?:vacances?(?: scolaires?)?|conges? scolaires?)\b"
_PUBLIC = r"(?:les )?(?:jours? )?feries?\b"
_COUNT = r"(?:deux|trois|quatre|cinq|six|[2-6])\b"
_HOUR = r"\d{1,2} ?(?:h(?![a-z])|heures?\b)"

# In this order: the first that matches wins.
_KINDS = {
    "gap": r"[ :()]+",
    "numeric": r"\d{4}-\d\d?-\d\d?(?!\d)|\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)\d{2,4}(?!\d)"
    r"|\d{1,2}/\d{1,2}(?!\d)",
    "dotted_time": r"\d{1,2}\.\d\d(?![.\d])",
    "time": r"\d{1,2} ?(?:heures?\b|h(?![a-z]))"
    rf"(?: ?\d\d(?! ?[h:]|/\d{{1,2}}(?!\d| ?h|:)|\d| ?{_MONTH})(?: ?mn\b| ?min\b)?)?"
    r"|\d{1,2}:\d\d(?!\d)|midi\b|minuit\b"
    rf"|(?<=de )\d{{1,2}}(?= ?a ?{_HOUR})|\d{{1,2}}(?= ?- ?{_HOUR})",
    "minutes": r"\d{1,3} ?(?:minutes?|mn|min)\b",
    "day": rf"(?:{'|'.join(DAYS)})s?\b|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?",
    "month": rf"{_MONTH}(?![a-z])",
    "fraction": rf"(?:une?|1) (?:(?:{'|'.join(DAYS)})|semaine|fois) sur {_COUNT}"
    rf"|(?:tous|toutes) les (?:{_COUNT} (?:semaines|{'s|'.join(DAYS)}s)|(?:15|quinze) jours)\b",
    "other_fraction": rf"une? (?:[a-z]+ ){{1,5}}sur {_COUNT}|tous les {_COUNT} mois\b",
    "parity": r"(?:les )?(?:semaines? )?(?:im)?paires?\b",
    "term": r"(?:en|pendant|durant)(?: la| les)? periodes? scolaires?\b",
    "with_holidays": rf"(?:y compris|meme)(?: pendant)? (?:{_HOLIDAYS}|{_PUBLIC})"
    rf"|(?:{_HOLIDAYS}|{_PUBLIC}) (?:compris|inclus)(?:es)?\b",
    "school_holiday": _HOLIDAYS,
    "public_holiday": _PUBLIC,
    "every_day": r"(?:tous les|chaque) jours?\b|7 ?j? ?/ ?7 ?j?\b|7 jours sur 7\b",
    "weekly": r"(?:toutes les|chaque|par) semaines?\b",
    "weekend": r"(?:tous les |le |les )?week[- ]?ends?\b",
    "monthly": r"(?:du|de chaque|chaque|tous les|par) mois\b"
    rf"(?! d[e'] ?{_MONTH})",
    "start": r"(?:a partir|a compter)\b|depuis\b|des le\b",
    "until": r"jusqu'(?:au|a|en)\b",
    "between": r"entre\b",
    "skip": r"(?:sauf|hors|hormis|excepte)\b|(?:a l'exception|en dehors)\b",
    "for": r"(?:pendant|durant|duree|dure)\b",
    "rank": r"(?:premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier)s?\b"
    r"|[1-5] ?(?:er|e|eme|nd)s?\b",
    "vague": r"(?:l')?(?:matins?|matinees?|apres[- ]midis?|soirs?|soirees?)\b",
    "year": r"\d{4}\b",
    "number": r"\d{1,2}(?!\d)",
    "to": r"a(?:\b|(?=\d))|au\b|-+",
    "and": r"(?:et|puis|ainsi que)\b|&|\+",
    "comma": r"[,;/|.]",
    "filler": r"d'|de\b|du\b|des\b|les?\b|la\b|chaque\b|tous\b|toutes\b|en\b"
    r"|(?:au |du )?mois d[e']|(?:ateliers?|permanences?|seances?|horaires?|ouvert)\b",
    "unknown": r"[^\W\d_]+|\d+|.",
}
_SCANNER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_KNOWN = sorted(
    {*DAYS, *(f"{day}s" for day in DAYS), *FOLDED_MONTHS, *NUMBERS}
    | set(
        "a au aux chaque compter de depuis dernier des deuxieme du en et excepte feries heures"
        " hors jour jours jusqu'au la le les midi minuit mois par partir pendant premier quatrieme"
        " sauf scolaires second semaine semaines sur tous toutes troisieme un une vacances".split()
    )
)
_TYPED = {
    "fevrier": "février", "aout": "août", "decembre": "décembre", "a": "à", "feries": "fériés",
    "deuxieme": "deuxième", "troisieme": "troisième", "quatrieme": "quatrième",
    "excepte": "excepté",
}  # fmt: skip
_HINTS = {
    "demain|aujourd|hui|prochaine?s?|ce|cette": "écrivez la date : « le 14 octobre 2026 »",
    "ouvrables?|ouvres?": "écrivez « du lundi au vendredi » ou « du lundi au samedi »",
    "noel|toussaint|hiver|printemps|ete|automne|rentree": "écrivez les dates, par exemple "
    "« du 19 décembre 2026 au 3 janvier 2027 »",
    "sur|avec|inscriptions?|gratuite?|rendez|vous|rdv|salle|mairie|mediatheque|bibliotheque|centre"
    "|maison|espace|place|rue|uniquement|seulement": "n'écrivez que les jours et les heures",
    "definir|preciser|confirmer|venir|voir|consulter|contacter|appeler|demander|inconnue?s?": "les "
    "dates ne sont pas connues ? ôtez cette ligne et « dates » : la page dira de les demander",
    "semaines?|fois|une?": "par exemple « un mardi sur deux à partir du 6 octobre 2026 », ou « le "
    "premier mardi du mois »",
    "saisons?|annee": "écrivez le début et la fin, par exemple « du 6 octobre 2026 au 29 "
    "juin 2027 »",
    "toute": "pour toute l'année, n'écrivez ni début ni fin",
    "pas|sans": "les jours sans séance viennent après « sauf », par exemple « sauf le 24 décembre "
    "2026 »",
    "ferme(?:e|es|ture|tures)?|annulee?s?": "écrivez les jours où cela a lieu, puis « sauf … »",
    "zones?": "la zone est celle du département : écrivez seulement « sauf vacances scolaires »",
}


def words(text: str) -> list[Word]:
    """The words of a text, without those that say nothing."""
    return [word for word in _scan(text) if word.kind not in ("gap", "filler")]


def _scan(text: str) -> Iterator[Word]:
    folded = fold(text)
    for found in _SCANNER.finditer(folded):
        yield Word(
            found.lastgroup or "unknown",
            text[found.start() : found.end()],
            found.group(),
            found.start(),
        )


def corrected(text: str) -> str:
    """The text with every word that we do not know replaced by the nearest that we do; unchanged
    when there is none."""

    def near(found: re.Match[str]) -> str:
        word = found.group()
        if fold(word) in _KNOWN or len(word) < 3:
            return word
        match = get_close_matches(fold(word), _KNOWN, n=1, cutoff=0.7)
        return _TYPED.get(match[0], match[0]) if match else word

    return re.sub(r"[^\W\d_]+(?:'[^\W\d_]+)?", near, text)


def hint_for(word: Word) -> str:
    """What to write instead of a word that often stands in such lines, "" for the others."""
    return next((hint for known, hint in _HINTS.items() if re.fullmatch(known, word.folded)), "")
