"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from plugins.common.program import SETTINGS, home

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""A file that is read."""
NEW_FILE = click.Path(dir_okay=False, path_type=Path)
"""A file that is written."""

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def places_option(*, must_exist: bool = True) -> Decorator:
    """`--places DOSSIER`; a command that writes records makes the folder itself."""
    return click.option(
        "--places",
        "places_dir",
        metavar="DOSSIER",
        type=click.Path(exists=must_exist, file_okay=False, path_type=Path),
        default=Path("places"),
        show_default=True,
        help="Dossier des fiches.",
    )


def output_option() -> Decorator:
    """`--output DOSSIER`."""
    return new_folder_option("--output", "output_dir", "output", "Dossier du site construit.")


def new_folder_option(option: str, name: str, default: str, told: str) -> Decorator:
    """A folder that a command writes; `name`: of the argument, `told`: of the help."""
    return click.option(
        option,
        name,
        metavar="DOSSIER",
        type=click.Path(file_okay=False, path_type=Path),
        default=Path(default),
        show_default=True,
        help=told,
    )


def settings_of_home(name: str = SETTINGS) -> Path:
    """The settings file `name` of the directory that the command is run in."""
    settings = home() / name
    if not settings.is_file():
        raise click.ClickException(
            "il n'y a pas d'annuaire dans ce dossier. Allez dans le sien, "
            "ou commencez-en un : annuaire start"
        )
    return settings


def date_option() -> Decorator:
    """`--date AAAA-MM-JJ`: the day for which the site is built."""
    return click.option(
        "--date",
        "build_date",
        metavar="AAAA-MM-JJ",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        help="Construit comme si l'on était ce jour-là (sinon : aujourd'hui).",
    )
