"""`read_hours`: what a person or a table wrote → one week."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from plugins.common.diagnostic import Diagnostic
from plugins.french.dates import read_date
from plugins.french.days import DAYS
from plugins.french.lexer import tokens
from plugins.french.normalization import normalize
from plugins.hours.model import UNKNOWN_WEEK, ExceptionalHours, HoursError, State, Week
from plugins.hours.read.grammar import read_segments
from plugins.hours.read.osm import LONGEST, LOOKS_LIKE, read_osm
from plugins.hours.read.segment import Segment
from plugins.hours.read.spans import tidy
from plugins.hours.read.times_reader import EXAMPLE
from plugins.hours.read.week_builder import WeekBuilder

_DAY_KINDS = ("day", "weekend", "every_day", "public_holiday", "school_holiday", "rank", "month")
_COMMENT = re.compile(r'"[^"]*"')
NOTHING = ("", "-", "?", "/")
"""What people type in a cell about which they know nothing."""


def read_hours(
    value: str | Mapping[str, str], *, today: date | None = None, unsaid: State = State.UNKNOWN
) -> Week:
    """The week said by a French mapping (`lundi: 9h-12h, 14h-17h30`), a French line of text or an
    OSM opening_hours string. Nothing at all is a week of unknown hours.

    A day that French typing does not mention is `unsaid`: unknown, without a remark when it is
    closed (a permanence states all its hours). In OSM, as its grammar says, it is closed.
    `today` serves only to propose dates in a message. Raises HoursError, whose `faults` name
    every entry at fault; doubts that do not prevent reading are in the week's `remarks`.
    """
    if isinstance(value, Mapping):
        entries = tuple((str(key), str(text)) for key, text in value.items())
        return _read_entries(entries, today, unsaid)
    return _read_text(value, today, unsaid)


@lru_cache(maxsize=1 << 12)  # lists repeat the hours of their offices; a week never changes
def _read_text(value: str, today: date | None, unsaid: State) -> Week:
    if value.strip() in NOTHING:
        return UNKNOWN_WEEK
    if LOOKS_LIKE.search(value):
        plain = normalize(_COMMENT.sub(" ", value))
        if not plain.startswith("ferm") and not any(day in plain for day in DAYS):
            return read_osm(value)
    return _read_entries((("", value),), today, unsaid)


def read_exception(
    du: str, au: str = "", horaires: str | Mapping[str, str] = "", motif: str = ""
) -> ExceptionalHours:
    """Exceptional hours from `du` to `au` (both included; `au` is `du` when empty).

    `horaires` is «fermé», «10h-12h», «sur rendez-vous», or a week as `read_hours` takes it;
    empty means that the hours are not known then. Raises HoursError naming the field at fault.
    """
    start = _day("du", du)
    end = _day("au", au) if au.strip() else start
    if end < start:
        raise HoursError("au", "la fin est avant le début.", "vérifiez les deux dates")
    reason = motif.strip()
    if isinstance(horaires, str):
        if horaires.strip() in NOTHING:
            return ExceptionalHours(start, end, reason, State.UNKNOWN)
        if not _names_days(horaires):
            (segment,) = read_segments("horaires", "tous les jours", horaires)
            spans, _ = tidy("horaires", segment.pairs)
            state = segment.state or (State.OPEN if spans else State.UNKNOWN)
            return ExceptionalHours(start, end, reason, state, spans, note=segment.note)
    try:
        week = read_hours(horaires)
    except HoursError as error:
        raise HoursError("horaires", error.message, error.hint) from error
    return ExceptionalHours(start, end, reason, State.OPEN, week=week)


def _names_days(text: str) -> bool:
    return bool(LOOKS_LIKE.search(text)) or any(word.kind in _DAY_KINDS for word in tokens(text))


def _day(where: str, text: str) -> date:
    day = read_date(text)
    if day is None:
        raise HoursError(
            where, f"« {text} » n'est pas une date.", "année-mois-jour, par exemple « 2026-12-24 »"
        )
    return day


@lru_cache(maxsize=1 << 12)
def _read_entries(
    entries: tuple[tuple[str, str], ...], today: date | None, unsaid: State = State.UNKNOWN
) -> Week:
    segments: list[tuple[str, Segment]] = []
    faults: list[Diagnostic] = []
    for key, text in entries:
        if key and text.strip() in NOTHING:
            continue
        try:
            if len(key) + len(text) > LONGEST:
                raise HoursError(key, "ce texte est trop long pour des horaires.", EXAMPLE)
            segments += [(key, segment) for segment in read_segments(key, key, text, today)]
        except HoursError as error:
            faults += error.faults
    builder = WeekBuilder()
    if not faults:
        for where, segment in segments:
            try:
                builder.add(where, segment)
            except HoursError as error:
                faults += error.faults
    if faults:
        raise HoursError.of(faults)
    return builder.week(mapping=bool(entries and entries[0][0]), unsaid=unsaid)
