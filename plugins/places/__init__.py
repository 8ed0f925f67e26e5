"""Places and labels: their records, and the pages that show them (Pelican plugin).

Adds to context: `places` (`plugins.records.entry.Places`), `labels` (Label records by slug),
`needs` (the five needs in plain words). Writes `/lieux/`, `/labels/`. Reads the records of
`PLACES_DIR` (default "places"), the cache `PLACES_CACHE` (default ".cache") and `gazetteer` in the
context.

A record with a fault stops the build before anything is written; every fault of every record is
named, in French.
"""

from __future__ import annotations


def register() -> None:
    """Connect to Pelican; imported here so that libraries and commands need no Pelican."""
    from pelican import signals

    from plugins.places import generator

    signals.initialized.connect(generator.set_defaults)
    signals.get_generators.connect(generator.get_generators)
