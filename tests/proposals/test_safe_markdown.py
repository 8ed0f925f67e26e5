"""No text of a stranger becomes a mention, a link, markup or a command in a forge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.proposals.said.safe_markdown import block, code, prose

ALIVE = re.compile(
    r"[@#<>\[\]*_`~|\\/&$%^=+{}]|www\.|\w\.\w*[a-z]{2,}|\d{6}|[0-9a-f]{7,}|\n", re.IGNORECASE
)
"""What a forge may take for something else, outside of code."""
HOSTILE = (
    "@quelquun venez", "voir #12 et !34", "https://exemple.test/x", "www.exemple.test",
    "[ici](javascript:alert)", "![](https://exemple.test/suivi.png)", "<script>x</script>",
    "«<", "www.", "«@moi", "« @moi", "««@moi»",
    "<img src=x onerror=y>", "a\n/close\n", "\n# Titre\n", "`code` ouvert ``", "```\nfin\n```",
    "**gras** _souligné_ ~~barré~~", "| a | b |", "\\@quelquun", "&lt;b&gt; &#64;moi",
    "GH-12 projet-34", "deadbeef1234567", "<!-- annuaire -->", ":smile:", "$a^2$",
    "prenom@ville.fr", "\u202eabc", "::error::x", "%12 ~bug &34 $5", "a.example.test",
)  # fmt: skip


def outside_of_code(text: str) -> str:
    """What a forge reads as Markdown: the text without its spans of code, as CommonMark ends them.

    A span goes from a run of back-ticks to the next run of the same length."""
    left, at = "", 0
    for opening in re.finditer("`+", text):
        if opening.start() < at:
            continue
        closing = next(
            (
                run for run in re.finditer("`+", text[opening.end() :])
                if len(run[0]) == len(opening[0])
            ),
            None,
        )  # fmt: skip
        assert closing, f"a span is left open: {text!r}"
        left += text[at : opening.start()]
        at = opening.end() + closing.end()
    return left + text[at:]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_alive_in_a_sentence(text: str):
    for sentence in (text, f"« {text} » n'est pas un téléphone", f"écrivez « {text}"):
        assert not ALIVE.search(outside_of_code(prose(sentence)))
        assert "\n" not in prose(sentence)


@given(st.text())
def test_whatever_the_sentence(text: str):
    assert not ALIVE.search(outside_of_code(prose(text)))


@given(st.text(alphabet="@#<>[]()`*_~|\\/&.:-!« »aé1\n\tw"))
def test_whatever_the_signs(text: str):
    assert not ALIVE.search(outside_of_code(prose(text)))
    assert outside_of_code(code(text)) in ("", "(rien)")


@given(st.lists(st.text(alphabet="`~ a\n\r\u2028\x85"), max_size=4))
def test_no_line_ends_a_block(lines: list[str]):
    first, *inside, last = block(lines).split("\n")
    assert len(block(lines).splitlines()) == len(lines) + 2
    assert first == last
    assert not any(line.strip().startswith(first) for line in inside)


@pytest.mark.parametrize(
    "sentence",
    ["le code postal est vide", "cette fiche n'existe pas", "« Labège » est en double, dit-on"],
)
def test_plain_words_stay_plain(sentence: str):
    assert prose(sentence) == sentence


def test_what_is_no_word_is_code():
    assert prose("« 9h-12h » ressemble à 31/x.yaml ; gardez-en un") == (
        "« `9h-12h` » ressemble à `31/x.yaml` ; gardez-en un"
    )
    assert code("a`b") == "``a`b``"
    assert code("`a") == "`` `a ``"
