"""Whether a row says, in any of its cells, that its place is closed, moved, or not open yet.

Lists have no column for it: people add «(fermée depuis avril 2021)» to the name, the address, the
hours. Such a place is never published as open: a person looks, or, where the row says until when,
its record says that too.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from plugins.french.months import MONTH_STARTS
from plugins.gazetteer import normalize
from plugins.intake.read import standing_words as words
from plugins.intake.read.iso_dates import read_date

_HALTING = (
    (words.CLOSED, "dit que ce lieu est fermé"),
    (words.MOVED, "dit que ce lieu a changé d'adresse"),
    (words.NOT_YET, "dit que ce lieu n'est pas encore ouvert"),
)
_BESIDE = frozenset({"nom", "adresse", "complement_adresse"})
"""Fields in which one word, «INACTIF», tells of the place."""
_STATE_COLUMN = re.compile(r"\b(?:statut|etat|situation|activite|fermeture|actif|ouvert)\b")
_YES_NO = re.compile(r"^(?:est |lieu |encore )?(?:actif|active|ouvert|ouverte|en activite)$")
_DATE_OF_CLOSING = re.compile(r"\bfermeture\b(?!.*\b(?:annuelle|hebdo|heure|horaire|jour)\w*)")
_ONLY_A_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?")
_UNTIL = re.compile(
    r"\bjusqu'?\s?(?:au|a|en|fin|a fin|a la fin)?\s*(?P<end>\d{1,2}(?:er)?[\s/.-]+"
    r"(?:\d{1,2}|[a-z]{3,9})(?:[\s/.-]+\d{4})?|(?:[a-z]{3,9}\s+)?\d{4})"
)
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")

_BASES = {
    code: unicodedata.normalize("NFKD", chr(code))[0].lower()
    for code in [*range(ord("A"), ord("Z") + 1), *range(0xC0, 0x180)]
} | {ord("’"): "'"}
"""Letter → its small base: one character for one."""


class Standing(NamedTuple):
    """What a row says of the life of its place."""

    halt: str = ""
    """Why the place cannot be published as open (French); "" when nothing says so."""
    is_home: bool = False
    message: str = ""
    """What is said of a time that ends, as typed."""
    until: str = ""
    """ISO day when `message` ends."""
    is_shut: bool = False
    """The place is closed until then; else it may be open."""


def read_standing(fields: Mapping[str, str], others: Mapping[str, str], day: str) -> Standing:
    """What `fields` (of the layout, as text) and `others` (column → cell of columns that no rule
    reads) say. `day` (ISO, or "") is the date of the row: «jusqu'au 3 mars» comes after it."""
    together = "\n".join([*fields.values(), *others.values()])
    texts: list[tuple[str, str]] = []
    if words.HINT.search(_plain(together)):
        texts = [*fields.items(), *(("", text) for text in others.values())]
    for name, text in texts:
        if name in _BESIDE and words.HOME.search(_plain(text)):
            return Standing(is_home=True)
    found = Standing()
    for name, text in texts:
        told = _of_text(name, text, day)
        if told.halt:
            return told
        found = found if found.message else told
    for column, text in others.items():
        if reason := _of_state(_state_column(column), text):
            return Standing(halt=reason)
    return found


def without_state(name: str) -> str:
    """The name of the place without «(fermée depuis avril 2021)» or «INACTIF»."""
    if not words.HINT.search(_plain(name)):
        return name
    name = _BRACKETS.sub(lambda found: "" if _says_something(found[0]) else found[0], name)
    for pattern in (words.CLOSED_NAME, words.CLOSED, words.SHUT_FOR_NOW, words.WORKS, words.MOVED):
        found = pattern.search(_plain(name))
        if found and found.start() > 2:
            name = name[: found.start()].rstrip(" -–—:/,;(")
    return name


def _says_something(text: str) -> bool:
    plain = _plain(text)
    return bool(
        words.CLOSED_NAME.search(plain)
        or words.EVIDENT.search(text)
        or words.CLOSED_ON.search(plain)
        or words.SHUT_FOR_NOW.search(plain)
        or words.WORKS.search(plain)
        or any(pattern.search(plain) for pattern, _ in _HALTING)
    )


def _of_text(field: str, text: str, day: str) -> Standing:
    plain = _plain(text)
    # Of a long text, only what tells: the rest may name people.
    quoted = f"« {' '.join(text.split())} »" if len(text) <= 120 and field else ""
    for pattern, told in _HALTING:
        if found := pattern.search(plain):
            return Standing(halt=f"{quoted or _quoted(text, found)} {told}")
    among_hours = field.startswith("horaires")
    if (
        not among_hours
        and field
        and (words.CLOSED_ON.search(plain) or words.WHOLE.fullmatch(plain))
    ):
        return Standing(halt=f"{quoted} dit que ce lieu est fermé")
    if field in _BESIDE and (words.CLOSED_NAME.search(plain) or words.EVIDENT.search(text)):
        return Standing(halt=f"{quoted} dit que ce lieu est fermé")
    shut = words.SHUT_FOR_NOW.search(plain)
    found = shut or words.WORKS.search(plain)
    if found is None:
        return Standing()
    until = _until(plain, day)
    if not until or not day:
        quoted = quoted or _quoted(text, found)
        return Standing(halt=f"{quoted} dit que ce lieu est fermé ou en travaux, sans dire la fin")
    if until < day:
        return Standing()  # it was over when the row was written
    parts = re.findall(r"[(\[]([^()\[\]]+)[)\]]", text)
    message = next((part for part in parts if _says_something(f"({part})")), "")
    message = message or text[found.start() :]
    message = " ".join(message.split())[:200]
    return Standing(message=message[:1].upper() + message[1:], until=until, is_shut=bool(shut))


def _quoted(text: str, found: re.Match[str]) -> str:
    """What was found in the plain form of a text, as it was typed."""
    return f"« {text[found.start() : found.end()].strip()} »"


def _of_state(column: str, text: str) -> str:
    """Why a column of states says that the place is closed; "" otherwise."""
    if not column:
        return ""
    plain = _plain(text)
    told = f"la colonne « {column} » dit « {text[:60]} » : ce lieu est fermé"
    if words.CLOSED_STATE.fullmatch(plain):
        return told
    if _YES_NO.match(column) and plain.strip() in ("non", "no", "n", "faux", "false", "0"):
        return told
    is_day = _ONLY_A_DATE.fullmatch(text.strip()) and read_date(text)
    return told if is_day and _DATE_OF_CLOSING.search(column) else ""


@lru_cache(maxsize=1024)
def _state_column(column: str) -> str:
    """The folded name of a column that may hold a state; "" for the others."""
    folded = normalize(column)
    return folded if _STATE_COLUMN.search(folded) else ""


def _until(plain: str, day: str) -> str:
    """ISO day of «jusqu'au 3 mars»: the first one after `day` when the year is not said."""
    found = _UNTIL.search(plain)
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
    month = int(parts[1]) if parts[1].isdigit() else _month(parts[1])
    start = date.fromisoformat(day)
    for year in (start.year, start.year + 1):
        try:
            end_day = date(year, month, number)
        except ValueError:
            return ""
        if end_day >= start:
            return end_day.isoformat()
    return ""


def _month(word: str) -> int:
    starts = [number for number, start in enumerate(MONTH_STARTS, 1) if word.startswith(start)]
    return starts[0] if starts else 0


def _plain(text: str) -> str:
    """Small letters without accents; as many characters as the text, so that places agree."""
    return text.translate(_BASES)
