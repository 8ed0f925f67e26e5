"""Interface words, folded into the templates when they compile (Pelican plugin).

Adds to context: nothing. Writes: nothing. Reads: the words of the templates.

Setting: `I18N_LANGUAGE` (default "fr"), the language of the interface.
"""

from __future__ import annotations


def register() -> None:
    """Nothing to connect: `plugins.press` makes its environment with `make_environment`."""
