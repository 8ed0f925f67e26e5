"""Diagnostics as a code quality report, which GitLab shows beside the lines of a merge request.

Source: docs.gitlab.com, «Code Quality», the format of a custom tool: an array of objects with
`description`, `check_name`, `fingerprint`, `severity` and `location`.
"""

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from plugins.common.diagnostic import Diagnostic, printable

_SEVERITIES = {"error": "major"}


QualityIssue = dict[str, object]


def code_quality(
    diagnostics: Iterable[Diagnostic], root: str, others: Iterable[QualityIssue] = ()
) -> str:
    """All diagnostics as JSON, and `others` after them."""
    return json.dumps([*issues(diagnostics, root), *others], ensure_ascii=False, indent=1) + "\n"


def issues(diagnostics: Iterable[Diagnostic], root: str) -> list[QualityIssue]:
    """A fault keeps its fingerprint when other lines move it. `root`: the folder of their paths."""
    seen: Counter[str] = Counter()
    found: list[QualityIssue] = []
    for diagnostic in diagnostics:
        sentence = diagnostic.message + (f" ; {diagnostic.hint}" if diagnostic.hint else "")
        same = "\0".join((diagnostic.path, diagnostic.field, sentence))
        seen[same] += 1
        mark = blake2b(f"{same}\0{seen[same]}".encode(errors="replace"), digest_size=16)
        found.append(
            {
                "description": printable(sentence),
                "check_name": printable(diagnostic.field or "fiche"),
                "fingerprint": mark.hexdigest(),
                "severity": _SEVERITIES.get(diagnostic.severity, "minor"),
                "location": {
                    "path": f"{root.rstrip('/')}/{diagnostic.path}",
                    "lines": {"begin": max(diagnostic.line, 1)},
                },
            }
        )
    return found
