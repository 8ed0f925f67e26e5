"""`annuaire new`: the first lines of a new record."""

from pathlib import Path

import click

from plugins.cli.options import places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument("departement", metavar="DÉPARTEMENT", help="Son code : 31, 2A, 971…")
@click.argument("name", metavar="NOM", help="Le nom du lieu, entre guillemets.")
@places_option(must_exist=False)
def new(departement: str, name: str, places_dir: Path) -> None:
    """Écrit une fiche vide, à compléter.

    Le nom du fichier vient du nom du lieu, et fait l'adresse de la page : il ne change plus.
    """
    from plugins.places.commands import BadNameError, RecordExistsError, new_record

    try:
        path = new_record(places_dir, departement, name)
    except (BadNameError, RecordExistsError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Fiche créée : {path}")
    click.echo(f"Complétez-la, puis vérifiez : annuaire check {path}")
