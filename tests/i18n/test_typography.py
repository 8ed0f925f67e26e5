"""Signs, spaces and quotes of a language: one filter, that changes nothing else, and once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.i18n.environment import make_environment
from plugins.i18n.languages import LANGUAGES
from plugins.i18n.typography import FRENCH_SIGNS, TYPOGRAPHY

TYPED = st.text(
    st.sampled_from("aéZ1 \t\n\u00a0\u202f'’\"«»“”?!:;,.()@/<>&؟ع%-"), max_size=40
) | st.text(max_size=30)
CODES = st.sampled_from(list(LANGUAGES))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Qu'est-ce que c'est ?", "Qu’est-ce que c’est\u00a0?"),
        ("Accessibilité : ce que nous avons testé", "Accessibilité\u00a0: ce que nous avons testé"),
        ("le lundi ; fermé le mardi", "le lundi\u00a0; fermé le mardi"),
        ("Attention  ! Merci !", "Attention\u00a0! Merci\u00a0!"),
        ("Lundi: fermé", "Lundi\u00a0: fermé"),
        ("Où aller?", "Où aller\u00a0?"),
        ("un mode « code » et «rien»", "un mode «\u00a0code\u00a0» et «\u00a0rien\u00a0»"),
        ('territoire="31/labege"', 'territoire="31/labege"'),
        ('Médiathèque "Les Mots"', "Médiathèque «\u00a0Les Mots\u00a0»"),
        ("aujourd'hui, jusqu'à l'été", "aujourd’hui, jusqu’à l’été"),
        ("24\u202fheures\u202f; fermé", "24\u202fheures\u202f; fermé"),
        ("de 8:30 à 12:30", "de 8:30 à 12:30"),
        ("un écran de 15\" et 5' d'attente", "un écran de 15\" et 5' d’attente"),
        ("écrire 'oui'", "écrire 'oui'"),
        ("voir https://a.fr/l'aide?q=x;y ?", "voir https://a.fr/l'aide?q=x;y\u00a0?"),
        ("l'équipe@l'ami.fr", "l'équipe@l'ami.fr"),
        (" ; ", "\u00a0; "),
        ("", ""),
    ],
)
def test_french_signs(typed: str, read: str):
    assert FRENCH_SIGNS(typed) == read


@pytest.mark.parametrize(
    ("code", "typed", "read"),
    [
        ("en", "on 25 December : Christmas ; don't", "on 25 December: Christmas; don’t"),
        ("en", "press « Call »", "press “Call”"),
        ("tr", "Labège'de « Ara » ?", "Labège’de “Ara”?"),
        ("tr", "16 Ocak 2024'te, 5'10", "16 Ocak 2024’te, 5'10"),
        ("uk", "зв'язок « так » :", "зв’язок «так»:"),
        ("pt", "« sim » ; não ?", "«sim»; não?"),
        ("ar", ", ", "، "),
        ("ar", " ; ", "؛ "),
        ("ar", "تجمّع بلديات, Labège", "تجمّع بلديات، Labège"),
        ("ar", "أين أنت ?", "أين أنت؟"),
        ("ar", "17:30; الخميس", "17:30؛ الخميس"),
        ("ar", "2,5 كم", "2,5 كم"),
    ],
)
def test_other_languages_have_their_own(code: str, typed: str, read: str):
    assert TYPOGRAPHY[code](typed) == read


@given(code=CODES, typed=TYPED)
def test_what_went_through_comes_out_as_it_went_in(code: str, typed: str):
    once = TYPOGRAPHY[code](typed)
    assert TYPOGRAPHY[code](once) == once


@given(code=CODES, typed=TYPED)
def test_no_word_and_no_figure_changes(code: str, typed: str):
    assert re.findall(r"\w+", TYPOGRAPHY[code](typed)) == re.findall(r"\w+", typed)


@given(
    CODES, st.lists(st.sampled_from(["<b>", "</b>", "<code>", "</code>", "&amp;", "&#39;"]) | TYPED)
)
def test_html_keeps_its_tags_and_goes_through_once(code: str, pieces: list[str]):
    html = "".join(
        piece if piece[:1] in "<&" else re.sub("[<>&]", "", piece) for piece in pieces if piece
    )
    once = TYPOGRAPHY[code].html(html)
    assert re.findall("<[^>]*>", once) == re.findall("<[^>]*>", html)
    assert TYPOGRAPHY[code].html(once) == once


@pytest.mark.parametrize(
    ("html", "read"),
    [
        (
            '<a title="l\'a ?" href="/x?a\'b">l\'a ?</a>',
            '<a title="l\'a ?" href="/x?a\'b">l’a\u00a0?</a>',
        ),
        ("<p>l&#39;a &amp; b ?</p>", "<p>l’a &amp; b\u00a0?</p>"),
        ("<pre>l'a : b</pre> : <code>a ; b</code>", "<pre>l'a : b</pre>\u00a0: <code>a ; b</code>"),
        ("<script>'a' ; b</script>", "<script>'a' ; b</script>"),
    ],
)
def test_html_tags_and_code_are_left_alone(html: str, read: str):
    assert FRENCH_SIGNS.html(html) == read


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>{{ x }}</p>", "<p>l’a\u00a0? &lt;b&gt;</p>"),
        ('<a href="{{ x }}">', '<a href="l&#39;a ? &lt;b&gt;">'),
        ('<a aria-label="{{ x }}">', '<a aria-label="l’a\u00a0? &lt;b&gt;">'),
        (
            '<meta name="description" content="{{ x }}">',
            '<meta name="description" content="l’a\u00a0? &lt;b&gt;">',
        ),
        (
            '<meta property="og:url" content="{{ x }}">',
            '<meta property="og:url" content="l&#39;a ? &lt;b&gt;">',
        ),
        ("<code>{{ x }}</code>", "<code>l&#39;a ? &lt;b&gt;</code>"),
        (
            "<p{% if yes %} hidden{% endif %}>{{ x }} : y</p>",
            "<p hidden>l’a\u00a0? &lt;b&gt;\u00a0: y</p>",
        ),
        (
            "{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}<p>{{ m(x) }}",
            "<p><i>l’a\u00a0? &lt;b&gt;</i>",
        ),
        ("{{ x if yes else 'd\\'un' }}", "l’a\u00a0? &lt;b&gt;"),
        ('<link href="{{ asset("l\'x.css") }}">', '<link href="/assets/l&#39;x.css">'),
        ('{{ policy("x") }}', "default-src &#39;self&#39;"),
    ],
)
def test_a_value_has_signs_where_people_read_it(source: str, shown: str):
    functions = {
        "asset": lambda name: f"/assets/{name}",
        "policy": lambda name: "default-src 'self'",
    }
    template = make_environment([], "fr", functions).from_string(source)
    assert template.render(x="l'a ? <b>", yes=True) == shown
