"""`annuaire stats`: what the directory knows of a territory, and what it lacks."""

from datetime import datetime
from pathlib import Path

import click

from plugins.cli.options import NEW_FILE, places_option


@click.command(options_metavar="[OPTIONS]")
@click.option("--departement", metavar="CODE", default="", help="Un territoire : 31, 2A, 988…")
@click.option("--epci", metavar="SIREN", default="", help="Une intercommunalité : 243100633…")
@click.option(
    "--csv",
    "communes_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Écrit ici le tableau des communes (CSV).",
)
@click.option(
    "--csv-lieux",
    "places_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Écrit ici le tableau des lieux (CSV).",
)
@click.option(
    "--date",
    "day",
    metavar="AAAA-MM-JJ",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="Compte comme si l'on était ce jour-là (sinon : aujourd'hui).",
)
@places_option()
def stats(
    departement: str,
    epci: str,
    communes_file: Path | None,
    places_file: Path | None,
    day: datetime | None,
    places_dir: Path,
) -> None:
    """Compte ce que l'annuaire sait, et ce qui lui manque.

    Par département ou par intercommunalité : qui est loin d'une aide, l'âge des fiches,
    ce qui manque, ce qui se contredit. Les pages /qualite/ du site disent la même chose.
    """
    from plugins.common.today import day_in_france
    from plugins.french.numbers import counted
    from plugins.quality.csv_files import communes_csv, places_csv
    from plugins.quality.from_records import UnknownAreaError, tables_of
    from plugins.quality.terminal import told

    if departement and epci:
        raise click.UsageError("donnez --departement ou --epci, pas les deux")
    try:
        found = tables_of(places_dir, day.date() if day else day_in_france(), departement or epci)
    except UnknownAreaError as error:
        raise click.ClickException(str(error)) from None
    tables = found.tables
    if not tables:
        raise click.ClickException(f"{places_dir} : aucune fiche dans ce dossier")
    for rank, table in enumerate(tables):
        for line in ["", *told(table)] if rank else told(table):
            click.echo(line)
    if found.faulty:
        count = counted(found.faulty, "fiche a une faute", "fiches ont une faute")
        click.echo(f"Non compté : {count}, « annuaire check » dit quoi écrire.", err=True)
    if communes_file:
        lines = [line for table in tables for line in table.communes]
        _write(communes_file, communes_csv(lines))
    if places_file:
        _write(places_file, places_csv([line for table in tables for line in table.places]))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise click.ClickException(f"{path} : ce fichier ne peut pas être écrit") from error
    click.echo(f"Tableau écrit : {path}", err=True)
