"""The pictures of the documents: each is there, is told in words, is light, is one of the list."""

import re
from pathlib import Path

import pytest

from tests.support.pictures import FOLDER, HEAVIEST, MADE, PICTURES

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("places/*.md")])
AN_IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")


def shown() -> list[tuple[Path, str, Path]]:
    """Document, words instead of the picture, file."""
    return [
        (path, words, (path.parent / name).resolve())
        for path in DOCUMENTS
        for words, name in AN_IMAGE.findall(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("path", "words", "picture"), shown(), ids=lambda one: str(one)[-40:])
def test_a_picture_is_there_and_is_told_in_words(path: Path, words: str, picture: Path):
    assert picture.is_file()
    assert len(words.split()) >= 5


def test_every_picture_is_shown_and_is_one_that_the_list_makes():
    made = {FOLDER / f"{picture.name}.webp" for picture in PICTURES}
    assert len(made) == len(PICTURES)
    assert {picture for _, _, picture in shown()} == made == set(FOLDER.iterdir())


def test_a_picture_is_light():
    assert [path.name for path in FOLDER.iterdir() if path.stat().st_size > HEAVIEST] == []


def test_all_that_is_made_for_pictures_is_shown_by_one():
    assert {picture.shows for picture in PICTURES if "/" not in picture.shows} == set(MADE)
