"""The command `annuaire`: what people type.

Adds nothing to Pelican and owns no output: each module is one command, which reads its arguments
and calls the package that does the work. That package is imported inside the command, so that
`annuaire check` on one file does not wait for the libraries of the others.

Exit codes: 0 done (warnings included), 1 the records or the machine stopped it, 2 mistyped command.
"""

import os
from gettext import bindtextdomain
from pathlib import Path

import click

from plugins.cli.audit import audit
from plugins.cli.build import build
from plugins.cli.check import check
from plugins.cli.directory.federate import federate
from plugins.cli.directory.guide import guide
from plugins.cli.directory.start import start
from plugins.cli.directory.upgrade import upgrade
from plugins.cli.forge.build_preview import preview
from plugins.cli.forge.form import form
from plugins.cli.forge.write_comment import comment
from plugins.cli.format import format_records
from plugins.cli.import_table import import_table
from plugins.cli.join import join, parts
from plugins.cli.new import new
from plugins.cli.publish import publish
from plugins.cli.serve import serve
from plugins.cli.show_origin import origin
from plugins.cli.stats import stats
from plugins.cli.verified import verified

__all__ = ["annuaire", "main"]


_COMMANDS = (
    *(build, serve, check, format_records, new, import_table, origin, stats, verified),
    *(form, preview, comment, publish, audit, parts, join),
    *(start, upgrade, guide, federate),
)


@click.group(
    commands=_COMMANDS,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE [ARGUMENTS]…",
    context_settings={"help_option_names": ["-h", "--aide", "--help"], "max_content_width": 100},
)
def annuaire() -> None:
    """L'annuaire des lieux où l'on trouve un coup de main numérique."""


def main() -> None:
    """Run the command in French, whatever the language of the machine."""
    os.environ["LANGUAGE"] = "fr"  # read by gettext, which click translates its own words with
    # To look for extensions of it, pydantic reads what every installed package says of itself.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    bindtextdomain("messages", str(Path(__file__).with_name("locale")))
    annuaire(prog_name="annuaire")
