"""Dates, numbers and lists as people say them in a language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from markupsafe import Markup

from plugins.french.dates import say_date, say_full_day, say_start
from plugins.french.days import DAYS
from plugins.french.distances import say_kilometres, say_metres, whole_kilometres, whole_metres
from plugins.french.months import MONTHS
from plugins.i18n.languages import Language
from plugins.i18n.typography import FRENCH_SIGNS


class LocaleFormat:
    """French, in the forms that this site uses: «1er mars 2026», «2,5 km»."""

    def __init__(self, language: Language, gettext: Callable[[str], str]) -> None:
        self.language = language
        self.gettext = gettext
        """The words of the catalogue; those that it does not have stay French."""

    @property
    def weekdays(self) -> Sequence[str]:
        """Monday first, as they stand alone."""
        return DAYS

    def day(self, day: datetime.date) -> str:
        """«1er mars 2026»."""
        return say_date(day)

    def start_day(self, day: datetime.date, end: datetime.date) -> str:
        """The first day of a period, before its last one: «6» of «du 6 au 10 juillet 2026»."""
        return say_start(day, end)

    def full_day(self, day: datetime.date, year: bool = True) -> str:
        """«dimanche 1er mars 2026», «dimanche 1er mars»."""
        return say_full_day(day, year=year)

    def month(self, year: int, month: int) -> str:
        """«mars 2026»."""
        return f"{MONTHS[month - 1]} {year}"

    def loose_day(self, text: str) -> str:
        """A date written «2019-03-01»."""
        return self.day(datetime.date.fromisoformat(text))

    def distance(self, km: float) -> str:
        """Rounded as people say it: «300 m», «2,5 km», «14 km»."""
        if km < 0.95:
            return self.metres(whole_metres(km))
        return self.kilometres(whole_kilometres(km))

    def metres(self, metres: int) -> str:
        """«300 m»."""
        return say_metres(metres)

    def kilometres(self, km: float) -> str:
        """«2,5 km», «14 km»: one decimal at most."""
        return say_kilometres(km)

    def digits(self, number: str) -> str:
        """A telephone number in pairs, always read from the left."""
        return number

    def french(self, text: str, strong: str = "") -> str:
        """A text of a record, which is French: nothing to mark on a French page. `strong`: what
        stands in bold before it, of one line with it whatever the direction of the page."""
        return after_strong(strong, text) if strong else text

    def known(self, text: str) -> str:
        """A sentence of a record: in the language of the page where its catalogue has it, else
        in French, marked."""
        return text

    def french_block(self, html: str) -> str:
        """Paragraphs of a record, made safe before: nothing to mark on a French page."""
        return html


def after_strong(strong: str, text: str) -> Markup:
    """«**Tusson**, place de la poste»."""
    first = Markup("<b>{}</b>").format(FRENCH_SIGNS(strong))
    return Markup("{}, {}").format(first, FRENCH_SIGNS(text)) if text else first


def locale_format(language: Language, gettext: Callable[[str], str]) -> LocaleFormat:
    """How `language` says dates and numbers."""
    if language.is_source:
        return LocaleFormat(language, gettext)
    from plugins.i18n.babel_locale import BabelFormat  # Babel is slow to import: only when needed

    return BabelFormat(language, gettext)
