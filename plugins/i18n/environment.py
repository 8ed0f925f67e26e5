"""The one Jinja environment of a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from jinja2 import FileSystemBytecodeCache, FileSystemLoader, StrictUndefined

from plugins.i18n.fold import FoldingEnvironment
from plugins.i18n.words import words


def make_environment(
    folders: Sequence[Path],
    language: str,
    constants: Mapping[str, Callable[..., str]] | None = None,
    compiled: Path | None = None,
) -> FoldingEnvironment:
    """Environment for the templates of `folders` (the first that has a name wins).

    `constants` are more functions to fold beside the words, `asset` for instance. Autoescape is on
    for every template; a name that is missing is an error, not an empty text. `compiled`: an
    existing folder that keeps compiled templates; it must not outlive the words and constants,
    which are folded into them.
    """
    return FoldingEnvironment(
        {**words(language), **(constants or {})},
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
    )
