"""What became of a form, in French and in Markdown: the text of a pull request, or an answer."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proposals.forms.form_run import FormOutcome
from plugins.proposals.said.safe_markdown import block, code, prose


def form_summary(outcome: FormOutcome) -> str:
    """The whole text; nothing that was answered can become more than text in it."""
    return "\n".join(_lines(outcome)) + "\n"


def _lines(outcome: FormOutcome) -> Iterator[str]:
    if outcome.file:
        what = "Nouvelle fiche" if outcome.is_new else "Fiche changée"
        yield f"## {outcome.title}"
        yield ""
        yield f"{what} : {code('places/' + outcome.file)}."
        yield ""
        for title, (before, after) in outcome.changes.items():
            was = f", au lieu de {code(before)}" if before else ""
            yield f"- {title} : {code(after) if after else 'effacé'}{was}"
    else:
        yield f"## {outcome.title or 'Formulaire'}"
        yield ""
        yield "Aucune fiche n'a été écrite."
        yield ""
        yield f"- {prose(outcome.refused)}"
        yield ""
        yield "Pour corriger : changez votre message, ou répondez dessous. Une personne vous lira."
    if outcome.found:
        yield ""
        yield "### À regarder"
        yield ""
        for one in outcome.found:
            hint = f" ; {prose(one.hint)}" if one.hint else ""
            yield f"- {prose(one.message)}{hint}"
    if outcome.kept:
        yield ""
        yield "### À lire par une personne"
        yield ""
        yield "Ces réponses n'ont pas été écrites dans la fiche."
        for kept in outcome.kept:
            yield ""
            yield f"{kept.question}{' : ' + prose(kept.why) if kept.why else ''}"
            yield ""
            yield block(kept.text.split("\n")[:40])
