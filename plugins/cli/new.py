"""`annuaire new`: the first lines of a new record."""

from pathlib import Path

import click

from plugins.cli.options import places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument("departement", metavar="DÉPARTEMENT", help="Son code : 31, 2A, 971…")
@click.argument("name", metavar="NOM", help="Le nom du lieu ou de l'atelier.")
@click.option(
    "--sorte",
    "kind",
    metavar="SORTE",
    type=click.Choice(["lieu", "atelier", "tournee"]),
    default="lieu",
    show_default=True,
    help="lieu, atelier ou tournee.",
)
@places_option(must_exist=False)
def new(departement: str, name: str, kind: str, places_dir: Path) -> None:
    """Écrit une fiche vide, à compléter.

    Le nom du fichier vient du nom du lieu, et fait l'adresse de la page : il ne change plus.
    Un atelier qui porte le nom de la fiche d'un lieu se passe dans ce lieu.
    """
    from plugins.records.kinds import KINDS
    from plugins.records.writing.blank import BadNameError, RecordExistsError, new_record

    meant = next(known.name for known in KINDS.values() if known.word == kind)
    try:
        path = new_record(places_dir, departement, name, meant)
    except (BadNameError, RecordExistsError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Fiche créée : {path}")
    click.echo(f"Complétez-la, puis vérifiez : annuaire check {path}")
