"""`annuaire serve`: the site on this machine, built again at each change."""

import subprocess
import sys
import threading
from pathlib import Path

import click

from plugins.cli.options import ROOT, output_option, places_option

WATCHED = ("content", "theme", "plugins", "pelicanconf.py")


@click.command(options_metavar="[OPTIONS]")
@places_option()
@output_option()
@click.option(
    "--port",
    metavar="NOMBRE",
    type=int,
    default=8000,
    show_default=True,
    help="Port du serveur ; 0 : un port libre.",
)
def serve(places_dir: Path, output_dir: Path, port: int) -> None:
    """Montre le site et suit les changements.

    Le site n'est visible que sur cette machine. Une erreur dans une fiche
    s'affiche ici ; l'ancien site reste en place.
    """
    from plugins.cli.server import site_server

    try:
        server = site_server(output_dir, port)  # before the build: a port taken is said at once
    except (OSError, OverflowError):
        raise click.ClickException(
            f"le port {port} n'est pas libre. Essayez-en un autre : make serve PORT=8001"
        ) from None
    with server:
        built = rebuild(places_dir, output_dir)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        if built:
            click.secho(f"Le site est prêt : http://localhost:{server.server_port}/", bold=True)
        click.echo("Les changements sont suivis. Pour arrêter : Ctrl+C.")
        try:
            follow_changes(places_dir, output_dir)
        except KeyboardInterrupt:
            click.echo("Arrêté.")


def follow_changes(places_dir: Path, output_dir: Path) -> None:
    """Build again after each change of a record, a text, the theme or the code; until Ctrl+C."""
    from watchfiles import watch

    watched = [path for name in WATCHED if (path := ROOT / name).exists()]
    for changes in watch(places_dir, *watched):
        names = sorted(Path(path).name for _, path in changes)
        more = f" et {len(names) - 1} autres" if len(names) > 1 else ""
        click.echo(f"Changement : {names[0]}{more}")
        rebuild(places_dir, output_dir)


def rebuild(places_dir: Path, output_dir: Path) -> bool:
    """Build in a process of its own, so that changed code is read again; whether it went well."""
    command = [sys.executable, "-m", "plugins.cli", "build"]
    command += ["--places", str(places_dir), "--output", str(output_dir)]
    done = subprocess.run(command, check=False)
    if done.returncode:
        click.secho(
            "Le site n'a pas changé. Corrigez, enregistrez : il sera construit à nouveau.",
            bold=True,
        )
    return done.returncode == 0
