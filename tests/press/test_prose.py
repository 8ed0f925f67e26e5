"""Markdown from strangers: nothing runs, nothing is fetched elsewhere, no word changes."""

import html
import re

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.press.text.prose import NoRawHtml, Prose, clean

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "![x](//evil.example/x.png)",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "`</code><script>alert(1)</script>`",
    "<iframe src=//evil.example></iframe>",
    "<style>@import '//evil.example'</style>",
    '<a href="x" style="background:url(//evil.example)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    "[x]({attach}../../../etc/passwd)",
    "[x](|static|/etc/passwd)",
    "{: onclick=alert(1) }",
    "# x {: onclick=alert(1) }",
    '[x](/y "onmouseover=alert(1)")',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_nothing(text: str):
    soup = BeautifulSoup(Prose()(text), "html.parser")
    assert not soup.find(["script", "style", "iframe", "svg", "object", "form"])
    for tag in soup.find_all(True):
        assert not [name for name in tag.attrs if name.startswith("on") or name == "style"]
        for name in ("href", "src"):
            value = str(tag.get(name, ""))
            assert not re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE)
            assert not value.startswith(("{", "|"))
        if tag.name == "img":
            assert "//" not in str(tag.get("src", ""))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Un *mot* [ici](https://x.fr)", '<p>Un <em>mot</em> <a href="https://x.fr">ici</a></p>'),
        ("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"),
        ("Première ligne\nsuite\n\nautre", "<p>Première ligne\nsuite</p>\n<p>autre</p>"),
        ("[tel](tel:+33561000000)", '<p><a href="tel:+33561000000">tel</a></p>'),
    ],
)
def test_simple_markdown_shows(text: str, shown: str):
    assert str(Prose()(text)) == shown


@given(st.text(st.sampled_from("ab é'\"1.-+=:;,()«»\n\t#*_`[]<>&!|~\\"), max_size=60))
def test_the_short_way_shows_what_markdown_shows(text: str):
    long_way = clean(Markdown(extensions=[NoRawHtml(), "sane_lists"]).convert(text.strip("\n")))
    assert words(Prose()(text)) == words(FRENCH_SIGNS.html(long_way))


def words(shown: str) -> str:
    return html.unescape(re.sub(r"<p></p>|\s+", " ", shown)).strip()


@pytest.mark.parametrize("marker", ["1. ", "- ", "> ", "1.  - ", "> 2) ", "[", "[a]("])
def test_markdown_without_end_is_shown_as_typed(marker: str):
    typed = marker * 800 + "fin"
    assert BeautifulSoup(Prose()(typed), "html.parser").get_text() == typed
