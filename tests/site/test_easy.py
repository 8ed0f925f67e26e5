"""The easy pages of the built site: none is about nothing."""

from __future__ import annotations

from pathlib import Path

BLANK = "Nous ne savons rien d’autre de ce lieu."


def test_no_easy_page_tells_of_a_record_of_which_nothing_is_known(built_site: Path):
    blank = [
        page for page in built_site.glob("lieux/*/*/index.html") if BLANK in page.read_text("utf-8")
    ]
    assert blank
    folder = built_site / "facile"
    assert not [one for one in blank if (folder / one.relative_to(built_site)).exists()]
    assert len([*folder.glob("lieux/*/*/index.html")]) > len(blank)
