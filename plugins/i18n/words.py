"""Interface words of one language.

French is the language in which the templates are written, so its words are the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable

SOURCE_LANGUAGE = "fr"


def words(language: str) -> dict[str, Callable[..., str]]:
    """The gettext family for `language`, to be folded into templates.

    Raises ValueError when no catalogue exists for the language.
    """
    if language != SOURCE_LANGUAGE:
        raise ValueError(f"Il n'y a pas de mots d'interface pour la langue « {language} ».")
    return {"_": _same, "gettext": _same, "ngettext": _french_plural}


def _same(text: str) -> str:
    return text


def _french_plural(singular: str, plural: str, number: float) -> str:
    """In French the plural begins at two: «0 lieu», «1,5 lieu», «2 lieux»."""
    return plural if number >= 2 else singular
