"""Find a commune by its name or postcode; what search engines read (Pelican plugin, the last one).

Adds `commune_index` (address of the folder of the index) to the context. Writes `/recherche/`,
`/sitemap.xml`, `/sitemaps/`, `/robots.txt`. Reads `gazetteer` and `places` in the context, the
pages that the press was given, and the setting ``TERRITORIES_COVERED``, to say what is covered.

The index is made of small text files that the script of the page fetches, one a question: see
`shards` (names and postcodes) and `cells` (centres, for «Autour de moi»).
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.search.generator import connect

    connect()
