"""`annuaire new`: a new record, by questions on a terminal; or its first lines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.cli.options import NEW_FILE, places_option
from plugins.common.program import home

if TYPE_CHECKING:
    from plugins.records.model.identity import RecordKind


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "departement", metavar="[DÉPARTEMENT]", required=False, help="Son code : 31, 2A, 971…"
)
@click.argument("name", metavar="[NOM]", required=False, help="Le nom du lieu ou de l'atelier.")
@click.option(
    "--sorte",
    "word",
    metavar="SORTE",
    type=click.Choice(["lieu", "atelier", "tournee"]),
    help="lieu, atelier ou tournee. Sans elle : lieu, ou la question est posée.",
)
@places_option(must_exist=False)
@click.option(
    "--brouillon",
    "draft",
    metavar="FICHIER",
    type=NEW_FILE,
    default=lambda: home() / ".cache" / "brouillon.json",
    help="Où les réponses sont gardées jusqu'à la fin. Sans elle : .cache/brouillon.json.",
)
def new(
    departement: str | None, name: str | None, word: str | None, places_dir: Path, draft: Path
) -> None:
    """Écrit une nouvelle fiche.

    Seule, dans un terminal, la commande pose des questions et écrit une fiche complète.
    Avec un département et un nom, elle écrit une fiche vide, à compléter.
    Le nom du fichier vient du nom du lieu, et fait l'adresse de la page : il ne change plus.
    Un atelier qui porte le nom de la fiche d'un lieu se passe dans ce lieu.
    """
    from plugins.records.kinds import KINDS
    from plugins.records.writing.blank import BadNameError, RecordExistsError, new_record

    kind = next((known.name for known in KINDS.values() if word and known.word == word), None)
    if departement is None:
        if not (sys.stdin.isatty() and sys.stdout.isatty()):
            raise click.UsageError(
                "hors d'un terminal, écrivez le département et le nom, par exemple : "
                'annuaire new 31 "Médiathèque de Labège"'
            )
        _ask(places_dir, kind, draft)
        return
    if name is None:
        raise click.UsageError(
            f'écrivez aussi le nom, par exemple : annuaire new {departement} "Mairie de Labège" ; '
            "ou « annuaire new » seul, qui pose les questions"
        )
    try:
        path = new_record(places_dir, departement, name, kind or "place")
    except (BadNameError, RecordExistsError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Fiche créée : {path}")
    click.echo(f"Complétez-la, puis vérifiez : annuaire check {path}")


def _ask(places_dir: Path, kind: "RecordKind | None", draft: Path) -> None:
    """The conversation, on this terminal."""
    from plugins.common.today import day_in_france
    from plugins.gazetteer import Gazetteer
    from plugins.intake.asked.addresses import NationalAddresses
    from plugins.intake.asked.console import StoppedError
    from plugins.intake.asked.interview import interview
    from plugins.intake.asked.kept_draft import KeptDraft
    from plugins.intake.asked.typed_answers import TerminalConsole
    from plugins.records.checks import Context

    kept = KeptDraft(draft)
    context = Context(Gazetteer.load([]), day_in_france())
    places_dir.mkdir(parents=True, exist_ok=True)
    try:
        path = interview(TerminalConsole(), places_dir, context, NationalAddresses(), kept, kind)
    except (StoppedError, KeyboardInterrupt):  # between two questions too
        path = None
    except OSError as failure:
        raise click.ClickException(f"la fiche ne peut pas être écrite : {failure}") from None
    if path is None:
        click.echo("\nAucune fiche n'est écrite.")
        if kept.path.exists():
            click.echo(f"Vos réponses sont dans {kept.path}. Pour continuer : annuaire new")
        click.get_current_context().exit(1)
    click.echo(f"Fiche écrite : {path}")
    click.echo(f"Pour la vérifier encore : annuaire check {path}")
