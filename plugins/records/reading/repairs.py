"""A value that does not match its pattern, repaired: what its author most likely meant to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from plugins.french.dates import read_date
from plugins.records.model import types

_EMAIL = re.compile(
    types.EMAIL.regex.replace("^", r"(?<![^\s<(:;,])").replace("$", r"(?![^\s>);,.])")
)
_FIVE_DIGITS = re.compile(r"(?<!\d)\d{5}(?!\d)")
_PLACE_PAGE = re.compile(r"/lieux/(\w{2,3})/([a-z0-9-]+)/?(?:[?#].*)?$")
_SITE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?")


def repair(pattern: types.Pattern, value: str) -> str | None:
    """A value near to `value` that the pattern accepts, or None."""
    for guess in _guesses(pattern, value.strip()):
        if guess != value and re.search(pattern.regex, guess):
            return guess
    return None


def _guesses(pattern: types.Pattern, value: str) -> Iterator[str]:
    bare = value.strip("«»“”\"' \u00a0\u202f")
    yield bare
    compact = re.sub(r"[\s.\u00a0\u202f]", "", bare)
    if pattern in (types.POSTCODE, types.COMMUNE_CODE):
        yield compact.upper()
        yield compact.upper().rjust(5, "0") if len(compact) == 4 else compact
    elif pattern is types.PIVOT:
        yield compact
    elif pattern is types.WEB:
        yield "https://" + bare.removeprefix("//")
        alone = bare.strip("<>")
        yield alone
        yield re.sub(r"^(https?)[:/]+", r"\1://", alone.lower())
        yield re.sub(r"^h?t{1,2}ps?://", "https://", alone)
    elif pattern is types.EMAIL:
        at = re.sub(r"\s*(\(at\)|\[at\]|\(@\)| at )\s*", "@", bare.removeprefix("mailto:"))
        name, _, host = re.sub(r"\s*@\s*", "@", at).rstrip(".,;").partition("@")
        yield name + "@" + re.sub(r"\s*[.]\s*", ".", host)
    elif pattern is types.LOOSE_DATE:
        if french := re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", bare):
            day, month, year = french.groups()
            yield f"{year}-{int(month):02}-{int(day):02}"
        if typed := read_date(bare):
            yield typed.isoformat()
    elif pattern in (types.SLUG, types.LANGUAGE):
        yield slug_of(bare)
    elif pattern is types.PLACE_ID:
        if page := _PLACE_PAGE.search(bare):
            yield "/".join(page.groups())
        yield bare.removeprefix("places/").removesuffix(".yaml").removesuffix(".yml")
    elif pattern is types.ONE_LINE:
        yield " ".join(bare.split())


def among_words(pattern: types.Pattern, value: str) -> str | None:
    """The one address of mail, the one postcode of a text that says more: «Mairie : a@ville.fr»,
    «31670 Labège». The words that are left out are lost: a person accepts it, a form does not."""
    if pattern is types.POSTCODE:
        codes = _FIVE_DIGITS.findall(value)
        return codes[0] if len(codes) == 1 and re.search(pattern.regex, codes[0]) else None
    if pattern is not types.EMAIL or value.count("@") != 1:
        return None
    found = _EMAIL.search(value)
    if found is None or value[: found.start()].rstrip().endswith((".", "_")):  # «jean. dupont@…»
        return None
    return found[0]


def near(pattern: types.Pattern, value: str) -> str:
    """The value that a text is, or nearly is; "" when none is near."""
    if re.search(pattern.regex, value):
        return value
    return repair(pattern, value) or among_words(pattern, value) or ""


def spaced_addresses(value: str) -> tuple[str, ...]:
    """What an address of a site with a space in it may have been: the address alone where words
    stand behind the name of a site, else nobody can tell which."""
    bare = value.strip("«»“”\"' \u00a0")
    if not re.search(r"\S\s+\S", bare):
        return ()
    first, rest = bare.split(maxsplit=1)
    first = first.rstrip(",;:")
    if not re.search(r"[./]", rest) and (rest[0] in "([«–—-" or _SITE.fullmatch(first)):
        alone = first if re.search(types.WEB.regex, first) else repair(types.WEB, first)
        return (alone,) if alone else ()
    if len(bare.split()) > 3 or re.search(r"[()]", bare):
        return ()
    ways = (re.sub(r"\s+", sign, bare) for sign in ("-", ""))
    return tuple(way for way in ways if re.search(types.WEB.regex, way))


def slug_of(text: str) -> str:
    """«Médiathèque de Labège» → «mediatheque-de-labege»."""
    plain = text.lower().replace("œ", "oe").replace("æ", "ae")
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.replace("'", "-")).strip("-")
