"""`annuaire federate`: what other directories know beside this one, asked and kept."""

from pathlib import Path

import click

from plugins.cli.options import places_option, settings_of_home


@click.command(options_metavar="[OPTIONS]")
@places_option()
def federate(places_dir: Path) -> None:
    """Demande aux annuaires voisins ce qu'ils savent près d'ici.

    Leurs adresses sont dans OTHER_DIRECTORIES (pelicanconf.py). Ce qu'ils répondent est gardé dans
    autres-annuaires/. Près de la limite, les pages des communes montrent l'aide la plus
    proche de chez eux, avec leur nom. La construction, elle, ne demande rien à personne.
    """
    import runpy

    from plugins.common.errors import BuildError
    from plugins.gazetteer import Gazetteer
    from plugins.gazetteer.coverage import default_coverage
    from plugins.territories.others.fetched import fetched
    from plugins.territories.others.kept_file import is_public_address, kept_at
    from plugins.territories.others.received import received

    settings = runpy.run_path(str(settings_of_home()))
    addresses = settings.get("OTHER_DIRECTORIES", ())
    if not addresses:
        raise click.ClickException("pelicanconf.py ne nomme aucun annuaire : OTHER_DIRECTORIES.")
    codes = settings.get("TERRITORIES_COVERED") or default_coverage(places_dir)
    gazetteer = Gazetteer.load(codes)
    folder = Path(settings.get("OTHERS_DIR", "autres-annuaires"))
    is_whole = True
    for address in addresses:
        try:
            if not is_public_address(address):
                raise BuildError(f"« {address} » n'est pas une adresse https, sans barre à la fin.")
            found = received(address, gazetteer, fetched)
        except BuildError as error:
            click.echo(f"{error} Ce qu'on savait de lui reste.", err=True)
            is_whole = False
            continue
        kept_at(folder, found)
        click.echo(f"{found.nom} : {len(found.lieux)} lieux près d'ici.")
    if not is_whole:
        click.get_current_context().exit(1)
