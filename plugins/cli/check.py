"""`annuaire check`: what is wrong in records, and what to write instead."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plugins.cli.options import NEW_FILE, places_option
from plugins.common.program import home
from plugins.french.numbers import counted

if TYPE_CHECKING:
    from plugins.common.diagnostic import Diagnostic
    from plugins.records.web.tour import TourReport


@click.command(options_metavar="[OPTIONS]")
@click.argument(
    "paths",
    metavar="[CHEMINS]…",
    nargs=-1,
    type=click.Path(exists=True, path_type=Path),
    help="Fiches, pages ou dossiers à vérifier (sinon : toutes les fiches et les pages).",
)
@places_option()
@click.option(
    "--annotations",
    is_flag=True,
    help="Écrit les messages pour la forge, qui les montre sous les lignes proposées.",
)
@click.option(
    "--code-quality",
    "quality_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Écrit aussi les messages dans ce fichier, comme GitLab les lit.",
)
@click.option(
    "--since",
    metavar="COMMIT",
    help="Ne dit que ce que les fiches et les pages changées depuis ce commit ont de faux, "
    "ou cassent ailleurs.",
)
@click.option(
    "--proposal",
    "proposal_file",
    metavar="FICHIER",
    type=NEW_FILE,
    help="Avec --since : écrit ici ce qu'il faut à « annuaire comment » et « preview ».",
)
@click.option(
    "--links",
    is_flag=True,
    help="Visite seulement les adresses de sites, une fois par mois au plus.",
)
@click.option(
    "--site",
    "site_url",
    metavar="ADRESSE",
    envvar="SITE_URL",
    help="Adresse de ce site, dite aux sites visités (avec --links).",
)
def check(
    paths: Sequence[Path],
    places_dir: Path,
    annotations: bool,
    quality_file: Path | None,
    since: str | None,
    proposal_file: Path | None,
    links: bool,
    site_url: str | None,
) -> None:
    """Vérifie les fiches, sans rien changer.

    Une erreur doit être corrigée (code de retour 1) ; un avertissement demande de regarder.
    Sans chemin, un avertissement que beaucoup de fiches ont tient en une ligne.
    """
    if links:
        _check_links(paths, places_dir, site_url)
        return
    from plugins.common.diagnostic import report, summarize
    from plugins.records.commands import check as check_records

    if paths and since:
        raise click.UsageError(
            "--since dit déjà quelles fiches vérifier : ne donnez pas de chemin."
        )
    if proposal_file and not since:
        raise click.UsageError("--proposal va avec --since.")
    root, before = places_dir.as_posix(), 0
    content, pages = places_dir.parent / "content", list["Diagnostic"]()
    if since:
        diagnostics, pages, before = _changed_since(since, places_dir, content, proposal_file)
    else:
        records = [path for path in paths if not path.resolve().is_relative_to(content.resolve())]
        diagnostics = check_records(places_dir, records) if records or not paths else []
        if len(records) < len(paths) or not paths:
            pages = _of_content(content, paths)
    found, shown = [*diagnostics, *pages], diagnostics
    if since and (annotations or quality_file):
        from plugins.proposals.changes.change_report import MOST_SHOWN

        pages = pages[:MOST_SHOWN]
        shown = diagnostics[: MOST_SHOWN - len(pages)]
    if quality_file:
        from plugins.cli.forge.code_quality import code_quality, issues

        of_pages = issues(pages, content.as_posix())
        quality_file.write_text(code_quality(shown, root, of_pages), "utf-8")
    if annotations:
        from plugins.cli.forge.annotations import annotation

        lines = [annotation(diagnostic, root) for diagnostic in shown]
        lines += [annotation(diagnostic, content.as_posix()) for diagnostic in pages]
    else:
        is_whole = not (paths or since)
        lines = list(summarize(diagnostics, root) if is_whole else report(diagnostics, root))
        lines += report(pages, content.as_posix())
    for line in lines:
        click.echo(line)

    errors = sum(diagnostic.severity == "error" for diagnostic in found)
    told = summary(errors, len(found) - errors)
    if (count := len(shown) + len(pages)) < len(found):
        told += f" Les {count} plus graves sont montrés."
    if before:
        told += f" Par ailleurs, {counted(before, 'erreur')} d'avant ce changement."
    click.echo(told, err=True)
    click.get_current_context().exit(1 if errors else 0)


def _of_content(content: Path, paths: Sequence[Path]) -> "list[Diagnostic]":
    """What is wrong with the pages of prose at `paths` (files or folders), or with all."""
    from plugins.press.text.content_pages import check_pages

    asked = [path.resolve() for path in paths]
    return [
        fault
        for fault in check_pages(content)
        if not paths or any((content / fault.path).resolve().is_relative_to(one) for one in asked)
    ]


def _changed_since(
    since: str, places_dir: Path, content: Path, proposal_file: Path | None
) -> "tuple[list[Diagnostic], list[Diagnostic], int]":
    """What the change answers for, in records (worst first) and in pages of prose, and how many
    errors of records were there before it."""
    from plugins.proposals.changes.change_report import report_change
    from plugins.proposals.changes.prose_report import report_prose
    from plugins.proposals.changes.records_before import UnknownCommitError, records_at

    pages = list["Diagnostic"]()
    try:
        if content.is_dir():
            with records_at(since, content) as old:
                pages = report_prose(old, content)
        with records_at(since, places_dir) as old:
            change = report_change(old, places_dir)
            if proposal_file:
                from plugins.proposals.changes.proposition_of import proposition_of
                from plugins.proposals.said.proposition import dump_proposition

                named = [one._replace(path=f"{content.name}/{one.path}") for one in pages]
                told = proposition_of(change, old, places_dir, named)
                proposal_file.write_text(dump_proposition(told), "utf-8")
    except UnknownCommitError as error:
        raise click.ClickException(str(error)) from None
    return change.shown, pages, change.others


def _check_links(paths: Sequence[Path], places_dir: Path, site_url: str | None) -> None:
    """Visit the web addresses of records, from the machine of a person."""
    import os

    from plugins.common.diagnostic import report
    from plugins.common.today import day_in_france
    from plugins.records.commands import records
    from plugins.records.web.tour import NoNetworkError, check_links
    from plugins.records.web.visit import Visitor

    if os.environ.get("CI"):
        raise click.ClickException("--links ne se lance pas dans une forge : des sites y passent.")
    if not (site_url or "").startswith(("https://", "http://")):
        raise click.ClickException(
            "les sites visités doivent savoir qui vient. Ajoutez --site et l'adresse de ce site, "
            "par exemple --site https://aide.exemple.fr"
        )
    names = [file.relative_to(places_dir).as_posix() for file in records(places_dir, paths)]
    visitor = Visitor(f"annuaire-aide-numerique/1.0 (+{site_url})")
    cache = home() / ".cache" / "links.json"
    try:
        tour = check_links(places_dir, names, visitor, cache, day_in_france(), _progress)
    except NoNetworkError:
        raise click.ClickException(
            "aucun site ne répond : le réseau de cette machine semble coupé. Rien n'est retenu."
        ) from None
    for line in report(tour.diagnostics, places_dir.as_posix()):
        click.echo(line)
    click.echo(tour_summary(tour), err=True)


def _progress(done: int, of: int) -> None:
    if done == of or not done % 25:
        click.echo(f"{done} adresses visitées sur {of}", err=True)


def tour_summary(tour: "TourReport") -> str:
    """The last line: «12 adresses, dont 3 visitées aujourd'hui : 1 avertissement.»"""
    warnings = sum(one.severity == "warning" for one in tour.diagnostics)
    counts = [
        (warnings, "avertissement", ""),
        (len(tour.diagnostics) - warnings, "remarque", ""),
        (tour.unknown, "site sans réponse aux programmes", "sites sans réponse aux programmes"),
    ]
    said = [counted(*each) for each in counts if each[0]]
    visited = counted(tour.visited, "visitée")
    begin = f"{counted(tour.addresses, 'adresse')}, dont {visited} aujourd'hui"
    return f"{begin} : {', '.join(said) or 'tout va bien'}."


def summary(errors: int, warnings: int) -> str:
    """The last line: «2 erreurs, 1 avertissement.»"""
    counts = [(errors, "erreur"), (warnings, "avertissement")]
    said = [counted(count, word) for count, word in counts if count]
    return f"{', '.join(said)}." if said else "Tout va bien."
