"""What a change makes wrong in the pages of prose."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from plugins.common.diagnostic import Diagnostic
from plugins.press.text.content_pages import check_pages


def report_prose(before: Path, content: Path) -> list[Diagnostic]:
    """The faults below `content` that were not below `before`; both folders, paths within them."""
    known = Counter(one._replace(line=0) for one in check_pages(before))
    new: list[Diagnostic] = []
    for one in check_pages(content):
        sense = one._replace(line=0)
        if known[sense]:
            known[sense] -= 1
        else:
            new.append(one)
    return new
