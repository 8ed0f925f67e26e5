"""Compiled templates stay between builds, and hold nothing of their settings."""

import datetime
import os
from pathlib import Path

from plugins.i18n.kept_templates import folder_of_templates
from plugins.press.press import Press
from plugins.press.site import Site

PAGE = '{{ policy() }} {{ site.name }} {{ asset("site.css") }}'


def shown(theme: Path, compiled: Path | None, name: str, tiles: str) -> str:
    """The page of a directory called `name` whose map takes its images from `tiles`."""
    press = Press(
        output=theme / "output",
        templates=[theme / "templates"],
        static=theme / "static",
        site=Site(name, "", "", datetime.date(2026, 11, 16), {}),
        program="00",
        build_key=name,
        workers=1,
        swap_above=500,
        compiled=compiled,
        inline=(),
    )
    press.policies.allow_images(tiles)
    return press.environment.get_template("page.html").render()


def test_a_directory_with_other_settings_uses_them_and_says_its_own(tmp_path: Path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "site.css").write_text("p{}", "utf-8")
    compiled = folder_of_templates(tmp_path, "00")
    assert compiled is not None
    sites = (("Ici", "https://ici.example/"), ("Là-bas", "https://ailleurs.example/"))
    kept = [shown(tmp_path, compiled, *site) for site in sites]
    assert len(list(compiled.iterdir())) == 1
    assert kept == [shown(tmp_path, None, *site) for site in sites]
    assert "https://ici.example" in kept[0]
    assert "https://ailleurs.example" in kept[1]


def test_the_templates_of_the_last_themes_stay(tmp_path: Path):
    for number, theme in enumerate("abcd"):
        folder = folder_of_templates(tmp_path, theme)
        assert folder is not None
        os.utime(folder, (number, number))
    assert sorted(each.name for each in (tmp_path / "templates").iterdir()) == ["b", "c", "d"]
    assert folder_of_templates(tmp_path, "b") == tmp_path / "templates" / "b"


def test_what_cannot_be_kept_is_done_without(tmp_path: Path):
    (tmp_path / "templates").write_text("", "utf-8")
    assert folder_of_templates(tmp_path, "a") is None
