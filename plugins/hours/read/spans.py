"""Times of day as they come from people: what is doubtful is said, what is impossible refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from plugins.common.diagnostic import Diagnostic
from plugins.french.clocks import type_time
from plugins.hours.model import MIDNIGHT, WHOLE_DAY, HoursError, Span, doubt_of

LONG_DAY = 14 * 60
"""A place of help open longer than this is more often a typing error than a fact."""


@cache
def clock(minutes: int) -> str:
    """As OSM writes it: 570 → "09:30", 1500 → "25:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def typed_spans(spans: Sequence[Span]) -> str:
    """As a volunteer types it: "9h-12h, 14h-17h30"."""
    if tuple(spans) == (WHOLE_DAY,):
        return "24h/24"
    return ", ".join(
        f"{type_time(start)}-{type_time(end if end <= MIDNIGHT else end - MIDNIGHT)}"
        for start, end in spans
    )


def tidy(
    where: str, pairs: Sequence[tuple[int, int]]
) -> tuple[tuple[Span, ...], tuple[Diagnostic, ...]]:
    """Spans in order, without overlaps, and what was doubtful.

    `pairs` are minutes as typed: the end may be before the start (past midnight), both may be 0
    (an empty cell in many tables: dropped). Raises HoursError for an hour that does not exist.
    """
    spans: list[Span] = []
    remarks: list[Diagnostic] = []

    def doubt(message: str, hint: str) -> None:
        remarks.append(doubt_of(where, message, hint))

    for start, end in pairs:
        if start < end <= MIDNIGHT and end - start <= LONG_DAY:  # nearly always
            spans.append(Span(start, end))
            continue
        text = f"{type_time(start)}-{type_time(end)}"
        if start == end == 0:
            doubt(
                "« 0h-0h » ne dit rien.",
                "écrivez « fermé », ou les vraies heures",
            )
            continue
        if start == end:
            raise HoursError(
                where,
                f"« {text} » commence et finit à la même heure.",
                f"écrivez l'heure de fin : « {type_time(start)}-… »",
            )
        if start >= MIDNIGHT or end > 2 * MIDNIGHT:
            wrong = type_time(start if start >= MIDNIGHT else end)
            raise HoursError(where, f"« {wrong} » n'existe pas.", "les heures vont de 0h à 24h")
        if end < start and end + MIDNIGHT - start > LONG_DAY:
            turned = f"{type_time(end)}-{type_time(start)}"
            doubt(
                f"« {text} » finit avant de commencer.",
                f"écrivez « {turned} », ou les vraies heures",
            )
            spans.append(Span(start, end + MIDNIGHT))
            continue
        if end < start:
            doubt(
                f"« {text} » passe minuit.",
                "si ce n'est pas voulu, écrivez d'abord l'heure d'ouverture",
            )
            end += MIDNIGHT
        elif end > MIDNIGHT:
            doubt(
                f"« {text} » : « {type_time(end)} » est après minuit.",
                f"écrivez « {type_time(start)}-{type_time(end - MIDNIGHT)} » ou corrigez l'heure",
            )
        if end - start > LONG_DAY and Span(start, end) != WHOLE_DAY:
            doubt(f"« {text} » fait plus de 14 heures de suite.", "vérifiez les deux heures")
        spans.append(Span(start, end))

    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            doubt(
                f"« {typed_spans(spans)} » : des heures se recouvrent.",
                "écrivez chaque moment d'ouverture une seule fois",
            )
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged), tuple(dict.fromkeys(remarks))
