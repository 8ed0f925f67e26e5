"""Words are folded: what a template says is the same as at run time, and costs nothing there."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from plugins.i18n.constant_folding import FoldingEnvironment
from plugins.i18n.environment import make_environment


@pytest.fixture
def environment() -> FoldingEnvironment:
    return make_environment([], "fr", {"asset": lambda name: f"/assets/{name}?1"})


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('{{ _("Bonjour") }}', "Bonjour"),
        ('{{ _("L\'aide & <b>") }}', "L’aide &amp; &lt;b&gt;"),
        ('<link href="{{ asset("x.css") }}">', '<link href="/assets/x.css?1">'),
        ("{% trans %}Aide <b>gratuite</b>{% endtrans %}", "Aide <b>gratuite</b>"),
        ("{% trans %}100 % gratuit{% endtrans %}", "100 % gratuit"),
        ("{% trans n=who %}À {{ n }}, 100 %{% endtrans %}", "À &lt;x&gt;, 100 %"),
        ("{% trans n=1 %}{{ n }} lieu{% pluralize %}{{ n }} lieux{% endtrans %}", "1 lieu"),
        ("{% trans n=0 %}{{ n }} lieu{% pluralize %}{{ n }} lieux{% endtrans %}", "0 lieu"),
        ("{% trans n=many %}un lieu{% pluralize %}{{ n }} lieux{% endtrans %}", "12 lieux"),
        ('{{ _(who) }} {{ ngettext("un", "des", many) }}', "&lt;x&gt; des"),
        ('{{ _("Bonjour %(n)s")|format(n=who) }}', "Bonjour &lt;x&gt;"),
    ],
)
def test_says_the_same(environment: FoldingEnvironment, source: str, expected: str) -> None:
    assert environment.from_string(source).render(who="<x>", many=12) == expected


@pytest.mark.parametrize(
    "source",
    ['{{ _("Bonjour") }}', "{% trans n=who %}À {{ n }}{% endtrans %}", '{{ asset("x.css") }}'],
)
def test_calls_nothing_when_rendering(environment: FoldingEnvironment, source: str) -> None:
    compiled = environment.compile(source, raw=True)
    assert "gettext" not in compiled
    assert "context.call" not in compiled


def test_macros_are_called_directly_with_whatever_arguments(
    environment: FoldingEnvironment,
) -> None:
    source = """
        {%- macro one(a, b="<b>") %}{{ a }}{{ b }}.{% endmacro -%}
        {%- macro around(a) %}{{ a }}{{ caller() }}.{% endmacro -%}
        {{ one("<") }}{{ one(1, 2) }}{{ one(b="&", a=3) }}{% call around(4) %}!{% endcall %}"""
    assert "context.call" not in environment.compile(source, raw=True)
    assert environment.from_string(source).render() == "&lt;&lt;b&gt;.12.3&amp;.4!."


def test_a_macro_refuses_arguments_that_it_does_not_have(environment: FoldingEnvironment) -> None:
    macro = "{% macro one(a) %}{{ a }}{% endmacro %}"
    for call in ("one(1, 2)", "one(1, c=2)"):
        with pytest.raises(TypeError, match="one"):
            environment.from_string(f"{macro}{{{{ {call} }}}}").render()


def test_missing_name_is_an_error(environment: FoldingEnvironment) -> None:
    with pytest.raises(UndefinedError):
        environment.from_string("{{ absent }}").render()


def test_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="xx"):
        make_environment([Path()], "xx")


def test_compiled_templates_are_kept_and_done_without(tmp_path: Path):
    (tmp_path / "page.html").write_text("{{ _('Bonjour') }}", "utf-8")
    kept = tmp_path / "kept"
    kept.mkdir()
    for _ in range(2):
        environment = make_environment([tmp_path], "fr", compiled=kept)
        assert environment.get_template("page.html").render() == "Bonjour"
        assert len(list(kept.iterdir())) == 1
    environment = make_environment([tmp_path], "fr", compiled=tmp_path / "absent")
    assert environment.get_template("page.html").render() == "Bonjour"
