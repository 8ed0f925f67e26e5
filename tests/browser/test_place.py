"""The page of a place: today, announcements on their days, a share box that sends nothing."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest
from playwright.sync_api import Page, expect

from tests.support.kinds import address
from tests.support.places import full_place
from tests.support.theme import component, environment, place_page
from tests.support.visits import Visitor

LIVE = (
    environment()
    .from_string('<script type="module" src="{{ asset("js/live.js") }}"></script>')
    .render()
)
TUESDAY = "2026-11-24T10:00+01:00"


@pytest.fixture
def html() -> str:
    return place_page(full_place())


def fragments(page: Page, selector: str) -> str:
    return (
        page.locator(selector)
        .inner_text()
        .replace("\u202f", " ")
        .replace("\u00a0–\u2060\u00a0", " – ")
    )


def test_today_is_said_in_words(stage, html):
    page = stage(html, TUESDAY)
    expect(page.locator("[data-hours]")).to_have_attribute("data-state", "open")
    assert fragments(page, "[data-hours]").splitlines() == [
        "Ouvert jusqu’à 12 h",
        "Aujourd’hui\N{NO-BREAK SPACE}: 9 h – 12 h, 14 h – 17 h 30",
    ]


def test_a_day_closed_exceptionally_is_said_closed(stage, html):
    page = stage(html, "2026-12-29T10:00+01:00")
    assert "Aujourd’hui\N{NO-BREAK SPACE}: fermé" in fragments(page, "[data-hours]")


@pytest.mark.parametrize(
    ("horaires", "at", "said"),
    [
        ({"tous les jours": "24h/24"}, "2026-12-20T03:00+01:00",
         ["Ouvert en ce moment", "Aujourd’hui\N{NO-BREAK SPACE}: 24 heures sur 24"]),
        ({"vendredi": "22h-2h"}, "2026-12-19T01:10+01:00",
         ["Ouvert jusqu’à 2 h", "Aujourd’hui\N{NO-BREAK SPACE}: minuit – 2 h"]),
        ({"vendredi": "22h-2h", "samedi": "10h-12h"}, "2026-12-19T01:40+01:00",
         ["Ferme bientôt, à 2 h",
          "Aujourd’hui\N{NO-BREAK SPACE}: minuit – 2 h, 10 h – 12 h"]),
        ({"vendredi": "22h-2h"}, "2026-12-18T21:00+01:00",
         ["Fermé, ouvre à 22 h", "Aujourd’hui\N{NO-BREAK SPACE}: 22 h – 2 h"]),
        ("Mo-Fr 09:00-24:00; Tu 00:00-05:00,09:00-18:00", "2026-11-24T02:00+01:00",
         ["Ouvert jusqu’à 5 h", "Aujourd’hui\N{NO-BREAK SPACE}: minuit – 5 h, 9 h – 18 h"]),
    ],
)  # fmt: skip
def test_nights_and_whole_days_are_hours_of_today(stage, horaires, at, said):
    page = stage(place_page(full_place(horaires=horaires, exceptions=None)), at)
    expect(page.locator("[data-hours]")).to_have_attribute("data-state", re.compile("open|closed"))
    assert fragments(page, "[data-hours]").splitlines() == said


def test_hours_by_appointment_are_not_open_to_all(stage):
    week = {"mardi": "9h-12h sur rendez-vous", "mercredi": "9h-12h"}
    page = stage(place_page(full_place(horaires=week, exceptions=None)), TUESDAY)
    line = page.locator("[data-hours]")
    expect(line).to_have_attribute("data-state", "ask")
    assert fragments(page, "[data-hours]") == "Sur rendez-vous\u00a0: appelez avant de venir"
    page.clock.set_fixed_time(datetime.fromisoformat("2026-11-24T08:00+01:00"))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(line).to_have_attribute("data-state", "closed")
    assert fragments(page, "[data-hours]").splitlines() == [
        "Fermé, ouvre à 9 h (sur rendez-vous)",
        "Aujourd’hui\N{NO-BREAK SPACE}: 9 h – 12 h (sur rendez-vous)",
    ]


def test_a_card_says_today_and_the_next_open_day(stage):
    week = {"mardi": "9h-12h, 14h-17h30", "jeudi": "9h-12h sur rendez-vous", "lundi": "fermé"}
    card = str(component("card", "card", full_place(horaires=week, exceptions=None)))
    body = f'<ul class="cards"><li class="card">{card}</li></ul>'
    html = re.sub(
        r"<main.*</main>", lambda _: f"<main>{body}</main>", place_page(full_place()), flags=re.S
    )
    words = component("opening", "opening_words")
    page = stage(html.replace("</main>", f"</main>{words}{LIVE}"), TUESDAY)
    line = page.locator(".now.days")
    expect(line).to_have_attribute("data-state", "open")
    assert fragments(page, ".now.days").splitlines() == [
        "Ouvert jusqu’à 12 h",
        "Aujourd’hui\u00a0: 9 h – 12 h, 14 h – 17 h 30",
        "Jeudi\u00a0: 9 h – 12 h (sur rendez-vous)",
    ]
    expect(page.locator(".known")).to_be_hidden()
    for at, said in {
        "2026-11-24T18:00+01:00": ["Fermé, ouvre jeudi à 9 h (sur rendez-vous)",
                                   "Jeudi\u00a0: 9 h – 12 h (sur rendez-vous)"],
        "2026-11-30T10:00+01:00": ["Fermé, ouvre demain à 9 h",
                                   "Demain\u00a0: 9 h – 12 h, 14 h – 17 h 30"],
    }.items():  # fmt: skip
        page.clock.set_fixed_time(datetime.fromisoformat(at))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        assert fragments(page, ".now.days").splitlines() == said


def test_where_no_script_runs_a_card_has_the_week(stage):
    html = place_page(full_place())
    card = str(component("card", "card", full_place()))
    page = stage(
        html.replace('<section class="panel"', card + '<section class="panel"', 1),
        "",
        java_script_enabled=False,
    )
    expect(page.locator(".known")).to_be_visible()
    assert "mardi" in page.locator(".known").inner_text().lower()


def test_announcements_show_on_the_visitor_s_own_days(stage):
    announcements = [
        {"du": "2026-11-01", "au": "2026-11-23", "texte": "Passée"},
        {"du": "2026-12-01", "au": "2026-12-05", "texte": "À venir"},
        {"du": "2026-12-01", "texte": "Sans fin"},
    ]
    page = stage(place_page(full_place(annonces=announcements)), TUESDAY)
    for at, shown in {
        "2026-11-22T10:00+01:00": ["Passée"],
        "2026-11-23T23:00+01:00": ["Passée"],
        "2026-11-24T01:00+01:00": [],
        "2026-12-01T01:00+01:00": ["À venir", "Sans fin"],
        "2027-02-01T01:00+01:00": ["Sans fin"],
    }.items():
        page.clock.set_fixed_time(datetime.fromisoformat(at))
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        texts = [text["texte"] for text in announcements]
        assert [text for text in texts if page.get_by_text(text).is_visible()] == shown, at


def test_without_javascript_only_the_announcements_of_the_build_s_day_show(stage):
    announcements = [
        {"du": "2026-11-01", "au": "2026-11-23", "texte": "En cours"},
        {"du": "2026-12-01", "au": "2026-12-05", "texte": "À venir"},
    ]
    html = place_page(full_place(annonces=announcements))
    page = stage(html, "", java_script_enabled=False)
    expect(page.get_by_text("En cours")).to_be_visible()
    expect(page.get_by_text("À venir")).to_be_hidden()


def field(page: Page) -> Any:
    return page.get_by_label("Adresses e-mail *")


def unfold(page: Page) -> None:
    if page.locator("[data-share]").get_attribute("open") is None:
        page.locator("[data-share] > summary").click()


def prepare(page: Page, typed: str) -> None:
    unfold(page)
    field(page).fill(typed)
    page.get_by_role("button", name="Préparer l’e-mail").press("Enter")


def mail(page: Page) -> str:
    unfold(page)
    href = page.get_by_role("link", name="E-mail", exact=True).get_attribute("href")
    assert href
    return href


def test_good_addresses_make_a_message_and_nothing_is_sent(stage, html):
    page = stage(html, TUESDAY)
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    for typed, addresses in {
        "a@exemple.fr": "a@exemple.fr",
        " a@exemple.fr , b.c+d@mairie-x.fr,": "a@exemple.fr,b.c%2Bd@mairie-x.fr",
        "a@exemple.fr; b@exemple.fr\u00a0c@x.fr": "a@exemple.fr,b@exemple.fr,c@x.fr",
        "La mairie <a@exemple.fr>, a@exemple.fr": "a@exemple.fr",
        "o'neil&fils@exemple.fr": "o'neil%26fils@exemple.fr",
    }.items():
        prepare(page, typed)
        status = page.locator("[data-share]").get_by_role("status")
        expect(status).to_contain_text("Votre messagerie s’ouvre.")
        assert mail(page).startswith(f"mailto:{addresses}?subject=")
    assert not [url for url in sent if not url.startswith("mailto:") and "favicon" not in url]


def test_the_message_says_the_place_and_survives_any_name(stage):
    page = stage(place_page(full_place(nom="Café & thé ? #1 100 %")), TUESDAY)
    prepare(page, "a@exemple.fr")
    head, query = mail(page).split("?", 1)
    parts = parse_qs(query, strict_parsing=True)
    assert head == "mailto:a@exemple.fr"
    assert parts["subject"] == ["Café & thé\N{NO-BREAK SPACE}? #1 100 %"]
    body = parts["body"][0].replace("\N{NO-BREAK SPACE}", " ")
    assert "Café & thé ? #1 100 %\r\nRue de la Croix Rose, 31670 Labège\r\n" in body
    assert "Téléphone : 05 61 00 00 00" in body
    assert "Horaires : le mardi de 9\u202fh à 12\u202fh" in body
    assert body.endswith("https://aide.exemple.fr/lieux/31/mediatheque-de-labege/")


def test_each_bad_address_is_named(stage, html):
    page = stage(html, TUESDAY)
    before = mail(page)
    for typed, faults in {
        "": ["Écrivez au moins une adresse"],
        " , ": ["Écrivez au moins une adresse"],
        "jean": ["« jean » : il manque le signe @"],
        "a@exemple.fr, jean.exemple.fr, b@x": ["« jean.exemple.fr » : il", "« b@x » : la fin"],
        "@exemple.fr": ["il manque le début"],
        "a@exemple.frb@exemple.fr": ["a deux signes @"],
        "a@exemple.": ["la fin n’est pas juste"],
        "a@192.168.0.1": ["la fin n’est pas juste"],
        "a..b@exemple.fr": ["un signe qui ne va pas"],
    }.items():
        prepare(page, typed)
        alert = page.locator("[data-share]").get_by_role("alert")
        lines = [" ".join(line.split()) for line in alert.locator("span").all_inner_texts()]
        assert len(lines) == len(faults), typed
        assert all(fault in line for line, fault in zip(lines, faults, strict=True)), typed
        expect(field(page)).to_be_focused()
        expect(field(page)).to_have_attribute("aria-invalid", "true")
    assert mail(page) == before


def test_a_typed_address_is_shown_as_text(stage, html):
    page = stage(html, TUESDAY)
    prepare(page, "<img/src=x>")
    alert = page.locator("[data-share]").get_by_role("alert")
    expect(alert).to_contain_text("il manque le signe @")
    expect(alert.locator("img")).to_have_count(0)


def test_required_fields_are_marked_and_explained(stage, html):
    page = stage(html, TUESDAY)
    unfold(page)
    assert field(page).get_attribute("required") is not None
    expect(page.get_by_text("* : à remplir.")).to_be_visible()
    described = field(page).get_attribute("aria-describedby")
    assert described
    for name in described.split():
        assert page.locator(f"#{name}").count() == 1


def test_the_link_is_copied(stage, html):
    page = stage(html, TUESDAY, permissions=["clipboard-read", "clipboard-write"])
    unfold(page)
    page.get_by_role("button", name="Copier le lien").click()
    expect(page.get_by_text("Adresse de la page copiée.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith("/essai/")


def test_without_javascript_links_share_and_nothing_is_dead(stage, html):
    page = stage(html, "", java_script_enabled=False)
    box = page.locator("[data-share]")
    expect(box.get_by_role("link", name="SMS")).to_be_hidden()
    unfold(page)
    expect(box.locator("form, button").filter(visible=True)).to_have_count(0)
    sms = box.get_by_role("link", name="SMS").get_attribute("href")
    assert sms
    assert unquote(sms).startswith("sms:?&body=Médiathèque de Labège, Rue de la Croix Rose")
    assert mail(page).startswith("mailto:?subject=M%C3%A9diath%C3%A8que")


def test_the_contact_card_of_a_place_is_kept_without_scripts(visit: Visitor):
    page = visit("/territoires/31/labege/", javascript=False).page
    page.locator(".card h3 a").first.click()
    page.wait_for_url("**/lieux/**")
    unfold(page)
    with page.expect_download() as keeping:
        page.get_by_role("link", name="Ajouter aux contacts").click()
    assert keeping.value.suggested_filename == "contact.vcf"
    card = keeping.value.path().read_bytes()
    assert card.startswith(b"BEGIN:VCARD\r\nVERSION:4.0\r\n")


def test_old_facts_say_in_principle_of_a_permanence_too(stage):
    old = {"verifie_le": None, "date_maj": "2020-01-01", "source": None}
    shown = full_place(permanence="mardi 9h-12h", horaires=None, exceptions=None, **old)
    page = stage(place_page(shown), "2026-11-25T10:00+01:00")
    expect(page.locator("[data-hours]")).to_contain_text(
        "En principe\u00a0: prochaine permanence mardi"
    )


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-24T10:00+01:00", ["Permanence en ce moment, jusqu’à 12 h",
                                    "Aujourd’hui\N{NO-BREAK SPACE}: 9 h – 12 h"]),
        ("2026-11-24T08:00+01:00", ["Permanence aujourd’hui à 9 h",
                                    "Aujourd’hui\N{NO-BREAK SPACE}: 9 h – 12 h"]),
        ("2026-11-25T10:00+01:00", ["Prochaine permanence mardi à 9 h",
                                    "Aujourd’hui\N{NO-BREAK SPACE}: pas de permanence"]),
    ],
)  # fmt: skip
def test_the_line_of_now_says_that_it_is_a_permanence(stage, at, said):
    shown = full_place(permanence="mardi 9h-12h", horaires=None, exceptions=None)
    page = stage(place_page(shown), at)
    expect(page.locator("[data-hours]")).to_have_attribute("data-state", re.compile("open|closed"))
    assert fragments(page, "[data-hours]").splitlines() == said


@pytest.mark.parametrize(
    "kind", ["poor place", "place", "commune", "route", "workshop without dates"]
)
def test_without_scripts_no_heading_stands_above_nothing(
    visit: Visitor, built_site: Path, kind: str
):
    page = visit(address(kind, built_site), javascript=False).page
    for section in page.locator("main section:has(> h2)").all():
        if section.is_visible():
            heading = section.locator("> h2").inner_text()
            drawings = section.locator("svg:visible:not(.i)").count()
            assert drawings or len(section.inner_text().strip()) > len(heading), heading
