"""`annuaire build`: records in, a site out."""

import os
from datetime import datetime
from pathlib import Path

import click

from plugins.cli.options import ROOT, output_option, places_option


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

    Si une fiche contient une erreur, le site déjà construit reste tel quel. Pour le site publié,
    donnez son adresse : SITE_URL=https://… annuaire build.
    """
    from plugins.press.generator import build as build_site

    # As the settings of the published site say: they need its public address.
    settings = "publishconf.py" if os.environ.get("SITE_URL") else "pelicanconf.py"
    date = build_date.date().isoformat() if build_date else None
    code = build_site(places_dir, output_dir, ROOT / settings, date)
    click.get_current_context().exit(code)
