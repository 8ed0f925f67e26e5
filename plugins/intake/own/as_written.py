"""A cell of an export of ours as it was written, before a spreadsheet took it for something else.

It takes codes for numbers («1400» for 01400), and shows days in its own way («02/11/2026»).
"""

from __future__ import annotations

import re

from plugins.common.spreadsheet import unguarded

_WIDTHS = {"code_postal": 5, "code_insee": 5, "pivot": 14}
_DAYS = frozenset(("verifie_le", "source_date", "date_maj", "ferme_le"))
_FRENCH_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_WHOLE_NUMBER = re.compile(r"(33|590|594|262|596|269|687|689|508|681)\d{6,9}")


def as_written(name: str, cell: str) -> str:
    """The text of a cell of the column `name`."""
    text = unguarded(cell)
    if name in _DAYS:
        return _FRENCH_DAY.sub(r"\3-\2-\1", text)
    if not text.isdecimal():
        return text
    if name == "telephone" and _WHOLE_NUMBER.fullmatch(text):
        return f"+{text}"
    if name == "pivot" and len(text) in (9, 10):
        return text  # a number of an enterprise, not of one of its doors
    return text.zfill(_WIDTHS.get(name, 0))
