"""The cards of a département's places, for what is chosen on a map and is not in the page.

`/cartes/fiches/31.json`: slug → the HTML of a card.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plugins.maps.contract import MapCardContext
from plugins.maps.points import to_json
from plugins.records.entry import Entry, Places

_FROM_ROOT = re.compile(r'( (?:href|src)=")/(?!/)')
_EMPTY = re.compile(r"\s*\n\s*")


def cards(
    entries: Iterable[Entry], places: Places, show: Callable[[MapCardContext], str], root: str
) -> str:
    """A card by slug, as lists show it. `show`: renders the card of a place; `root`: path
    under which the site lies, which the press does not put into a text of JSON."""
    return to_json(
        {
            entry.id.partition("/")[2]: _tidy(show(MapCardContext(places[entry.id])), root)
            for entry in entries
        }
    )


def _tidy(html: str, root: str) -> str:
    html = _EMPTY.sub("\n", html.strip())
    return _FROM_ROOT.sub(rf"\1{root}/", html) if root else html
