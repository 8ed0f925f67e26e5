"""What stands in brackets after hours, in French: the words of a record, or of an OSM comment.

Comments of OpenStreetMap are often English. Those that are known are said in French; another one
is shown as it is, and called English: a page never mixes two languages without saying so.
"""

from __future__ import annotations

import re

from plugins.french.clocks import NARROW

APPOINTMENT = "sur rendez-vous"

_FRENCH = {
    "by appointment": APPOINTMENT,
    "by appointment only": APPOINTMENT,
    "only by appointment": APPOINTMENT,
    "on appointment": APPOINTMENT,
    "on appointment only": APPOINTMENT,
    "with appointment": APPOINTMENT,
    "with appointment only": APPOINTMENT,
    "appointment": APPOINTMENT,
    "appointment only": APPOINTMENT,
    "appointment required": APPOINTMENT,
    "appointments only": APPOINTMENT,
    "by arrangement": APPOINTMENT,
    "by reservation": "sur réservation",
    "on reservation": "sur réservation",
    "reservation only": "sur réservation",
    "reservation required": "sur réservation",
    "on request": "sur demande",
    "upon request": "sur demande",
    "by request": "sur demande",
    "call us": "appelez",
    "call": "appelez",
    "by phone": "par téléphone",
    "phone only": "par téléphone",
    "by phone only": "par téléphone",
    "closed for holidays": "congés",
    "holidays": "congés",
    "vacation": "congés",
    "construction": "travaux",
    "works": "travaux",
    "renovation": "travaux",
    "without appointment": "sans rendez-vous",
    "no appointment": "sans rendez-vous",
    "walk-in": "sans rendez-vous",
    "members only": "pour les adhérents",
}
_COMMENT = re.compile(r'"([^"\n]*)"')
_ENGLISH = re.compile(
    r"\b(?:the|by|only|with|without|and|from|until|after|before|every|please|open|opened|closed|"
    r"closes|closing|appointments?|call|phone|ask|request|hours?|monday|tuesday|wednesday|thursday|"
    r"friday|saturday|sunday|week|weeks|holidays?|summer|winter|depending|varies|except)\b",
    re.IGNORECASE,
)
_FRENCH_SIGNS = re.compile(r"[à-ÿœ]|\b(?:le|la|les|du|des|de|sur|et|au|aux|en|par|pour)\b", re.I)


def say_note(note: str) -> str:
    """A note in French: «sur rendez-vous» for «by appointment»."""
    if not note:
        return ""
    known = _FRENCH.get(" ".join(note.lower().strip(" .!").split()))
    if known:
        return known
    if len(_ENGLISH.findall(note)) >= min(2, len(note.split())) and not _FRENCH_SIGNS.search(note):
        return f"en anglais\N{NO-BREAK SPACE}: “{note}”"
    return note


def say_comments(text: str) -> str:
    """A text that could not be read, as it was typed; only its comments are said in French."""
    return _COMMENT.sub(lambda found: f"«{NARROW}{say_note(found[1])}{NARROW}»", text)
