"""`annuaire build`: records in, a site out."""

from datetime import datetime
from pathlib import Path

import click

from plugins.cli.options import output_option, places_option


@click.command(options_metavar="[OPTIONS]")
@places_option()
@output_option()
@click.option(
    "--date",
    "build_date",
    metavar="AAAA-MM-JJ",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="Construit comme si l'on était ce jour-là (sinon : aujourd'hui).",
)
def build(places_dir: Path, output_dir: Path, build_date: datetime | None) -> None:
    """Construit le site dans un dossier.

    Si une fiche contient une erreur, le site déjà construit reste tel quel.
    """
    from plugins.press.build import build as build_site

    code = build_site(places_dir, output_dir, date=build_date.date() if build_date else None)
    click.get_current_context().exit(code)
