"""The look of the site is in one file."""

import datetime
import re
import shutil
from pathlib import Path

import pytest

from plugins.common.errors import BuildError
from plugins.press.assets import Assets
from plugins.press.press import Press
from plugins.press.site import Site
from tests.support.theme import THEME

ACCENT = re.compile(r"^  --accent: (#[0-9a-f]{6});$", re.MULTILINE)
OTHER = "#7a2048"


def accent() -> str:
    found = ACCENT.search((THEME / "static" / "tokens.css").read_text("utf-8"))
    assert found is not None
    return found[1]


def test_no_other_file_of_the_theme_holds_the_colour_of_the_site():
    digits = accent().removeprefix("#")
    holding = [
        path.relative_to(THEME).as_posix()
        for path in sorted(THEME.rglob("*"))
        if path.is_file() and digits in path.read_text("utf-8", "ignore")
    ]
    assert holding == ["static/tokens.css"]


def test_one_line_changes_the_colour_everywhere(tmp_path: Path):
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    tokens = theme / "static" / "tokens.css"
    tokens.write_text(
        ACCENT.sub(f"  --accent: {OTHER};", tokens.read_text("utf-8"), count=1), "utf-8"
    )
    site = Site("Essai", "https://aide.exemple.fr", "", datetime.date(2026, 11, 16), {})
    press = Press(
        output=tmp_path / "site",
        templates=[theme / "templates"],
        static=theme / "static",
        site=site,
        program="",
        build_key="",
        workers=1,
        swap_above=1,
    )
    files = press.page_sets()[-1]
    icon = next(page for page in files.pages if page.key == "favicon.svg")
    sheet = press.environment.from_string('{{ style("style.css") }}').render()
    for content in (files.render(icon.key), sheet.encode()):
        assert isinstance(content, bytes)
        assert OTHER.encode() in content
        assert accent().encode() not in content
    assert b"var(" not in files.render(icon.key)
    source = press.environment.from_string('{{ theme_token("accent") }}')
    assert source.render() == OTHER
    for name in ("base.html", "integrate.html", "frame.html"):
        assert 'theme_token("accent")' in (theme / "templates" / name).read_text("utf-8")


def test_a_colour_that_is_not_there_stops_the_build(tmp_path: Path):
    (tmp_path / "tokens.css").write_text(":root {\n  --accent: #123456;\n}\n", "utf-8")
    (tmp_path / "x.svg").write_text('<svg fill="var(--acent)"/>', "utf-8")
    with pytest.raises(BuildError, match="--acent"):
        Assets(tmp_path)
