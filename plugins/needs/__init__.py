"""Pages of the five needs: what each means, then the places that answer it (Pelican plugin).

Adds nothing to the context. Writes `/besoins/`: a page for every need, and for every département
with places the list of those that answer it, by commune. Reads `gazetteer`, `places`, `needs` and
`commune_index` in the context.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.needs.generator import NeedsGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(NeedsGenerator)
