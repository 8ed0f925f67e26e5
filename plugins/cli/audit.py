"""`annuaire audit`: what is wrong in a built folder, ours or anybody's."""

from pathlib import Path

import click


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "folder",
    metavar="[DOSSIER]",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path("output"),
    help="Le site construit (sinon : output).",
)
@click.option("--all", "is_whole", is_flag=True, help="Montre chaque faute, même très répétée.")
def audit(folder: Path, is_whole: bool) -> None:
    """Vérifie un site construit, celui-ci ou un autre.

    Liens, ancres, titres, langue, données, flux, calendriers, poids, requêtes vers d'autres sites,
    politique de sécurité, place chez les hébergeurs. Rien n'est changé, rien n'est envoyé.
    Une erreur rend le code de retour 1 ; un avertissement demande de regarder.
    """
    from plugins.common.diagnostic import has_errors
    from plugins.common.errors import reason
    from plugins.hosting.audited.audit_report import audit_lines, totals
    from plugins.hosting.audited.whole_folder import audit as audit_folder
    from plugins.hosting.served.ready import PRIVATE
    from plugins.press.publish.manifest import FILE_NAME

    left_out = PRIVATE if (folder / FILE_NAME).exists() else ()  # pages that nobody publishes
    try:
        found = audit_folder(folder, left_out=left_out)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} : {reason(error)}") from None
    for line in audit_lines(found, folder.as_posix(), is_whole=is_whole):
        click.echo(line)
    for line in totals(found):
        click.echo(line, err=True)
    click.get_current_context().exit(1 if has_errors(found.diagnostics) else 0)
