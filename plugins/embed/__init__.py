"""Lists of help that other sites show in a frame: what a municipality pastes into its own pages.

Adds to context: nothing. Writes: `/integrer/`: a frame for every commune, EPCI and département, the
page that writes the line to paste, a custom element, oEmbed files. Reads: `gazetteer`, `places`,
`labels`, `territories`, `commune_index`, and the template macros of the maps. See
docs/adr/0019-embed.md.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.embed.generator import EmbedGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(EmbedGenerator)
