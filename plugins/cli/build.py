"""`annuaire build`: records in, a site out."""

import gc
import os
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from plugins.cli.options import date_option, output_option, places_option, settings_of_home

PARTS = Path("parts")
"""Where parts are built, and looked for by who joins them."""


@click.command(options_metavar="[OPTIONS]")
@places_option()
@output_option()
@date_option()
@click.option(
    "--part",
    "parts",
    metavar="DÉPARTEMENT",
    multiple=True,
    help="Ne fait que les pages de ce territoire (31, 2A, 988…), dans parts/31. Peut être répété.",
)
def build(
    places_dir: Path, output_dir: Path, build_date: datetime | None, parts: tuple[str, ...]
) -> None:
    """Construit le site dans un dossier.

    Si une fiche contient une erreur, le site déjà construit reste tel quel. Pour le site publié,
    donnez son adresse : SITE_URL=https://… annuaire build.
    """
    context = click.get_current_context()
    division: dict[str, Any] = {}
    if parts:
        codes = sorted({code.upper() for code in parts})
        division = {"PRESS_PART": codes}
        if context.get_parameter_source("output_dir") == ParameterSource.DEFAULT:
            output_dir = PARTS / "-".join(codes)
            PARTS.mkdir(exist_ok=True)
    context.exit(build_here(places_dir, output_dir, build_date, division))


def build_here(
    places_dir: Path, output_dir: Path, build_date: datetime | None, division: Mapping[str, Any]
) -> int:
    """Build with the settings of the directory that the command is run in; see `build_site`."""
    date = build_date.date().isoformat() if build_date else None
    address, settings = published_address(), settings_of_home()
    return build_site(places_dir, output_dir, settings, date, address, division)


def published_address() -> str:
    """The public address of the site, when it is to be published."""
    site_url = os.environ.get("SITE_URL", "")
    if site_url and not site_url.startswith("https://"):
        raise click.ClickException(
            "SITE_URL n'est pas une adresse ; écrivez par exemple https://aide.exemple.fr"
        )
    return site_url


def build_site(
    places_dir: Path,
    output_dir: Path,
    settings: Path,
    date: str | None,
    site_url: str = "",
    division: Mapping[str, Any] | None = None,
) -> int:
    """Build it, unless nothing changed since it was built; returns the exit code. `site_url`: its
    public address, when it is to be published. `division`: settings that say which part is made,
    or what is joined."""
    from plugins.cli.unchanged import Inputs

    started = time.monotonic()
    override = {
        "PLACES_DIR": str(places_dir.absolute()),
        "OUTPUT_PATH": str(output_dir.absolute()),
        **({"BUILD_DATE": date} if date else {}),
        **({"SITEURL": site_url} if site_url else {}),
        **(division or {}),
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
    gc.disable()  # all that is imported lasts: looking for garbage takes a tenth of the imports
    from plugins.press.generator import build as build_all

    try:
        return build_all(
            places_dir,
            output_dir,
            settings,
            date,
            site_url=site_url,
            on_done=lambda press: inputs.remember(press.remarks) if inputs else None,
            division=division,
        )
    finally:
        gc.enable()
