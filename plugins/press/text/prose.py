"""Markdown written by strangers → safe HTML.

Raw HTML is not Markdown here: it shows as text. What Markdown makes is then cleaned by a library,
with a list of what is allowed. Images of other sites are dropped: no reader's browser is sent
elsewhere.
"""

from __future__ import annotations

import re

import nh3
from markdown import Extension, Markdown
from markupsafe import Markup

from plugins.common.hidden_characters import without_hidden
from plugins.i18n.typography import FRENCH_SIGNS

EXTENSIONS = ("tables", "def_list", "sane_lists", "abbr", "toc")
LONGEST = 64_000
"""Characters; beyond, some texts take Markdown minutes."""

_TAGS = {
    *("a", "abbr", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h1", "h2", "h3", "h4"),
    *("hr", "img", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr"),
    "ul",
}
_NOT_PLAIN = re.compile(
    r"""[*_`\[\]<>&#\\|~!]          # emphasis, code, links, titles, HTML, escapes
    | ^[ \t] | [ \t]$              # code blocks, line breaks
    | ^(?: [-+=:] | \d+[.)] )      # lists, rules, underlined titles
    """,
    re.MULTILINE | re.VERBOSE,
)
_TOO_DEEP = re.compile(r"^[ \t]*(?:(?:[-+*>]|\d{1,9}[.)])[ \t]+){9}", re.MULTILINE)
"""Lists within lists on one line: nobody writes nine of them, and hundreds stop Markdown."""
_MOST_BRACKETS = 300
"""Markdown looks from each of them to the end of the text."""
_BLANK_LINES = re.compile(r"\n{2,}")
_HEADINGS = ("h1", "h2", "h3", "h4")
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


class NoRawHtml(Extension):
    """Leave tags typed in Markdown as the text they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Markdown's name)
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


def clean(html: str) -> str:
    """HTML with allowed tags, attributes and URL schemes only."""
    return nh3.clean(
        without_hidden(html),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        attribute_filter=_keep_attribute,
    )


def is_endless(text: str) -> bool:
    """Whether Markdown would stop at a text, or take minutes: nobody writes such a one."""
    return text.count("[") > _MOST_BRACKETS or _TOO_DEEP.search(text) is not None


class Prose:
    """The filter `prose`: a Markdown text of a record as safe HTML."""

    def __init__(self) -> None:
        self._converter = Markdown(extensions=[NoRawHtml(), "sane_lists"])

    def __call__(self, text: str) -> Markup:
        """Plain paragraphs, most texts by far, are made without Markdown, ten times quicker; so
        are texts that would take it minutes."""
        text = text[:LONGEST].strip("\n")
        if _NOT_PLAIN.search(text) is None or is_endless(text):
            paragraphs = _BLANK_LINES.split(text)
            return Markup("\n").join(
                Markup("<p>{}</p>").format(FRENCH_SIGNS(p)) for p in paragraphs
            )
        self._converter.reset()
        html = clean(self._converter.convert(text))
        return Markup(FRENCH_SIGNS.html(html))  # noqa: S704 (cleaned just here)


def _keep_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "src" and (":" in value or value.startswith(("//", "\\"))):
        return None
    if value.startswith(("{", "|")) and not value.startswith(("{filename}", "{index}")):
        return None  # Pelican's links that fetch files
    if attribute == "id" and not value.replace("-", "").replace("_", "").isalnum():
        return None
    return value
