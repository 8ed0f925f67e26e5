"""Interface words of one language.

French is the language in which the templates are written, so its words are the words themselves.
Those of the others are in catalogues, `theme/i18n/<code>.po`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plugins.i18n.languages import Language

if TYPE_CHECKING:
    from babel.support import Translations

GettextFunctions = Mapping[str, Callable[..., Any]]
TextT = TypeVar("TextT", bound=str)


def gettext_functions(
    language: Language, catalogues: Path | None = None
) -> dict[str, Callable[..., str]]:
    """The gettext family for `language`, to be folded into templates; a text that the catalogue
    does not have stays French. Raises ValueError when the language has no catalogue."""
    if language.is_source:
        return {"_": _same, "gettext": _same, "ngettext": _french_plural}
    found = catalogues / f"{language.code}.po" if catalogues else None
    if found is None or not found.is_file():
        raise ValueError(f"Il manque les mots de la langue « {language.code} » (theme/i18n).")
    known = load_catalogue(found)
    return {"_": known.gettext, "gettext": known.gettext, "ngettext": known.ngettext}


def to_translate(text: TextT) -> TextT:
    """The text itself: marks words that stand in code, so that `make words` finds them."""
    return text


def load_catalogue(path: Path) -> Translations:
    """A catalogue ready to use; fuzzy translations do not count."""
    return _compiled(path.read_bytes())


@cache
def _compiled(content: bytes) -> Translations:
    # Babel is slow to import: only when there is a catalogue to read.
    from io import BytesIO

    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po
    from babel.support import Translations

    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(content)))
    compiled.seek(0)
    return Translations(compiled)


def _same(text: str) -> str:
    return text


def _french_plural(singular: str, plural: str, number: float) -> str:
    """In French the plural begins at two: «0 lieu», «1,5 lieu», «2 lieux»."""
    return plural if number >= 2 else singular
