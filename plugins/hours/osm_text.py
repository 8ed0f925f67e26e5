"""OSM opening_hours, written: what both public readers of such texts, in Python and in JavaScript,
understand as we do."""

from __future__ import annotations

from collections.abc import Sequence

from plugins.french.dates import say_date
from plugins.french.days import DAYS, EVERY_DAY, OSM_DAYS, runs_of_days
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, Occasion, Rule, State
from plugins.hours.read.spans import clock

_ALWAYS = tuple(
    Rule(EVERY_DAY, (WHOLE_DAY,), occasion=kind) for kind in (Occasion.ANY, Occasion.PUBLIC_HOLIDAY)
)


def write_osm(rules: Sequence[Rule]) -> str:
    """Rules as one OSM string. One week in two has no form there that survives a year of 53
    weeks: it is written as unknown hours with the rhythm as comment."""
    if not rules:
        return ""
    if tuple(rules) == _ALWAYS:
        return "24/7"
    nights = any(_is_weekly(rule) and any(s.end > MIDNIGHT for s in rule.spans) for rule in rules)
    if nights:  # unknown days first: they would cut the night before
        rules = sorted(rules, key=lambda rule: not (_is_weekly(rule) and not rule.spans))
    text = ""
    for rule in rules:
        # After a comma, the night before is not cut at midnight by the hours of a day.
        adds = rule.adds or (nights and _is_weekly(rule))
        text += (", " if adds else "; ") if text else ""
        text += _write(rule)
    return text


def _is_weekly(rule: Rule) -> bool:
    return rule.is_plain and rule.state is not State.CLOSED


def _write(rule: Rule) -> str:
    parts = [rule.dates]
    if rule.occasion:
        parts.append(rule.occasion.value)
    if rule.ranks:
        ranks = ",".join(map(str, rule.ranks))
        parts.append(",".join(f"{OSM_DAYS[day]}[{ranks}]" for day in rule.days))
    elif rule.days != EVERY_DAY or not (rule.occasion or rule.dates):
        parts.append(_write_days(rule.days))
    parts.append(",".join(f"{clock(start)}-{clock(end)}" for start, end in rule.spans))
    note, state = rule.note, rule.state
    if rule.anchor is not None:
        day = DAYS[rule.anchor.weekday()]
        state, note = State.UNKNOWN, f"un {day} sur deux à partir du {say_date(rule.anchor)}"
    note = note.replace('"', "'")
    opens = "open" if note else ""  # a comment alone would say that it is not known
    parts.append({State.OPEN: opens, State.CLOSED: "off", State.UNKNOWN: "unknown"}[state])
    parts.append(f'"{note}"' if note else "")
    return " ".join(part for part in parts if part)


def _write_days(days: tuple[int, ...]) -> str:
    """(0, 1, 2, 4) → "Mo-We,Fr"."""
    runs = [[OSM_DAYS[day] for day in run] for run in runs_of_days(days)]
    return ",".join(f"{run[0]}-{run[-1]}" if len(run) > 2 else ",".join(run) for run in runs)
