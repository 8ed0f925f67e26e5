"""The living page of the theme's components: each documented macro beside its examples.

Adds nothing to the context. Writes `/composants/`, which no page of the site leads to and no search
engine is told of. Reads `theme/components.yaml` (the examples, which are also tests: what each must
say) and the design tokens of `theme/static/tokens.css`.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.components.generator import ComponentsGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(ComponentsGenerator)
