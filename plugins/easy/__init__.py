"""Pages easy to read: home, needs, communes, places, in short sentences (Pelican plugin).

Adds nothing to the context; gives templates the global `has_easy` when the pages are made. Writes
`/facile/`. Reads `gazetteer`, `places`, `needs` and `commune_index` in the context. The pages come
from the same records as all others: nobody writes anything twice. They follow the European rules
«Information for all» (Inclusion Europe) as far as a machine can: one idea a sentence, a drawing
beside each, no table, no abbreviation; nobody concerned has read them yet, and they say so.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.easy.generator import EasyGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(EasyGenerator)
