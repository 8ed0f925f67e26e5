"""`annuaire publish`: a built site made ready for a host."""

from pathlib import Path

import click

from plugins.cli.options import new_folder_option, output_option


@click.command(options_metavar="[OPTIONS]")
@click.argument("host", metavar="HÉBERGEUR")
@output_option()
@new_folder_option("--to", "folder", "public", "Dossier à envoyer ; il est remplacé d'un coup.")
@click.option(
    "--name",
    metavar="NOM",
    default="_",
    help="Nom du site, pour nginx : aide.exemple.fr.",
)
@click.option(
    "--place",
    metavar="DOSSIER",
    default="/var/www/annuaire",
    show_default=True,
    help="Où sera le dossier sur le serveur, pour nginx.",
)
def publish(host: str, output_dir: Path, folder: Path, name: str, place: str) -> None:
    """Prépare le site construit pour un hébergeur.

    HÉBERGEUR : cloudflare, cloudflare-payant, netlify, gitlab, github, nginx, apache, s3,
    ou « fichiers » pour un autre. Rien n'est envoyé : docs/publishing.md dit comment.
    """
    from plugins.common.errors import BuildError, reason
    from plugins.french.numbers import number
    from plugins.hosting.served.ready import TARGETS, make_ready

    if host not in TARGETS:
        hosts = ", ".join(TARGETS)
        raise click.BadParameter(
            f"« {host} » n'est pas connu ; choisissez : {hosts}.", param_hint="HÉBERGEUR"
        )
    try:
        weight = make_ready(output_dir, folder, host, name, place)
    except BuildError as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder} : {reason(error)}") from None
    click.echo(f"Prêt : {folder} ({number(weight.files)} fichiers).")
    if host == "s3":
        click.echo(f"Pour l'envoyer : sh {folder.with_name(folder.name + '.s3.sh')} NOM-DU-SEAU")
    if host == "nginx":
        click.echo(f"Le réglage de nginx : {folder.with_name(folder.name + '.conf')}")
