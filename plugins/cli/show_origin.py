"""`annuaire origin`: where each value of a record comes from, and since when."""

from pathlib import Path

import click

from plugins.cli.options import FILE, places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "record",
    metavar="FICHE",
    type=FILE,
    help="Le fichier d'un lieu : places/31/mairie-de-labege.yaml.",
)
@places_option()
def origin(record: Path, places_dir: Path) -> None:
    """Dit d'où vient chaque valeur d'une fiche, et de quand elle date.

    Une liste importée, une personne qui l'a écrite, ou une personne qui l'a vérifiée.
    """
    from plugins.records.memory.origin_lines import told_origins
    from plugins.records.memory.provenance import Provenance
    from plugins.records.reading.paths import record_path
    from plugins.records.reading.reader import read_record

    try:
        name = record.resolve().relative_to(places_dir.resolve()).as_posix()
    except ValueError:
        name = ""
    path = record_path(name)
    if path is None or path.kind != "place":
        raise click.ClickException(f"« {record} » n'est pas la fiche d'un lieu de {places_dir}.")
    tree = read_record(record, places_dir)
    if isinstance(tree, list):
        raise click.ClickException("Cette fiche ne peut pas être lue : « annuaire check » dit où.")
    for line in told_origins(Provenance(places_dir), path.id, tree):
        click.echo(line)
