"""Answers as people type them → values of fields; what is not understood is kept for a person."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from plugins.french.dates import read_date
from plugins.french.months import NORMALIZED_MONTHS
from plugins.french.normalization import normalize
from plugins.hours import State
from plugins.intake.hours.raw_hours import read_week
from plugins.records.hints.list_hints import parts_of
from plugins.records.model.types import EMAIL, WEB, Pattern
from plugins.records.phones import read_phone
from plugins.records.reading.repairs import repair

_DAY_LINE = re.compile(r"\s*[-*•]?\s*([^\W\d][^:\d]*?)\s*:\s*(\S.*?)\s*")
_SHORT_YEAR = re.compile(r"\b(\d\d?)[/.-](\d\d?)[/.-](\d\d)(?!\d)$")
_NONE = frozenset(("aucun", "aucune", "aucuns", "aucunes"))
_SAID_BEFORE = re.compile(r"^horaires : (?:non compris, gardés tels quels )?|Gardés tels quels.*$")
"""What an import says of hours that it keeps as they are; here nothing is written of them."""


class ReadValue(NamedTuple):
    """`value`: of the field, None to take it away; `why`: French, why it is not taken."""

    value: object = None
    why: str = ""


def is_none(text: str) -> bool:
    """«aucun»: what the record says is to go."""
    return normalize(text).strip(" .") in _NONE


def phones(text: str, departement: str) -> ReadValue:
    """Numbers, one or several in a line, each with all its digits."""
    if is_none(text):
        return ReadValue()
    whole = read_phone(text, departement)
    found = [whole] if whole else [read_phone(part, departement) for part in parts_of(text)]
    numbers = [phone.display for phone in found if phone is not None]
    if len(numbers) < len(found) or not numbers:
        return ReadValue(why="ce n'est pas un numéro de téléphone")
    return ReadValue(list(dict.fromkeys(numbers)))


def addresses(text: str, pattern: Pattern) -> ReadValue:
    """Addresses of mail or of sites, repaired where one sees what was meant."""
    if is_none(text):
        return ReadValue()
    whole = repair(pattern, text) if text.count("@") == 1 else None
    found = [whole] if whole else [_right(part, pattern) for part in text.split()]
    if not found or None in found:
        return ReadValue(why=f"ce {pattern.message}")
    return ReadValue(list(dict.fromkeys(found)))


def typed_day(text: str) -> date | None:
    """A day with its year, which may have two figures: «30/06/26»; None for anything less, or more:
    of «1er et 8 décembre 2026», nobody may lose the first."""
    is_worded = not set(NORMALIZED_MONTHS).isdisjoint(re.findall(r"[a-z]+", normalize(text)))
    if len(re.findall(r"\d+", text)) != (2 if is_worded else 3):
        return None
    return read_date(_SHORT_YEAR.sub(r"\1/\2/20\3", text))


def _right(text: str, pattern: Pattern) -> str | None:
    return text if re.search(pattern.regex, text) else repair(pattern, text)


def emails(text: str, _departement: str) -> ReadValue:
    """As `addresses`."""
    return addresses(re.sub(r"[,;]|\bou\b", " ", text), EMAIL)


def sites(text: str, _departement: str) -> ReadValue:
    """As `addresses`."""
    return addresses(text, WEB)


def week(text: str, _departement: str) -> ReadValue:
    """Hours, a line a day or in sentences, wholly understood or not at all."""
    if is_none(text):
        return ReadValue()
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    days = [found for line in lines if (found := _DAY_LINE.fullmatch(line))]
    typed: str | dict[str, str] = " ; ".join(lines)
    if len(days) == len(lines):
        typed = {found[1].lower(): found[2] for found in days}
        if len(typed) < len(lines):
            return ReadValue(why="un jour y est deux fois")
    read, _, remark = read_week(typed, unsaid=State.UNKNOWN)
    if read is None:
        told = _SAID_BEFORE.sub("", remark).strip("(). ")
        return ReadValue(why=told or "les horaires ne sont pas compris")
    return ReadValue(read)


READERS: dict[str, Callable[[str, str], ReadValue]] = {
    "telephone": phones,
    "courriels": emails,
    "site_web": sites,
    "horaires": week,
}
"""By field: text and département → value."""
