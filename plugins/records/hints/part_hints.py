"""What to write where a sentence stands in the place of fields: «fermé du 24 décembre au 2 janvier»
for an exception, «Fermé cet été» for an announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from plugins.french.dates import day_without_year, read_date
from plugins.french.days import DAYS
from plugins.french.months import NORMALIZED_MONTHS
from plugins.french.normalization import normalize
from plugins.records.hints.written_lines import written

_DAY = re.compile(
    rf"(?:\b(?:du|au|le|jusqu'au|jusqu'a|et|a|-)\s+)?(?:\b(?:{'|'.join(DAYS)})\s+)?"
    rf"(?:\b\d{{4}}-\d\d?-\d\d?\b|\b\d\d?/\d\d?(?:/(?:\d{{4}}|\d\d))?\b"
    rf"|\b\d\d?(?:er)?(?:\s+(?:{'|'.join(NORMALIZED_MONTHS)})\b(?:\s+\d{{4}})?"
    rf"|(?=\s+(?:au|et|-)\s+(?:le\s+)?\d)))"
)
HAS_YEAR = re.compile(r"\d{4}|/\d\d?/\d\d")
_SHORT_YEAR = re.compile(r"(\d\d?/\d\d?/)(\d\d)$")
_NUMBER = re.compile(r"\d")
"""Left of a sentence, it may be another day, or hours."""
_SHUT = re.compile(r"\b(?:fermee?s?|fermeture)\b")
_HOURS = re.compile(
    r"\b(?:de\s+)?\d\d?\s*(?:h|:)\s*\d{0,2}(?:[\s,;/-]|(?<![a-z])(?:a|de|et)(?![a-z])|\d|h|:)*"
)
_OPEN = re.compile(r"(?i)\b(?:ouvert(?:e?s?|ure)|seulement|uniquement)\b")
_DATED = ("DatedHours", "Cancellation")
_FIRST_FIELDS = {"Source": "nom", "Citation": "titre", "Stop": "commune"}
_MEANS = {
    "bus": "bus", "ligne": "bus", "metro": "metro", "tram": "metro", "gare": "train",
    "train": "train", "velo": "velo", "parking": "parking", "garer": "parking",
    "fauteuil": "fauteuil", "pmr": "fauteuil", "accessible": "fauteuil",
    "boucle": "boucle_magnetique", "lsf": "lsf", "signes": "lsf",
}  # fmt: skip
_REFUSALS = frozenset(("inaccessible", "non", "pas"))
_ANSWER_WORDS = frozenset(
    "oui acces accessible boucle magnetique fauteuil fauteuils roulant roulants handicap handicape"
    " handicapes handicapees lsf langue signes pmr personne personnes mobilite reduite present"
    " presente disponible entierement totalement a au aux de des du d en la l le les".split()
)
"""What an answer to «fauteuil», «boucle_magnetique» or «lsf» may say beside yes or no."""


def about_the_year(model: str, text: str) -> str:
    """What to add to the hint of `part_lines` where no day has its year."""
    days = _DAY.findall(normalize(text)) if model in _DATED else []
    return "" if not days or any(map(HAS_YEAR.search, days)) else " si c'est cette année-là"


def part_lines(model: str, text: str, today: date) -> list[str]:
    """The lines of a part of a record, said in a text; empty when they are not sure. `model`: the
    name of the class of the part."""
    if model == "DatedHours":
        return list(_exception(text, today))
    if model == "Announcement":
        return [f"- du: {today.isoformat()}", f"  texte: {written(text)}"]
    if model == "Cancellation":
        return list(_cancellation(text, today))
    if model in _FIRST_FIELDS:
        return [f"- {_FIRST_FIELDS[model]}: {written(text)}"]
    if model in ("Access", "Accessibility"):
        named = {field for word, field in _MEANS.items() if word in normalize(text)}
        if len(named) == 1:
            [field] = named
            if model == "Access":
                return [f"{field}: {written(text)}"]
            if (answer := _answer(text)) is not None:
                return [f"{field}: {answer}"]
    return []


def _answer(text: str) -> str | None:
    """None for all that is more than an answer: «sans ascenseur», «en panne»."""
    words = set(re.findall(r"[a-z]+", normalize(text)))
    refusals = words & _REFUSALS
    return None if words - refusals - _ANSWER_WORDS else "non" if refusals else "oui"


def days_in(text: str, today: date) -> tuple[list[date], str]:
    """The days of a text, in order, and the words that are left; none where one does not exist. A
    year that is missing is that of its neighbour; where none is said, the last day is the next such
    day: «du 20 novembre au 5 décembre» may be under way."""
    plain, kept, last = normalize(text), "", 0
    found = list(_DAY.finditer(plain))
    for match in found:
        kept, last = kept + text[last : match.start()], match.end()
    days: list[date] = []
    for match in reversed(found):  # «du 3 au 5 mars»: the month comes after
        day = _day(match[0], days[0] if days else None, today)
        if day is None:
            return [], text
        days.insert(0, day)
    for index in range(1, len(days)):  # «du 24 décembre 2026 au 2 janvier»
        if not HAS_YEAR.search(found[index][0]) and HAS_YEAR.search(found[index - 1][0]):
            days[index] = _later(days[index], days[index - 1]) or days[index]
    return days, kept + text[last:]


def _day(typed: str, after: date | None, today: date) -> date | None:
    """The day that words of `_DAY` tell, not later than the day that comes `after` it unless it
    says its year; a number alone is of the month of that day, or of the month before."""
    digits = _SHORT_YEAR.sub(r"\g<1>20\2", re.sub(r"^\D+", "", " ".join(typed.split())))
    if day := read_date(digits):
        return day
    if day := day_without_year(digits, after or today, is_past=after is not None):
        return day
    number = digits.removesuffix("er")
    if after is None or not number.isdecimal():
        return None
    month = after if int(number) <= after.day else after.replace(day=1) - timedelta(days=1)
    try:
        return month.replace(day=int(number))
    except ValueError:
        return None


def _later(day: date, first: date) -> date | None:
    """The first such day of a year, not before another."""
    for year in (first.year, first.year + 1):
        try:
            if (moved := day.replace(year=year)) >= first:
                return moved
        except ValueError:
            continue
    return None


def _exception(text: str, today: date) -> Iterator[str]:
    days, rest = days_in(text, today)
    plain = normalize(rest)
    shut, hours = _SHUT.search(plain), _HOURS.search(plain)
    said = shut or hours
    if not 1 <= len(days) <= 2 or said is None or (shut and hours):
        return
    value, left = "fermé", rest[: said.start()] + " " + rest[said.end() :]
    if hours:
        value, left = rest[said.start() : said.end()].strip(" ,;-"), _OPEN.sub(" ", left)
        value = re.sub(r"(?i)^de\s+", "", value)
    if _NUMBER.search(left) or not _is_read(value):
        return
    reason = _reason(left)
    for first, last in periods(days, text):
        yield f"- du: {first.isoformat()}"
        if last != first:
            yield f"  au: {last.isoformat()}"
        yield f"  horaires: {written(value)}"
        if reason:
            yield f"  motif: {written(reason)}"


def _is_read(hours: str) -> bool:
    from plugins.hours import HoursError, State, read_hours  # late: few faults are hours

    try:
        return not read_hours({DAYS[0]: hours}, unsaid=State.CLOSED).remarks
    except HoursError:
        return False


def periods(days: list[date], text: str) -> list[tuple[date, date]]:
    """First and last days: «du 24 au 31» is a period, «le 24 et le 31» are two days."""
    if len(days) == 2 and re.search(r"\b(?:au|jusqu'au|jusqu'a)\b| - |/\d+ ?-", normalize(text)):
        return [(days[0], days[1])]
    return [(day, day) for day in days]


def _cancellation(text: str, today: date) -> Iterator[str]:
    days, rest = days_in(text, today)
    if not 1 <= len(days) <= 2 or _NUMBER.search(rest):
        return
    reason = _reason(re.sub(r"(?i)\b(?:pas de séance|annulée?s?)\b", " ", rest))
    for first, last in periods(days, text):
        yield f"- date: {first.isoformat()}"
        if last != first:
            yield f"  jusqu_au: {last.isoformat()}"
        if reason:
            yield f"  motif: {written(reason)}"


def _reason(words: str) -> str:
    """What is said beside days and hours: «pour congés», «(travaux)»."""
    bare = " ".join(words.split()).strip(" ,;:()-–—.")
    bare = re.sub(r"^(?:pour|cause de|en raison de|de|le|la)\s+", "", bare).strip(" ,;:()-–—.")
    words_left = re.findall(r"[^\W\d]{2,}", bare)
    return bare if set(words_left) - {"et", "du", "au", "le", "les", "de", "en"} else ""
