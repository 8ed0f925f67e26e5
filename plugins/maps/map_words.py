"""The frame of an open map and its words, a file a language: pages need not carry them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import cast

from plugins.maps.map_urls import SHARED, WORDS
from plugins.press import Page, PageSet

_FROM_ROOT = re.compile(r'( href=")/(?!/)')


def words_page_set(show: Callable[[str], str], languages: Iterable[str], root: str) -> PageSet:
    """`show`: makes map_shell.html of a language. `root`: path under which the site lies, which
    the press does not put into a text of JSON."""

    def render(key: object) -> str:
        html = show(cast("str", key))
        return json.dumps({"html": _FROM_ROOT.sub(rf"\1{root}/", html)}, ensure_ascii=False)

    pages = [Page(f"{WORDS}/{code}.json", b"words", code) for code in languages]
    return PageSet("cartes : mots", pages, render, delivery=SHARED)
