"""Workshops and routes, and their dated occurrences (Pelican plugin).

Adds to context: `agenda` (`plugins.agenda.sessions.agenda.Agenda`). Reads the records of workshops
and of routes in `PLACES_DIR`, the cache `PLACES_CACHE`; `gazetteer`, `places`, `labels` in the
context.

A record with a fault stops the build before anything is written; every fault is named, in French.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.agenda.generator import AgendaGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(AgendaGenerator)
