"""The one lexer of French texts about time: opening hours and dates are grammars on its tokens.

No word is skipped silently: what is not in the list below becomes an "unknown" token, which a
grammar refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from plugins.french.days import DAYS
from plugins.french.months import NORMALIZED_MONTHS
from plugins.french.normalization import normalize

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "quinze": 2}
"""What counts weeks: «tous les quinze jours» is one week in two."""


class Lexeme(NamedTuple):
    """`at` is the position in the text; `text` is as typed, `normalized` as compared."""

    kind: str
    text: str
    normalized: str
    at: int


_DAY = "|".join(DAYS)
_MONTH = rf"(?:{'|'.join(NORMALIZED_MONTHS)}|(?:janv?|fevr?|avr|juil|sept|oct|nov|dec)\b\.?)"
_HOLIDAYS = r"(?:les )?(?:periodes? de )?(?:vacances?(?: scolaires?)?|conges? scolaires?)\b"
_PUBLIC = r"(?:les )?(?:jours? )?feries?\b"
_COUNT = r"(?:deux|trois|quatre|cinq|six|[2-6])\b"
_HOUR = r"\d{1,2} ?(?:h(?![a-z])|heures?\b)"
_APPOINTMENT = r"(?:rendez[- ]?vous\b|rdv\b|rv\b|r\.d\.v\.?)"

# In this order: the first that matches wins. The most common words stand first.
_KINDS = {
    "gap": r"[ :()]+",
    "clock": r"\d{1,2}h(?:[0-5]\d)?(?=[-,]|$)",
    "day": rf"(?:{_DAY})s?\b|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?",
    "dash": r"-+",
    "short_filler": r"(?:de|du|le|les) (?=\d)",
    "short_to": r"(?:a|au) ?(?=\d)",
    "short_and": r"et (?=\d)",
    "all_day": r"24 ?h? ?/ ?24 ?h?\b|24 heures sur 24\b",
    "every_day": r"(?:tous les|chaque) jours?\b|7 ?j ?/ ?7 ?j?\b|7 jours sur 7\b"
    r"|(?<!di )(?<!dis )(?<!he )(?<!hes )(?<!le )(?<!les )(?<!du )(?<!au )7 ?/ ?7\b(?![/.]\d)",
    "numeric": r"\d{4}-\d\d?-\d\d?(?!\d)|\d{1,2}(?P<sign>[/.-])\d{1,2}(?P=sign)\d{2,4}(?!\d)"
    r"|\d{1,2}/\d{1,2}(?!\d| ?h|:\d)",
    # «9.30», «9,30 à 12,30», «0930-1200»; «8,15 et 22 décembre» are days, «2026-2027» years.
    "dotted_time": r"\d{1,2}\.\d\d(?![.\d])|\d{1,2},(?:00|30|45)(?= ?(?:-|a) ?\d)"
    r"|(?<=-)\d{1,2},(?:00|30|45)(?!\d)|(?<= a )\d{1,2},(?:00|30|45)(?!\d)"
    r"|(?:0?[7-9]|1\d)(?:00|15|30|45)(?= ?- ?[12]\d[0-5]\d(?!\d))|(?<=\d-)[12]\d[0-5]\d(?![-\d])",
    "time": r"\d{1,2} ?(?:heures?\b|h(?![a-z]))"
    rf"(?: ?\d\d(?! ?(?:h(?![a-z])|heures?\b|:)|/\d{{1,2}}(?!\d| ?h|:)"
    rf"|\d| ?{_MONTH})(?: ?mn\b| ?min\b)?)?"
    r"|\d{1,2}:\d\d(?::00)?(?!\d)|midi\b|minuit\b"
    # Numbers before the hour that gives them their «h»: «de 9 à 12h», «9-12h», «mardi 9 à 12h»;
    # «le 6 à 12h» and «3 et 10 à 14h» are days of a month.
    rf"|(?<=de )\d{{1,2}}(?= ?a ?{_HOUR})|\d{{1,2}}(?= ?- ?{_HOUR})"
    rf"|(?:(?<=h et )|(?<!le )(?<!les )(?<!du )(?<!au )(?<!et )(?<!, ))\d{{1,2}}(?= ?a ?{_HOUR})"
    rf"|(?<=entre )\d{{1,2}}(?= ?et ?{_HOUR})",
    "minutes": r"\d{1,3} ?(?:minutes?|mn|min)\b",
    "month": rf"{_MONTH}(?![a-z])",
    "fraction": rf"(?:une?|1) (?:(?:{_DAY})|semaine|fois) sur {_COUNT}"
    rf"|(?:tous|toutes) les (?:{_COUNT} (?:semaines|(?:{_DAY})s)|(?:15|quinze) jours)\b",
    "other_fraction": rf"une? (?:[a-z]+ ){{1,5}}sur {_COUNT}|tous les {_COUNT} mois\b",
    "parity": r"(?:les )?(?:semaines? )?(?:im)?paires?\b",
    "term": r"(?:(?:en|pendant|durant)(?: la| les)? )?periodes? scolaires?\b",
    "with_holidays": rf"(?:(?:y )?compris|meme)(?: pendant)? (?:{_HOLIDAYS}|{_PUBLIC})"
    rf"|(?:{_HOLIDAYS}|{_PUBLIC}) (?:compris|inclus)(?:es)?\b",
    "school_holiday": _HOLIDAYS,
    "public_holiday": _PUBLIC,
    "weekly": r"(?:toutes les|chaque|par) semaines?\b",
    "weekend": r"(?:tous les |le |les )?week[- ]?ends?\b",
    "monthly": r"(?:du|de chaque|chaque|tous les|par) mois\b"
    rf"(?! d[e'] ?{_MONTH})",
    "start": r"(?:a partir|a compter)\b|depuis\b|des le\b"
    rf"|des(?= (?:(?:debut|mi|fin)[- ])?(?:\d{{1,2}}(?:er)? )?{_MONTH}(?![a-z]))",
    "until": r"jusqu'(?:au|a|en)\b",
    "between": r"entre\b",
    "skip": r"(?:sauf|hors|hormis|excepte)\b|(?:a l'exception|en dehors)\b",
    "for": r"(?:pendant|durant|duree|dure)\b",
    "rank": r"(?:premiere?|deuxieme|seconde?|troisieme|quatrieme|cinquieme)s?\b"
    r"|(?:avant[- ])?derniere?s?\b"
    r"|[1-5] ?(?:er|ere|e|eme|nd|nde)s?\b",
    "without": rf"(?:(?:avec ou )?sans|en partie sur) {_APPOINTMENT}",
    "appointment": rf"(?:uniquement |seulement )?(?:sur |avec |prendre )?{_APPOINTMENT}"
    r"(?: uniquement| seulement)?",
    "unsaid": r"inconnue?s?\b|non (?:indique|communique|renseigne|connu)e?s?\b|variables?\b",
    "closed": r"ferm(?:e|ee|es|ees|eture|etures)\b",
    "vague": r"(?:l')?(?:matins?|matinees?|apres[- ]midis?|soirs?|soirees?)\b",
    "year": r"\d{4}\b",
    "number": r"\d{1,2}(?!\d)",
    "to": r"a(?:\b|(?=\d))|au\b",
    "and": r"(?:et|puis|ainsi que)\b|&|\+",
    "comma": r"[,;/|.]",
    "filler": r"[dl]'|de\b|du\b|des\b|les?\b|la\b|chaque\b|tous\b|toutes\b|en\b"
    r"|(?:au |du )?mois d[e']|ouvert(?:e|s|es)?\b|ouverture\b|accueil\b|public\b"
    r"|(?:ateliers?|permanences?|seances?|horaires?)\b",
    "unknown": r"[^\W\d_]+|\d+|.",
}
_SAME = {"clock": "time", "dash": "to", "short_to": "to", "short_and": "and"}
_NOTHING = ("gap", "filler", "short_filler")


@cache
def _scanner() -> re.Pattern[str]:
    """Compiled when a first text is read: it takes as long as a tenth of all that a build loads."""
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))


def tokens(text: str) -> list[Lexeme]:
    """The tokens of a text, without those that say nothing."""
    return list(_scan(text))


def _scan(text: str) -> Iterator[Lexeme]:
    normalized = normalize(text)
    for found in _scanner().finditer(normalized):
        kind = found.lastgroup or "unknown"
        if kind not in _NOTHING:
            start, end = found.span()
            yield Lexeme(_SAME.get(kind, kind), text[start:end], found.group(), start)
