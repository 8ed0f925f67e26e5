"""What every template knows of its language; names and meanings: docs/templates.md."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plugins.contracts.shown import TemplateGlobals

if TYPE_CHECKING:
    from plugins.i18n.languages import Language
    from plugins.i18n.locale import LocaleFormat


@dataclass(frozen=True, slots=True)
class LanguageGlobals(TemplateGlobals):
    """The language of the page and its words; another value in each language."""

    _: Callable[[str], str]
    """An interface word in the language of the page, folded into the compiled template."""
    gettext: Callable[[str], str]
    """The same, as `{% trans %}` calls it."""
    ngettext: Callable[..., str]
    """One of two texts, by a number: `{% trans %}…{% pluralize %}`."""
    language: Language
    """The language: `code`, `direction`, `locale`, `prefix`, `up`, `is_source`."""
    locale: LocaleFormat
    """Days, months, distances and numbers said in that language; hours and dates take it."""
    signs: Callable[[str], str]
    """A text with the signs of the language (`typography`), for a letter; what a page shows has
    them by itself."""
    french: Callable[..., str]
    """A text of a record, marked as French on a page in another language; `strong`: what stands in
    bold before it."""
    french_block: Callable[[str], str]
    """The same for paragraphs that were made safe before."""
