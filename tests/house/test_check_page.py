"""docs/check.md quotes what `check` really says, and fields that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plugins.records.kinds import KINDS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
ROWS = [row.split("|") for row in PAGE.splitlines() if row.startswith("| «")]
SOURCES = "".join(
    path.read_text(encoding="utf-8")
    for folder in ("records", "hours")
    for path in sorted((ROOT / "plugins" / folder).rglob("*.py"))
)
"""The text of the rules, with sentences cut over two lines put together."""
RULES = re.sub(r'"\s*\n\s*f?"', "", SOURCES)


@pytest.mark.parametrize("message", [m for row in ROWS for m in re.findall("« (.*?) »", row[1])])
def test_a_message_is_one_that_is_said(message: str) -> None:
    assert message in RULES


def test_fields_are_those_of_records() -> None:
    named = {
        text.partition(":")[0]
        for row in ROWS
        for text in re.findall("`(.*?)`", row[2])
        if text != "samedi: fermé"
    }
    assert named
    assert named <= {name for kind in KINDS.values() for name in kind.model.model_fields}
