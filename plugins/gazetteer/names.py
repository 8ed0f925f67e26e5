"""Names of communes: the slug of an address, and the form under which spellings are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


class _Ascii(dict[int, str]):
    """Character → its letters without accents; learnt as names come."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code))
        self[code] = decomposed.encode("ascii", "ignore").decode("ascii")
        return self[code]


_LETTERS = _Ascii(str.maketrans({"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss"}))
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_CEDEX = re.compile(r"\bcedex(\s+\d+)?\b")
_DIGIT = re.compile(r"[0-9]")
_ORDINAL = re.compile(r"\b0*(\d+)(?:er|ere|e|eme|ieme|nd|nde)?\b")
_ARTICLE = re.compile(r"^(?:les|le|la|l) (?=\S)")
_ARTICLE_LAST = re.compile(r"^(.+) (les|le|la|l)$")
_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "s": "sur"}
_DROPPED = {"arrondissement", "arrdt", "arr"}


def _ascii(text: str) -> str:
    return (text if text.isascii() else text.translate(_LETTERS)).lower()


@lru_cache(maxsize=1 << 14)
def slugify(name: str) -> str:
    """ASCII lower-case slug of a name: «L'Île-d'Yeu» → "l-ile-d-yeu"."""
    text = name.replace(
        "’", "'"
    )  # NFKD drops the curly apostrophe: it must separate, like the other
    return _NOT_WORD.sub("-", _ascii(text)).strip("-")


@lru_cache(maxsize=1 << 16)  # names of communes, and cells that many rows repeat
def normalize(name: str) -> str:
    """The form under which two spellings of a commune are the same.

    No accents, ligatures, capitals, apostrophes or hyphens; «St», «Ste», «s/» written out; no
    «cedex 9»; «Paris 11ème arrondissement» is "paris 11"; «ROCHELLE (LA)» is "la rochelle".
    """
    text = name.replace("’", "'").lower().replace("s/", " sur ")
    text = _NOT_WORD.sub(" ", _ascii(text))
    if "cedex" in text:
        text = _CEDEX.sub(" ", text)
    if _DIGIT.search(text):
        text = _ORDINAL.sub(r"\1", text)
    words = [_ABBREVIATIONS.get(word, word) for word in text.split() if word not in _DROPPED]
    folded = " ".join(words)
    article_last = _ARTICLE_LAST.match(folded) if "(" in name else None
    return f"{article_last[2]} {article_last[1]}" if article_last else folded


def without_article(folded: str) -> str:
    """A folded name without its leading article: "la rochelle" → "rochelle"."""
    return _ARTICLE.sub("", folded)
