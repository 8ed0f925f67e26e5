"""The forms as each forge asks them (`.github/ISSUE_TEMPLATE`, `.gitlab/issue_templates`).

`python -m plugins.proposals.forms.forge_templates` writes them; a test holds that the committed
ones are current. Sources: docs.github.com, «Syntax for GitHub's form schema»; docs.gitlab.com,
«Description templates».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from plugins.proposals.forms.form_questions import FORMS, FormQuestion, QuestionForm

_PUBLIC = (
    "Merci de votre aide. Ce message est public : n'écrivez pas votre nom, votre téléphone ni ceux "
    "d'une autre personne. Vous ne savez pas ? Laissez vide."
)
_GITHUB = Path(".github/ISSUE_TEMPLATE")
_GITLAB = Path(".gitlab/issue_templates")
_TYPES = {"line": "input", "lines": "textarea", "one": "dropdown", "several": "checkboxes"}


def templates() -> Mapping[Path, str]:
    """Path from the root of the repository → text, of every form in every forge."""
    found = {}
    for number, form in enumerate(FORMS, 1):
        found[_GITHUB / f"{number}-{form.slug}.yml"] = github_form(form)
        found[_GITLAB / f"{form.title}.md"] = gitlab_template(form)
    return found


def github_form(form: QuestionForm) -> str:
    """The form as GitHub reads it."""
    body: list[dict[str, Any]] = [{"type": "markdown", "attributes": {"value": _PUBLIC}}]
    body += map(_github_question, form.questions)
    whole = {
        "name": form.title,
        "description": form.about,
        "title": form.issue_title,
        "labels": ["fiche"],
        "body": body,
    }
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False, width=98)


def _github_question(question: FormQuestion) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label}
    if question.advice:
        attributes["description"] = question.advice
    if question.example:
        attributes["placeholder"] = question.example
    if question.kind == "one":
        attributes["options"] = list(question.options)
    elif question.kind == "several":
        attributes["options"] = [{"label": option} for option in question.options]
    found: dict[str, Any] = {
        "type": _TYPES[question.kind],
        "id": question.slug,
        "attributes": attributes,
    }
    if question.is_needed:
        found["validations"] = {"required": True}
    return found


def gitlab_template(form: QuestionForm) -> str:
    """The same as a text to fill in: what stands between `<!--` and `-->` is not shown."""
    return "\n".join(_gitlab_lines(form)) + "\n"


def _gitlab_lines(form: QuestionForm) -> Iterator[str]:
    yield '/label ~"fiche"'
    yield f"<!-- {_PUBLIC} -->"
    for question in form.questions:
        yield ""
        yield f"### {question.label}"
        yield ""
        said = [*([question.advice] if question.advice else [])]
        if question.kind == "one":
            said.append(f"L'un de ces choix : {', '.join(question.options)}.")
        elif question.kind == "several":
            said.append("Mettez un x entre les crochets : [x].")
        if question.example:
            said.append(f"Exemple : {' ; '.join(question.example.splitlines())}")
        if said:
            yield f"<!-- {' '.join(said)} -->"
        if question.kind == "several":
            yield from (f"- [ ] {option}" for option in question.options)
        else:
            yield ""


def main(root: Path = Path()) -> None:
    """Write all of them below `root`."""
    for path, text in templates().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
