"""The hours of a row: a French week that a volunteer can edit, or the text as found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from plugins.french.days import DAYS, OSM_DAYS
from plugins.hours import HoursError, State, read_hours, to_french
from plugins.hours.read.osm import APPOINTMENT_ONLY
from plugins.hours.read.segment import APPOINTMENT
from plugins.intake.read.letter_case import tidy

_DAYS = dict(zip(OSM_DAYS, DAYS, strict=True)) | {"PH": "jours fériés", "SH": "vacances scolaires"}
_CODES = "|".join(_DAYS)
_CODE = re.compile(rf"\b({_CODES})\b")
_RANGE = re.compile(rf"\b({_CODES})\s?-\s?({_CODES})\b")
_FRENCH_TIME = re.compile(r"\b(\d{1,2}) ?h ?(\d\d)\b", re.IGNORECASE)
"""«13h30», where somebody typed it in an OSM string."""
_NOTHING = re.compile(r"^[\s?./-]*$|^n[./]?[car]\.?$", re.IGNORECASE)
_UNSAID = "rien n'est dit"
MAX_LENGTH = 500
"""Characters that a record keeps of hours as found."""

TypedWeek = dict[str, str] | str
_Days = tuple[tuple[str, str], ...]


def read_week(
    value: str | Mapping[str, str],
    note: str = "",
    *,
    leaves_blank: bool = False,
    unsaid: State = State.UNKNOWN,
) -> tuple[TypedWeek | None, str, str]:
    """(`horaires`, `horaires_brut`, remark). At most one of the first two is filled.

    `value` is a sentence, an OSM string, or the text of each day (a day without text is absent).
    `note` is what other columns say of these hours («semaine impaire»): hours that do not say on
    which dates they hold are kept as found, not computed with. `leaves_blank`: the days that an
    OSM string does not name were blank in its source, which does not say that they are closed.
    `unsaid`: what a day that is not named is; when closed, no day is written as closed.
    """
    typed = value if isinstance(value, str) else tuple(value.items())
    week, text, remark = _read(typed, note, leaves_blank, unsaid)
    return dict(week) if isinstance(week, tuple) else week, text, remark


@lru_cache(maxsize=1 << 14)  # lists repeat the hours of their offices
def _read(
    typed: str | _Days, note: str, leaves_blank: bool, unsaid: State
) -> tuple[_Days | str | None, str, str]:
    """`read_week`, of texts that nobody can change."""
    value: str | dict[str, str]
    if isinstance(typed, str):
        value = tidy(typed)
        if _NOTHING.match(value):
            return None, "", ""
        if _CODE.search(value) and ":" in value:
            value = _FRENCH_TIME.sub(r"\1:\2", value)
    else:
        value = {day: tidy(text) for day, text in typed if not _NOTHING.match(tidy(text))}
        if not value:
            return None, "", ""
    text = written_out(value)
    if note:
        return None, f"{note} : {text}"[:MAX_LENGTH], f"horaires : « {note} » sans date de départ"
    if leaves_blank and isinstance(value, str) and _CODE.search(value):
        value = f"Mo-Su unknown; {value}"
    try:
        week = read_hours(value, unsaid=unsaid)
        # A day of which nothing is said is unknown, not contradictory.
        doubts = [remark for remark in week.remarks if not remark.message.startswith(_UNSAID)]
        if doubts:
            told = f"horaires : {doubts[0].message} Gardés tels quels, non calculés"
            return None, text[:MAX_LENGTH], told
        french = to_french(week, unsaid=unsaid)
    except HoursError as error:
        return None, text[:MAX_LENGTH], f"horaires : non compris, gardés tels quels ({error})"
    if french:
        return tuple(french.items()), "", ""
    return (value if isinstance(value, str) else tuple(value.items())), "", ""


def written_out(value: str | Mapping[str, str]) -> str:
    """Hours as found, in one line that the public can read."""
    if isinstance(value, str):
        return in_words(value) if _CODE.search(value) else value
    return " ; ".join(f"{day} : {hours}" for day, hours in value.items())


def in_words(osm: str) -> str:
    """An OSM string with its days in French, its times untouched: the public can read it."""
    text = _RANGE.sub(lambda match: f"du {_DAYS[match[1]]} au {_DAYS[match[2]]}", osm)
    text = _CODE.sub(lambda match: _DAYS[match[1]], text)
    text = re.sub(r"\b(?:off|closed)\b", "fermé", text)
    text = re.sub(
        r'"([^"]*)"',
        lambda match: APPOINTMENT if APPOINTMENT_ONLY.fullmatch(match[1]) else match[0],
        text,
    )
    text = re.sub(r"\s*\|\|\s*", " ; sinon ", text)
    return re.sub(r"\s*;\s*", " ; ", re.sub(r",(?=\S)", ", ", text))
