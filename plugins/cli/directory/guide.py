"""`annuaire guide`: the documents that come with the program."""

from pathlib import Path

import click

from plugins.common.program import PROGRAM

GUIDES = {
    "start": ("docs/start.md", "commencer un annuaire"),
    "contributing": ("CONTRIBUTING.md", "écrire et corriger des fiches"),
    "import": ("docs/import.md", "faire des fiches avec un tableau"),
    "check": ("docs/check.md", "ce que disent les messages"),
    "desk": ("docs/desk.md", "tenir un territoire à jour"),
    "publishing": ("docs/publishing.md", "publier le site"),
    "records": ("docs/records.md", "tous les champs des fiches"),
    "settings": ("docs/settings.md", "tous les réglages (en anglais)"),
    "changelog": ("CHANGELOG.md", "ce qui a changé (en anglais)"),
}


@click.command(options_metavar="[OPTIONS]")
@click.argument("name", metavar="[NOM]", required=False, help="Celui d'un mode d'emploi.")
def guide(name: str | None) -> None:
    """Montre les modes d'emploi du programme.

    Sans nom, dit lesquels il y a. Un message qui renvoie à « docs/import.md » parle du mode
    d'emploi « import ».
    """
    if name is None:
        for known, (_, told) in GUIDES.items():
            click.echo(f"annuaire guide {known:<14}{told}")
        return
    if name.lower() not in GUIDES:
        raise click.BadParameter(
            f"« {name} » n'est pas connu ; choisissez : {', '.join(GUIDES)}.", param_hint="NOM"
        )
    click.echo_via_pager((PROGRAM / Path(GUIDES[name.lower()][0])).read_text("utf-8"))
