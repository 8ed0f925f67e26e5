"""Pages that are opened from a folder: addresses lead beside them, to the site, or nowhere."""

from pathlib import Path

import pytest

from plugins.proposals.changes.preview_pages import make_standalone

PAGE = "lieux/31/x/index.html"


def standalone(folder: Path, text: str, site: str = "") -> str:
    for name, content in {PAGE: text, "assets/icons.1.svg": "", "t/31/index.html": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    assert make_standalone(folder, site) == 2
    return (folder / PAGE).read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<img src="/assets/icons.1.svg#a">', '<img src="../../../assets/icons.1.svg#a">'),
        ('<a href="/t/31/#x">a</a>', '<a href="../../../t/31/index.html#x">a</a>'),
        ('<a href="/t/32/">a</a>', '<a href="https://a.fr/t/32/">a</a>'),
        ('<a href="https://b.fr/t/31/">a</a>', '<a href="https://b.fr/t/31/">a</a>'),
        ('<a href="/../../secret">a</a>', '<a href="https://a.fr/../../secret">a</a>'),
        ("@media (scripting: enabled){a}", "@media (max-width:0px){a}"),
    ],
)
def test_an_address_leads_beside_the_page_or_to_the_site(tmp_path: Path, before: str, after: str):
    assert standalone(tmp_path, before, "https://a.fr") == after


def test_without_a_site_a_link_to_another_page_leads_nowhere(tmp_path: Path):
    assert standalone(tmp_path, '<a href="/t/32/">a</a>') == "<a >a</a>"


def test_the_policy_of_the_page_goes(tmp_path: Path):
    policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    assert standalone(tmp_path, f"<head>{policy}</head>") == "<head></head>"
