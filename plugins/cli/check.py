"""`annuaire check`: what is wrong in records, and what to write instead."""

from collections.abc import Sequence
from pathlib import Path

import click

from plugins.cli.options import places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "paths",
    metavar="[CHEMINS]…",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    help="Fiches ou dossiers à vérifier (sinon : toutes les fiches).",
)
@places_option()
@click.option(
    "--annotations",
    is_flag=True,
    help="Écrit les messages pour la forge, qui les montre sous les lignes proposées.",
)
def check(paths: Sequence[Path], places_dir: Path, annotations: bool) -> None:
    """Vérifie les fiches, sans rien changer.

    Une erreur doit être corrigée (code de retour 1) ; un avertissement demande de regarder.
    Sans chemin, un avertissement que beaucoup de fiches ont tient en une ligne.
    """
    from plugins.common.diagnostic import report, summarize
    from plugins.records.commands import check as check_records

    diagnostics = check_records(places_dir, paths)
    root = places_dir.as_posix()
    if annotations:
        from plugins.cli.annotations import annotation

        lines = [annotation(diagnostic, root) for diagnostic in diagnostics]
    else:
        lines = list(report(diagnostics, root) if paths else summarize(diagnostics, root))
    for line in lines:
        click.echo(line)

    errors = sum(diagnostic.severity == "error" for diagnostic in diagnostics)
    click.echo(summary(errors, len(diagnostics) - errors), err=True)
    click.get_current_context().exit(1 if errors else 0)


def summary(errors: int, warnings: int) -> str:
    """The last line: «2 erreurs, 1 avertissement.»"""
    counts = [(errors, "erreur"), (warnings, "avertissement")]
    said = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count]
    return f"{', '.join(said)}." if said else "Tout va bien."
