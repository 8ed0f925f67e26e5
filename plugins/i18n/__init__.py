"""Interface words, folded into the templates when they compile (Pelican plugin).

Adds to context: nothing. Writes: nothing. Reads: the words of the templates, and the catalogues of
`theme/i18n/`, which `make words` extracts and updates with Babel (babel.cfg).

Setting: `I18N_LANGUAGES` (default ["fr"]), codes of the languages of the interface, French first;
records stay French. Home, communes, places and search exist in every language, the other pages in
French only (`plugins.press.press.Press.add`).
"""

from __future__ import annotations


def register() -> None:
    """Nothing to connect: `plugins.press` makes an environment a language (`make_environment`)."""
