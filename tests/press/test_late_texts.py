"""A text is published without its links to pages that the site has not."""

from pathlib import Path

import pytest

from plugins.press.press import Press
from plugins.press.text.late_texts import LateText
from tests.support.press import MakePress

HTML = '<p><a href="/labels/pix/">Pix</a>, <a href="/labels/pix/#ou">où</a>.</p>'
PLAIN = "<p>Pix, où.</p>"


def text(press: Press, html: str, folder: Path) -> None:
    press.texts.own = folder / "content"
    source = folder / "content" / "pages" / "mots.md"
    press.texts.add(LateText("mots/index.html", source, html, lambda said: f"<main>{said}</main>"))


def built(output: Path) -> str:
    return (output / "mots" / "index.html").read_text("utf-8")


def test_a_link_stays_where_its_page_is(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    text(press, HTML, tmp_path)
    press.put("labels/pix/index.html", "<p>Pix</p>")
    press.finish()
    assert built(tmp_path / "site") == f"<main>{HTML}</main>"
    assert press.remarks == []


def test_its_words_stay_where_it_would_lead_nowhere(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    text(press, HTML, tmp_path)
    press.finish()
    assert built(tmp_path / "site") == f"<main>{PLAIN}</main>"
    assert press.remarks == []  # nobody here wrote it


def test_who_wrote_it_is_told(
    make_press: MakePress, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "pages" / "mots.md").write_text("Title: Mots\n", "utf-8")
    press = make_press(tmp_path / "site")
    text(press, '<a href="/labels/pixx/">Pix</a>', tmp_path)
    press.finish()
    assert "content/pages/mots.md" in capsys.readouterr().err
    assert "« /labels/pixx/ »" in press.remarks[0]


@pytest.mark.parametrize(
    "address",
    [
        "/labels/pix", "/labels/pix/", "/labels/pix/?x=1#ou", "/mots/#ici", "/une%20carte.pdf",
        "https://pix.fr/", "//pix.fr/", "#ici", "mailto:a@b.fr",
    ],
)  # fmt: skip
def test_what_leads_somewhere_is_left_alone(make_press: MakePress, tmp_path: Path, address: str):
    press = make_press(tmp_path / "site")
    html = f'<a href="{address}">mot</a>'
    text(press, html, tmp_path)
    press.put("labels/pix/index.html", "<p>Pix</p>")
    press.put("une carte.pdf", b"%PDF")
    press.finish()
    assert html in built(tmp_path / "site")


def test_a_page_comes_back_with_its_link(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site")
    text(press, HTML, tmp_path)
    press.finish()
    press = make_press(tmp_path / "site")
    text(press, HTML, tmp_path)
    press.put("labels/pix/index.html", "<p>Pix</p>")
    assert press.finish().made == 2
    assert built(tmp_path / "site") == f"<main>{HTML}</main>"


def test_a_page_that_is_looked_at_knows_those_that_are_published(
    make_press: MakePress, tmp_path: Path
):
    press = make_press(tmp_path / "site")
    press.put("labels/pix/index.html", "<p>Pix</p>")
    press.finish()
    press = make_press(tmp_path / "site", first=["mots/index.html"])
    text(press, HTML, tmp_path)
    press.finish()
    assert built(tmp_path / "site") == f"<main>{HTML}</main>"


def test_a_site_below_an_address_has_the_links_of_its_texts(make_press: MakePress, tmp_path: Path):
    press = make_press(tmp_path / "site", url="https://ville.example/aide")
    text(press, HTML, tmp_path)
    press.put("labels/pix/index.html", "<p>Pix</p>")
    press.finish()
    assert 'href="/aide/labels/pix/"' in built(tmp_path / "site")
