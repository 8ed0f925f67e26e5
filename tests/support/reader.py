"""Reads a page as a browser does: its elements in order, and tags that do not match."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr", "circle", "path", "use", "rect"}


class Reader(HTMLParser):
    """Elements in order, with text; faults where tags do not match."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"repeated attribute in <{tag}>")
        self.tags.append((tag, dict(attrs)))
        self.texts.append("")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p" and "p" in self.open[:-1]:
            self.faults.append("<p> in <p>")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> without its start, line {self.getpos()[0]}")

    def handle_data(self, data: str) -> None:
        if self.open and self.tags[-1][0] == self.open[-1]:
            self.texts[-1] += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.tags if tag == name]

    def text_of(self, name: str) -> list[str]:
        return [text for text, (tag, _) in zip(self.texts, self.tags, strict=True) if tag == name]
