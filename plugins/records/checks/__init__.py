"""The rules on records, one function each; the door is `plugins.records.reading.checking`.

They are apart from the model because the model is paid for by every page that shows a place, a rule
only when a record changes. The rules on a kind of record are `CHECKS` in the module of its name.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from plugins.records.checks.context import Check, Context
from plugins.records.model.identity import RecordKind


@cache
def checks_of(kind: RecordKind) -> tuple[Check, ...]:
    """The rules on records of a kind, imported when there is one: some of them read dates."""
    checks: tuple[Check, ...] = import_module(f"plugins.records.checks.{kind}").CHECKS
    return checks


__all__ = ["Check", "Context", "checks_of"]
