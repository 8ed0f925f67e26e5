"""The links from pages to calendars, with and without a public address."""

import pytest
from bs4 import BeautifulSoup, Tag

from plugins.press.site import Site
from tests.support.agenda import TODAY
from tests.support.calendars import Made, small
from tests.support.theme import environment_of

LABEGE = "/agenda/31/labege/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    return small(tmp_path_factory.mktemp("records"))


def shown(made: Made, call: str, site_url: str = "https://aide.exemple.fr/x", **given) -> list[Tag]:
    environment = environment_of(Site("Coup de main", site_url, "", TODAY, {}))
    environment.globals["calendars"] = made.subscriptions
    name = call.partition("(")[0]
    file = "calendar_line" if name == "follow_line" else "calendar_links"
    source = f'{{% from "components/{file}.html" import {name} %}}{{{{ {call} }}}}'
    html = environment.from_string(source).render(given)
    return list(BeautifulSoup(html, "html.parser").find_all(["a", "link"]))


def addresses(tags: list[Tag]) -> list[str]:
    return [str(tag["href"]) for tag in tags]


def test_one_can_subscribe_copy_and_read_the_news(made: Made):
    assert addresses(shown(made, f'follow("{LABEGE}")')) == [
        "webcal://aide.exemple.fr/x/agenda/31/labege.ics",
        "/agenda/31/labege.ics",
        "/agenda/31/labege.atom",
    ]


def test_without_a_public_address_one_can_only_copy(made: Made):
    found = addresses(shown(made, f'follow("{LABEGE}")', ""))
    assert found == ["/agenda/31/labege.ics", "/agenda/31/labege.atom"]


def test_a_departement_has_news_only(made: Made):
    assert addresses(shown(made, 'follow("/agenda/31/")')) == ["/agenda/31.atom"]


@pytest.mark.parametrize(
    "call", ['follow("{}")', 'follow_line("{}")', 'calendar_discovery("{}", "")']
)
def test_nothing_shows_where_there_is_no_file(made: Made, call: str):
    assert shown(made, call.format("/agenda/31/toulouse/")) == []
    assert shown(made, call.format("/agenda/lieux/31/inconnu/")) == []


def test_a_place_and_a_stop_have_a_line_with_the_name_of_the_stop(made: Made):
    (line,) = shown(made, 'follow_line("/agenda/lieux/31/mediatheque-de-labege/")')
    assert str(line["href"]).endswith("/x/agenda/lieux/31/mediatheque-de-labege.ics")
    (line,) = shown(made, 'follow_line("/agenda/tournees/31/bus/labege/", "Labège")')
    assert " ".join(line.get_text().split()) == "S’abonner à ces dates : Labège"


def test_a_session_is_added_by_a_plain_link_that_says_its_day(made: Made):
    session = made.agenda.of_record("workshop", "31/mardis")[0]
    (link,) = shown(made, "add_to_calendar(o)", o=session)
    assert link["href"] == "/agenda/ateliers/31/mardis/2026-11-24.ics"
    assert link["href"] in made.files
    assert "download" not in link.attrs, "an iPhone would put it in its files, not in its calendar"
    assert link.get_text() == "Ajouter à mon agenda 24 novembre 2026"


def test_no_link_leads_to_a_file_that_is_not_made(made: Made):
    for occurrence in made.agenda.occurrences:
        address = made.subscriptions.session(occurrence)
        assert address == "" or address in made.files
    for url in {*made.subscriptions.calendars, *made.subscriptions.feeds}:
        links = made.subscriptions.of(url)
        assert links is not None
        assert {link for link in links if link} <= set(made.files)
