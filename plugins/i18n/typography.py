"""Signs, spaces and quotes as a language writes them: the one filter on the way out.

Writers type «'», « ? » and « ; » as their keyboard has them; readers see the signs of their
language. Only spaces, quotes, apostrophes and separators change, never a word, and a text that went
through comes out as it went in. Addresses («https:», «@») are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.french.distances import NBSP
from plugins.i18n.languages import LANGUAGES, SOURCE_LANGUAGE, Language

RAW_ELEMENTS = frozenset({"code", "kbd", "pre", "samp", "script", "style", "textarea"})
"""What these hold is copied or run, not read."""

_SPACE = r"[ \t\u00a0\u202f]"
_PLAIN_SPACE = re.compile(r"[ \t]")
_APOSTROPHE = re.compile(r"(?<!\w)'[^'\n]*'(?!\w)|(?<=[^\W\d_])'|(?<=\d)'(?=[^\W\d_])")
_PAIR = re.compile(r'(?<![\w"=])"(?=[^\s"])([^"\n]*[^\s"])"(?![\w"])')
_OPENING = re.compile(rf"«{_SPACE}*")
_CLOSING = re.compile(rf"{_SPACE}*»")
_BEFORE_SIGN = re.compile(rf"{_SPACE}+(?=[?!:;])")
_NO_SPACE = re.compile(r"(?:(?<=[^\W\d_])|(?<=[)»]))(?=[?!:;](?:\s|$))|(?<=\d)(?=[?!:;]\s)")
_ADDRESS = re.compile(r"(\S*(?:://|www\.|@)\S*)")
_ARABIC_SIGN = re.compile(
    r"(?:(?<=[\u0600-\u06ff\u0750-\u077f)»])|^)[,;?](?=\s|$)|(?<=[0-9])[,;?](?=\s)"
)
_ARABIC_SIGNS = {",": "،", ";": "؛", "?": "؟"}
_QUOTES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"fr": (f"«{NBSP}", f"{NBSP}»"), "en": ("“", "”"), "tr": ("“", "”")}
)
_TOKEN = re.compile(r"(<!--.*?-->|<[a-zA-Z/!][^>]*>)", re.DOTALL)
_TAG_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_ENTITY = re.compile(r"(&#?\w+;)")
_READ_AS = MappingProxyType({"&#39;": "'", "&#34;": '"', "&quot;": '"', "&nbsp;": NBSP})


class Typography:
    """The signs of one language. `typography(text)` takes a plain text, `.html` the text of a
    piece of HTML, not its tags."""

    def __init__(self, language: Language) -> None:
        self._is_french = language.is_source
        self._is_arabic = language.code == "ar"
        self._open, self._close = _QUOTES.get(language.code, ("«", "»"))

    def __call__(self, text: str) -> str:
        """A plain text, or a part of one, with the signs of the language."""
        if "@" in text or "://" in text or "www." in text:
            pieces = _ADDRESS.split(text)
            pieces[::2] = map(self._signs, pieces[::2])
            return "".join(pieces)
        return self._signs(text)

    def html(self, html: str) -> str:
        """The same for the text between tags; what stands in `RAW_ELEMENTS` is left alone."""
        if "<" not in html:
            return self._escaped(html)
        pieces = []
        raw = ""
        for token in _TOKEN.split(html):
            if token.startswith("<") and (found := _TAG_NAME.match(token)):
                name = found[1].lower()
                if raw:
                    raw = "" if token.startswith("</") and name == raw else raw
                elif name in RAW_ELEMENTS and not token.startswith("</"):
                    raw = name
                pieces.append(token)
            else:
                pieces.append(token if raw or token.startswith("<!") else self._escaped(token))
        return "".join(pieces)

    def _escaped(self, text: str) -> str:
        """A text with entities: those that stand for signs are read, the others are kept."""
        if "&" not in text:
            return self(text)
        for entity, sign in _READ_AS.items():
            text = text.replace(entity, sign)
        return "".join(
            piece if _ENTITY.fullmatch(piece) else self(piece) for piece in _ENTITY.split(text)
        )

    def _signs(self, text: str) -> str:
        if "'" in text:
            text = _APOSTROPHE.sub(_apostrophe, text)
        if '"' in text:
            text = _PAIR.sub(rf"{self._open}\1{self._close}", text)
        if "«" in text or "»" in text:
            text = _OPENING.sub(self._joined(self._open), text)
            text = _CLOSING.sub(self._joined(self._close), text)
        if self._is_french:
            text = _BEFORE_SIGN.sub(_unbroken, text)
            return _NO_SPACE.sub(NBSP, text)
        text = _BEFORE_SIGN.sub("", text)
        return _ARABIC_SIGN.sub(_arabic, text) if self._is_arabic else text

    def _joined(self, sign: str) -> Callable[[re.Match[str]], str]:
        """A guillemet with its own space: a no-break one that a writer chose stays."""

        def join(found: re.Match[str]) -> str:
            is_chosen = len(found[0]) > 1 and not _PLAIN_SPACE.search(found[0])
            return found[0] if self._is_french and is_chosen else sign

        return join


def _apostrophe(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else "’"


def _unbroken(found: re.Match[str]) -> str:
    return NBSP if _PLAIN_SPACE.search(found[0]) else found[0]


def _arabic(found: re.Match[str]) -> str:
    return _ARABIC_SIGNS[found[0]]


TYPOGRAPHY = {code: Typography(language) for code, language in LANGUAGES.items()}
FRENCH_SIGNS = TYPOGRAPHY[SOURCE_LANGUAGE]
"""Of records, whatever the language of the page around them."""
