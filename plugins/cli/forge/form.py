"""`annuaire form`: the answers of a form become a record."""

from pathlib import Path

import click

from plugins.cli.options import FILE, NEW_FILE, places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "source", metavar="FICHIER", type=FILE, help="Le texte du formulaire rempli, en Markdown."
)
@places_option()
@click.option(
    "--summary",
    "summary_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Écrit ici ce qui a été fait, en Markdown, plutôt qu'à l'écran.",
)
@click.option(
    "--site", metavar="ADRESSE", envvar="SITE_URL", default="", help="Adresse du site publié."
)
def form(source: Path, places_dir: Path, summary_file: Path | None, site: str) -> None:
    """Fait une fiche des réponses d'un formulaire.

    Ce qui n'est pas compris n'est pas deviné : le résumé le garde pour une personne.
    Code de retour 1 : aucune fiche n'a été écrite, et le résumé dit pourquoi.
    """
    from plugins.common.errors import reason
    from plugins.common.today import day_in_france
    from plugins.proposals.forms.filled_form import MAX_BODY
    from plugins.proposals.forms.form_run import run_form
    from plugins.proposals.forms.form_summary import form_summary

    with source.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        body = stream.read(MAX_BODY + 1)
    try:
        outcome = run_form(body, places_dir, day_in_france())
    except OSError as error:
        raise click.ClickException(f"{error.filename or source} : {reason(error)}") from None
    text = form_summary(outcome, site.rstrip("/"))
    if summary_file:
        summary_file.write_text(text, encoding="utf-8")
        click.echo(f"places/{outcome.file}" if outcome.file else outcome.refused)
    else:
        click.echo(text, nl=False)
    click.get_current_context().exit(0 if outcome.file else 1)
