"""The one Jinja environment of a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined

from plugins.contracts.shown import variables_of
from plugins.i18n.constant_folding import FoldingEnvironment
from plugins.i18n.contract import LanguageGlobals
from plugins.i18n.gettext_functions import gettext_functions
from plugins.i18n.kept_templates import KeptTemplates
from plugins.i18n.languages import language_of
from plugins.i18n.locale import locale_format
from plugins.i18n.typography import TYPOGRAPHY, Typography


def make_environment(
    folders: Sequence[Path],
    language: str,
    constants: Mapping[str, Callable[..., str]] | None = None,
    compiled: Path | None = None,
    catalogues: Path | None = None,
) -> FoldingEnvironment:
    """Environment for the templates of `folders` (the first that has a name wins).

    `constants` are more functions to fold beside the words, `asset` for instance. Autoescape is on
    for every template; a name that is missing is an error, not an empty text. `compiled`: an
    existing folder that keeps compiled templates; it must not outlive the words and constants,
    which are folded into them. `catalogues`: where the words of other languages than French are.
    What people read of a page gets the signs of its language (`typography`).
    Templates have the names of `LanguageGlobals`.
    """
    spoken = language_of(language)
    typography = TYPOGRAPHY[spoken.code]
    words = gettext_functions(spoken, catalogues)
    said = {name: _with_signs(say, typography) for name, say in words.items()}
    if compiled and not spoken.is_source:
        compiled = compiled / spoken.code
        compiled.mkdir(parents=True, exist_ok=True)
    environment = FoldingEnvironment(
        {**said, **(constants or {})},
        folds_plurals=spoken.is_source,
        typography=typography,
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=KeptTemplates(str(compiled)) if compiled else None,
    )
    locale = locale_format(spoken, words["gettext"])
    given = LanguageGlobals(
        **said,
        language=spoken,
        locale=locale,
        signs=typography,
        french=locale.french,
        french_block=locale.french_block,
    )
    environment.globals.update(variables_of(given))
    return environment


def _with_signs(say: Callable[..., str], typography: Typography) -> Callable[..., str]:
    """Words, or the body of a `{% trans %}`, which may hold markup."""

    @cache
    def signed(*words: str | int) -> str:
        return typography.html(say(*words))

    return signed
