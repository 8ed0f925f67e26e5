"""Interface words, folded into the templates when they compile.

Adds to context: nothing. Writes: nothing. Reads: the words of the templates.

Setting: `I18N_LANGUAGE` (default "fr"), the language of the interface.
"""

from __future__ import annotations

from pelican import Pelican, signals


def _set_defaults(pelican: Pelican) -> None:
    pelican.settings.setdefault("I18N_LANGUAGE", "fr")


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(_set_defaults)
