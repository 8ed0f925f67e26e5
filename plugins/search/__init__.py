"""Find a commune, a place, a page (Pelican plugin).

Adds `commune_index` (address of the folder of the index) and `beside` (other directories:
`across_names`) to the context. Writes `/recherche/`. Reads `gazetteer`, `places`, `labels`,
`agenda` and `territories` in the context, and the setting ``TERRITORIES_COVERED``, to say what is
covered.

The index of communes is made of small text files that the script of the page fetches, one a
question: see `shards` (names and postcodes) and `cells` (centres, for «Autour de moi»). Any other
question is answered by Pagefind: see `fulltext` (bundles), `fulltext_bundles` (what they hold),
`fulltext_records` and `fulltext_agenda` (what is known of a place, of a workshop), and
`fulltext_service` and `fulltext_files` (Pagefind).
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.press.plugin import register_plugin
    from plugins.search.generator import SearchGenerator

    register_plugin(SearchGenerator)
