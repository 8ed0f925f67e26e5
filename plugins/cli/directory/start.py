"""`annuaire start`: the folder of a new directory, by questions on a terminal or by options."""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from plugins.cli.options import FILE

if TYPE_CHECKING:
    from plugins.start.beginning import Beginning

_PUBLISHER = {
    "nom": ("--editeur", "Qui publie le site."),
    "adresse": ("--adresse", "Son adresse."),
    "courriel": ("--courriel", "Son courriel : celui d'un service."),
    "telephone": ("--telephone", "Son téléphone."),
    "responsable": ("--responsable", "Qui répond de la publication : une fonction."),
    "hebergeur": ("--hebergeur", "Qui héberge le site."),
}


def _publisher_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for key, (option, told) in reversed(_PUBLISHER.items()):
        command = click.option(option, key, metavar="TEXTE", help=told)(command)
    return command


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "folder", metavar="DOSSIER", type=click.Path(file_okay=False, path_type=Path),
    help="Le dossier à faire : nouveau, ou vide.",
)  # fmt: skip
@click.option(
    "--territoire", "territories", metavar="TERRITOIRE", multiple=True,
    help="Un département, une collectivité d'outre-mer, une intercommunalité ou une région : "
    "son code ou son nom. "
    "Plusieurs fois s'il y en a plusieurs.",
)  # fmt: skip
@click.option("--nom", "name", metavar="TEXTE", default="", help="Le nom du site.")
@_publisher_options
@click.option(
    "--forge", type=click.Choice(["github", "gitlab", "aucune"]), default=None, metavar="FORGE",
    help="Où est le dépôt des fiches : github, gitlab ou aucune.",
)  # fmt: skip
@click.option("--depot", "repository", metavar="ADRESSE", default="", help="L'adresse du dépôt.")
@click.option("--couleur", "colour", metavar="COULEUR", default="", help="Par exemple #7a2048.")
@click.option("--logo", metavar="FICHIER", default="", help="Un dessin .svg.")
@click.option(
    "--programme", "program", metavar="FICHIER", type=FILE,
    help="Le fichier du programme (.whl). Sans elle : celui qui a servi à l'installer.",
)  # fmt: skip
def start(
    folder: Path,
    territories: Sequence[str],
    name: str,
    forge: str | None,
    repository: str,
    colour: str,
    logo: str,
    program: Path | None,
    **publisher: str | None,
) -> None:
    """Commence un annuaire dans un nouveau dossier.

    Dans un terminal, ce qui n'est pas dit par une option est demandé. Le dossier a les réglages,
    les textes et les couleurs du territoire, ce que lit sa forge, et le programme en un fichier.
    """
    from plugins.start.beginning import (
        AnswerError,
        Beginning,
        asked,
        colour_of,
        logo_of,
        repository_of,
        territory_of,
    )

    try:
        answers = Beginning(
            tuple(map(territory_of, territories)),
            name.strip(),
            tuple((key, text.strip()) for key, text in publisher.items() if text is not None),
            forge or "",
            repository_of(repository),
            colour_of(colour),
            logo_of(logo),
        )
    except AnswerError as error:
        raise click.UsageError(f"{error}.") from None
    if sys.stdin.isatty() and sys.stdout.isatty():
        from plugins.intake.asked.console import StoppedError
        from plugins.intake.asked.typed_answers import TerminalConsole

        try:
            answers = asked(TerminalConsole(), answers)
        except (StoppedError, KeyboardInterrupt):
            click.echo("\nRien n'est écrit.")
            click.get_current_context().exit(1)
    elif not answers.territories:
        raise click.UsageError(
            "hors d'un terminal, dites le territoire, par exemple : "
            "annuaire start mon-annuaire --territoire 974"
        )
    files = _write(folder, answers, program)
    click.echo(f"L'annuaire est commencé : {folder} ({len(files)} fichiers).")
    click.echo(f"\nEnsuite :\n  cd {folder}")
    click.echo("  annuaire import LISTE.csv     pour faire des fiches avec votre tableau")
    click.echo("  annuaire serve                pour voir le site")
    click.echo("\nLe reste est dans README.md, et : annuaire guide")


def _write(folder: Path, answers: "Beginning", program: Path | None) -> list[str]:
    from plugins.common.errors import reason
    from plugins.start.new_folder import FolderTakenError, begin
    from plugins.start.wheel import ProgramWheel, WheelError, own_wheel

    try:
        with tempfile.TemporaryDirectory() as made_in:
            wheel = ProgramWheel(program) if program else own_wheel(Path(made_in))
            return begin(folder, answers, wheel)
    except WheelError as error:
        raise click.ClickException(str(error)) from None
    except FolderTakenError:
        raise click.ClickException(
            f"« {folder} » n'est pas vide. Donnez un autre dossier."
        ) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} : {reason(error)}") from None
