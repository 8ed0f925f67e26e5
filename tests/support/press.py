"""Sites given as {path: text}, and what a press makes of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.press.page_set import Page, PageSet
from plugins.press.press import Press
from plugins.press.publish.progress import BuildReport

MakePress = Callable[..., Press]


def page_set(texts: Mapping[str, str]) -> PageSet:
    pages = [Page(path, text.encode(), text) for path, text in texts.items()]
    return PageSet("essai", pages, str)


def publish(press: Press, texts: Mapping[str, str]) -> BuildReport:
    press.begin()
    press.add(page_set(texts))
    return press.finish()


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, the manifest too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
