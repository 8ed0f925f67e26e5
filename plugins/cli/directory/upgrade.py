"""`annuaire upgrade`: a directory moves to a newer program."""

from pathlib import Path

import click

from plugins.cli.options import FILE, settings_of_home


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "source", metavar="FICHIER", type=FILE, help="Le nouveau programme : annuaire-….whl."
)
@click.option("--dry-run", "is_trial", is_flag=True, help="Dit ce qui changerait, sans écrire.")
def upgrade(source: Path, is_trial: bool) -> None:
    """Passe à une version plus récente du programme.

    Dit ce qui change, et ce que vous avez à revoir : réglages, pages et modèles à vous. Le fichier
    du programme est remplacé, et ce que la forge lit, sauf ce que vous avez changé.
    """
    from plugins.common.errors import reason
    from plugins.start.upgrading import NoProgramError, move_to, pinned
    from plugins.start.wheel import ProgramWheel, WheelError

    folder = settings_of_home().parent
    try:
        old, new = pinned(folder), ProgramWheel(source)
        if new.release < old.release:
            raise click.ClickException(
                f"ce programme ({new.version}) est plus ancien que le vôtre ({old.version})"
            )
        found = move_to(folder, old, new, is_trial=is_trial)
    except NoProgramError:
        raise click.ClickException(
            "ce dossier n'a pas le programme dans « programme » : mettez-y son fichier"
        ) from None
    except WheelError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} : {reason(error)}") from None
    click.secho(f"De la version {old.version} à la version {new.version}.", bold=True)
    if found.news:
        click.echo("\nCe qui change (en anglais) :")
        click.echo("\n".join(f"  {line}" for line in found.news))
    if found.to_do:
        click.echo("\nÀ revoir :")
        click.echo("\n".join(f"- {line}" for line in found.to_do))
    if found.rewritten:
        click.echo(f"\nRefaits pour la forge : {', '.join(sorted(found.rewritten))}")
    if is_trial:
        click.echo("\nEssai : rien n'est écrit.")
        return
    click.echo("\nEnsuite : pip install programme/*.whl, puis annuaire check et annuaire build.")
