"""The policy that a host sends with each page, as `_headers` says it."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

_POLICY = "content-security-policy"


class GivenPolicies:
    """The rules of a `_headers`; none where a folder has no such file."""

    def __init__(self, folder: Path) -> None:
        file = folder / "_headers"
        text = file.read_text("utf-8", "replace") if file.is_file() else ""
        self._rules: list[tuple[re.Pattern[str], str]] = []
        pattern = None
        for line in text.splitlines():
            if line[:1] == "/":
                pattern = re.compile(re.escape(line.strip()).replace(r"\*", ".*"))
            name, _, value = line.strip().partition(":")
            if pattern is not None and name.lower() == _POLICY:
                self._rules.append((pattern, value.strip()))
        self.of = lru_cache(maxsize=1 << 14)(self._of)

    def _of(self, address: str) -> str:
        """The policy of an address; "" when it has none, the last of several."""
        found = [policy for pattern, policy in self._rules if pattern.fullmatch(address)]
        return found[-1] if found else ""
