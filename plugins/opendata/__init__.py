"""The directory as open data, for whoever reuses it (Pelican).

Adds nothing to the context. Writes `/donnees/v1/`: for the whole directory, régions, départements,
EPCI and labels, a file of each format of `formats`, what describes them (`catalogue`, `api`), what
they lose (`losses`); `/donnees/fichiers/` lists them, `/donnees/pertes/` tells the losses. Reads
`gazetteer`, `repository` and `labels` in the context.

A format says what it carries of one place, and what it cannot (`formats.export_format`); the
report of losses is computed from that. A place is carried once for each format, whatever the
number of files that it stands in (`pieces`); a file is pieces side by side (`export_files`).
"""

from __future__ import annotations


def register() -> None:
    """Join the build; imported here so that libraries and commands need no Pelican."""
    from plugins.opendata.generator import OpenDataGenerator
    from plugins.press.plugin import register_plugin

    register_plugin(OpenDataGenerator)
