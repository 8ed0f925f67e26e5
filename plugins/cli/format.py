"""`annuaire format`: records in the common order and layout, so that two edits merge well."""

from collections.abc import Sequence
from pathlib import Path

import click

from plugins.cli.options import places_option


@click.command("format", options_metavar="[OPTIONS]")
@click.argument(
    "paths",
    metavar="[CHEMINS]…",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    help="Fiches ou dossiers à mettre en forme (sinon : toutes les fiches).",
)
@places_option()
def format_records(paths: Sequence[Path], places_dir: Path) -> None:
    """Range les fiches dans la forme commune.

    Les champs vont dans l'ordre commun, un élément de liste par ligne.
    Le sens ne change pas, et chaque ligne changée est dite.
    Une fiche qui ne peut pas être lue, ou qui a des remarques, n'est pas touchée.
    """
    from plugins.records.commands import format_record, records

    done = {path: format_record(path) for path in records(places_dir, paths)}
    for path, formatted in done.items():
        if formatted.changes:
            click.echo(f"mise en forme : {path}")
            for change in formatted.changes:
                click.echo(f"  {change}")
        elif formatted.left:
            click.echo(f"pas touchée : {path} : {formatted.left}.", err=True)
    if not any(formatted.changes or formatted.left for formatted in done.values()):
        click.echo("Toutes les fiches sont déjà en forme.", err=True)
