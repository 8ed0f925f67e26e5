"""Pages of the territories: every commune, EPCI, département covered (Pelican plugin).

Adds `territories` (see `generator.Territories`) to the context: the nearest help of every covered
commune, and what each territory says of itself. Writes `/territoires/`. Reads `gazetteer`,
`repository`, `places`, `labels`, `upcoming` and `commune_index` in the context.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.press.plugin import register_plugin
    from plugins.territories.generator import TerritoriesGenerator

    register_plugin(TerritoriesGenerator)
