"""`annuaire comment`: what a person reads under a proposed change."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.cli.options import FILE, NEW_FILE

if TYPE_CHECKING:
    from plugins.proposals.said.proposition import Proposition

PROPOSAL = click.argument(
    "source", metavar="FICHIER", type=FILE, help="Ce qu'a écrit annuaire check --proposal."
)


@click.command(options_metavar="[OPTIONS]")
@PROPOSAL
@click.option(
    "--site", metavar="ADRESSE", envvar="SITE_URL", default="", help="Adresse du site publié."
)
@click.option(
    "--editor",
    metavar="ADRESSE",
    default="",
    help="Ce qui précède le chemin d'une fiche pour la modifier : https://…/edit/ma-branche",
)
@click.option("--preview", metavar="ADRESSE", default="", help="Où voir les pages changées.")
@click.option("--output", metavar="FICHIER", type=NEW_FILE, help="Écrit ici, plutôt qu'à l'écran.")
def comment(source: Path, site: str, editor: str, preview: str, output: Path | None) -> None:
    """Écrit le commentaire d'une proposition, en Markdown.

    Il dit à la personne qui propose ce qui ne va pas, quoi écrire, et les pages qui changent.
    Rien de ce qu'elle a écrit n'y devient un lien, une mention ou une commande.
    """
    from plugins.proposals.said.comment import ForgeLinks, comment_text

    links = ForgeLinks(editor.rstrip("/"), site.rstrip("/"), preview)
    text = comment_text(read(source), links)
    if output:
        output.write_text(text, encoding="utf-8")
    else:
        click.echo(text, nl=False)


def read(source: Path) -> "Proposition":
    """The proposition of a file; one that is not ours ends the command."""
    from plugins.proposals.said.proposition import (
        MAX_BYTES,
        BadPropositionError,
        read_proposition,
    )

    try:
        with source.open("rb") as stream:
            return read_proposition(stream.read(MAX_BYTES + 1))
    except BadPropositionError as error:
        raise click.ClickException(f"{source} : {error}.") from None
