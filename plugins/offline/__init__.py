"""Reading without a network: a service worker keeps the pages that a person has opened.

Adds nothing to the context. Writes `/hors-ligne.js` (the worker) and `/hors-ligne/` (what is kept
on this device, and the switch that stops it). Reads the setting `OFFLINE` (default True), which
templates know as `site.offline`: when it is off the worker that is published removes itself and all
that it kept, on the next visit of those who have one.

Nothing is fetched ahead but `/hors-ligne/` and the files that all pages share. A kept page is shown
only when the network does not answer, and says of which day it is (docs/adr/0015-offline.md).
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.offline.generator import connect

    connect()
