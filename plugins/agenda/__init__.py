"""Workshops and routes, and their dated occurrences (Pelican plugin).

Adds to context: `agenda` (`plugins.agenda.sessions.agenda.Agenda`). Reads the records of
workshops and of routes in `PLACES_DIR`, the cache `PLACES_CACHE`; `gazetteer`, `places`, `labels`
in the context.
Settings: `AGENDA_DAYS`, how many days after the build are computed; `AGENDA_NEAR_KM`, how far from
a commune's centre a workshop is near.

A record with a fault stops the build before anything is written; every fault is named, in French.
"""

from __future__ import annotations


def register() -> None:
    """Connect to Pelican; imported here so that libraries and commands need no Pelican."""
    from pelican import signals

    from plugins.agenda import generator

    signals.initialized.connect(generator.set_defaults)
    signals.get_generators.connect(generator.get_generators)
