"""What to write where a sentence stands in the place of fields: «fermé du 24 décembre au 2 janvier»
for an exception, «Fermé cet été» for an announcement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from plugins.french.dates import read_date, relative_day
from plugins.french.months import NORMALIZED_MONTHS, read_month
from plugins.french.normalization import normalize
from plugins.records.hints.written_lines import written

_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_DAY = re.compile(
    rf"(?:\b(?:du|au|le|jusqu'au|jusqu'a|et|a|-)\s+)?(?:\b(?:{_DAYS})\s+)?"
    rf"(?:\b\d{{4}}-\d\d?-\d\d?\b|\b\d\d?/\d\d?(?:/(?:\d{{4}}|\d\d))?\b"
    rf"|\b\d\d?(?:er)?(?:\s+(?:{'|'.join(NORMALIZED_MONTHS)})\b(?:\s+\d{{4}})?"
    rf"|(?=\s+(?:au|et|-)\s+(?:le\s+)?\d)))"
)
_WITHOUT_YEAR = re.compile(rf"(\d\d?)(?:er)?(?:\s+({'|'.join(NORMALIZED_MONTHS)})|/(\d\d?))?")
_SHUT = re.compile(r"\b(?:fermee?s?|fermeture)\b")
_HOURS = re.compile(r"\b\d\d?\s*(?:h|:)\s*\d{0,2}(?:[\s,;à/-]|et|\d|h|:)*")
_FIRST_FIELDS = {"Source": "nom", "Citation": "titre", "Stop": "commune"}
_MEANS = {
    "bus": "bus", "ligne": "bus", "metro": "metro", "tram": "metro", "gare": "train",
    "train": "train", "velo": "velo", "parking": "parking", "garer": "parking",
    "fauteuil": "fauteuil", "pmr": "fauteuil", "accessible": "fauteuil",
    "boucle": "boucle_magnetique", "lsf": "lsf", "signes": "lsf",
}  # fmt: skip


def about_the_year(text: str) -> str:
    """What to add to a hint whose days had no year."""
    is_dated = _WITHOUT_YEAR.search(normalize(text)) and not re.search(
        r"\b20\d\d\b|/\d\d$|/\d\d?/\d\d", text
    )
    return " si c'est cette année-là" if is_dated else ""


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
    plain = normalize(text)
    if re.search(r"\b(?:non|pas|inaccessible)\b", plain):
        return "non"
    return "oui" if re.fullmatch(r"(?:oui|accessible|acces)?\W*(?:\w+\W*){0,4}", plain) else None


def _days(text: str, today: date) -> tuple[list[date], str]:
    """The days of a text, in order, and the words that are left; a year that is missing is that
    of the next such day."""
    plain, kept, last = normalize(text), "", 0
    days: list[date] = []
    found = list(_DAY.finditer(plain))
    known: list[date | None] = [_day(match[0], None, today) for match in found]
    for index in range(len(found) - 1, -1, -1):  # «du 3 au 5 mars»: the month comes after
        after = known[index + 1] if index + 1 < len(found) else None
        if known[index] is None and after is not None:
            known[index] = _day(found[index][0], after, today)
    for match, day in zip(found, known, strict=True):
        if day is None:
            return [], text
        if days and day < days[-1]:
            day = _later(day, days[-1]) or day
        days.append(day)
        kept, last = kept + text[last : match.start()], match.end()
    return days, kept + text[last:]


def _day(typed: str, near: date | None, today: date) -> date | None:
    typed = re.sub(r"(\d\d?/\d\d?/)(\d\d)$", r"\g<1>20\2", typed)
    if (day := read_date(typed)) or (day := relative_day(typed, today)):
        return day
    found = _WITHOUT_YEAR.search(re.sub(r"^.*?(?=\d)", "", typed))
    if found is None:
        return None
    month = read_month(found[2]) if found[2] else int(found[3] or 0)
    try:
        if not month:
            return near.replace(day=int(found[1])) if near else None
        return _later(date(2024, month, int(found[1])), today)
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
    days, rest = _days(text, today)
    plain = normalize(rest)
    shut, hours = _SHUT.search(plain), _HOURS.search(plain)
    if not 1 <= len(days) <= 2 or (shut is None) == (hours is None):
        return
    said = shut or hours
    if said is None:
        return
    value = "fermé" if shut else rest[said.start() : said.end()].strip(" ,;-")
    reason = _reason(rest[: said.start()] + " " + rest[said.end() :])
    for first, last in _periods(days, text):
        yield f"- du: {first.isoformat()}"
        if last != first:
            yield f"  au: {last.isoformat()}"
        yield f"  horaires: {written(value)}"
        if reason:
            yield f"  motif: {written(reason)}"


def _periods(days: list[date], text: str) -> list[tuple[date, date]]:
    """«du 24 au 31» is a period, «le 24 et le 31» are two days."""
    if len(days) == 2 and re.search(r"\b(?:au|jusqu'au|jusqu'a)\b| - |/\d+ ?-", normalize(text)):
        return [(days[0], days[1])]
    return [(day, day) for day in days]


def _cancellation(text: str, today: date) -> Iterator[str]:
    days, rest = _days(text, today)
    if not 1 <= len(days) <= 2:
        return
    reason = _reason(re.sub(r"(?i)\b(?:pas de séance|annulée?s?)\b", " ", rest))
    for first, last in _periods(days, text):
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
