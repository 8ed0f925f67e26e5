"""The page of a commune answers: who is open, what can be done there, and nothing that is false."""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar, Evaluator, OpeningHours, State, read_hours
from plugins.records.model.place import Place
from tests.support.places import calendar, near, place
from tests.support.theme import commune_page
from tests.support.visits import Visitor

WEEK = {
    "lundi": "9h-12h, 14h-17h30",
    "mardi": "9h-12h",
    "mercredi": "fermé",
    "jeudi": "fermé",
    "vendredi": "9h-12h",
    "samedi": "fermé",
    "dimanche": "fermé",
}
TODAY = "2026-11-20"
CALLABLE = {"telephone": ["05 61 00 00 00"], "verifie_le": TODAY}


def card(number: int, **fields: Any) -> Any:
    """A place of its own: a card is made once for an id."""
    return near(place(f"31/lieu-{number}", **{**CALLABLE, **fields}))


def set_clock(page: Page, at: str) -> None:
    """The moment changes, then the person comes back to the page."""
    page.clock.set_fixed_time(datetime.fromisoformat(at))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def said(page: Page) -> list[str]:
    """What each card says; "" when its line is not there."""
    lines = page.locator(".card [data-hours]").all()
    texts = [line.locator("b").inner_text() if line.is_visible() else "" for line in lines]
    return [text.replace("\u202f", " ") for text in texts]


def test_a_card_says_the_state_of_the_moment(stage):
    page = stage(commune_page([card(1, horaires=WEEK)], []), "2026-11-23T10:00+01:00")
    for at, words in {
        "2026-11-23T10:00+01:00": "Ouvert jusqu’à 12 h",
        "2026-11-23T11:29+01:00": "Ouvert jusqu’à 12 h",
        "2026-11-23T11:30+01:00": "Ferme bientôt, à 12 h",
        "2026-11-23T12:00+01:00": "Fermé, ouvre à 14 h",
        "2026-11-23T14:00+01:00": "Ouvert jusqu’à 17 h 30",
        "2026-11-23T18:00+01:00": "Fermé, ouvre demain à 9 h",
        "2026-11-24T12:00+01:00": "Fermé, ouvre vendredi à 9 h",
        "2026-12-25T08:00+01:00": "Jour férié\N{NO-BREAK SPACE}: appelez avant de venir",
        "2026-12-25T10:00+01:00": "Jour férié\u00a0: appelez avant de venir",
        "2026-12-25T13:00+01:00": "Fermé, ouvre lundi à 9 h",
        "2027-01-02T23:59+01:00": "Fermé, ouvre lundi à 9 h",
        "2027-07-04T23:59+02:00": "Fermé en ce moment",
        "2027-07-05T00:00+02:00": "",
        "2026-06-28T23:59+02:00": "",
    }.items():
        set_clock(page, at)
        assert said(page) == [words], at


def test_nights_exceptions_rare_days_doubts_and_old_facts(stage):
    cases: list[tuple[dict[str, Any], str, str]] = [
        ({"horaires": "Fr-Sa 20:00-02:00"}, "2026-11-28T01:00+01:00", "Ouvert jusqu’à 2 h"),
        ({"horaires": "Fr 20:00-24:00"}, "2026-11-27T21:00+01:00", "Ouvert jusqu’à minuit"),
        ({"horaires": "24/7"}, "2026-11-28T01:00+01:00", "Ouvert en ce moment"),
        ({"horaires": {"lundi": "9h-12h"}}, "2026-11-24T10:00+01:00",
         "Ouvert ou fermé\N{NO-BREAK SPACE}? appelez avant de venir"),
        ({"horaires": {"lundi": "9h-12h"}, "telephone": []}, "2026-11-24T10:00+01:00",
         "Ouvert ou fermé\N{NO-BREAK SPACE}? renseignez-vous avant de venir"),
        ({"horaires": WEEK, "exceptions": [{"du": "2026-11-23", "horaires": "fermé"}]},
         "2026-11-23T10:00+01:00", "Fermé, ouvre demain à 9 h"),
        ({"horaires": "Mo[1] 09:00-12:00"}, "2026-11-23T10:00+01:00",
         "Fermé, ouvre le lundi 7 décembre à 9 h"),
        ({"horaires": "2026 Dec 01 09:00-12:00"}, "2026-11-23T10:00+01:00",
         "Fermé, ouvre le mardi 1er décembre à 9 h"),
        ({"horaires": WEEK, "verifie_le": "2022-01-01"}, "2026-11-23T10:00+01:00",
         "En principe ouvert jusqu’à 12 h"),
    ]  # fmt: skip
    cards = [card(10 + number, **fields) for number, (fields, _, _) in enumerate(cases)]
    page = stage(commune_page(cards, []), "2026-11-23T10:00+01:00")
    for number, (_, at, words) in enumerate(cases):
        set_clock(page, at)
        assert said(page)[number] == words


def test_the_clock_is_that_of_the_place_not_of_the_visitor(stage):
    reunion = Gazetteer.load(["974"]).departements["974"]
    fields = {
        "nom": "Case",
        "code_postal": "97400",
        "code_insee": "97411",
        "commune": "Saint-Denis",
    }
    far = Place.from_tree({**fields, **CALLABLE, "horaires": WEEK}, "974/x", Calendar.of(reunion))
    html = commune_page([card(1, horaires=WEEK), near(far)], [])
    for visitor in ("Asia/Tokyo", "America/Los_Angeles", "Indian/Reunion"):
        page = stage(html, "2026-11-23T07:30+01:00", zone=visitor)
        assert said(page) == ["Fermé, ouvre à 9 h", "Ouvert jusqu’à 12 h"]


def test_unknown_hours_have_no_state(stage):
    page = stage(commune_page([card(2)], []), "2026-11-23T10:00+01:00")
    expect(page.locator(".card [data-hours]")).to_have_count(0)
    expect(page.get_by_text("Horaires inconnus : appelez avant de venir")).to_be_visible()


def test_the_state_follows_the_minute_and_moves_nothing(stage):
    page = stage(commune_page([card(1, horaires=WEEK)], []), "2026-11-23T11:59:30+01:00", width=360)
    line, below = page.locator(".card [data-hours]"), page.locator(".card .call")
    expect(line).to_contain_text("Ferme bientôt")
    before = below.bounding_box()
    page.clock.run_for(31_000)
    expect(line).to_contain_text("Fermé, ouvre à 14")
    assert below.bounding_box() == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_room_of_the_state_is_kept_before_the_script_comes(stage, width):
    html = commune_page([card(1, horaires=WEEK)], [])
    moment = "2026-12-25T10:00+01:00"
    with_script = stage(html, moment, width=width)
    expect(with_script.locator(".card [data-hours]")).to_contain_text("Jour férié")
    without = stage(html.replace('type="module" src', 'type="module" data-x'), moment, width=width)
    boxes = [page.locator(".card").bounding_box() for page in (with_script, without)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["height"] == boxes[1]["height"]


def test_a_page_made_long_ago_says_what_one_made_today_would(stage):
    """The day of its reader decides: holidays, an exception, from when nobody has checked."""
    shut = {"du": "2027-03-08", "au": "2027-03-12", "horaires": "fermé"}
    one = card(2025, horaires=WEEK, verifie_le="2025-01-10", exceptions=[shut])
    page = stage(commune_page([one], []), "2026-11-23T10:00+01:00")
    for at, words in {
        "2026-11-23T10:00+01:00": "Ouvert jusqu’à 12 h",
        "2026-12-25T10:00+01:00": "Jour férié\u00a0: appelez avant de venir",
        "2027-01-11T10:00+01:00": "Ouvert jusqu’à 12 h",
        "2027-01-12T10:00+01:00": "En principe ouvert jusqu’à 12 h",
        "2027-03-08T10:00+01:00": "En principe fermé, ouvre le lundi 15 mars à 9 h",
        "2027-06-21T10:00+02:00": "En principe ouvert jusqu’à 12 h",
        "2027-07-05T10:00+02:00": "",
    }.items():
        set_clock(page, at)
        assert said(page) == [words], at


def test_without_javascript_the_week_is_there_and_no_empty_line(stage):
    html = commune_page([card(1, horaires=WEEK)], [])
    page = stage(html, "", java_script_enabled=False)
    expect(page.locator(".card [data-hours]")).to_be_hidden()
    expect(page.get_by_text("mardi, vendredi")).to_be_visible()


READ = """async ([url, codes, zone]) => {
  const { read, stateAt, clock } = await import(url);
  return codes.map(([code, at]) => {
    const now = clock(zone, new Date(at));
    const found = stateAt(read(code, now), now);
    return found && [found.state, found.until || found.next || null];
  });
}"""


def reader(page: Page) -> Any:
    """The functions of open-now.js: `run([[code, moment], …], zone)` → [[state, minutes], …]."""
    from tests.support.theme import environment

    url = environment().from_string('{{ asset("js/open-now.js") }}').render()
    return lambda codes, zone="Europe/Paris": page.evaluate(READ, [url, codes, zone])


def test_the_script_agrees_with_the_intervals_of_the_build(visit: Visitor):
    weeks: list[str | dict[str, str]] = [
        WEEK,
        "24/7",
        "Fr-Sa 20:00-02:00",
        "Mo-Fr 08:00-12:00,12:00-18:00; PH off",
        "Mo-Su 22:00-24:00,00:00-03:00",
        "Mo[1],We[-1] 10:00-16:00; Tu unknown",
        {"lundi": "9h-12h", "jours fériés": "10h-11h"},
        "Sa-Su 00:00-24:00",
    ]
    chance = random.Random(7)
    run = reader(visit("/").page)
    for evaluator in (Evaluator(date(2026, 10, 5), 42), Evaluator.of(date(2027, 3, 1))):
        start = evaluator.start  # the clocks change within
        midnight = datetime(start.year, start.month, start.day, tzinfo=UTC)
        asked, expected = [], []
        for week in weeks:
            hours = OpeningHours(read_hours(week), (), calendar())
            for _ in range(60):
                moment = midnight + timedelta(
                    minutes=chance.randrange(180, (evaluator.days - 1) * 1440)
                )
                here = [i for i in evaluator.intervals(hours) if i.start <= moment < i.end]
                asked.append([evaluator.code(hours), moment.isoformat()])
                expected.append(here[0].state if here else State.CLOSED)
        for question, (state, _), wanted in zip(asked, run(asked), expected, strict=True):
            if wanted is State.CLOSED:  # and later that day we may not know
                assert state in ("closed", "ask"), question
            else:
                assert state == {"open": "open", "unknown": "ask"}[wanted], question


def test_summer_time_begins_while_a_place_is_closed(visit: Visitor):
    run = reader(visit("/").page)
    code = "20270328 09001200 A"  # the Sunday on which clocks go forward
    nine, noon = (datetime(2027, 3, 28, hour, tzinfo=UTC).timestamp() // 60 for hour in (9, 12))
    for time, state in {
        "00:30": ["closed", nine],
        "01:30": ["closed", nine],
        "06:59": ["closed", nine],
        "07:00": ["open", noon],
        "09:59": ["open", noon],
        "10:00": ["closed", None],
    }.items():
        assert run([[code, f"2027-03-28T{time}Z"]]) == [state]


# Filters

DEMARCHES = {"services": ["Aide aux démarches administratives"]}
LEARN = {"services": ["Maîtrise des outils numériques du quotidien"]}


@pytest.fixture
def places() -> str:
    """A free open place, a free closed one, one without appointment, one for a wheelchair."""
    one = place(
        "31/un", **CALLABLE, **DEMARCHES, nom="Un", horaires=WEEK, frais_a_charge=["Gratuit"]
    )
    two = place("31/deux", **CALLABLE, **DEMARCHES, nom="Deux", horaires="Sa 09:00-12:00",
                frais_a_charge=["Gratuit"])  # fmt: skip
    three = place("31/trois", **CALLABLE, **LEARN, nom="Trois", modalites_acces=["Se présenter"])
    four = place("31/quatre", **LEARN, nom="Quatre", accessibilite={"fauteuil": "oui"},
                 prise_rdv="https://rdv.exemple.fr/", horaires=WEEK)  # fmt: skip
    return commune_page([near(one), near(two)], [near(three), near(four)])


MONDAY = "2026-11-23T10:00+01:00"


def unfold(page: Page) -> None:
    """The filters are folded: the answer comes first."""
    page.locator("#choisir summary").click()


def names(page: Page) -> list[str]:
    return page.locator(".card:visible h3").all_inner_texts()


def test_filters_are_pressed_with_the_keyboard_and_combined(stage, places):
    page = stage(places, MONDAY, width=360)
    page.locator("#choisir summary").focus()
    page.keyboard.press("Enter")
    status = page.get_by_role("group", name="Choisir").get_by_role("status")
    expect(status).to_have_text("4 lieux sur cette page")
    button = page.get_by_role("button", name="Faire une démarche")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(status).to_have_text("2 lieux correspondent")
    assert names(page) == ["Un", "Deux"]
    expect(page.get_by_role("heading", name="Autour")).to_be_hidden()
    page.get_by_role("button", name="Ouvert maintenant").focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("1 lieu correspond")
    assert names(page) == ["Un"]
    assert page.url.endswith("#besoin-demarches+ouvert")
    page.get_by_role("button", name="Tout montrer").focus()
    page.keyboard.press("Enter")
    expect(status).to_have_text("4 lieux sur cette page")
    assert page.url.endswith("/essai/")
    expect(page.get_by_role("button", name="Ouvert maintenant")).to_be_focused()


def test_each_filter(stage, places):
    page = stage(places, MONDAY)
    unfold(page)
    for name, found in {
        "Ouvert maintenant": ["Un", "Quatre"],
        "Gratuit": ["Un", "Deux"],
        "Fauteuil roulant": ["Quatre"],
        "Sans rendez-vous": ["Trois"],
        "Sur rendez-vous": ["Quatre"],
        "Apprendre": ["Trois", "Quatre"],
    }.items():
        button = page.get_by_role("button", name=name)
        button.click()
        assert names(page) == found
        button.click()
    assert len(names(page)) == 4


def test_no_place_left_says_what_to_do(stage, places):
    page = stage(places, MONDAY)
    unfold(page)
    page.get_by_role("button", name="Gratuit").click()
    page.get_by_role("button", name="Fauteuil").click()
    empty = page.locator("[data-filter-empty]")
    expect(empty).to_be_visible()
    expect(empty).to_contain_text("Enlevez un choix")
    expect(empty.get_by_role("link", name="Appeler le 05 61 00 00 00")).to_be_visible()
    page.get_by_role("button", name="Gratuit").click()
    expect(empty).to_be_hidden()


def test_open_now_follows_the_clock(stage, places):
    page = stage(places, "2026-11-23T11:59:30+01:00")
    unfold(page)
    page.get_by_role("button", name="Ouvert maintenant").click()
    assert names(page) == ["Un", "Quatre"]
    page.clock.run_for(31_000)
    expect(page.locator("[data-filter-empty]")).to_be_visible()


def test_a_shared_address_brings_its_filters(visit: Visitor):
    page = visit("/territoires/31/labege/#besoin-demarches+gratuit").page
    pressed = page.locator("[aria-pressed=true]")
    expect(pressed).to_have_count(2)
    assert page.locator(".card:visible").count() < page.locator(".card").count()


def test_no_filter_without_a_place_for_it(stage, places):
    page = stage(places, MONDAY)
    unfold(page)
    expect(page.get_by_role("button", name="S’équiper")).to_have_count(0)
    plain = stage(places, "", java_script_enabled=False)
    expect(plain.get_by_role("link", name="S’équiper")).to_have_count(0)
    expect(plain.locator("main button:visible")).to_have_count(0)


def test_without_javascript_each_filter_is_a_link(stage, places):
    page = stage(places, "", width=360, java_script_enabled=False)
    unfold(page)
    page.get_by_role("link", name="Faire une démarche").click()
    assert names(page) == ["Un", "Deux"]
    expect(page.get_by_role("heading", name="Autour")).to_be_hidden()
    expect(page.get_by_text("Seulement : Faire une démarche")).to_be_visible()
    page.get_by_role("link", name="Tout montrer").click()
    assert len(names(page)) == 4
    page.goto("/essai/#besoin-s-equiper")
    expect(page.locator("#besoin-s-equiper")).to_be_visible()
    assert len(names(page)) == 4


def test_fingers_have_room(stage, places):
    page = stage(places, MONDAY, width=320)
    unfold(page)
    for button in page.locator(".choice:visible").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_distance_is_offered_where_none_is_known(stage):
    cards = [near(place(f"31/{n}", **CALLABLE, **LEARN, nom=f"Lieu {n}"), None) for n in range(2)]
    page = stage(commune_page(cards, []), MONDAY)
    unfold(page)
    expect(page.get_by_role("button", name="Apprendre")).to_be_visible()
    expect(page.get_by_role("button", name="Par distance seule")).to_have_count(0)


def test_by_distance_alone_on_request(stage):
    cards = [
        near(place(f"31/{km}", **CALLABLE, **LEARN, nom=f"Lieu {km}"), km) for km in (3.2, 0.4, 1.8)
    ]
    page = stage(
        commune_page([*cards, near(place("31/x", **CALLABLE, nom="Là"), None)], []), MONDAY
    )
    unfold(page)
    assert names(page) == ["Lieu 3.2", "Lieu 0.4", "Lieu 1.8", "Là"]
    button = page.get_by_role("button", name="Par distance seule")
    button.click()
    assert names(page) == ["Lieu 0.4", "Lieu 1.8", "Lieu 3.2", "Là"]
    button.click()
    assert names(page) == ["Lieu 3.2", "Lieu 0.4", "Lieu 1.8", "Là"]


# Cities

TOULOUSE = "/territoires/31/toulouse/"


def all_that_have(site: Path, word: str) -> int:
    """How many places the list of all places says have a word."""
    pages = [site / TOULOUSE[1:] / "lieux" / "index.html"]
    pages += sorted(pages[0].parent.glob("page-*/index.html"))
    facets = re.findall(r'data-facets="([^"]*)"', "".join(p.read_text("utf-8") for p in pages))
    assert len(facets) > 100
    return sum(word in found.split() for found in facets)


@pytest.mark.parametrize(
    ("name", "word"), [("Faire une démarche", "besoin-demarches"), ("Gratuit", "gratuit")]
)
def test_in_a_city_a_filter_is_about_all_its_places(
    visit: Visitor, built_site: Path, name: str, word: str
):
    wanted = all_that_have(built_site, word)
    page = visit(TOULOUSE).page
    unfold(page)
    page.get_by_role("button", name=name).click()
    status = page.locator("[data-filter-status]")
    expect(status).to_contain_text(f"{wanted} lieux correspondent")
    expect(page.locator("[data-here] .card:visible")).to_have_count(wanted)
    page.get_by_role("button", name="Tout montrer").click()
    expect(page.locator("[data-here] .card:visible")).to_have_count(20)


def test_a_need_that_was_said_before_narrows_a_city_at_once(visit: Visitor, built_site: Path):
    page = visit(f"{TOULOUSE}#besoin-demarches").page
    wanted = all_that_have(built_site, "besoin-demarches")
    expect(page.locator("[data-filter-status]")).to_contain_text(f"{wanted} lieux correspondent")


def test_a_city_whose_list_does_not_come_says_so(visit: Visitor):
    page = visit(TOULOUSE).page
    page.route("**/lieux/**", lambda route: route.abort())
    unfold(page)
    page.get_by_role("button", name="Gratuit").click()
    expect(page.locator("[data-filter-status]")).to_contain_text("Sur cette page seulement")


def test_without_javascript_a_filter_of_a_city_leads_through_all_its_places(
    visit: Visitor, built_site: Path
):
    page = visit(TOULOUSE, javascript=False, width=360).page
    unfold(page)
    page.get_by_role("link", name="Faire une démarche").click()
    page.wait_for_url("**/lieux/#besoin-demarches")
    found = 0
    for number in (2, 3, None):
        if page.locator(".incomplete").is_visible():
            page.locator(".incomplete summary").click()
        found += page.locator(".card:visible").count()
        expect(page.locator(".card:not([data-facets~=besoin-demarches]):visible")).to_have_count(0)
        if number:
            page.locator(".only:visible").get_by_role("link", name=str(number)).click()
            page.wait_for_url(f"**/page-{number}/#besoin-demarches")
    assert found == all_that_have(built_site, "besoin-demarches")


# The answer first

PATHS = [TOULOUSE, "/territoires/31/labege/", "/territoires/31/agassac/"]


@pytest.mark.parametrize("path", PATHS)
def test_on_a_telephone_the_first_number_is_on_the_first_screen(visit: Visitor, path: str):
    page = visit(path, width=360).page
    box = page.locator("main a[href^='tel:']").first.bounding_box()
    assert box
    assert box["y"] <= 480


@pytest.mark.parametrize("need", ["demarches", "s-equiper"])
@pytest.mark.parametrize("before", ["", "/facile"])
def test_a_need_is_kept_to_the_commune(visit: Visitor, before: str, need: str):
    page = visit(f"{before}/besoins/{need}/").page
    page.get_by_label("Votre commune").fill("labege")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/territoires/31/labege/#besoin-{need}")


def test_a_need_is_kept_through_a_search_that_must_ask(visit: Visitor):
    page = visit("/besoins/demarches/").page
    page.get_by_label("Votre commune").fill("31450")
    page.keyboard.press("Enter")
    page.wait_for_url("**/recherche/?*besoin=demarches*")
    link = page.locator("[data-answer] li a").first
    expect(link).to_have_attribute("href", re.compile(r"/territoires/.*#besoin-demarches$"))
