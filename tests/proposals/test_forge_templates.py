"""The committed forms are those of the code, and what they ask is read back."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from plugins.proposals.forms.filled_form import read_form
from plugins.proposals.forms.forge_templates import gitlab_template, templates
from plugins.proposals.forms.form_questions import CORRECT_PLACE, FORMS
from plugins.proposals.forms.form_run import run_form
from tests.support.proposed import RECORDS, write

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("path", templates(), ids=str)
def test_the_committed_form_is_current(path: Path):
    assert (ROOT / path).read_text("utf-8") == templates()[path], (
        "run: python -m plugins.proposals.forms.forge_templates"
    )


def test_no_former_form_is_left():
    github = {path.name for path in (ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()}
    made = {path.name for path in templates() if path.suffix == ".yml"}
    assert github - made == {"5-probleme-du-site.yml", "config.yml"}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.slug)
def test_github_takes_the_form(form):
    """What the schema of forms asks: unique ids and labels, types that it knows, no empty list."""
    path = next(path for path in templates() if path.name.endswith(f"-{form.slug}.yml"))
    body = yaml.safe_load(templates()[path])["body"]
    questions = [item for item in body if item["type"] != "markdown"]
    assert {item["type"] for item in questions} <= {"input", "textarea", "dropdown", "checkboxes"}
    ids = [item["id"] for item in questions]
    assert len(set(ids)) == len(ids)
    for item in questions:
        if item["type"] in ("dropdown", "checkboxes"):
            assert item["attributes"]["options"]
            assert "placeholder" not in item["attributes"]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.slug)
def test_a_template_that_nobody_filled_in_says_nothing(form):
    filled = read_form(gitlab_template(form))
    assert filled.form == form
    assert not filled.given
    assert not any(filled.ticked.values())
    assert [kept.text for kept in filled.kept] == []


def test_a_template_filled_in_is_read(tmp_path: Path):
    write(tmp_path, RECORDS)
    text = gitlab_template(CORRECT_PLACE)
    text = text.replace("### Lieu à corriger\n", "### Lieu à corriger\n\nMairie de Labège\n")
    text = text.replace("### Le bon téléphone\n", "### Le bon téléphone\n\n05 61 00 00 07\n")
    outcome = run_form(text, tmp_path, date(2026, 11, 30))
    assert outcome.changes == {"Téléphone": ("", "05 61 00 00 07")}
