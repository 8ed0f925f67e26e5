"""A number that is not written as one, and how to write it: «43,53», «43°31'48"N»."""

from __future__ import annotations

import re

from plugins.common.diagnostic import quote

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_BOTH = re.compile(r"(-?\d{1,2}\.\d+)\s*[,; ]\s*(-?\d{1,3}\.\d+)")
_DEGREES = re.compile(
    r"(\d{1,3}) ?° ?(\d{1,2}(?:[.,]\d+)?) ?['′’]? ?"
    r"(?:(\d{1,2}(?:[.,]\d+)?) ?(?:\"|″|'')? ?)?([NSEWO])",
    re.IGNORECASE,
)
_SIDED = re.compile(r"(?=.*[NSEWO])([NSEWO])? ?(\d{1,3}[.,]\d+) ?°? ?([NSEWO])?", re.IGNORECASE)
"""«43.53 N», «N 43.53»."""

_ONE_COUNT = re.compile(r"[^\W\d]*\.? *([1-9]\d{0,2}) +[^\d.,%€]+|[^\W\d]+\.? +([1-9]\d{0,2})")


def number_hint(typed: str) -> str:
    """What to write instead of `typed`: the number that it is, or an example."""
    repaired = _SPACES.sub("", typed.replace(",", "."))
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", repaired):
        return f"écrivez {quote(repaired)}"
    if found := _DEGREES.fullmatch(typed.strip()):
        degrees, minutes, seconds, side = found.groups()
        sign = "-" if side.upper() in "SWO" else ""
        minute, second = (float((each or "0").replace(",", ".")) for each in (minutes, seconds))
        whole = int(degrees) + minute / 60 + second / 3600
        return f"écrivez « {sign}{f'{whole:.6f}'.rstrip('0').rstrip('.')} »"
    if found := _SIDED.fullmatch(typed.strip()):
        sign = "-" if (found[1] or found[3]).upper() in "SWO" else ""
        return f"écrivez « {sign}{found[2].replace(',', '.')} »"
    if found := _BOTH.fullmatch(typed.strip()):
        return f"écrivez « latitude: {found[1]} » et « longitude: {found[2]} »"
    return "écrivez des chiffres, par exemple 43.53"


def whole_number_hint(typed: str) -> str:
    """The same, where the number is a count."""
    digits = _SPACES.sub("", typed)
    if digits.isdecimal():
        return f"écrivez {quote(digits)}"
    if found := _ONE_COUNT.fullmatch(typed):  # «8 personnes»
        return f"écrivez {quote(found[1] or found[2])}"
    return "écrivez des chiffres seulement, par exemple 8"
