"""The hours of a row: a French week that a volunteer can edit, or the text as found."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.hours import HoursError, read_hours, to_french
from plugins.intake.wording import tidy

_OSM = re.compile(r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)\b")
_NOTHING = re.compile(r"^[\s?./-]*$|^n[./]?[car]\.?$", re.IGNORECASE)
MAX_LENGTH = 500
"""Characters that a record keeps of hours as found."""

Hours = dict[str, str] | str


def read_week(value: str | Mapping[str, str], note: str = "") -> tuple[Hours | None, str, str]:
    """(`horaires`, `horaires_brut`, remark). At most one of the first two is filled.

    `value` is a sentence, an OSM string, or the text of each day (a day without text is absent).
    `note` is what other columns say of these hours («semaine impaire»): hours that do not say on
    which dates they hold are kept as found, not computed with.
    """
    if isinstance(value, str):
        value = tidy(value)
        if _NOTHING.match(value):
            return None, "", ""
    else:
        value = {day: tidy(text) for day, text in value.items() if not _NOTHING.match(tidy(text))}
        if not value:
            return None, "", ""
    text = value if isinstance(value, str) else " ; ".join(f"{d} : {t}" for d, t in value.items())
    if note:
        shown = _french(text) if isinstance(value, str) and _OSM.search(value) else text
        return None, f"{note} : {shown}"[:MAX_LENGTH], f"horaires : « {note} » sans date de départ"
    try:
        week = read_hours(value)
        if week.remarks:
            first = week.remarks[0]
            return None, text[:MAX_LENGTH], f"horaires : {first.message}"
        french = to_french(week)
    except HoursError as error:
        return None, text[:MAX_LENGTH], f"horaires : non compris, gardés tels quels ({error})"
    if french:
        return dict(french), "", ""
    return (value if isinstance(value, str) else dict(value)), "", ""


def _french(text: str) -> str:
    try:
        week = to_french(read_hours(text))
    except HoursError:
        return text
    return " ; ".join(f"{day} {hours}" for day, hours in week.items()) if week else text

