"""`annuaire serve`: the site on this machine, built again at each change."""

import sys
import threading
from collections.abc import Iterable
from pathlib import Path

import click

from plugins.cli.live.builder import Builder, BuildResult
from plugins.cli.live.followers import Followers
from plugins.cli.options import output_option, places_option, settings_of_home
from plugins.common.program import PROGRAM, SETTINGS, home

TEXTS = ("content",)
"""What is read again at each build, beside the records."""
READ_ONCE = ("theme", "plugins", SETTINGS)
"""What a process that builds has read once: when it changes, another one takes its place."""
_STEP_MS = 10
_LONGEST_MS = 200


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

    Le site n'est visible que sur cette machine. La page ouverte se recharge seule.
    Une erreur dans une fiche s'affiche ici et sur la page ; l'ancien site reste en place.
    """
    from plugins.cli.server import site_server

    followers = Followers()
    try:  # before the build: a port taken is said at once
        server = site_server(output_dir, port, followers)
    except (OSError, OverflowError):
        raise click.ClickException(
            f"le port {port} n'est pas libre. Essayez-en un autre : make serve PORT=8001"
        ) from None
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = LiveSite(places_dir, output_dir, followers)
        try:
            if site.build():
                click.secho(f"Le site est prêt : http://localhost:{server.server_port}/", bold=True)
            click.echo("Les changements sont suivis. Pour arrêter : Ctrl+C.")
            follow_changes(places_dir, site)
        except KeyboardInterrupt:
            click.echo("Arrêté.")
        finally:
            site.end()


def follow_changes(places_dir: Path, site: "LiveSite") -> None:
    """Build again after each change of a record, a text, the theme or the code; until Ctrl+C."""
    from watchfiles import watch

    watched = [path for path in _of_home_and_program(*TEXTS, *READ_ONCE) if path.exists()]
    for changes in watch(places_dir, *watched, step=_STEP_MS, debounce=_LONGEST_MS):
        paths = sorted(Path(path) for _, path in changes)
        more = f" et {len(paths) - 1} autres" if len(paths) > 1 else ""
        click.echo(f"Changement : {paths[0].name}{more}")
        site.change(paths)


def _of_home_and_program(*names: str) -> list[Path]:
    """These files and folders of the directory, and of the program that it is built with."""
    return list(dict.fromkeys(folder / name for folder in (home(), PROGRAM) for name in names))


class LiveSite:
    """The site that is built again at each change, and shown again where it is looked at."""

    def __init__(self, places_dir: Path, output_dir: Path, followers: Followers) -> None:
        self._arguments = [
            *(str(path.absolute()) for path in (places_dir, output_dir)),
            str(settings_of_home()),
        ]
        self._followers = followers
        self._done = threading.Event()
        self._is_well = False
        self._builder = Builder(self._arguments, self._told)

    def build(self) -> bool:
        """Build all of it and wait; whether it went well."""
        self._done.clear()
        self._builder.order()
        self._done.wait()
        return self._is_well

    def change(self, paths: Iterable[Path]) -> None:
        """Build after a change of `paths`, without waiting: the pages that are looked at first."""
        read_once = _of_home_and_program(*READ_ONCE)
        if any(path.is_relative_to(each) for path in paths for each in read_once):
            self._builder.end()
            self._builder = Builder(self._arguments, self._told)
        self._builder.order(self._followers.looked_at())

    def end(self) -> None:
        """Stop building; the site stays."""
        self._builder.end()

    def _told(self, told: BuildResult) -> None:
        if told.is_whole:
            print(told.said, end="", file=sys.stderr, flush=True)
        if told.code:
            click.secho(
                "Le site n'a pas changé. Corrigez, enregistrez : il sera construit à nouveau.",
                bold=True,
            )
        self._followers.tell(told.said.splitlines() if told.code else ())
        if told.is_whole:
            self._is_well = not told.code
            self._done.set()
