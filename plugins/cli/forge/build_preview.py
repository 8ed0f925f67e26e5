"""`annuaire preview`: the pages that a proposed change touches, and no other."""

from pathlib import Path

import click

from plugins.cli.forge.write_comment import PROPOSAL, read
from plugins.cli.options import new_folder_option, places_option, settings_of_home


@click.command(options_metavar="[OPTIONS]")
@PROPOSAL
@places_option()
@click.option(
    "--site", metavar="ADRESSE", envvar="SITE_URL", default="", help="Adresse du site publié."
)
@new_folder_option(
    "--output", "output_dir", "apercu", "Dossier des pages ; il ne doit pas exister encore."
)
def preview(source: Path, places_dir: Path, site: str, output_dir: Path) -> None:
    """Construit seulement les pages qu'une proposition change.

    Elles s'ouvrent d'un dossier, sans le reste du site, qui n'est pas construit.
    """
    from plugins.press.generator import build

    if output_dir.exists():
        raise click.ClickException(f"« {output_dir} » existe déjà : donnez un autre dossier.")
    found = [page for page, change in read(source).pages if change != "retirée"]
    if not found:
        click.echo("Aucune page ne change.")
        return
    files = [f"{page.strip('/')}/index.html" for page in found]
    code = build(places_dir, output_dir, settings_of_home(), first=files, alone=True)
    if code == 0:
        from plugins.proposals.changes.preview_pages import make_standalone

        make_standalone(output_dir, site.rstrip("/"))
    click.get_current_context().exit(code)
