"""`annuaire build`: records in, a site out."""

import os
import sys
import time
from datetime import datetime
from pathlib import Path

import click

from plugins.cli.options import output_option, places_option, settings_of_home


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
    site_url = os.environ.get("SITE_URL", "")
    if site_url and not site_url.startswith("https://"):
        raise click.ClickException(
            "SITE_URL n'est pas une adresse ; écrivez par exemple https://aide.exemple.fr"
        )
    date = build_date.date().isoformat() if build_date else None
    settings = settings_of_home()
    click.get_current_context().exit(build_site(places_dir, output_dir, settings, date, site_url))


def build_site(
    places_dir: Path, output_dir: Path, settings: Path, date: str | None, site_url: str = ""
) -> int:
    """Build it, unless nothing changed since it was built; returns the exit code. `site_url`: its
    public address, when it is to be published."""
    from plugins.cli.unchanged import Inputs

    started = time.monotonic()
    override = {
        "PLACES_DIR": str(places_dir.absolute()),
        "OUTPUT_PATH": str(output_dir.absolute()),
        **({"BUILD_DATE": date} if date else {}),
        **({"SITEURL": site_url} if site_url else {}),
    }
    try:
        inputs = Inputs(settings, override)
    except Exception:
        inputs = None  # settings that have a fault: the build tells it
    if inputs and (last := inputs.last_build()):
        from plugins.press.publish.progress import BuildReport, say

        total, remarks = last
        for line in remarks:
            print(line, file=sys.stderr)
        say(BuildReport(total, 0, 0), time.monotonic() - started)
        return 0
    from plugins.press.generator import build as build_all

    return build_all(
        places_dir,
        output_dir,
        settings,
        date,
        site_url=site_url,
        on_done=lambda press: inputs.remember(press.remarks) if inputs else None,
    )
