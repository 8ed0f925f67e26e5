"""Which folders a build has something to make in."""

import pytest

from plugins.press.publish.looked_at import LookedAt


def test_all_that_changed_is_everywhere():
    assert LookedAt(None).is_in("/lieux/")
    assert LookedAt(None).needs("/lieux/")


@pytest.mark.parametrize(
    ("path", "folder", "is_in", "needs"),
    [
        ("lieux/31/x/index.html", "/lieux/", True, True),
        ("lieux/31/x/index.html", "/labels/", False, False),
        ("ar/lieux/31/x/index.html", "/lieux/", True, True),
        # Its links lead to the pages of its language: all of them must be named.
        ("ar/lieux/31/x/index.html", "/labels/", False, True),
        ("404.html", "/404.html", True, True),
    ],
)
def test_a_page_is_made_where_it_lies(path: str, folder: str, is_in: bool, needs: bool):
    looked_at = LookedAt([path])
    assert (looked_at.is_in(folder), looked_at.needs(folder)) == (is_in, needs)


def test_nothing_may_be_looked_at():
    assert not LookedAt([]).needs("/lieux/")
