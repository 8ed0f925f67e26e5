"""The examples of the living page: each component has some, and each says what it promises."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from jinja2 import Environment
from markupsafe import Markup

from plugins.components.examples import Component, Example, read_components, show, with_own_ids
from plugins.components.samples import Samples, samples
from plugins.i18n.typography import FRENCH_SIGNS
from plugins.press.design_tokens import read_tokens
from tests.support.theme import THEME, environment

COMPONENTS = read_components(THEME / "components.yaml")
EXAMPLES = [(component, example) for component in COMPONENTS for example in component.examples]

FILES = sorted((THEME / "templates" / "components").glob("*.html"))


@cache
def given() -> Samples:
    return samples()


@cache
def own_environment() -> Environment:
    known = environment()
    for path in FILES:  # as in a build, where pages have loaded them before
        assert known.get_template(f"components/{path.name}").module
    return known.with_globals(given().globals)


@pytest.mark.parametrize(
    ("component", "example"), EXAMPLES, ids=[f"{c.file}: {e.title}" for c, e in EXAMPLES]
)
def test_an_example_says_what_it_promises(component: Component, example: Example):
    html = show(own_environment(), component, example, given().given)
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))
    assert html.strip()
    says = example.says if example.for_machines else " ".join(FRENCH_SIGNS(example.says).split())
    assert says in (unescape(html) if example.for_machines else text.replace(" ,", ","))


def macros_of(path: Path) -> set[str]:
    return set(re.findall(r"{% macro (\w+)", path.read_text("utf-8")))


def imported() -> set[tuple[str, str]]:
    """File and name of all that a template takes from a component."""
    found = set()
    for path in (THEME / "templates").rglob("*.html"):
        for file, names in re.findall(
            r'from "components/(\w+)\.html" import ([\w, ]+)', path.read_text("utf-8")
        ):
            found |= {(file, name.strip()) for name in names.split(",")}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_macro_that_a_template_takes_has_an_example(path: Path):
    """Those that none takes are parts of others, which show them."""
    taken = {name for file, name in imported() if file == path.stem} & macros_of(path)
    examples = [one for each in COMPONENTS if each.file == path.stem for one in each.examples]
    called = {
        name for name in taken if any(re.search(rf"\b{name}\(", one.call) for one in examples)
    }
    assert called == taken
    assert bool(examples) == bool(macros_of(path))


def test_the_page_shows_something_of_each(built_site: Path):
    html = (built_site / "composants" / "index.html").read_text("utf-8")
    shown = html.count('<div class="shown">') + html.count('<details class="written">')
    assert shown == len(EXAMPLES)
    assert not re.search(r'<div class="shown">\s*</div>|<code></code>', html)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))


def test_examples_call_macros_that_are_there():
    for component in COMPONENTS:
        path = THEME / "templates" / "components" / f"{component.file}.html"
        assert set(component.macros) <= macros_of(path)


def test_what_is_shown_twice_has_ids_of_its_own():
    taken: set[str] = set()
    html = Markup('<h2 id="a">A</h2><p aria-labelledby="a b"><a href="#a"></a><a href="/a"></a>')
    assert with_own_ids(html, 2, taken) == html
    assert with_own_ids(html, 3, taken) == (
        '<h2 id="a-3">A</h2><p aria-labelledby="a-3 b"><a href="#a-3"></a><a href="/a"></a>'
    )


def test_a_search_that_is_shown_twice_has_a_name_of_its_own():
    taken: set[str] = set()
    form = Markup('<form role="search"></form>')
    assert with_own_ids(form, 1, taken) == form
    assert with_own_ids(form, 2, taken) == '<form role="search" aria-label="2"></form>'


def test_tokens_are_read_with_their_dark_value():
    tokens = {token.name: token for token in read_tokens(THEME / "static" / "tokens.css")}
    assert tokens["accent"].value != tokens["accent"].dark
    assert tokens["target"].value.startswith("2.75rem")
