"""A page read as browsers read it: what it says of itself, where it leads, what it loads."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

_LOADED = {
    ("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"),
    ("audio", "src"), ("track", "src"), ("embed", "src"), ("object", "data"), ("input", "src"),
    ("video", "poster"), ("use", "href"), ("image", "href"),
}  # fmt: skip
"""What a browser asks for without being told."""
_LOADED_LINKS = frozenset("stylesheet icon preload modulepreload manifest prefetch".split())
_LED = {("a", "href"), ("area", "href"), ("form", "action")}
_DATA = ("application/ld+json",)
_RUN = frozenset(["", "module", "text/javascript", "application/javascript"])


class Address(NamedTuple):
    """An address that a page names, as written, and the line where it stands."""

    line: int
    url: str


class Inline(NamedTuple):
    """What stands in a page between two tags; `start`: the line where it begins."""

    start: int
    text: str


@dataclass
class ReadPage:
    """What a page says. Lines count from 1; `titles`: those that it states, of which there should
    be one; `ids`: with the line of the first of a name."""

    titles: list[str] = field(default_factory=list)
    language: str = ""
    ids: dict[str, int] = field(default_factory=dict)
    repeated: list[Address] = field(default_factory=list)
    """Ids that stand twice."""
    led: list[Address] = field(default_factory=list)
    loaded: list[Address] = field(default_factory=list)
    data: list[Inline] = field(default_factory=list)
    """JSON-LD."""
    scripts: list[Inline] = field(default_factory=list)
    styles: list[Inline] = field(default_factory=list)
    handlers: list[Address] = field(default_factory=list)
    """Attributes that hold a script (`onclick`), or a style."""
    policy: str | None = None
    base: str = ""
    canonical: str = ""
    is_indexed: bool = True
    reads_hash: bool = False
    """A script of it reads what stands behind the `#` (`data-reads-hash`)."""
    is_moved: bool = False
    """It leads elsewhere by itself."""


def read_page(html: str) -> ReadPage:
    """The facts of a page; any text is one."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = ReadPage()
        self._held: list[Inline] | list[str] | None = None
        self._start = 0
        self._text: list[str] = []
        self._is_drawn = 0
        """Depth inside drawings, whose titles are theirs."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        page, line = self.page, self.getpos()[0]
        values = {name: value or "" for name, value in reversed(attrs)}
        if name := values.get("id", ""):
            if name in page.ids:
                page.repeated.append(Address(line, name))
            page.ids.setdefault(name, line)
        page.reads_hash = page.reads_hash or "data-reads-hash" in values
        if tag == "a" and values.get("name"):
            page.ids.setdefault(values["name"], line)
        for name, value in values.items():
            key = (tag, name.removeprefix("xlink:"))
            if key in _LED:
                page.led.append(Address(line, value.strip()))
            elif key in _LOADED:
                page.loaded.append(Address(line, value.strip()))
            elif name.startswith("on") or name == "style":
                page.handlers.append(Address(line, name))
        if tag == "svg":
            self._is_drawn += 1
        elif tag == "html":
            page.language = values.get("lang", "").strip()
        elif tag == "base":
            page.base = values.get("href", "").strip()
        elif tag == "meta":
            self._meta(values)
        elif tag == "link":
            self._link(line, values)
        elif tag == "title" and not self._is_drawn:
            self._hold(page.titles)
        elif tag == "style":
            self._hold(page.styles)
        elif tag == "script" and "src" not in values:
            kind = values.get("type", "").strip().lower()
            if kind in _DATA:
                self._hold(page.data)
            elif kind in _RUN:
                self._hold(page.scripts)

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self._is_drawn = max(0, self._is_drawn - 1)
        if self._held is not None and tag in ("title", "script", "style"):
            text = "".join(self._text)
            if self._held is self.page.titles:
                self.page.titles.append(" ".join(text.split()))
            else:
                self._held.append(Inline(self._start, text))  # type: ignore[arg-type]
            self._held = None

    def handle_data(self, data: str) -> None:
        if self._held is not None:
            self._text.append(data)

    def _hold(self, where: list[Inline] | list[str]) -> None:
        self._held, self._start, self._text = where, self.getpos()[0], []

    def _meta(self, values: dict[str, str]) -> None:
        named, content = values.get("http-equiv", "").lower(), values.get("content", "")
        if named == "content-security-policy":
            self.page.policy = content
        elif named == "refresh":
            self.page.is_moved = True
        elif values.get("name", "").lower() == "robots" and "noindex" in content.lower():
            self.page.is_indexed = False

    def _link(self, line: int, values: dict[str, str]) -> None:
        kinds, url = set(values.get("rel", "").lower().split()), values.get("href", "").strip()
        if "canonical" in kinds:
            self.page.canonical = url
        if kinds & _LOADED_LINKS:
            self.page.loaded.append(Address(line, url))
        elif kinds & {"alternate", "next", "prev"}:
            self.page.led.append(Address(line, url))
