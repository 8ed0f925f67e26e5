"""`annuaire import`: anybody's table into records, with a report that accounts for every row."""

import gc
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click

from plugins.cli.options import FILE, NEW_FILE, places_option

WatchedRow = TypeVar("WatchedRow")


@click.command("import", options_metavar="[OPTIONS]")
@click.argument(
    "source",
    metavar="FICHIER",
    type=FILE,
    help="Le tableau à importer : Excel, LibreOffice, CSV, JSON ou GeoJSON.",
)
@places_option(must_exist=False)
@click.option(
    "--report",
    "report_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Écrit ici ce qu'est devenue chaque ligne : une page (.html) ou du JSON.",
)
@click.option(
    "--layout",
    metavar="FICHIER",
    type=FILE,
    help="Dit quelle colonne est quoi, si ce n'est pas le schéma national (YAML).",
)
@click.option("--sheet", metavar="NOM", default="", help="Feuille du classeur à lire.")
@click.option(
    "--terms",
    metavar="FICHIER",
    type=FILE,
    help="Dit ce que veulent dire les mots de la liste (tableau champ, valeur, sens).",
)
@click.option(
    "--dry-run", is_flag=True, help="N'écrit aucune fiche : montre ce qui est compris du tableau."
)
@click.option(
    "--write-layout",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Avec --dry-run : écrit ici la description de la liste, pour --layout.",
)
@click.option(
    "--write-terms",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Avec --dry-run : écrit ici les mots de la liste et leur sens, pour --terms.",
)
@click.option("--source", "source_name", metavar="NOM", help="Nom court de la source.")
@click.option("--licence", metavar="LICENCE", help="Licence des données.")
@click.option(
    "--date",
    "source_date",
    metavar="AAAA-MM-JJ",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    help="Date des données.",
)
@click.option(
    "--departement",
    "departements",
    metavar="CODE",
    multiple=True,
    help="Ne garde que ce territoire (31, 2A, 988…) ; peut être répété.",
)
@click.option(
    "--changes",
    "changes",
    metavar="DOSSIER",
    type=click.Path(file_okay=False, path_type=Path),
    help="Travaille par lots de 300 fichiers par département ; écrit ici le message de chacun.",
)
@click.option(
    "--confirm",
    "confirmed",
    metavar="NOM",
    multiple=True,
    help="Ce nom est celui d'un lieu, pas d'une personne ; peut être répété.",
)
def import_table(
    source: Path,
    places_dir: Path,
    report_file: Path | None,
    layout: Path | None,
    sheet: str,
    terms: Path | None,
    dry_run: bool,
    write_layout: Path | None,
    write_terms: Path | None,
    source_name: str | None,
    licence: str | None,
    source_date: datetime | None,
    departements: tuple[str, ...],
    changes: Path | None,
    confirmed: tuple[str, ...],
) -> None:
    """Fait des fiches d'un tableau de lieux.

    Il y a une fiche par lieu : les doublons sont réunis. Aucune ligne n'est perdue
    sans être dite. Ce qu'une personne a corrigé à la main est gardé.
    """
    from plugins.intake import ImportFileError, run_import

    if not dry_run and (write_layout or write_terms):
        raise click.UsageError("--write-layout et --write-terms vont avec --dry-run.")
    gc.disable()  # a run of some seconds, whose objects all last: looking for others costs a tenth
    try:
        if dry_run:
            _show(source, layout, sheet, terms, write_layout, write_terms)
            return
        report = run_import(
            source,
            places_dir,
            layout=layout,
            sheet=sheet,
            terms=terms,
            report=report_file,
            source_name=source_name,
            licence=licence,
            date=source_date.date() if source_date else None,
            departements=departements or None,
            changes=changes,
            confirmed=confirmed,
            watch=_watched,
        )
    except ImportFileError as error:
        raise click.ClickException(str(error)) from None
    finally:
        gc.enable()
    for line in report.summary():
        click.echo(line)


def _watched(rows: Sequence[WatchedRow]) -> Iterator[WatchedRow]:
    """The rows, with a line that says how far they are read; none where nobody looks."""
    if not sys.stderr.isatty():
        yield from rows
        return
    with click.progressbar(rows, label="Lecture des lignes", file=sys.stderr) as shown:
        yield from shown


def _show(
    source: Path,
    layout: Path | None,
    sheet: str,
    terms: Path | None,
    write_layout: Path | None,
    write_terms: Path | None,
) -> None:
    """Print what is understood of the table; write the description and the words if asked."""
    from plugins.intake.own.own_rows import own_rows
    from plugins.intake.own.saved_rows import saved_rows
    from plugins.intake.preview.preview import preview
    from plugins.intake.read.table import read_table

    own = None if layout or terms else own_rows(source, {})
    if own is None and not (layout or terms):
        saved = saved_rows(read_table(source, sheet), {})
        own = saved.rows if saved else None
    if own is not None:
        click.echo(f"C'est l'export d'un annuaire. Fiches, reprises telles quelles : {len(own)}.")
        return
    for path in filter(None, (write_layout, write_terms)):
        if path.exists():
            raise click.ClickException(f"{path} existe déjà : donnez un autre nom.")
    found = preview(source, layout=layout, sheet=sheet, terms=terms)
    for line in found.lines():
        click.echo(line)
    if write_layout:
        write_layout.write_text(found.layout_yaml, encoding="utf-8")
    if write_terms:
        write_terms.write_text(found.term_sheet, encoding="utf-8", newline="")
