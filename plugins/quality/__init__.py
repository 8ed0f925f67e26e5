"""The desk of whoever coordinates a territory: what is stale, missing, contradictory (Pelican).

Adds `axes` to the context: what exists behind what territories signed and planned. Writes
`/qualite/`: for every département and EPCI a page, its tables as CSV, the sheet «à appeler ce
mois-ci» and the table that brings its answers back. Reads `gazetteer`, `repository`, `places`,
`labels`, `territories` and `upcoming` in the context. `annuaire stats` says the same in a terminal;
`annuaire verified` writes answers into the records.

One computed table: a `DeskCommune` for every commune, a `PlaceLine` for every open place
(`desk`); pages, CSV files and the terminal show it and compute nothing of their own.
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.press.plugin import register_plugin
    from plugins.quality.generator import QualityGenerator

    register_plugin(QualityGenerator)
