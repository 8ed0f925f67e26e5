"""Places and labels: their records, and the pages that show them (Pelican plugin).

Adds to context: `places` (`plugins.records.entry.Places`), `labels` (Label records by slug),
`needs` (the five needs in plain words). Writes `/lieux/`, `/labels/`. Reads the records of
`PLACES_DIR`, the cache `PLACES_CACHE` and `gazetteer` in the context.

A record with a fault stops the build before anything is written; every fault of every record is
named, in French.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.places.generator import PlacesGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(PlacesGenerator)
