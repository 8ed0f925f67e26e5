"""Hours of a cell that are those of a person: «Permanence le mercredi 9h-12h».

A person who comes on Wednesdays does not open the building. A text that says both («lundi au
vendredi 9h-17h, permanence le mercredi») is cut at the word; where one cannot tell which hours are
whose, the whole text is left as it was found.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from plugins.french.days import DAYS, OSM_DAYS
from plugins.french.normalization import normalize

Typed = str | Mapping[str, str]

HEAD = "Permanence : "
"""Before hours of a permanence that nobody could read, in `horaires_brut`."""

_WORD = re.compile(r"\bpermanences?\b")
_NOT_ONE = re.compile(r"\b(?:hors|sans|sauf|pas de|en dehors des?|permanence telephonique)\b")
_FILLERS = (
    r"(?:\s*\b(?:numeriques?|conseill\w+|mediat\w+|agents?|aide|connect|france|services?"
    r"|informatiques?|administratives?|horaires?|du|de|des|d'|un|une|la|l'|avec|ont lieu|a lieu"
    r"|pour|et demarches?)(?:\b|(?<=')))*"
)
_SAID = re.compile(rf"\(?\bpermanences?\b{_FILLERS}\s*\)?\s*:?\s*")
_END = re.compile(r"(?:[\s,;:./|(–—-]|\bet\b)+$")
_OF_BUILDING = re.compile(r"\b(?:ouvert\w*|accueil|mairie|mediatheque|lieu|batiment|public)\b")
_DAY = re.compile(rf"\b(?:{'|'.join(DAYS)})s?\b|\b(?:{'|'.join(map(str.lower, OSM_DAYS))})\b")
_CUT = re.compile(r"\s*[;|\n]\s*")


class Whose(NamedTuple):
    """The hours of a cell. `is_certain`: False when what is whose cannot be told; all of it is then
    in `building`, to be kept as it was found."""

    building: Typed = ""
    permanence: Typed = ""
    is_certain: bool = True


def whose_hours(cell: Typed, *, of_person: bool = False) -> Whose:
    """What a cell of hours says of the building, and of a person who helps there. `of_person`: all
    the hours of this list are those of a person."""
    if of_person:
        return Whose(permanence=_without_word(cell))
    if isinstance(cell, str):
        return _of_text(cell)
    building, permanence = {}, {}
    for day, text in cell.items():
        found = _of_text(text)
        if not found.is_certain:
            return Whose(cell, is_certain=False)
        if found.permanence:
            permanence[day] = str(found.permanence)
        if found.building:
            building[day] = str(found.building)
    if permanence and not any(map(_has_hours, building.values())):
        return Whose(permanence=permanence)  # the other days are said closed for that person
    return Whose(building, permanence)


def is_of_permanence(text: str) -> bool:
    """Whether a text as found, that nobody could read, is about a permanence only."""
    return bool(_WORD.match(normalize(text)))


def headed(text: str) -> str:
    """Such a text, that says so itself."""
    return text if not text or is_of_permanence(text) else f"{HEAD}{text}"


def _of_text(text: str) -> Whose:
    building: list[str] = []
    permanence: list[str] = []
    for piece in filter(None, _CUT.split(text.strip())):
        plain = normalize(piece)
        found = _of_piece(piece)
        if permanence and not _WORD.search(plain):
            # «Permanences : mardi 9h-12h ; jeudi 14h-17h»: the first word is that of the list.
            found = None if building or _OF_BUILDING.search(plain) else ("", piece)
        if found is None:
            return Whose(text, is_certain=False)
        building += [found[0]] if found[0] else []
        permanence += [found[1]] if found[1] else []
    return Whose(" ; ".join(building) if permanence else text, " ; ".join(permanence))


def _of_piece(text: str) -> tuple[str, str] | None:
    """(hours of the building, of a permanence); None when it cannot be told."""
    plain = normalize(text)
    words = list(_WORD.finditer(plain))
    if not words:
        return text, ""
    if len(words) > 1 or _NOT_ONE.search(plain):
        return None
    said = _SAID.search(plain)
    start, end = said.span() if said else words[0].span()
    before, after = text[:start], text[end:]
    if _has_hours(after):
        before = _END.sub("", before)
        return (before, after) if _has_hours(before) or not before else ("", f"{before} {after}")
    if len(_DAY.findall(normalize(before))) > 1 or re.search(r"\w", after):
        return None  # «lundi 9h-17h, mercredi 9h-12h (permanence)», «9h-12h (permanence jeunes)»
    return "", _END.sub("", before) or text


def _without_word(cell: Typed) -> Typed:
    if isinstance(cell, Mapping):
        return {day: str(_without_word(text)) for day, text in cell.items()}
    plain = normalize(cell)
    said = _SAID.match(plain)
    return cell[said.end() :] or cell if said else cell


def _has_hours(text: str) -> bool:
    return any(map(str.isdigit, text))
