"""Dates, numbers and lists of other languages than French, from Babel's CLDR data."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cached_property

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from babel.units import format_unit
from markupsafe import Markup

from plugins.french.distances import NBSP
from plugins.i18n.locale import LocaleFormat, after_strong
from plugins.i18n.typography import FRENCH_SIGNS


class BabelFormat(LocaleFormat):
    """Another language than French; digits are those used in France."""

    @cached_property
    def locale(self) -> Locale:
        """Babel's."""
        return Locale.parse(self.language.locale)

    @property
    def weekdays(self) -> Sequence[str]:
        names = get_day_names("wide", "stand-alone", self.locale)
        return tuple(names[day] for day in range(7))

    def day(self, day: datetime.date) -> str:
        return format_date(day, "long", self.locale)

    def start_day(self, day: datetime.date, end: datetime.date) -> str:
        return self.day(day)  # other languages order the parts otherwise

    def full_day(self, day: datetime.date, year: bool = True) -> str:
        return format_date(day, "full", self.locale)  # always with the year

    def month(self, year: int, month: int) -> str:
        return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=self.locale)

    def day_of_month(self, month: int, day: int | None = None, year: int | None = None) -> str:
        """«14 July», «July», «14 July 2026»."""
        if day is None:
            name = get_month_names("wide", "stand-alone", self.locale)[month]
            return f"{name} {year}" if year else name
        if year:
            return self.day(datetime.date(year, month, day))
        return format_skeleton("MMMMd", datetime.date(2024, month, day), locale=self.locale)

    def metres(self, metres: int) -> str:
        return self._measure(metres, "length-meter")

    def kilometres(self, km: float) -> str:
        return self._measure(float(f"{km:.1f}"), "length-kilometer")

    def _measure(self, number: float, unit: str) -> str:
        if (said := self._measures.get((number, unit))) is None:
            said = format_unit(number, unit, "short", locale=self.locale).replace(" ", NBSP)
            self._measures[number, unit] = said
        return said

    @cached_property
    def _measures(self) -> dict[tuple[float, str], str]:
        """Those said already: a few hundred distances stand on thousands of pages."""
        return {}

    def digits(self, number: str) -> str:
        if self.language.direction == "ltr":
            return number
        return Markup('<bdi dir="ltr">{}</bdi>').format(number)

    def list(self, items: Sequence[str]) -> str:
        """«a, b and c»."""
        return format_list(list(items), locale=self.locale)

    def french(self, text: str, strong: str = "") -> str:
        """Marked, so that it is read aloud in French and keeps its own direction."""
        text = after_strong(strong, text) if strong else text
        if not text:
            return text
        said = text if isinstance(text, Markup) else FRENCH_SIGNS(text)
        return Markup('<bdi lang="fr" dir="ltr">{}</bdi>').format(said)

    def known(self, text: str) -> str:
        said = self.gettext(text) if text else text  # of nothing, a catalogue gives its header
        return self.french(text) if said == text else said

    def french_block(self, html: str) -> str:
        return Markup('<div lang="fr" dir="ltr">{}</div>').format(html)
