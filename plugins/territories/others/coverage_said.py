"""What another directory says that it covers, and where its pages of communes are: a stranger's
words, as `/donnees/v1/index.json` says them (`plugins/opendata/catalogue.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from plugins.gazetteer import Gazetteer, UnknownTerritoryError

FIELDS = ("{departement}", "{commune}")
"""Of the address of a commune's page: code of its département, slug of the commune."""
_CODE = re.compile(r"\*|[0-9A-Z]{2,9}")
_INSEE = re.compile(r"\d[\dAB]\d{3}")
_ADDRESS = re.compile(r"[\w./~:@!$&()*+,;=%-]*", re.ASCII)


def codes_of(said: object) -> tuple[str, ...]:
    """What may be codes of territories or communes, each once."""
    known = (one for one in said if isinstance(one, str)) if isinstance(said, list) else ()
    return tuple(dict.fromkeys(one for one in known if _CODE.fullmatch(one)))


def lies_below(url: str, address: str) -> bool:
    """Whether `url` is of the directory at `address`. A step up leads elsewhere; a browser takes
    the ones written «%2e%2e» too."""
    return url.startswith(f"{address}/") and ".." not in unquote(url)


def page_address(said: object, address: str) -> str:
    """The address of a commune's page of the directory at `address`, with its `FIELDS`; empty when
    it is none, or leads elsewhere."""
    if not isinstance(said, str) or not lies_below(said, address):
        return ""
    rest = said.removeprefix(f"{address}/")
    for field in FIELDS:
        before, found, after = rest.partition(field)
        if not found:
            return ""
        rest = before + after
    return said if _ADDRESS.fullmatch(rest) else ""


def communes_covered(codes: Iterable[str]) -> list[str]:
    """INSEE codes of the communes that these territories and communes are, in order; a code that
    names nothing here is left out: another year of the official codes has others."""
    nowhere = Gazetteer.load([])
    found: set[str] = set()
    for code in codes:
        if _INSEE.fullmatch(code):
            page = nowhere.page_of(code)
            found |= {page.code} if page else set()
            continue
        try:
            found |= nowhere.covered_by(code).keys()
        except UnknownTerritoryError:
            continue
    return sorted(found)
