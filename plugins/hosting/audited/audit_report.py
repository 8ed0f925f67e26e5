"""What an audit says: a line a fault, those that many files have told once, and the counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plugins.common.diagnostic import FEW, Diagnostic, show
from plugins.french.numbers import counted, number
from plugins.hosting.audited.whole_folder import Audit
from plugins.press.publish.hosts import where_it_fits

_QUOTED = re.compile(r"«[^»]*»|\d+")
_SHOWN = 3
"""Examples of a fault that many files have."""
_ORDER = {"error": 0, "warning": 1, "remark": 2}


def audit_lines(audit: Audit, root: str, *, is_whole: bool = False) -> Iterator[str]:
    """Lines for a person, errors first; `is_whole`: every one of those that are many."""
    for same in _by_kind(audit.diagnostics):
        shown = same if is_whole or len(same) <= FEW else same[:_SHOWN]
        yield from (show(one, root) for one in shown)
        if len(shown) < len(same):
            rest = number(len(same) - len(shown))
            yield f"  … et {rest} autres fois. « annuaire audit --all » les montre toutes."


def totals(audit: Audit) -> list[str]:
    """The last lines: what was read, what is wrong, where the folder fits."""
    errors = sum(one.severity == "error" for one in audit.diagnostics)
    told = [(errors, "erreur"), (len(audit.diagnostics) - errors, "avertissement")]
    said = ", ".join(counted(n, word) for n, word in told if n)
    read = f"{counted(audit.pages, 'page')}, {counted(audit.files, 'fichier')}"
    return [f"{read} : {said or 'tout va bien'}.", *where_it_fits(audit.weight)]


def _by_kind(found: Iterable[Diagnostic]) -> Iterator[list[Diagnostic]]:
    kinds: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for one in sorted(found):
        key = (one.severity, _QUOTED.sub("", one.message), _QUOTED.sub("", one.hint))
        kinds.setdefault(key, []).append(one)
    yield from sorted(kinds.values(), key=lambda same: (_ORDER[same[0].severity], len(same)))
