"""`annuaire verified`: the answers of the calls, into the records."""

from pathlib import Path

import click

from plugins.cli.options import FILE, places_option


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "source",
    metavar="FICHIER",
    type=FILE,
    help="Le tableau des réponses, rempli : CSV, Excel ou LibreOffice.",
)
@places_option()
@click.option("--dry-run", "is_trial", is_flag=True, help="Dit ce qui changerait, sans écrire.")
def verified(source: Path, places_dir: Path, is_trial: bool) -> None:
    """Écrit les réponses des appels dans les fiches.

    Le tableau est celui de la page « À appeler ce mois-ci ». Une ligne mal remplie est dite,
    et rien n'est alors écrit. Relancée, la commande ne change plus rien.
    """
    from plugins.common.today import day_in_france
    from plugins.french.numbers import counted
    from plugins.intake import ImportFileError
    from plugins.quality.answers.verify import run_verified

    try:
        done = run_verified(source, places_dir, day_in_france(), is_trial=is_trial)
    except ImportFileError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(
            f"{error.filename} : écriture impossible, rien n'a changé"
        ) from None
    for fault in done.faults:
        click.echo(fault, err=True)
    if done.faults:
        count = counted(len(done.faults), "faute")
        raise click.ClickException(f"{count}. Rien n'a été écrit. Corrigez, puis relancez.")
    for line in done.lines:
        click.echo(line)
    for remark in done.remarks:
        click.echo(f"À faire à la main, {remark}")
    changed = counted(done.changed, "fiche changée", "fiches changées")
    left = counted(done.unanswered, "ligne sans réponse", "lignes sans réponse")
    trial = " Essai : rien n'est écrit." if is_trial else ""
    click.echo(f"{changed}, {left}.{trial}")
