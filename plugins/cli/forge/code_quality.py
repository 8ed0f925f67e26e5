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


def code_quality(diagnostics: Iterable[Diagnostic], root: str) -> str:
    """All diagnostics as JSON; a fault keeps its fingerprint when other lines move it."""
    seen: Counter[str] = Counter()
    issues = []
    for diagnostic in diagnostics:
        sentence = diagnostic.message + (f" ; {diagnostic.hint}" if diagnostic.hint else "")
        same = "\0".join((diagnostic.path, diagnostic.field, sentence))
        seen[same] += 1
        mark = blake2b(f"{same}\0{seen[same]}".encode(errors="replace"), digest_size=16)
        issues.append(
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
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"
