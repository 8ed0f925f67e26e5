"""The French comment under a proposed change: one, kept up to date, in Markdown.

Needs the standard library alone: it is written where there is a right to post.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.french.numbers import counted
from plugins.proposals.said.proposition import ProposedFault, Proposition
from plugins.proposals.said.safe_markdown import block, code, sentence

MARKER = "<!-- annuaire : commentaire de la proposition -->"
"""The first line of the comment, which nobody sees: the one to change is found by it."""
_CALLED = {"error": "Erreur", "warning": "À regarder", "remark": "Remarque"}
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~%+:@=-]*)*(?:#[a-z]+)?")


class ForgeLinks(NamedTuple):
    """Addresses, all ours; empty: none. `editor`: what a path of the repository follows, to edit it
    in the proposal; `site`: the published site, without a slash at its end; `preview`: where the
    changed pages can be seen; `has_suggestions`: corrections are shown under their lines too, to be
    accepted with one press."""

    editor: str = ""
    site: str = ""
    preview: str = ""
    has_suggestions: bool = False


NO_LINKS = ForgeLinks()


def comment_text(proposition: Proposition, links: ForgeLinks = NO_LINKS) -> str:
    """The whole comment. An address of `links` that could end a link is left out."""
    safe = links._replace(
        editor=_address(links.editor), site=_address(links.site), preview=_address(links.preview)
    )
    parts = (_verdict(proposition), _faults(proposition, safe), _alike(proposition, safe))
    lines = [line for part in (*parts, _pages(proposition, safe)) for line in part]
    end = "Ce message se met à jour tout seul à chaque changement."
    return "\n".join([MARKER, "", *lines, end]) + "\n"


def _address(text: str) -> str:
    return text if _ADDRESS.fullmatch(text) else ""


def _verdict(proposition: Proposition) -> Iterator[str]:
    errors, doubts = proposition.errors, proposition.doubts
    if errors:
        yield f"## {counted(errors, 'chose à corriger', 'choses à corriger')}"
    elif doubts:
        yield f"## Rien à corriger, {counted(doubts, 'point à regarder', 'points à regarder')}"
    else:
        yield "## Tout va bien"
    yield ""
    yield "Merci de votre proposition. " + (
        "Rien n'est cassé : corrigez, et la vérification repart toute seule."
        if errors
        else "Une personne va la relire, puis l'accepter."
    )
    if doubts and not errors:
        yield "Si ce que vous avez écrit est juste, laissez."
    if proposition.older:
        told = counted(proposition.older, "erreur était déjà là", "erreurs étaient déjà là")
        yield f"Par ailleurs, {told} : ce n'est pas à vous de corriger."
    yield ""


def _faults(proposition: Proposition, links: ForgeLinks) -> Iterator[str]:
    for number, fault in enumerate(proposition.faults, 1):
        yield from _fault(number, fault, links)
    left = proposition.errors + proposition.doubts - len(proposition.faults)
    if left > 0:
        yield f"Et {counted(left, 'autre')}, montrés quand ceux-ci seront corrigés."
        yield ""
    if links.has_suggestions and any(fault.lines for fault in proposition.faults):
        yield (
            "Le plus court : l'onglet **Files changed**. Sous la ligne, **Commit suggestion** "
            "écrit la correction à votre place."
        )
        yield ""


def _fault(number: int, fault: ProposedFault, links: ForgeLinks) -> Iterator[str]:
    where = f"{code(fault.file)}, ligne {fault.line}"
    yield f"**{number}. {_CALLED[fault.severity]}** dans {where}. {sentence(fault.message)}"
    if fault.hint:
        yield ""
        yield f"À faire : {sentence(fault.hint)}"
    if fault.lines and fault.lines.lines:
        lines = fault.lines
        span = f"de la ligne {lines.first}"
        if lines.last > lines.first:
            span = f"des lignes {lines.first} à {lines.last}"
        yield ""
        yield f"À copier à la place {span} :"
        yield ""
        yield block(lines.lines, "yaml")
    if links.editor and fault.is_linkable and not fault.is_elsewhere:
        yield ""
        yield f"[Ouvrir la fiche]({links.editor}/{fault.file})"
    yield ""


def _alike(proposition: Proposition, links: ForgeLinks) -> Iterator[str]:
    if not proposition.alike:
        return
    yield "### Peut-être déjà dans l'annuaire"
    yield ""
    for one, other in proposition.alike:
        yield f"- {code(one)} ressemble à {_page(other, links)}."
    yield ""
    yield "C'est le même lieu ? Corrigez sa fiche plutôt que d'en ajouter une."
    yield ""


def _pages(proposition: Proposition, links: ForgeLinks) -> Iterator[str]:
    if not proposition.pages:
        return
    yield "### Pages qui changent"
    yield ""
    for page, change in proposition.pages:
        shown = code(page) if change == "nouvelle" else _page(page, links)
        yield f"- {shown} ({change})"
    if proposition.is_cut:
        yield "- et d'autres"
    yield ""
    if any(
        change == "retirée" and page.startswith("/lieux/") for page, change in proposition.pages
    ):
        yield "Un lieu a fermé ? Gardez sa fiche, et ajoutez-y la ligne `ferme_le:` avec le jour."
        yield ""
    if links.preview:
        yield f"[Voir ces pages telles qu'elles seront]({links.preview})."
        yield ""


def _page(page: str, links: ForgeLinks) -> str:
    return f"[{page}]({links.site}{page})" if links.site else code(page)
