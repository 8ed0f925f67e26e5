"""What a sheet says of a place, in plain French."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

from plugins.french.distances import say_distance
from plugins.french.months import MONTHS, of
from plugins.records.freshness import Freshness
from plugins.records.model.place import Place
from plugins.territories.limits import Limit
from plugins.vocabulary.advice import ADVICE
from plugins.vocabulary.prices import FEES_IN_ALL

_NEWS_DAYS = 60
"""Closures are announced on paper so long before."""
_LONGEST_TEXT = 200
"""Characters of hours as a source gave them."""
_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2011": "-", "\t": " ", "\n": " "})
"""What the font has not, and what does it for it."""


def distance(km: float | None, *, approximate: bool) -> str:
    """As `components/distance.html` says it: «à 300 m», «à 2,5 km», «à environ 14 km»."""
    if km is None:
        return ""
    if km < 0.1 and not approximate:
        return "tout près"
    start = "à environ\u00a0" if approximate else "à\u00a0"
    return start + say_distance(max(km, 0.1))


def limit(limits: Sequence[Limit]) -> str:
    """What the directory does not cover beside a commune; empty away from its edge."""
    if not limits:
        return ""
    names = ", ".join(f"{each.departement.nom} ({each.departement.code})" for each in limits)
    near = " ; ".join(
        f"{each.commune.nom}, {distance(each.distance_km, approximate=True)}" for each in limits
    )
    return f"Cet annuaire ne couvre pas : {names}. À côté : {near}."


def part(shown: int, total: int) -> str:
    """How many communes of a group are listed; empty when all are."""
    if shown >= total:
        return ""
    communes = f"{shown} commune{'s' * (shown > 1)}"
    return f"{communes} de ce groupe sur {total} : l'annuaire ne couvre pas les autres."


def hours(place: Place, most: int, today: date) -> list[str]:
    """At most `most` sentences: what closes soon, then the usual week; each with its capital and
    its full stop.

    What every place says of public holidays is left out: the sheet says it once.
    """
    if place.unread_hours:
        return [f"{ADVICE.hours_unread} {_cut(place.unread_hours)}", call(place)]
    opening = place.help_hours
    if opening.week.is_unknown:
        return [f"{ADVICE.hours_unknown}. {call(place)}"]
    first, *others = opening.stated(today=today)
    if place.helps_by_permanence:
        first = f"{ADVICE.permanence} {first}"
    said = [*opening.news(today, _NEWS_DAYS), first, *others]
    if len(said) > most:
        said = [*said[:most], "Demandez les autres horaires"]
    return [f"{text[0].upper()}{text[1:]}." for text in said]


def _cut(text: str) -> str:
    """A text of a source, at most some lines of it."""
    return textwrap.shorten(text, _LONGEST_TEXT, placeholder="…")


def call(place: Place) -> str:
    """What to do when nobody is sure."""
    return ADVICE.call_first if place.phones else ADVICE.check_first


def fees(place: Place) -> str:
    """What it costs; empty when nobody knows."""
    said = FEES_IN_ALL[place.fees]
    return f"{said}." if said else ""


def doubt(place: Place, today: date) -> str:
    """What to beware of on paper, which stays on a wall for months; empty for recent facts."""
    known = place.freshness(today)
    unknown = f"{ADVICE.address_unknown}." if place.lacks_address else ""
    if known.level in ("fresh", "to-check") and not unknown:
        return ""
    advice = "" if place.help_hours.week.is_unknown else call(place)  # the hours say it already
    return " ".join(filter(None, (unknown, age(known), advice)))


def age(known: Freshness) -> str:
    """«Informations d'octobre 2023.»; empty for recent facts, and when nobody knows."""
    if known.date is None or known.level in ("fresh", "to-check"):
        return ""
    return f"Informations {of(MONTHS[known.date.month - 1])} {known.date.year}."


def printable(text: str) -> str:
    """`text` without what no font of ours has: pictures, signs of other scripts, invisible marks.

    A PDF of the standard for accessibility may not hold a character that it cannot show.
    """
    text = unicodedata.normalize("NFC", text.translate(_SPACES))
    return "".join(letter for letter in text if _is_printable(letter))


def _is_printable(letter: str) -> bool:
    code = ord(letter)
    return (
        0x20 <= code <= 0x7E  # ASCII
        or (0xA0 <= code <= 0x17F and code != 0xAD)  # French, and the languages around
        or 0x2010 <= code <= 0x2027  # dashes, quotation marks, ellipsis
        or letter in "ȘșȚț€№™←↑→↓−≈≠≤≥"
    )
