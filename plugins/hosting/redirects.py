"""The text of `_redirects`, for hosts that answer with a redirection where a page has moved."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.hosting.moved import Notice
from plugins.i18n.languages import LANGUAGES

MOST_LINES = 1000
MOST_BYTES = 64_000
"""What the strictest of the hosts that read this file accepts. What is beyond is left out: the
pages at former addresses lead on by themselves."""


def redirects_file(notices: Iterable[Notice], root: str = "") -> str:
    """One line a page, French ones first; `root`: path under which the site lies («/aide»)."""
    lines: list[str] = []
    size = 0
    for notice in sorted(notices, key=lambda one: (list(LANGUAGES).index(one.language), one.path)):
        base = root + LANGUAGES[notice.language].prefix
        line = f"{base}/{notice.path.removesuffix('index.html')} {base}{notice.url} 301\n"
        size += len(line.encode())
        if len(lines) == MOST_LINES or size > MOST_BYTES:
            break
        lines.append(line)
    return "".join(lines)
