"""A page in another language than French: its links, and the French that nothing marks as such."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

from plugins.i18n.catalogues import read_catalogue
from plugins.i18n.languages import LANGUAGES
from plugins.vocabulary.people import IN_FRENCH
from tests.support.reader import VOID

FOREIGN = [code for code, language in LANGUAGES.items() if not language.is_source]
NOT_READ = {"script", "style", "code", "pre", "textarea"}
SPOKEN = ("aria-label", "alt", "title", "placeholder")


class Link(NamedTuple):
    """An `<a>`: where it leads, what its attributes say of that page, its words."""

    address: str
    hreflang: str
    lang: str
    words: str


class ForeignPage(HTMLParser):
    """`links`, and `texts`: each with the language in which it is marked."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[Link] = []
        self.texts: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        lang = given.get("lang") or self._open[-1][1]
        self.texts += [(given[name], lang) for name in SPOKEN if given.get(name)]
        if tag == "a":
            self.links.append(
                Link(given.get("href", ""), given.get("hreflang", ""), given.get("lang", ""), "")
            )
        if tag not in VOID:
            self._open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        if any(tag == opened for opened, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tags = {tag for tag, _ in self._open}
        if tags & NOT_READ:
            return
        self.texts.append((data, self._open[-1][1]))
        if "a" in tags:
            last = self.links[-1]
            self.links[-1] = last._replace(words=last.words + data)


def plain(text: str) -> str:
    """A text with the signs of the keyboard, as catalogues have it."""
    return " ".join(text.replace("’", "'").split())


@cache
def french_words(code: str) -> frozenset[str]:
    """Words of ours that a page in a language never says: those that its catalogue translates."""
    found, said = set(), set()
    for message in read_catalogue(LANGUAGES[code]):
        ids = (message.id,) if isinstance(message.id, str) else message.id
        string = message.string
        said |= {plain(one) for one in ((string,) if isinstance(string, str) else string or ())}
        found |= {plain(one) for one in ids if len(one) > 3 and not re.search(r"%\(|\{", one)}
    return frozenset(found - said)


def unmarked_french(code: str, texts: list[str]) -> frozenset[str]:
    """Those of the texts, marked as of the language `code`, that are French words of ours."""
    return french_words(code) & set(map(plain, texts))


@cache
def in_french(code: str) -> str:
    """What follows the words of a link to a French page: «(in French)»."""
    (said,) = [m.string for m in read_catalogue(LANGUAGES[code]) if m.id == IN_FRENCH]
    return f"({said})"
