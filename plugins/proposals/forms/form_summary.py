"""What became of a form, in French and in Markdown: the text of a pull request, or an answer."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.proposals.forms.form_run import FormOutcome
from plugins.proposals.said.safe_markdown import block, code, sentence
from plugins.records.model.place import Place
from plugins.records.together import alike_in


def form_summary(outcome: FormOutcome, site: str = "") -> str:
    """The whole text; nothing that was answered can become more than text in it. `site`: address of
    the published site, without a slash at its end; empty: none."""
    return "\n".join(_lines(outcome, site)) + "\n"


def _lines(outcome: FormOutcome, site: str) -> Iterator[str]:
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
        yield f"- {sentence(outcome.refused)}"
        yield ""
        yield "Pour corriger : changez votre message, ou répondez dessous. Une personne vous lira."
    if outcome.file and (outcome.found or outcome.notes):
        yield ""
        yield "### À regarder"
        yield ""
        yield from (f"- {sentence(note)}" for note in outcome.notes)
        for one in outcome.found:
            hint = f" {sentence(one.hint)}" if one.hint else ""
            yield f"- {sentence(one.message)}{hint}"
            for other in alike_in(one):
                page = f"/{Place.PAGES}/{other}/"
                yield f"  - son autre page : {f'[{page}]({site}{page})' if site else code(page)}"
    if outcome.kept:
        yield ""
        yield "### À lire par une personne"
        yield ""
        yield "Ces réponses n'ont pas été écrites dans la fiche."
        for kept in outcome.kept:
            yield ""
            yield f"**{kept.question}**{' ' + sentence(kept.why) if kept.why else ''}"
            yield ""
            yield block(kept.text.split("\n")[:40])
