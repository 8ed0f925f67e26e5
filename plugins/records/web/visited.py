"""What was seen of each address, and on which day: a file of the cache, for a month."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple, get_args

from plugins.records.web.visit import Visit, WebAnswer

LASTS = timedelta(days=30)
_LONGEST_FAILURES = 10


class Seen(NamedTuple):
    """`day`: of the last visit; `failures`: days on which it was down since it was last there, in
    order."""

    visit: Visit
    day: date
    failures: tuple[date, ...] = ()

    def is_fresh(self, today: date) -> bool:
        """Whether it needs no visit: what is down is visited again another day."""
        lasts = timedelta(0) if self.visit.answer == "down" else LASTS
        return self.day <= today <= self.day + lasts


def seen_again(before: Seen | None, visit: Visit, today: date) -> Seen:
    """What is known of an address after a visit."""
    if visit.answer == "unknown" and before is not None:
        return Seen(visit, today, before.failures)
    if visit.answer != "down":
        return Seen(visit, today)
    days = dict.fromkeys((*(before.failures if before else ()), today))
    return Seen(visit, today, tuple(days)[-_LONGEST_FAILURES:])


def load_seen(file: Path) -> dict[str, Seen]:
    """By address; empty when there is no file, and without what is not ours."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    found = {}
    for url, stated in known.items() if isinstance(known, dict) else ():
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            if stated["answer"] in get_args(WebAnswer):
                visit = Visit(
                    stated["answer"], stated["url"], stated["is_permanent"], stated["reason"]
                )
                failures = tuple(map(date.fromisoformat, stated["failures"]))
                found[url] = Seen(visit, date.fromisoformat(stated["day"]), failures)
    return found


def save_seen(file: Path, seen: Mapping[str, Seen]) -> None:
    """Write them at once; a cache that cannot be written is done without."""
    stated = {
        url: {
            **each.visit._asdict(),
            "day": each.day.isoformat(),
            "failures": [day.isoformat() for day in each.failures],
        }
        for url, each in sorted(seen.items())
    }
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(stated, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(file)
