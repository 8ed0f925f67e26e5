"""The words in which French opening hours are typed, cut into tokens.

Accents, capitals and the kind of dash or space do not matter. No word is skipped silently: what is
not in the list below becomes an "unknown" token, which the reader refuses.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip

_PLAIN = {ord(sign): "'" for sign in "’ʼ´`"} | {ord(sign): "-" for sign in "‐‑‒–—―−"}


def fold(text: str) -> str:
    """Lower case, no accents, plain dashes, spaces and apostrophes; same length as `text`."""
    if not text.isascii():
        text = "".join(
            character if character.isascii() else unicodedata.normalize("NFKD", character)[:1]
            for character in text.translate(_PLAIN)
        )
    folded = re.sub(r"\s", " ", text).lower()
    return folded if len(folded) == len(text) else text  # a few letters grow when lowered


class Token(NamedTuple):
    """`text` is as typed, `folded` as compared; they have the same length."""

    kind: str
    text: str
    folded: str


_DAY_NUMBERS = {day[:3]: number for number, day in enumerate(DAYS)}
_FOLDED_MONTHS = [fold(month) for month in MONTHS]
_DAY = f"(?:{'|'.join(DAYS)})s?"
_MONTH = f"(?:{'|'.join(_FOLDED_MONTHS)})"
_DATE = (
    rf"(?:{_DAY} )?(?:\d{{1,2}}(?:er)? {_MONTH}(?: \d{{4}})?|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
    r"|\d{4}-\d\d-\d\d)"
)
_APPOINTMENT = r"(?:rendez[- ]?vous\b|rdv\b|r\.d\.v\.?)"
_VACATION = r"(?:vacances|conges)(?: scolaires?)?\b"

# In this order: the first that matches wins. The most common words stand first.
_KINDS = {
    "gap": r"[ :()]+",
    "clock": r"\d{1,2}h(?:[0-5]\d)?(?=[-,]|$)",
    "day": rf"{_DAY}\b|(?:lun|mar|mer|jeu|ven|sam|dim)\b\.?",
    "dash": r"-+",
    "anchor": rf"(?:a partir|a compter) du (?:le )?{_DATE}|depuis le {_DATE}",
    "every_other": rf"une? (?:{_DAY}|semaine) sur (?:deux|2)\b|tous les (?:15|quinze) jours\b",
    "parity": r"(?:les )?semaines? (?:im)?paires?\b",
    "term": rf"(?:hors|sauf|en dehors)(?: des?| les?)?(?: periodes? de)? {_VACATION}"
    r"|(?:en |pendant la )?periode scolaire\b",
    "not_holidays": r"(?:sauf|hors|en dehors)(?: des| les)? jours? feries?\b",
    "with_holidays": r"(?:y )?compris(?: les)? jours? feries?\b|jours feries compris\b",
    "public_holiday": r"jours? feries?\b|feries?\b",
    "school_holiday": rf"(?:(?:pendant|durant|en) )?(?:les )?(?:periodes? de )?{_VACATION}",
    "all_day": r"24 ?h? ?/ ?24 ?h?\b|24 heures sur 24\b",
    "every_day": r"7 ?j? ?/ ?7 ?j?\b|7 jours sur 7\b|tous les jours\b|chaque jour\b",
    "weekend": r"week[- ]?ends?\b",
    "monthly": r"(?:du|de chaque|chaque) mois\b",
    "rank": r"(?:premier|deuxieme|second|troisieme|quatrieme|cinquieme|dernier)s?\b"
    r"|[1-5] ?(?:er|e|eme|nd)s?\b",
    "without": rf"(?:(?:avec ou )?sans|en partie sur) {_APPOINTMENT}",
    "appointment": rf"(?:uniquement |seulement )?(?:sur |avec |prendre )?{_APPOINTMENT}"
    r"(?: uniquement| seulement)?",
    "unsaid": r"inconnue?s?\b|non (?:indique|communique|renseigne|connu)e?s?\b|variables?\b",
    "closed": r"ferm(?:e|ee|es|ees|eture)\b",
    "vague": r"(?:le |l'|les )?(?:matins?|matinees?|apres[- ]midis?)\b",
    "time": r"\d{1,2} ?(?:heures?\b|h(?![a-z])|:)(?: ?\d\d(?! ?[h:]|\d))?(?: ?mn\b| ?min\b)?"
    r"|midi\b|minuit\b",
    "number": r"\d+",
    "to": r"a(?:\b|(?=\d))|au\b|jusqu'a\b",
    "next": r"[,;/|&.]|et\b|puis\b",
    "filler": r"d'|de\b|du\b|des\b|les?\b|la\b|chaque\b|ouvert(?:e|s|es)?\b|ouverture\b"
    r"|horaires?\b|permanences?\b|accueil\b|public\b",
    "unknown": r"[^\W\d]+|.",
}
_SAME = {"clock": "time", "dash": "to", "gap": "filler"}
_SCANNER = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a text, "filler" left out."""
    folded = fold(text)
    for found in _SCANNER.finditer(folded):
        kind = found.lastgroup or "unknown"
        kind = _SAME.get(kind, kind)
        if kind != "filler":
            yield Token(kind, text[found.start() : found.end()], found.group())


def weekday(folded: str) -> int | None:
    """The weekday named in a token, None when there is none: "un mardi sur deux" → 1."""
    return next((_DAY_NUMBERS[w[:3]] for w in folded.split() if w[:3] in _DAY_NUMBERS), None)


def rank(folded: str) -> int:
    """ "premier", "1er" → 1, "dernier" → -1."""
    if folded[0].isdigit():
        return int(folded[0])
    names = ("premier", "deuxieme", "troisieme", "quatrieme", "cinquieme")
    if folded.startswith("second"):
        return 2
    return next((n for n, name in enumerate(names, 1) if folded.startswith(name)), -1)


def minutes(folded: str) -> int | None:
    """Minutes after midnight of a "time" token ("9h30", "09:30", "midi"); None if impossible."""
    if folded in ("midi", "minuit"):
        return 720 if folded == "midi" else 0
    numbers = [int(number) for number in re.findall(r"\d+", folded)]
    hours, rest = numbers[0], numbers[1] if len(numbers) > 1 else 0
    return hours * 60 + rest if rest < 60 and hours <= 48 else None


def read_date(text: str) -> date | None:
    """A date as people type it, wherever it stands in `text`: 2026-10-06, 6/10/2026,
    6 octobre 2026. None when there is none, or no year, or it does not exist."""
    folded = fold(text)
    if found := re.search(r"\b(\d{4})-(\d\d?)-(\d\d?)\b", folded):
        year, month, day = map(int, found.groups())
    elif found := re.search(r"\b(\d\d?)/(\d\d?)/(\d{4})\b", folded):
        day, month, year = map(int, found.groups())
    elif found := re.search(rf"\b(\d\d?)(?:er)? ({_MONTH}) (\d{{4}})\b", folded):
        day, year = int(found[1]), int(found[3])
        month = _FOLDED_MONTHS.index(found[2]) + 1
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def say_date(day: date) -> str:
    """«6 octobre 2026», «1er novembre 2026»."""
    return f"{day.day}{'er' if day.day == 1 else ''} {MONTHS[day.month - 1]} {day.year}"
