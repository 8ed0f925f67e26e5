"""Paper: QR codes on printed pages, a list and a poster in PDF for every commune and EPCI.

Adds to context: nothing; gives the templates two functions, `qr(url)` and `papers(territory)`.
Writes: `/papier/`. Reads: `gazetteer`, `places`, `territories`.

Setting: `PAPER_PDF`, whether to make the PDF files and the QR codes; by default only for a
directory of at most 3,000 communes, so that a national build skips them (docs/adr/0012-paper.md).
"""

from __future__ import annotations


def register() -> None:
    """Connect the generator; imported here so that libraries and commands need no Pelican."""
    from plugins.paper.generator import connect

    connect()
