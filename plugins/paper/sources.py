"""Sources on paper, by the names that the pages of the site say."""

from __future__ import annotations

from collections.abc import Iterable

from plugins.french.months import MONTHS, of
from plugins.records.model.parts import Source
from plugins.vocabulary.spoken import FRENCH


def said_sources(sources: Iterable[Source]) -> list[str]:
    """Each source once, by name, with the month of its facts and its licence: «Liste nationale
    des France services, août 2024 (Licence Ouverte 2.0)»."""
    months: dict[tuple[str, str], set[tuple[int, int]]] = {}
    for source in sources:
        key = (FRENCH.source(source.nom) or source.nom, source.licence or "")
        known = months.setdefault(key, set())
        if source.date:
            known.add((source.date.year, source.date.month))
    return [
        f"{name}{_period(months[name, licence])}{f' ({licence})' if licence else ''}"
        for name, licence in sorted(months)
    ]


def _period(months: set[tuple[int, int]]) -> str:
    """«, août 2024», «, de mars 2021 à juin 2022»; empty when nobody knows."""
    if not months:
        return ""
    first, last = (f"{MONTHS[month - 1]} {year}" for year, month in (min(months), max(months)))
    return f", {first}" if first == last else f", {of(first)} à {last}"
