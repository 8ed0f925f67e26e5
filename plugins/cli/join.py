"""`annuaire parts`, `annuaire join`: a site that several machines make."""

import json
import re
from datetime import datetime
from pathlib import Path

import click

from plugins.cli.build import PARTS, build_here, published_address
from plugins.cli.options import date_option, output_option, places_option, settings_of_home

_CODE = re.compile(r"\d[\dAB]\d?")
LEAST = 200
"""With fewer pages to make than this, a machine takes longer to start than to make them."""


@click.command(options_metavar="[OPTIONS]")
@places_option()
@output_option()
@date_option()
@click.option(
    "--least",
    metavar="N",
    type=click.IntRange(min=1),
    default=LEAST,
    show_default=True,
    help="Ne dit que les départements qui ont au moins N pages à faire.",
)
def parts(places_dir: Path, output_dir: Path, build_date: datetime | None, least: int) -> None:
    """Dit quels départements ont des pages à faire.

    Une liste JSON, pour une forge qui fait chaque département sur sa machine : ["17", "31"].
    Rien n'est construit. Les autres pages seront faites par « annuaire join ».
    """
    from plugins.press.generator import build
    from plugins.press.press import Press

    date = build_date.date().isoformat() if build_date else None

    def say(press: Press) -> None:
        found = press.division.to_make.items()
        click.echo(json.dumps(sorted(part for part, pages in found if part and pages >= least)))

    code = build(
        places_dir,
        output_dir,
        settings_of_home(),
        date,
        site_url=published_address(),
        on_done=say,
        division={"PRESS_PLAN": True},
    )
    click.get_current_context().exit(code)


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "folders",
    metavar="[DOSSIER]…",
    nargs=-1,
    type=click.Path(file_okay=False, path_type=Path),
    help="Les parties (sinon : tous les dossiers de parts).",
)
@places_option()
@output_option()
@date_option()
@click.option(
    "--keep-former",
    metavar="DÉPARTEMENTS",
    default="",
    help="Si leur partie manque, leurs pages restent celles d'avant : « 17,31 ».",
)
def join(
    folders: tuple[Path, ...],
    places_dir: Path,
    output_dir: Path,
    build_date: datetime | None,
    keep_former: str,
) -> None:
    """Réunit en un site des parties construites à part.

    Les pages des parties sont prises telles quelles, si elles sont à jour. Les autres sont faites
    ici : le site est celui qu'une seule machine aurait fait.
    """
    found = folders or sorted(path for path in PARTS.glob("*") if path.is_dir())
    division = {
        "PRESS_JOINED": [str(folder.absolute()) for folder in found],
        "PRESS_KEEP_FORMER": _CODE.findall(keep_former.upper()),
    }
    click.get_current_context().exit(build_here(places_dir, output_dir, build_date, division))
