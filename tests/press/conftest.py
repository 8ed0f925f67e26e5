"""A press with a theme of two files, and sites given as {path: text}."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.press.page_set import Page, PageSet
from plugins.press.press import Press
from plugins.press.progress import BuildReport
from plugins.press.site import Site

MakePress = Callable[..., Press]


@pytest.fixture(scope="session")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text("<p>{{ text }}</p>", "utf-8")
    (folder / "static").mkdir()
    (folder / "static" / "style.css").write_text("p{}", "utf-8")
    return folder


@pytest.fixture(scope="session")
def make_press(theme: Path) -> MakePress:
    def make(
        output: Path, *, house: str = "00", workers: int = 1, swap_above: int = 500, url: str = ""
    ) -> Press:
        return Press(
            output=output,
            templates=[theme / "templates"],
            static=theme / "static",
            site=Site("Essai", url, "", datetime.date(2026, 11, 16), {}),
            code="00",
            house=house,
            workers=workers,
            swap_above=swap_above,
        )

    return make


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
