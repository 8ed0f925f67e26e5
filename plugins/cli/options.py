"""Options that several commands share."""

from pathlib import Path

import click

places_option = click.option(
    "--places",
    "places_dir",
    metavar="DOSSIER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("places"),
    show_default=True,
    help="Dossier des fiches.",
)

output_option = click.option(
    "--output",
    "output_dir",
    metavar="DOSSIER",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("output"),
    show_default=True,
    help="Dossier du site construit.",
)
