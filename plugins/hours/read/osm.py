"""OSM opening_hours, read: the part of the grammar that places of help use.

https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification. Not read: fallback rules
(`||`), sunrise and sunset, open ends (`09:00+`), years and weeks as ranges with steps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from opening_hours import validate

from plugins.common.diagnostic import Diagnostic
from plugins.french.days import DAYS, EVERY_DAY, OSM_DAYS, from_to
from plugins.french.months import OSM_MONTHS
from plugins.hours.model import (
    WHOLE_DAY,
    HoursError,
    Occasion,
    Rule,
    Span,
    State,
    Week,
    doubt_of,
)
from plugins.hours.osm_text import write_osm
from plugins.hours.read.precedence import with_rule
from plugins.hours.read.segment import APPOINTMENT
from plugins.hours.read.spans import clock, tidy
from plugins.hours.seasons import exists
from plugins.hours.settled import normalise
from plugins.hours.statement import is_conditional, is_plain_note
from plugins.hours.week import added, plan_of, rules_of, weekly_table

EXAMPLE = "par exemple « Mo-Fr 09:00-12:00,14:00-17:30; PH off »"
OTHERWISE = (
    "écrivez chaque jour sur sa ligne, par exemple « mardi: 9h-12h » et « lundi: sur rendez-vous »"
)
APPOINTMENT_ONLY = re.compile(
    r"(?:only )?(?:by|on|with|per) appointment(?: only)?|appointment", re.I
)
"""Comments in English that say what a French word of ours says; others stay as typed."""
FORTNIGHT_NOTE = "une semaine sur deux, dates à confirmer"
LONGEST = 1000
"""Characters: longer texts are refused before any pattern is tried on them."""

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su)[a-z]{0,7}"
_DAYS = rf"{_DAY}(?:\[[-\d, ]+\]| ?- ?{_DAY})?"
_ITEM = rf"(?:PH|SH|{_DAYS})"
_LIST = re.compile(rf"(?:\b(?P<on>PH|SH)\s+)?(?P<days>\b{_ITEM}(?: ?, ?{_ITEM})*)$", re.I)
_TIME = r"\d{1,2}:\d\d"
_TIMES = re.compile(rf"(?:24/7|{_TIME} ?- ?{_TIME}(?: ?, ?{_TIME} ?- ?{_TIME})*)$")
_SECONDS = re.compile(r"(?<=\d:\d\d):00\b")
_STATE = re.compile(r"\b(off|closed|open|unknown)$", re.I)
_NOTE = re.compile(r'"([^"]*)"$')
_DATE = rf"(?:\d{{4}} )?(?:{'|'.join(OSM_MONTHS)})(?: \d{{1,2}})?"
_PERIOD = rf"{_DATE}(?: ?- ?(?:{_DATE}|\d{{1,2}}))?"
_DATES = re.compile(rf"{_PERIOD}(?: ?, ?{_PERIOD})*")
_PARITY = re.compile(r"week ?\d{1,2} ?- ?\d{1,2} ?/ ?2$", re.I)
_ADDED = re.compile(
    r'(?:(?<=:\d\d)|(?<=")|(?<=off)|(?<=closed)|(?<=open)|(?<=unknown)) ?, ?(?=[A-Za-z])'
)
LOOKS_LIKE = re.compile(
    r"\b(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|closed|open|unknown)\b(?!\.)|24/7|^\s*\"[^\"]*\"\s*$"
    r"|\b(?:Jan|Feb|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b",  # «mar» is also a Tuesday
    re.I,
)


def read_osm(text: str) -> Week:
    """A week from an OSM opening_hours string. Raises HoursError in French."""
    if len(text) > LONGEST:
        raise HoursError("", "ce texte est trop long pour des horaires.", EXAMPLE)
    plain = re.sub(r"\s+", " ", re.sub("[‐‑‒–—−]", "-", text)).strip().rstrip(";").strip()
    plain = _SECONDS.sub("", plain)
    rules: list[Rule] = []
    remarks: list[Diagnostic] = []
    if "||" in plain:
        raise HoursError("", "« || » : ce qui vaut le reste du temps.", OTHERWISE)
    try:
        for number, part in enumerate(_parts(plain)):
            for added, piece in enumerate(_ADDED.split(part)):
                new, doubts = _rules(piece.strip(), adds=added > 0)
                _doubt_override(rules, new, number, remarks)
                for rule in new:
                    rules, erased = with_rule(rules, rule)
                    doubts += erased
                remarks += doubts
    except HoursError as error:
        corrected = _correct(plain)
        if corrected is None:
            raise
        raise HoursError("", error.message, f"écrivez « {corrected} »") from error
    week = Week(normalise(rules), tuple(dict.fromkeys(remarks)))
    if not validate(write_osm(week.rules)):
        raise HoursError("", "ces horaires ne sont pas compris.", EXAMPLE)
    return week


def _parts(text: str) -> list[str]:
    """The text cut at the semicolons that are not inside a comment."""
    if text.count('"') % 2:
        raise HoursError("", "il manque un guillemet.", EXAMPLE)
    pieces = re.findall(r'(?:"[^"]*"|[^;"])+', text)
    return [piece.strip() for piece in pieces if piece.strip()]


def _rules(text: str, *, adds: bool) -> tuple[list[Rule], list[Diagnostic]]:
    """The rules of one piece: one for ordinary days, one for each kind of holiday."""
    rest, note = _take(_NOTE, text)
    note = APPOINTMENT if APPOINTMENT_ONLY.fullmatch(note.strip()) else note
    rest, word = _take(_STATE, rest)
    rest, times = _take(_TIMES, rest)
    found = _LIST.search(rest)
    days_text, on = (found["days"], found["on"] or "") if found else ("", "")
    dates = (rest[: found.start()] if found else rest).rstrip(" :")
    fortnight = bool(_PARITY.match(dates))
    if dates and not fortnight and not _DATES.fullmatch(dates):
        raise HoursError("", f"« {text} » n'est pas compris.", EXAMPLE)
    if not fortnight and not exists(dates):
        raise HoursError("", f"« {dates} » : une date n'existe pas.", EXAMPLE)

    remarks: list[Diagnostic] = []
    spans: tuple[Span, ...] = ()
    state = _state(word, note, times)
    if state is State.OPEN and not (is_plain_note(note) or is_conditional(note)):
        state = State.UNKNOWN  # «semaines paires»: it may say when
    if times == "24/7":
        spans = (WHOLE_DAY,)
    elif times:
        hours = [int(number) for number in re.findall(r"\d+", times)]
        if any(minute > 59 for minute in hours[1::2]):
            raise HoursError("", f"« {times} » : une heure n'existe pas.", EXAMPLE)
        marks = [h * 60 + m for h, m in zip(hours[::2], hours[1::2], strict=True)]
        spans, doubts = tidy("", list(zip(marks[::2], marks[1::2], strict=True)))
        remarks += doubts
        if not spans:
            state = State.UNKNOWN
    elif state is State.OPEN:
        raise HoursError("", f"« {text} » : il manque les heures.", EXAMPLE)
    weekdays, ranked, occasions = _days(days_text)
    if fortnight:
        dates, state, note = "", State.UNKNOWN, FORTNIGHT_NOTE
        remarks.append(
            doubt_of(
                "",
                f"« {text} » : une semaine sur deux, comptée sur le numéro de la semaine, se "
                "décale après une année de 53 semaines (2026).",
                f"écrivez « {_fortnight_of(weekdays)} à partir du … » avec la date d'une des fois",
            )
        )

    def rule(days: tuple[int, ...], ranks: tuple[int, ...], occasion: Occasion) -> Rule:
        return Rule(days, spans, state, note, occasion, ranks, dates=dates, adds=adds)

    if on:
        return [rule(weekdays or EVERY_DAY, (), Occasion(on.upper()))], remarks
    rules = []
    if weekdays or not days_text:
        rules.append(rule(weekdays or EVERY_DAY, (), Occasion.ANY))
    rules += [rule((day,), ranks, Occasion.ANY) for day, ranks in ranked]
    rules += [rule(EVERY_DAY, (), occasion) for occasion in occasions]
    if times == "24/7" and not days_text:
        rules.append(rule(EVERY_DAY, (), Occasion.PUBLIC_HOLIDAY))
    return rules, remarks


def _fortnight_of(days: Sequence[int]) -> str:
    names = [DAYS[day] for day in days or EVERY_DAY]
    if len(names) == 1:
        return f"un {names[0]} sur deux"
    return f"{', '.join(names)}, une semaine sur deux"


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    """The text without what the pattern finds at its end, and what was found."""
    found = pattern.search(text)
    if not found:
        return text, ""
    return text[: found.start()].strip(), found[1] if pattern.groups else found[0]


def _state(word: str, note: str, times: str) -> State:
    if word:
        words = {"off": State.CLOSED, "closed": State.CLOSED, "open": State.OPEN}
        return words.get(word.lower(), State.UNKNOWN)
    return State.UNKNOWN if note and not times else State.OPEN


def _days(
    text: str,
) -> tuple[tuple[int, ...], list[tuple[int, tuple[int, ...]]], list[Occasion]]:
    """Weekdays, weekdays with their ranks in the month, kinds of holidays."""
    weekdays: set[int] = set()
    ranked: list[tuple[int, tuple[int, ...]]] = []
    occasions: list[Occasion] = []
    for item in re.findall(_ITEM, text, re.I):
        if item.upper() in ("PH", "SH"):
            occasions.append(Occasion(item.upper()))
            continue
        first = OSM_DAYS.index(item[:2].capitalize())
        if "[" in item:
            ranks: list[int] = []
            for number in re.findall(r"-?\d+(?:-\d)?", item.partition("[")[2]):
                low, _, high = number.partition("-") if number[0] != "-" else (number, "", "")
                ranks += range(int(low), int(high or low) + 1)
            if not ranks or not all(1 <= abs(rank) <= 5 for rank in ranks):
                raise HoursError("", f"« {item} » n'est pas compris.", EXAMPLE)
            ranked.append((first, tuple(dict.fromkeys(ranks))))
            continue
        end = item.partition("-")[2].strip()[:2].capitalize()
        last = OSM_DAYS.index(end) if end else first
        weekdays.update(from_to(first, last))
    return tuple(sorted(weekdays)), ranked, occasions


def _doubt_override(
    before: Sequence[Rule], new: Sequence[Rule], number: int, remarks: list[Diagnostic]
) -> None:
    """«Mo-Fr 08:30-12:30; Th 13:30-18:30» closes Thursday morning: was it meant? Hours that say
    again a part of the usual ones, «Mo-Fr 09:00-12:00,14:00-17:00; Tu 09:00-12:00», are meant."""
    if not number:
        return
    usual = weekly_table(before)
    for rule in new:
        if rule.adds or not (rule.is_plain and rule.spans) or rule.state is State.CLOSED:
            continue
        for day in rule.days:
            met = [any(a < s.end and s.start < b for a, b in rule.spans) for s in usual[day]]
            lost = [] if any(met) else usual[day]
            if lost:
                hours = ",".join(f"{clock(s.start)}-{clock(s.end)}" for s in lost)
                both = added(tuple(lost), plan_of(rule))
                kept = write_osm(rules_of([(day, both)], Rule(())))
                remarks.append(
                    doubt_of(
                        "",
                        f"la dernière règle du {DAYS[day]} efface « {hours} ».",
                        f"pour garder les deux, écrivez « {kept} »",
                    )
                )


def _correct(text: str) -> str | None:
    """What was meant by «Mo-Fr 9h-12h30», when it can be guessed."""
    guess = re.sub(r"(\d{1,2}) ?[hH.](?: ?(\d\d))?", lambda m: f"{m[1]:0>2}:{m[2] or '00'}", text)
    if guess == text:
        return None
    try:
        return write_osm(read_osm(guess).rules)
    except HoursError:
        return None
