"""Paper: QR codes on printed pages; in PDF, a list and a poster for every EPCI and every commune
with a record, a month on one sheet and posters of the agenda.

Adds to context: nothing; gives the templates `qr(url)`, `papers(territory)`, `agenda_papers(url)`.
Writes: `/papier/`. Reads: `gazetteer`, `places`, `agenda`, `territories`.

A national build makes neither unless it is told to (docs/adr/0012-paper.md).
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.paper.generator import PaperGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(PaperGenerator)
