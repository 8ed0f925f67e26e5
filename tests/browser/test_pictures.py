"""The pictures of the documents can be made again: the pages still have what they show."""

import pytest

from tests.support.contexts import Contexts
from tests.support.pictures import MADE, PICTURES, Picture, cut_out, made, open_picture


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    """What is shown without being a page of the site."""
    return made()


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_can_be_made_again(
    picture: Picture, contexts: Contexts, site_url: str, html: dict[str, str]
) -> None:
    page = contexts.lend().new_page()
    open_picture(page, picture, site_url, html)
    for selector in picture.cut.split(", "):
        assert page.locator(selector).count(), selector
    assert cut_out(page, picture).startswith(b"RIFF")


def test_what_is_made_is_the_same_each_time(html: dict[str, str]) -> None:
    assert made() == html
    assert set(html) == set(MADE)
