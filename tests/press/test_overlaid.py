"""A directory's own files stand for those of the program, and no other."""

import os
from pathlib import Path

import pytest

from plugins.common.errors import BuildError
from plugins.common.program import PROGRAM, SETTINGS, given_beside, home
from plugins.press.design_tokens import merged_tokens, tokens_in
from plugins.press.overlaid import overlaid
from plugins.press.program_settings import settings_here

TOKENS = """:root {
  --accent: #111111;
  --ink: #222222;
}
@media (prefers-color-scheme: dark) {
  :root {
    --accent: #eeeeee;
  }
}
"""


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def texts(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_own_files_take_the_place_of_those_of_the_same_path(tmp_path: Path):
    given = write(tmp_path / "given", a="1", pages__b="2")
    own = write(tmp_path / "own", pages__b="own", pages__c="more")
    (own / "link").symlink_to(tmp_path / "given" / "a")
    found = overlaid(given, own, tmp_path / "cache", "content")
    assert texts(found) == {"a": "1", "pages/b": "own", "pages/c": "more"}
    assert overlaid(given, own, tmp_path / "cache", "content") == found
    write(own, a="changed")
    later = overlaid(given, own, tmp_path / "cache", "content")
    assert later != found
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [later.name]


def test_a_folder_that_cannot_be_written_stops_the_build(tmp_path: Path):
    given = write(tmp_path / "given", a="1")
    with pytest.raises(BuildError, match="cache"):
        overlaid(given, tmp_path / "own", given / "a" / "cache", "content")


def test_colours_of_a_directory_are_merged(tmp_path: Path):
    own = ":root {\n  --accent: #aaaaaa;\n}\n"
    found = {token.name: token for token in tokens_in(merged_tokens(TOKENS, own))}
    assert (found["accent"].value, found["accent"].dark) == ("#aaaaaa", "#eeeeee")
    assert found["ink"].value == "#222222"
    given = write(tmp_path / "given", tokens=TOKENS)
    theme = write(tmp_path / "own", tokens=own)
    merged = overlaid(given, theme, tmp_path / "cache", "theme", {"tokens": merged_tokens})
    assert texts(merged) == {"tokens": TOKENS.replace("#111111", "#aaaaaa")}


@pytest.mark.parametrize("line", ["--acent: #aaaaaa;", "--accent: red} body {x: y;"])
def test_a_colour_that_is_none_stops_the_build(line: str):
    with pytest.raises(BuildError, match=r"tokens\.css"):
        merged_tokens(TOKENS, f":root {{\n  {line}\n}}\n")


def test_the_directory_is_the_folder_with_settings_that_one_is_in(tmp_path: Path):
    (tmp_path / SETTINGS).write_text("", "utf-8")
    inside = tmp_path / "places" / "974"
    inside.mkdir(parents=True)
    assert home(inside) == tmp_path
    assert home(tmp_path.parent) == PROGRAM  # in a checkout
    assert given_beside(tmp_path / "content", "content") == PROGRAM / "content"
    assert given_beside(tmp_path / "places" / "labels", "places/labels") == (
        PROGRAM / "places" / "labels"
    )
    assert given_beside(tmp_path / "essai" / "content", "content") is None
    assert given_beside(PROGRAM / "content", "content") is None


def test_folders_and_the_day_are_those_of_the_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    found = settings_here(os.fspath(tmp_path / SETTINGS))
    assert found["PLACES_DIR"] == str(tmp_path / "places")
    assert found["BUILD_DATE"] == "2023-11-14"
    assert found["OWN_THEME"] == ""
    (tmp_path / "theme").mkdir()
    assert settings_here(os.fspath(tmp_path / SETTINGS))["OWN_THEME"] == str(tmp_path / "theme")
    assert settings_here(os.fspath(PROGRAM / SETTINGS))["OWN_THEME"] == ""
