"""The plain words of closed lists, as the pages of the site say them: read from its templates, so
that a sheet and a page never differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from jinja2 import Environment

from plugins.french.months import MONTHS, of
from plugins.records.model.parts import Source

_FILES = ("components/words.html", "components/session_words.html")


class Terms(NamedTuple):
    """Word of a record → what people read."""

    sources: Mapping[str, str]
    services: Mapping[str, str]
    fees: Mapping[str, str]
    publics: Mapping[str, str]
    languages: Mapping[str, str]
    registration: Mapping[str, str]
    devices: Mapping[str, str]
    levels: Mapping[str, str]

    @classmethod
    def read(cls, environment: Environment) -> Terms:
        """Those of the templates of a language.

        Raises:
            KeyError: a template lacks a table.
        """
        tables: dict[str, Mapping[str, str]] = {}
        for file in _FILES:
            tables |= vars(environment.get_template(file).module)
        return cls(*(tables[name.upper()] for name in cls._fields))

    def said_sources(self, sources: Iterable[Source]) -> list[str]:
        """Each source once, by name, with the month of its facts and its licence: «Liste nationale
        des France services, août 2024 (Licence Ouverte 2.0)»."""
        months: dict[tuple[str, str], set[tuple[int, int]]] = {}
        for source in sources:
            key = (self.sources.get(source.nom) or source.nom, source.licence or "")
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
