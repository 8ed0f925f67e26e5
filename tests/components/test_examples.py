"""The examples of the living page: each component has some, and each says what it promises."""

import re
from functools import cache
from html import unescape
from typing import Any

import pytest

from plugins.components.examples import Component, Example, read_components, show
from plugins.components.samples import samples
from plugins.press.design_tokens import read_tokens
from tests.theme.examples import THEME, environment

COMPONENTS = read_components(THEME / "components.yaml")
EXAMPLES = [(component, example) for component in COMPONENTS for example in component.examples]
# Shown in whole pages only: they read the context, print, or speak to scripts and machines.
ELSEWHERE = {
    "agenda_paper",
    "calendar_line",
    "calendar_links",
    "citation",
    "commune_choice",
    "easy",
    "filters",
    "find",
    "frame_card",
    "frame_link",
    "full_text",
    "languages",
    "map",
    "opening",
    "paper_code",
    "paper_links",
    "passage",
    "picture",
    "place_data",
    "place_lines",
    "publisher",
    "report",
    "session",
    "session_data",
    "session_facts",
    "share",
    "territory",
}


@cache
def given() -> dict[str, Any]:
    return samples()


@pytest.mark.parametrize(
    ("component", "example"), EXAMPLES, ids=[f"{c.file}: {e.title}" for c, e in EXAMPLES]
)
def test_an_example_says_what_it_promises(component: Component, example: Example):
    html = show(environment(), component, example, given())
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    assert html
    assert example.says in text


def test_every_component_has_examples_or_is_shown_in_whole_pages():
    files = {path.stem for path in (THEME / "templates" / "components").glob("*.html")}
    macros = {
        name
        for name in files
        if "{% macro" in (THEME / "templates" / "components" / f"{name}.html").read_text("utf-8")
    }
    assert macros - ELSEWHERE - {component.file for component in COMPONENTS} == set()


def test_tokens_are_read_with_their_dark_value():
    tokens = {token.name: token for token in read_tokens(THEME / "static" / "tokens.css")}
    assert tokens["accent"].value != tokens["accent"].dark
    assert tokens["target"].value.startswith("2.75rem")
