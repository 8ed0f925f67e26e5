"""Drawings inside the page: a frame in a sandbox may not take them from another file.

`icon("phone")` leads to the sprite of the site; the frames' addresses are changed to these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

_SYMBOL = re.compile(r'<symbol id="([\w-]+)"(.*?</symbol>)', re.DOTALL)


def inline_symbols(sprite: str, names: Iterable[str]) -> Markup:
    """The drawings `names` of a sprite, for `<use href="#i-phone"/>`; KeyError if one is absent."""
    known = dict(_SYMBOL.findall(sprite))
    found = "".join(f'<symbol id="i-{name}"{known[name]}' for name in names)
    return Markup(f'<svg class="hidden" aria-hidden="true">{found}</svg>')  # noqa: S704 (our file)
