"""Paper: QR codes on printed pages; in PDF, a list and a poster for every commune and EPCI, a month
on one sheet and posters of the agenda.

Adds to context: nothing; gives the templates `qr(url)`, `papers(territory)` and `agenda_papers`,
which has `of(url)`. Writes: `/papier/`. Reads: `gazetteer`, `places`, `agenda`, `territories`.

Setting: `PAPER_PDF`, whether to make the PDF files and the QR codes; by default only for a
directory of at most 3,000 communes, so that a national build skips them (docs/adr/0012-paper.md).
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.paper.generator import connect

    connect()
