"""A template uses the names that its contract gives it, no more and no less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

import pytest
from jinja2 import Environment, meta, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from plugins.contracts.collected import all_globals, contexts_by_template
from plugins.contracts.shown import (
    TemplateContext,
    TemplateGlobals,
    defaults_of,
    lines_of,
    names_of,
    variables_of,
)
from plugins.press.press import Press
from tests.support.theme import SITE, THEME

TEMPLATES = THEME / "templates"
CONTEXTS = contexts_by_template()
FILES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*"))
GLOBALS = {name for kind in all_globals() for name in names_of(kind)}
KNOWN = GLOBALS | set(DEFAULT_NAMESPACE)


@cache
def tree(name: str) -> nodes.Template:
    """A template as it is written: words and addresses are not folded."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.globals.clear()  # or they would not count as names taken from outside
    return environment.parse((TEMPLATES / name).read_text("utf-8"))


def family(name: str) -> set[str]:
    """A template and those that see its names: what it extends, includes, imports with context."""
    found = {name}
    for node in tree(name).find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        assert isinstance(node, nodes.Extends | nodes.Include | nodes.Import | nodes.FromImport)
        assert isinstance(node.template, nodes.Const), name
        if isinstance(node, nodes.Extends) or node.with_context:
            found |= family(node.template.value)
    return found


def made(name: str) -> Iterator[str]:
    """Names that a template gives itself: what it sets, its macros, what it imports."""
    for node in tree(name).find_all((nodes.Assign, nodes.AssignBlock)):
        assert isinstance(node, nodes.Assign | nodes.AssignBlock)
        yield from (each.name for each in [node.target, *node.target.find_all(nodes.Name)]
                    if isinstance(each, nodes.Name))  # fmt: skip
    yield from (node.name for node in tree(name).find_all(nodes.Macro))
    yield from (node.target for node in tree(name).find_all(nodes.Import))
    for found in tree(name).find_all(nodes.FromImport):
        yield from (each if isinstance(each, str) else each[1] for each in found.names)


def used(name: str) -> set[str]:
    """Names that a template takes from outside."""
    files = family(name)
    asked = {each for file in files for each in meta.find_undeclared_variables(tree(file))}
    return asked - {each for file in files for each in made(file)}


def test_each_template_that_is_rendered_has_its_contract():
    pages = {name for name in FILES if not name.startswith("components/")}
    extended = {each for name in pages for each in family(name) - {name}}
    assert pages - extended == set(CONTEXTS)


@pytest.mark.parametrize("name", sorted(CONTEXTS))
def test_a_page_uses_all_that_it_receives_and_nothing_else(name: str):
    assert used(name) - KNOWN - {"translated"} == set(names_of(CONTEXTS[name]))


@pytest.mark.parametrize("name", [name for name in FILES if name.startswith("components/")])
def test_a_component_knows_only_what_all_templates_know(name: str):
    assert used(name) - KNOWN == set()


def test_each_name_for_all_templates_is_used_by_one():
    assert {each for name in FILES for each in used(name)} >= GLOBALS


def test_no_name_has_two_meanings():
    given = [name for kind in all_globals() for name in names_of(kind)]
    assert len(given) == len(set(given))
    for name, kind in CONTEXTS.items():
        assert GLOBALS.isdisjoint(names_of(kind)), name


@pytest.mark.parametrize(
    "kind", [*CONTEXTS.values(), *all_globals()], ids=lambda kind: kind.__name__
)
def test_each_name_has_a_meaning_and_each_class_too(kind: type[TemplateContext | TemplateGlobals]):
    assert [line.name for line in lines_of(kind)] == list(names_of(kind))
    assert all(line.type and line.meaning.endswith(".") for line in lines_of(kind))
    assert kind.__doc__
    assert not kind.__doc__.startswith(f"{kind.__name__}(")  # what a dataclass writes by itself


@dataclass(frozen=True, slots=True)
class Base(TemplateContext):
    """What two templates share."""

    url: str
    """Address."""


@dataclass(frozen=True, slots=True)
class Whole(Base):
    """A template."""

    TEMPLATE: ClassVar[str] = "x.html"

    lines: list[str] | None
    """What it lists,
    on two lines."""
    unsaid: int = 3


@dataclass(frozen=True, slots=True)
class Given(TemplateGlobals):
    """What a plugin gives."""

    needed: str
    """Always there."""
    drawn: bool = False
    """Only with the plugin."""


def test_what_is_said_of_a_name_is_read_from_the_code():
    with pytest.raises(LookupError, match="unsaid"):
        lines_of(Whole)
    assert variables_of(Whole("/", None)) == {"url": "/", "lines": None, "unsaid": 3}
    assert lines_of(Given)[1] == ("drawn", "bool", "Only with the plugin.", "False")


def press(gives: list[type[TemplateGlobals]]) -> Press:
    folder = THEME / "templates"
    return Press(
        output=folder / "nowhere", templates=[folder], static=THEME / "static", site=SITE,
        program="", build_key="", workers=1, swap_above=1, gives=gives, languages=["fr", "en"],
        catalogues=THEME / "i18n",
    )  # fmt: skip


def test_a_plugin_gives_what_it_declares_in_every_language():
    made_press = press([Given])
    known = made_press.template("404.html", "en").environment.globals
    assert known["drawn"] is False
    assert "needed" not in known
    made_press.provide(Given("x", drawn=True))
    assert (known["drawn"], known["needed"]) == (True, "x")
    assert defaults_of(Given) == {"drawn": False}


def test_a_plugin_cannot_give_what_it_does_not_declare():
    with pytest.raises(TypeError, match="Given"):
        press([]).provide(Given("x"))
