"""Where in a template a value is read as words: between tags, and in the attributes that are read.

A template is followed from its first line to its last as a browser would read it. Values found
there get the signs of the language (`typography`) when they are shown; the words of the template
have them once it is compiled. Addresses, scripts and code are left alone.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable

from jinja2 import nodes
from markupsafe import Markup

from plugins.i18n.typography import RAW_ELEMENTS, Typography

_READ_ATTRIBUTES = frozenset({"alt", "aria-description", "aria-label", "label", "placeholder"})
_READ_META = re.compile(r'\b(?:name|property)="(?:description|og:(?:title|description))"')
_ATTRIBUTE = re.compile(r"([\w:-]+)\s*=\s*$")
_NAME = re.compile(r"(/?)([a-zA-Z0-9]+)")
_TAG_BEGINS = re.compile(r"<(?=[a-zA-Z/!])")
_IN_TAG = re.compile("[\"'>]")
_APART = (nodes.Macro, nodes.CallBlock, nodes.AssignBlock)
"""Their text begins anew: it is shown elsewhere."""
_SAME = (nodes.Block, nodes.FilterBlock, nodes.Scope, nodes.ScopedEvalContextModifier, nodes.With)


class Reader:
    """Where one is in a page of HTML."""

    def __init__(self, typography: Typography) -> None:
        self._typography = typography
        self._tag: str | None = None
        """What was read of the tag one is in; None between tags."""
        self._quote = ""
        """The quote that ends the value one is in."""
        self._attribute = ""
        self._raw = ""

    @property
    def is_prose(self) -> bool:
        """Whether what comes next is read by people."""
        if self._tag is None:
            return not self._raw
        if not self._quote:
            return False
        if self._attribute == "content":
            return _READ_META.search(self._tag) is not None
        return self._attribute in _READ_ATTRIBUTES

    def read(self, html: str) -> str:
        """Read on; the text with the signs of the language."""
        done = []
        while html:
            piece, html = self._next(html)
            done.append(piece)
        return "".join(done)

    def _next(self, html: str) -> tuple[str, str]:
        """One piece, and the rest."""
        if self._tag is None:
            found = _TAG_BEGINS.search(html)
            text = html[: found.start()] if found else html
            said = text if self._raw else self._typography.html(text)
            if not found:
                return said, ""
            self._tag = ""
            return said + "<", html[found.end() :]
        if self._quote:
            value, quote, rest = html.partition(self._quote)
            said = self._typography(value) if self.is_prose and "&" not in value else value
            self._tag += value + quote
            if quote:
                self._quote = ""
            return said + quote, rest
        found = _IN_TAG.search(html)
        if not found:
            self._tag += html
            return html, ""
        before = html[: found.end()]
        self._tag += before
        if found[0] == ">":
            self._end_tag(self._tag)
        else:
            self._quote = found[0]
            name = _ATTRIBUTE.search(self._tag[:-1])
            self._attribute = name[1].lower() if name else ""
        return before, html[found.end() :]

    def _end_tag(self, tag: str) -> None:
        self._tag = None
        if not (found := _NAME.match(tag)):
            return
        ends, name = found[1], found[2].lower()
        if not ends and not self._raw and name in RAW_ELEMENTS:
            self._raw = name
        elif ends and name == self._raw:
            self._raw = ""


def give_signs(tree: nodes.Template, typography: Typography) -> None:
    """Give the words of a template the signs of its language, and mark the expressions whose value
    is read (`is_prose`)."""
    _Marker(typography).walk(tree.body)


class _Marker:
    def __init__(self, typography: Typography) -> None:
        self._typography = typography
        self._reader = Reader(typography)

    def walk(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                node.nodes = [self._shown(child) for child in node.nodes]
            elif isinstance(node, nodes.If):
                self._branches(node.body, *([other] for other in node.elif_), node.else_)
            elif isinstance(node, nodes.For):
                self._branches(node.body, node.else_)
            elif isinstance(node, _APART):
                around, self._reader = self._reader, Reader(self._typography)
                self.walk(node.body)
                self._reader = around
            elif isinstance(node, _SAME):
                self.walk(node.body)

    def _branches(self, *branches: Iterable[nodes.Node]) -> None:
        """Each begins where the first does, and a page goes on where that one ends."""
        before = copy.copy(self._reader)
        self.walk(branches[0])
        after = self._reader
        for branch in branches[1:]:
            self._reader = copy.copy(before)
            self.walk(branch)
        self._reader = after

    def _shown(self, node: nodes.Expr) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return nodes.TemplateData(self._reader.read(node.data), lineno=node.lineno)
        if not self._reader.is_prose or getattr(node, "is_code", False):
            return node
        if isinstance(node, nodes.Const):
            if not isinstance(node.value, str) or isinstance(node.value, Markup):
                return node
            return nodes.Const(self._typography(node.value), lineno=node.lineno)
        node.is_prose = True  # type: ignore[attr-defined]
        return node
