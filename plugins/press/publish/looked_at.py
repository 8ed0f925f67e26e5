"""What a build makes: all that changed, or first of all the pages that somebody looks at.

Who edits a record under `annuaire serve` waits for one page. That build leaves out what makes other
folders; the next one makes all that changed.
"""

from __future__ import annotations

from collections.abc import Collection

from plugins.i18n.languages import LANGUAGES


class LookedAt:
    """`paths`: those of the output that are made, and no other; None: all that changed."""

    def __init__(self, paths: Collection[str] | None) -> None:
        self.paths = None if paths is None else frozenset(paths)
        self._french = frozenset(_in_french(path) for path in self.paths or ())

    def is_in(self, *folders: str) -> bool:
        """Whether something in one of `folders` («/lieux/») is made, in any language; the address
        of a file («/404.html») stands for itself."""
        return self.paths is None or any(f"/{path}".startswith(folders) for path in self._french)

    def needs(self, *folders: str) -> bool:
        """Whether the pages of `folders` must be named: a page of another language must know which
        of those that it links to are translated."""
        return self.is_in(*folders) or self._french != (self.paths or frozenset())


def _in_french(path: str) -> str:
    """The path of the same page in French: «en/lieux/31/x/index.html» → «lieux/31/x/index.html»."""
    folder, _, rest = path.partition("/")
    is_translated = folder in LANGUAGES and not LANGUAGES[folder].is_source
    return rest if is_translated else path
