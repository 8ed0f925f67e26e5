"""An entry of hours said in words that we do not read, in words that we do: «journée continue
9h-17h», «en semaine», «9h-12h le premier mardi du mois»."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.french.days import DAYS
from plugins.french.normalization import normalize

_EMPTY = re.compile(
    r"\b(?:en )?(?:journee |horaires? )?(?:continue?s?)\b|\bsans interruption\b|\bnon[- ]stop\b"
    r"|\btoute la journee\b|\bouverte?s? (?=\d|de \d)|\bpublic\b|\benviron\b"
)
_SHUT_HALF = re.compile(
    rf"[,;(]? ?\bferme(?:e|s|ture)? (?:le |l'|les |la )?(?:(?:{'|'.join(DAYS)})s? )?"
    r"(?P<part>matin|matinee|apres[- ]midi)s?\b\)?"
)
_WEEK = re.compile(
    r"\b(?:(?:en|la|les jours de|jours de|pendant la) semaine|jours? de semaine"
    r"|(?:tous )?(?:les )?jours? ouvr(?:able|e)s?)\b"
)
_RANK = (
    r"(?:(?:avant[- ])?dernier|premier|deuxieme|seconde?|troisieme|quatrieme|cinquieme"
    r"|[1-5] ?(?:er|nde?|eme|e))s?"
)
_RANKED = re.compile(
    rf"\b(?:le |les )?{_RANK}(?:(?:,| et) {_RANK})* (?:{'|'.join(DAYS)})s?"
    r"(?: (?:du|de chaque|par) mois)?\b"
)
_WORKING = ("du lundi au vendredi", "du lundi au samedi")


class Reworded(NamedTuple):
    """`instead`: what to write, one of them: the hours, or the whole line where the days change;
    `dropped`: the words that it leaves out, "" for none."""

    instead: tuple[str, ...]
    dropped: str = ""


def reworded(key: str, value: str, is_read: Callable[[str, str], bool]) -> Reworded | None:
    """What to write for an entry that is not read; None when nothing surely says the same.
    `is_read`: whether an entry of a key and a value is."""
    return next(_ways(key, value, is_read), None)


def _ways(key: str, value: str, is_read: Callable[[str, str], bool]) -> Iterator[Reworded]:
    plain_key, plain = normalize(key), normalize(value)
    if _WEEK.search(plain_key):
        lines = [f"{_replaced(_WEEK, key, days)}: {value}" for days in _WORKING]
        if all(is_read(*line.split(": ", 1)) for line in lines):
            yield Reworded(tuple(lines))
    if not key and _WEEK.search(plain):
        texts = tuple(_replaced(_WEEK, value, days) for days in _WORKING)
        if all(is_read("", text) for text in texts):
            yield Reworded(texts)
    for pattern in (_EMPTY, _SHUT_HALF):
        found = pattern.search(plain)
        if found and not _contradicts(found, plain):
            rest = _tidied(value[: found.start()] + value[found.end() :])
            if rest and is_read(key, rest):
                yield Reworded((rest,), value[found.start() : found.end()].strip(" ,;()"))
    if key and (found := _RANKED.search(plain)):
        days = value[found.start() : found.end()].strip()
        rest = _tidied(re.sub(r"\(\s*\)", " ", value[: found.start()] + value[found.end() :]))
        if rest and normalize(key).strip() in normalize(days) and is_read(days, rest):
            yield Reworded((f"{days}: {rest}",))


def _contradicts(found: re.Match[str], plain: str) -> bool:
    """«9h-12h, 14h-17h, fermé l'après-midi»: nobody knows which is right."""
    if found.re is not _SHUT_HALF:
        return False
    starts = [int(hour) for hour in re.findall(r"\b(\d\d?) ?h", plain)]
    is_morning = found["part"].startswith("matin")
    return any(hour < 12 if is_morning else hour > 13 for hour in starts)


def _replaced(pattern: re.Pattern[str], text: str, new: str) -> str:
    found = pattern.search(normalize(text))
    return f"{text[: found.start()]}{new}{text[found.end() :]}".strip() if found else text


def _tidied(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip(" ,;:")
