"""Our line and our oEmbed answer after what other sites strip: their published rules, as data.

What is checked: where a frame is let through it is whole enough to show, and the link remains in
every case. WordPress: wp-includes/embed-functions.php (`wp_filter_oembed_result`) and kses.php;
Drupal: the text format «Basic HTML»; TYPO3: html-sanitizer (`CommonBuilder`, `IframePreset`); SPIP:
SafeHTML, `deleteTags`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.embed.snippet import line, oembed

ADDRESS = "https://aide.exemple.fr/integrer/31/labege/#gratuit"
PAGE = "https://aide.exemple.fr/territoires/31/labege/#gratuit"
TITLE = "Labège : où se faire aider avec internet"
LINE = line(ADDRESS, TITLE, PAGE)
ANSWER = json.loads(
    oembed(
        "https://aide.exemple.fr", "Aide", "/integrer/31/labege/", "Labège",
        "/territoires/31/labege/",
    )
)["html"]  # fmt: skip

_POST = {"p": {"class"}, "a": {"href", "title", "rel", "target"}, "blockquote": {"cite"}}


@dataclass(frozen=True)
class Rules:
    """`kept`: tags and their attributes, the others go, what they hold stays. `only`: attributes
    whose words must all be of a set, or else the tag goes."""

    kept: Mapping[str, set[str]]
    only: Mapping[str, set[str]] | None = None

    def filtered(self, html: str) -> BeautifulSoup:
        """What is left."""
        soup = BeautifulSoup(html, "html.parser")
        for tag in soup.find_all(True):
            if tag.name not in self.kept or self._is_refused(tag):
                tag.unwrap()
                continue
            for name in set(tag.attrs) - self.kept[tag.name]:
                del tag.attrs[name]
        return soup

    def _is_refused(self, tag: Tag) -> bool:
        if tag.name != "iframe" or self.only is None:
            return False
        return any(
            not set(str(tag.get(name, "")).split()) <= words for name, words in self.only.items()
        )


_FRAME_OF_KSES = "src width height frameborder marginwidth marginheight scrolling title".split()
SITES = {
    "WordPress, by oEmbed": Rules(
        {"a": {"href"}, "blockquote": set(), "iframe": set(_FRAME_OF_KSES)}
    ),
    "WordPress, an author who may not write HTML": Rules(_POST),
    "Drupal, Basic HTML": Rules({"p": set(), "a": {"href", "hreflang"}, "blockquote": {"cite"}}),
    "TYPO3, an editor": Rules({"p": {"class"}, "a": {"href", "target"}, "blockquote": set()}),
    "TYPO3 with its preset for frames": Rules(
        {"p": set(), "a": {"href"}, "blockquote": set(), "iframe": {"allow", "sandbox", "src"}},
        {
            "sandbox": set(
                "allow-downloads allow-modals allow-orientation-lock allow-pointer-lock "
                "allow-popups allow-scripts".split()
            ),
            "allow": {"fullscreen"},
        },
    ),
    "SPIP, a text of the public": Rules(
        {"p": {"class"}, "a": {"href", "rel"}, "blockquote": set()}
    ),
    "a field of raw HTML": Rules(
        {
            "p": set(),
            "a": {"href"},
            "blockquote": set(),
            "iframe": {*_FRAME_OF_KSES, "sandbox", "loading", "style", "allow", "referrerpolicy"},
        }
    ),
}
FRAMED = {"WordPress, by oEmbed", "a field of raw HTML"}


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize(("html", "page"), [(LINE, PAGE), (ANSWER, PAGE.removesuffix("#gratuit"))])
def test_the_link_remains_whatever_is_stripped(site: str, html: str, page: str):
    left = SITES[site].filtered(html)
    (link,) = left.find_all("a")
    assert link["href"] == page
    assert link.get_text() == TITLE
    assert not left.find("script")


@pytest.mark.parametrize("site", SITES)
def test_a_frame_that_is_let_through_is_whole(site: str):
    frames = SITES[site].filtered(LINE).find_all("iframe")
    assert bool(frames) == (site in FRAMED)
    for frame in frames:
        assert frame["src"] == ADDRESS
        assert frame["title"] == TITLE
        assert frame["height"] == "600"


def test_wordpress_finds_the_quotation_and_the_frame_in_the_answer():
    left = str(SITES["WordPress, by oEmbed"].filtered(ANSWER))
    quoted, _, frame = left.partition("</blockquote>")
    assert quoted.startswith("<blockquote><a ")
    assert frame.startswith("<iframe ")
    assert frame.endswith("></iframe>")
    assert frame.count(' src="') == 1
