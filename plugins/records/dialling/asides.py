"""What stands beside a telephone number and is made of digits too: a price, hours, a room, a date.

All of it is set aside before numbers are looked for: «0 825 11 22 33 (0,15 €/min)» has one number.
"""

from __future__ import annotations

import re

GAP = "|"
"""What an aside leaves: numbers never reach across it."""

_ALONE = r"(?<![0-9.,:/+])"
# A label takes its number only where no other digits follow: «bureau 05 61 00 00 00» is a number.
_LABELLED = r"""\b(?:poste|ext(?:ension)?|bureau|bur|salle|porte|code|digicode|touches?|tape[zr]
    |choix|option|bo[iî]te(?:\ postale)?|bp|cs|tsa|cedex|appt?|appartement
    |b[aâ]t(?:iment)?|chambre|hall|ligne|[ée]tage|niveau|escalier|place)\b
    [ .:]*(?:n°\ ?)?[0-9]{1,5}(?![ .\-/]?[0-9])"""
_ASIDES = (
    # An address of mail or of a site.
    r"\S{1,64}@\S{1,255}|\bhttps?://\S+|\bwww\.\S+",
    # 0,15 €/min, 15 cts la minute, 0€06, € 0,15
    _ALONE
    + r"[0-9]{1,3}(?:[.,][0-9]{1,3})?\ ?(?:€(?:\ ?[0-9]{1,2}(?![0-9]))?|euros?\b|eur\b|cts?\b"
    r"|c\b|centimes?\b)(?:\ ?(?:/|par|la)\ ?[a-z]+\.?)?",
    r"€\ ?[0-9]{1,3}(?:[.,][0-9]{1,3})?(?![0-9])",
    # 24h/24, 7j/7, 7/7
    _ALONE + r"(?:24\ ?h?(?:eures)?\ ?(?:/|sur)\ ?24|[5-7]\ ?j?(?:ours)?\ ?(?:/|sur)\ ?7)(?:\ ?h)?"
    r"(?![0-9.,/])",
    # 9h-12h30, 9 à 12 h, 9:00-12:00
    _ALONE
    + r"[0-9]{1,2}\ ?(?:(?:à|a|-)\ ?[0-9]{1,2}\ ?)?h(?:eures?|\ ?[0-9]{2})?\b(?![ .]?[0-9]{2})"
    r"(?:\ ?(?:à|a|-)\ ?[0-9]{1,2}\ ?(?:h\ ?(?:[0-9]{2})?)?(?![0-9]))?",
    _ALONE + r"[0-9]{1,2}:[0-5][0-9](?:\ ?(?:à|a|-)\ ?[0-9]{1,2}:[0-5][0-9])?(?![0-9.,:/])",
    # 12/05/2021, 2021-05-12, le 12/05/21; without its word, «20/12/34» is a number of Nouméa
    _ALONE + r"(?<![0-9][ -])(?:0?[1-9]|[12][0-9]|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-]20[0-9]{2}"
    r"(?![0-9./-]|\ [0-9])",
    r"\b(?:le|du|au|depuis)\ [0-9]{1,2}/[0-9]{1,2}/[0-9]{2}(?![0-9./-]|\ [0-9])",
    _ALONE + r"(?<![0-9][ -])20[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9./-]|\ [0-9])",
    # 31670 Labège
    _ALONE + r"[0-9]{5}(?=\ [^\W\d_]{2})",
    # 2e étage
    r"\b[0-9]{1,2}\ ?(?:er|e|[èe]me)\ [ée]tage",
    _LABELLED,
)
_ASIDE = re.compile("|".join(f"(?:{each})" for each in _ASIDES), re.IGNORECASE | re.VERBOSE)


def without_asides(text: str) -> str:
    """`text`, one line, with a `GAP` in place of each price, hour, room, date or postcode."""
    return _ASIDE.sub(f" {GAP} ", text)
