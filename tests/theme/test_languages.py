"""What a page says, to search engines, of itself in other languages."""

from __future__ import annotations

import pytest

from plugins.i18n.languages import LANGUAGES
from plugins.places.contract import LabelsContext
from plugins.press.rendering import renderer
from tests.support.theme import SITE, environment_of
from tests.support.reader import Reader


def test_a_page_names_itself_in_every_language_by_its_public_address():
    environment = environment_of(SITE)
    environment.globals["languages"] = tuple(LANGUAGES.values())
    module = environment.get_template("components/languages.html").module
    links = Reader(str(module.language_links("/lieux/31/x/"))).all("link")  # type: ignore[attr-defined]
    assert [link["hreflang"] for link in links] == [*LANGUAGES, "x-default"]
    assert links[0]["href"] == links[-1]["href"] == "https://aide.exemple.fr/lieux/31/x/"
    assert links[1]["href"] == "https://aide.exemple.fr/en/lieux/31/x/"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_code_on_paper_leads_to_the_page_in_its_language(code: str):
    environment = environment_of(SITE)
    asked: list[str] = []

    def qr(url: str) -> str:
        asked.append(url)
        return ""

    environment.globals.update(qr=qr, language=LANGUAGES[code])
    template = environment.get_template("labels.html")
    renderer(template, LabelsContext)(LabelsContext([]))
    assert asked == [f"{LANGUAGES[code].prefix}/labels/"]


def test_the_address_at_the_foot_of_paper_is_that_of_its_language():
    environment = environment_of(SITE)
    environment.globals["language"] = LANGUAGES["ar"]
    html = renderer(environment.get_template("labels.html"), LabelsContext)(LabelsContext([]))
    assert "https://aide.exemple.fr/ar/labels/ " in html
