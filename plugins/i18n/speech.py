"""Dates, numbers and lists as people say them in a language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import cached_property

from babel.core import Locale
from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit
from markupsafe import Markup

from plugins.i18n.languages import Language

NBSP = "\u00a0"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


class Speech:
    """French, in the forms that this site uses: «1er mars 2026», «2,5 km»."""

    def __init__(self, language: Language, gettext: Callable[[str], str]) -> None:
        self.language = language
        self.gettext = gettext
        """The words of the catalogue; those that it does not have stay French."""

    @property
    def weekdays(self) -> Sequence[str]:
        """Monday first, as they stand alone."""
        return _DAYS

    def day(self, day: datetime.date) -> str:
        """«1er mars 2026»."""
        return f"{'1er' if day.day == 1 else day.day} {_MONTHS[day.month - 1]} {day.year}"

    def month(self, year: int, month: int) -> str:
        """«mars 2026»."""
        return f"{_MONTHS[month - 1]} {year}"

    def metres(self, metres: int) -> str:
        """«300 m»."""
        return f"{metres}{NBSP}m"

    def kilometres(self, km: float) -> str:
        """«2,5 km», «14 km»: one decimal at most."""
        return f"{f'{km:.1f}'.removesuffix('.0').replace('.', ',')}{NBSP}km"

    def french(self, text: str) -> str:
        """A text of a record, which is French: nothing to mark on a French page."""
        return text


class ForeignSpeech(Speech):
    """Another language, from the CLDR data of Babel; digits are those used in France."""

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

    def month(self, year: int, month: int) -> str:
        return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=self.locale)

    def day_of_month(self, month: int, day: int | None = None, year: int | None = None) -> str:
        """«14 July», «July», «14 July 2026»."""
        if day is None:
            name = get_month_names("wide", "stand-alone", self.locale)[month]
            return f"{name} {year}" if year else name
        skeleton = ("y" if year else "") + "MMMMd"
        date = datetime.date(year or 2024, month, day)
        return format_skeleton(skeleton, date, locale=self.locale)

    def metres(self, metres: int) -> str:
        return format_unit(metres, "length-meter", "short", locale=self.locale).replace(" ", NBSP)

    def kilometres(self, km: float) -> str:
        number = float(format_decimal(km, "0.#", "en"))
        said = format_unit(number, "length-kilometer", "short", locale=self.locale)
        return said.replace(" ", NBSP)

    def list(self, items: Sequence[str]) -> str:
        """«a, b and c»."""
        return format_list(list(items), locale=self.locale)

    def french(self, text: str) -> str:
        """Marked, so that it is read aloud in French and keeps its own direction."""
        return Markup('<bdi lang="fr" dir="ltr">{}</bdi>').format(text) if text else text


def speech_of(language: Language, gettext: Callable[[str], str]) -> Speech:
    """How `language` says dates and numbers."""
    return (Speech if language.is_source else ForeignSpeech)(language, gettext)
