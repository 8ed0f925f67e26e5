"""Dates, numbers and lists as people say them in a language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from plugins.i18n.languages import Language

NBSP = "\u00a0"
_DAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


class LocaleFormat:
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

    def full_day(self, day: datetime.date, year: bool = True) -> str:
        """«dimanche 1er mars 2026», «dimanche 1er mars»."""
        said = f"{_DAYS[day.weekday()]} {self.day(day)}"
        return said if year else said.removesuffix(f" {day.year}")

    def month(self, year: int, month: int) -> str:
        """«mars 2026»."""
        return f"{_MONTHS[month - 1]} {year}"

    def loose_day(self, text: str) -> str:
        """A date written «2019-03-01»."""
        return self.day(datetime.date.fromisoformat(text))

    def distance(self, km: float) -> str:
        """Rounded as people say it: «300 m», «2,5 km», «14 km»."""
        if km < 0.95:
            return self.metres(int(km * 10 + 0.5) * 100)
        return self.kilometres(km if km < 9.95 else int(km + 0.5))

    def metres(self, metres: int) -> str:
        """«300 m»."""
        return f"{metres}{NBSP}m"

    def kilometres(self, km: float) -> str:
        """«2,5 km», «14 km»: one decimal at most."""
        return f"{f'{km:.1f}'.removesuffix('.0').replace('.', ',')}{NBSP}km"

    def digits(self, number: str) -> str:
        """A telephone number in pairs, always read from the left."""
        return number

    def french(self, text: str) -> str:
        """A text of a record, which is French: nothing to mark on a French page."""
        return text

    def french_block(self, html: str) -> str:
        """Paragraphs of a record, made safe before: nothing to mark on a French page."""
        return html


def locale_format(language: Language, gettext: Callable[[str], str]) -> LocaleFormat:
    """How `language` says dates and numbers."""
    if language.is_source:
        return LocaleFormat(language, gettext)
    from plugins.i18n.babel_locale import BabelFormat  # Babel is slow to import: only when needed

    return BabelFormat(language, gettext)
