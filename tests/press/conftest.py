"""A press with a theme of two files."""

import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.press.press import Press
from plugins.press.publish.division import Division
from plugins.press.site import Site
from tests.support.press import MakePress


@pytest.fixture(scope="session")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    (folder / "templates").mkdir()
    (folder / "templates" / "page.html").write_text("<p>{{ text }}</p>", "utf-8")
    (folder / "static").mkdir()
    (folder / "static" / "sheet.css").write_text("p{}", "utf-8")
    return folder


@pytest.fixture(scope="session")
def make_press(theme: Path) -> MakePress:
    def make(
        output: Path,
        *,
        build_key: str = "00",
        workers: int = 1,
        swap_above: int = 500,
        url: str = "",
        first: Sequence[str] | None = None,
        alone: bool = False,
        division: Division | None = None,
    ) -> Press:
        return Press(
            output=output,
            templates=[theme / "templates"],
            static=theme / "static",
            site=Site("Essai", url, "", datetime.date(2026, 11, 16), {}),
            program="00",
            build_key=build_key,
            workers=workers,
            swap_above=swap_above,
            first=first,
            alone=alone,
            division=division,
        )

    return make
