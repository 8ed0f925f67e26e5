"""What a text says of the life of its place, for imports and checks alike."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from plugins.french.months import month_that_starts
from plugins.french.normalization import normalize
from plugins.records.standing import standing_words as words
from plugins.records.standing.iso_dates import read_date

_HALTING = (
    (words.CLOSED, "dit que ce lieu est fermé"),
    (words.MOVED, "dit que ce lieu a changé d'adresse"),
    (words.NOT_YET, "dit que ce lieu n'est pas encore ouvert"),
)
_CLOSED = "dit que ce lieu est fermé"
_UNTIL = re.compile(
    r"\bjusqu'?\s?(?:au|a|en|fin|a fin|a la fin)?\s*(?P<end>\d{1,2}(?:er)?[\s/.-]+"
    r"(?:\d{1,2}|[a-z]{3,9})(?:[\s/.-]+\d{4})?|(?:[a-z]{3,9}\s+)?\d{4})"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_YEAR = re.compile(r"\b20\d\d\b")


class TextKind(Enum):
    """What kind of text it is: a word tells of the place in one and not in another."""

    NAME = "a name or an address: one word, «INACTIF», tells"
    TEXT = "sentences"
    HOURS = "«fermé» is a day"
    REMARK = "a column about the place itself"
    CELL = "anything: only what is said whole tells"


class ToldState(NamedTuple):
    """What a text says."""

    halt: str = ""
    """Why the place cannot be published as open (French); "" when nothing says so."""
    message: str = ""
    """What is said of a time that ends, as typed."""
    until: str = ""
    """ISO day when `message` ends."""
    is_shut: bool = False
    """The place is closed until then; else it may be open."""


@lru_cache(maxsize=1 << 15)  # most cells of a list are those of other rows
def may_tell(text: str) -> bool:
    """False for most texts: nothing in them tells of the life of a place."""
    return bool(words.HINT.search(normalize(text)))


def told_by(text: str, where: TextKind, day: str) -> ToldState:
    """What `text` says. `day` (ISO, or "") is when it was written: «jusqu'au 3 mars» comes after
    it."""
    folded = normalize(text)
    if where is TextKind.CELL:
        return (
            ToldState(halt=f"{_short(text)} {_CLOSED}") if _is_whole(text, folded) else ToldState()
        )
    # Of a long text, only what tells: the rest may name people.
    quoted = _short(text) if len(text) <= 120 else ""
    for pattern, told in _HALTING:
        for found in pattern.finditer(folded):
            if pattern is words.NOT_YET and _is_past(found[0], day):
                continue
            return ToldState(halt=f"{quoted or _quoted(text, found)} {told}")
    if where is TextKind.HOURS:
        if words.SHUT_TO_PUBLIC.fullmatch(folded) or words.CELL_STATE.fullmatch(folded):
            return ToldState(halt=f"{quoted} {_CLOSED}")
    elif found_on := words.CLOSED_ON.search(folded):
        return ToldState(halt=f"{quoted or _quoted(text, found_on)} {_CLOSED}")
    elif _is_whole(text, folded, is_name=where is TextKind.NAME):
        return ToldState(halt=f"{quoted} {_CLOSED}")
    if where in (TextKind.NAME, TextKind.REMARK):
        if words.CLOSED_NAME.search(folded) or words.EVIDENT.search(text):
            return ToldState(halt=f"{quoted or _short(text[:80])} {_CLOSED}")
        if words.FOR_A_TIME.search(folded):
            return ToldState(
                halt=f"{quoted or _short(text[:80])} dit que ce lieu n'est là qu'un temps"
            )
    return _of_a_time(text, folded, day, quoted)


def _of_a_time(text: str, folded: str, day: str, quoted: str) -> ToldState:
    shut = words.SHUT_FOR_NOW.search(folded)
    found = shut or words.WORKS.search(folded)
    if found is None:
        return ToldState()
    until = _until(folded, day)
    if not until or not day:
        unknown = "sans dire la fin" if not until else "mais on ne sait pas quand c'était écrit"
        quoted = quoted or _quoted(text, found)
        return ToldState(halt=f"{quoted} dit que ce lieu est fermé ou en travaux, {unknown}")
    if until < day:
        return ToldState()  # it was over when the text was written
    parts = re.findall(r"[(\[]([^()\[\]]+)[)\]]", text)
    message = next((part for part in parts if _says_something(f"({part})")), "")
    message = " ".join((message or text[found.start() :]).split())[:200]
    return ToldState(message=message[:1].upper() + message[1:], until=until, is_shut=bool(shut))


def _is_whole(text: str, folded: str, *, is_name: bool = False) -> bool:
    """Whether nothing but «fermé», «INACTIF» is said. «Ferme» is a farm, «lieu ferme» no name."""
    if words.CELL_STATE.fullmatch(folded):
        return True
    if not words.WHOLE.fullmatch(folded):
        return False
    has_more = len(folded.split()) > 1 and not is_name
    return has_more or bool(words.SHUT_TYPED.search(text))


def _is_past(told: str, day: str) -> bool:
    """«Ouverture en 2019», when written later."""
    year = _YEAR.search(told)
    return bool(year and day and year[0] < day[:4])


def without_state(name: str) -> str:
    """The name of the place without «(fermée depuis avril 2021)» or «INACTIF»."""
    if not may_tell(name):
        return name
    name = _BRACKETS.sub(lambda found: "" if _says_something(found[0]) else found[0], name)
    for pattern in (words.CLOSED_NAME, words.CLOSED, words.SHUT_FOR_NOW, words.WORKS, words.MOVED):
        found = pattern.search(normalize(name))
        if found and found.start() > 2:
            name = name[: found.start()].rstrip(" -–—:/,;(")
    return name


def _says_something(text: str) -> bool:
    folded = normalize(text)
    return bool(
        words.CLOSED_NAME.search(folded)
        or words.EVIDENT.search(text)
        or words.CLOSED_ON.search(folded)
        or words.SHUT_FOR_NOW.search(folded)
        or words.WORKS.search(folded)
        or any(pattern.search(folded) for pattern, _ in _HALTING)
    )


def _short(text: str) -> str:
    return f"« {' '.join(text.split())} »"


def _quoted(text: str, found: re.Match[str]) -> str:
    """What was found in a text, normalized, as it was typed."""
    return f"« {text[found.start() : found.end()].strip()} »"


def _until(folded: str, day: str) -> str:
    """ISO day of «jusqu'au 3 mars»: the first one after `day` when the year is not said."""
    found = _UNTIL.search(folded)
    if found is None:
        return ""
    end = found["end"].strip()
    if re.search(r"\d{4}$", end):
        read = read_date(end)
        if read and not re.match(r"\d", end):  # a month: to its last day
            year, month = int(read[:4]), int(read[5:7])
            read = f"{read[:8]}{monthrange(year, month)[1]:02d}"
        return read
    parts = re.split(r"[\s/.-]+", end)
    if not day or len(parts) != 2:
        return ""
    number = int(re.sub(r"\D", "", parts[0]))
    month = int(parts[1]) if parts[1].isdigit() else month_that_starts(parts[1])
    start = date.fromisoformat(day)
    for year in (start.year, start.year + 1):
        try:
            end_day = date(year, month, number)
        except ValueError:
            return ""
        if end_day >= start:
            return end_day.isoformat()
    return ""
