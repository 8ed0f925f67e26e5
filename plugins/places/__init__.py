"""The pages of places and of labels (Pelican plugin).

It is the first that needs records: it has them all read, of every kind, and adds to context:

- `repository` (`plugins.records.repository.Repository`), from which later plugins take their kinds;
- `places` (`plugins.records.entry.Places`), `labels` (Label records by slug), `needs` (the five
  needs in plain words);
- `place_fingerprints`: a list where a later plugin that shows something on the page of a place puts
  a function, from the id of the place to a fingerprint of what is shown.

Gives templates `hours_code`, `listed_sources`, `contact_link`. Writes `/lieux/`, `/labels/`. Reads
the records of `PLACES_DIR`, the cache `PLACES_CACHE` and `gazetteer` in the context.

A record with a fault stops the build before anything is written; every fault of every record is
named, in French. What people type is `plugins.records`; this package has no model and no check.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.places.generator import PlacesGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(PlacesGenerator)
