"""Components with their examples: the words people read."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from html import unescape
from typing import Any
from urllib.parse import parse_qs, unquote

import pytest

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.places.vcard import vcard
from plugins.records.freshness import Freshness
from plugins.records.memory.vanished import Vanished
from plugins.records.model.place import Place
from tests.support.theme import LABEL, SITE, TODAY, component, environment_of
from tests.support.places import full_place, place


def words(html: str) -> str:
    """The text of some HTML, spaces made plain."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html))).strip()


def week_of(shown: Place) -> str:
    return component("hours", "hours_block", shown, TODAY)


@pytest.mark.parametrize(
    ("value", "said"), [("oui", "Oui"), ("non", "Non"), (None, "On ne sait pas")]
)
def test_three_states_have_a_word_a_drawing_and_a_colour(value, said):
    html = component("three_states", "three_states", value)
    assert words(html) == said
    assert "<svg" in html
    assert re.search('class="(yes|no|unknown)"', html)


@pytest.mark.parametrize(
    ("km", "said"),
    [
        (0.02, "tout près"),
        (0.34, "à 300 m"),
        (0.94, "à 900 m"),
        (0.96, "à 1 km"),
        (2.46, "à 2,5 km"),
        (9.94, "à 9,9 km"),
        (9.96, "à 10 km"),
        (14.2, "à 14 km"),
        (None, "distance inconnue"),
    ],
)
def test_a_distance_is_rounded_as_people_say_it(km, said):
    assert words(component("distance", "distance", km)) == said


def test_an_approximate_distance_says_so():
    assert words(component("distance", "distance", 14.2, True)) == "à environ 14 km"


def test_dates_are_in_full():
    day = datetime.date(2026, 3, 1)
    assert words(component("dates", "day", day)) == "1er mars 2026"
    assert words(component("dates", "period", day, None)) == "le 1er mars 2026"
    later = datetime.date(2026, 8, 12)
    said = words(component("dates", "period", day, later))
    assert said == "du 1er mars 2026 au 12 août 2026"


@pytest.mark.parametrize(
    ("text", "said"),
    [("2019", "2019"), ("2019-03", "mars 2019"), ("2019-02-01", "1er février 2019")],
)
def test_a_loose_date_says_what_is_known_of_it(text, said):
    assert words(component("dates", "loose_date", text)) == said


def test_the_call_button_shows_pairs_and_dials_internationally():
    html = component("phone", "call", full_place().phones[0])
    assert words(html) == "Appeler le 05 61 00 00 00"
    assert 'href="tel:+33561000000"' in html


def test_a_short_number_is_dialled_as_it_is():
    assert 'href="tel:3949"' in component("phone", "call", full_place().phones[1])


@pytest.mark.parametrize(
    ("age", "said"),
    [
        (Freshness("fresh", datetime.date(2026, 10, 3), True), "Vérifié le 3 octobre 2026 (la"),
        (Freshness("to-check", datetime.date(2025, 10, 3), False), "Ces informations ont pu changer."),
        (Freshness("old", datetime.date(2022, 12, 1), False), "Appelez avant de venir."),
        (Freshness("unknown", None, False), "Nous ne savons pas de quand date cette information."),
    ],
)
def test_freshness_is_said_in_words_with_its_date(age, said):
    assert said in words(component("freshness", "freshness_line", age, full_place()))


@pytest.mark.parametrize("level", ["fresh", "old"])
def test_a_place_that_left_its_list_says_so_and_since_when(level):
    age = Freshness(level, datetime.date(2024, 8, 1), False)
    left = Vanished("france-services-2024-08", "fs_1", datetime.date(2025, 6, 1))
    html = component("freshness", "freshness_line", age, full_place(), left)
    text = words(html)
    assert "Appelez avant de venir." in text
    assert "dans la liste « Liste nationale des France services », depuis le 1er juin 2025" in text
    assert "Information du 1er août 2024" in text
    assert html.count("notice") == 1


def test_the_week_puts_days_alike_together_and_says_the_next_closure():
    html = week_of(full_place())
    text = words(html)
    assert "mardi 9 h – 12 h 14 h – 17 h 30" in text
    assert html.count("fermé</span>") == 1, "on one row"
    assert "du 24 décembre 2026 au 2 janvier 2027 : fermé" in text


def test_a_rhythm_shows_its_next_dates():
    fortnight = place(horaires={"mardi": "un mardi sur deux à partir du 6 octobre 2026, 9h-12h"})
    text = words(week_of(fortnight))
    assert "mardi 1er décembre 2026" in text


def test_hours_that_were_not_understood_are_shown_as_they_came():
    raw = place(horaires_brut="8h-20h <sauf> juillet", telephone=["3949"])
    text = words(week_of(raw))
    assert "Nous n’avons pas pu le vérifier" in text
    assert "8h-20h <sauf> juillet" in text


def test_a_card_says_what_for_whether_free_when_and_calls():
    text = words(component("card", "card", full_place()))
    assert "Rue de la Croix Rose, Au fond de la cour, Labège" in text
    assert "Bibliothèque" in text
    assert "Faire une démarche" in text
    assert "C’est gratuit" in text
    assert "mardi 9 h – 12 h 14 h – 17 h 30" in text
    assert "Appeler le 05 61 00 00 00" in text


@pytest.mark.parametrize(
    ("kinds", "nom", "said"),
    [
        (["BIB"], "Le Phare", ["Bibliothèque"]),
        (["BIB"], "Bibliothèque du Phare", []),  # its name says it
        (["EPCI"], "Maison de l'emploi", []),  # who runs it, not what it is
        (["ASSO", "CS"], "Le Phare", ["Centre social"]),
        ([], "Le Phare", []),
    ],
)
def test_a_card_says_what_kind_of_place_only_if_that_explains(kinds, nom, said):
    html = str(component("card", "card", place(typologie=kinds, nom=nom)))
    assert re.findall(r'<p class="quiet kind">(.*?)</p>', html) == said


def test_a_card_of_a_bare_place_has_neither_price_nor_phone():
    text = words(component("card", "card", place()))
    assert "Horaires inconnus" in text
    assert "gratuit" not in text
    assert "Appeler" not in text


def test_a_card_of_a_closed_place_only_says_that():
    text = words(component("card", "card", full_place(ferme_le="2025-01-31")))
    assert "fermé définitivement" in text
    assert "Appeler" not in text


def test_an_itinerant_place_says_that_it_moves():
    assert "se déplace" in words(component("card", "card", place(itinerance=["Itinérant"])))


def test_a_card_says_wheelchair_and_appointment_when_they_are_known():
    said = words(component("card", "card", full_place(modalites_acces=["Se présenter"])))
    assert "Accessible en fauteuil roulant" in said
    assert "Sans rendez-vous" in said
    refused = words(component("card", "card", place(accessibilite={"fauteuil": "non"})))
    assert "Pas accessible en fauteuil roulant" in refused
    assert "fauteuil" not in words(component("card", "card", place()))


def test_the_dated_hours_stand_beside_the_zone_and_say_from_when_facts_are_old():
    html = component("opening", "opening", full_place(verifie_le="2026-01-01"))
    assert re.search(r'data-hours="20260629 [0-9!?/]* [A-Z]{7} 371 [A-Za-z0-9]+"', html)
    assert 'data-zone="Europe/Paris"' in html
    assert 'data-old="2028-01-03"' in html
    assert 'data-old=""' in component("opening", "opening", place(horaires="Mo 09:00-12:00"))
    assert not component("opening", "opening", place()).strip()


def test_a_label_that_is_over_says_since_when_and_what_to_do():
    said = words(component("labels", "labels_list", [LABEL]))
    assert "Pass numérique . Des chèques pour payer des cours." in said
    assert "Terminé depuis : 16 janvier 2024. Demandez à votre mairie." in said


def report(**site: Any) -> str:
    """The component for a site with these settings."""
    module = environment_of(replace(SITE, **site)).get_template("components/report.html").module
    return str(module.report(full_place()))  # type: ignore[attr-defined]  # its macro


def test_reporting_needs_no_account_when_the_publisher_has_an_address():
    html = report(publisher={"courriel": "annuaire@exemple.fr"})
    href = unescape(re.findall(r'href="(mailto:[^"]+)"', html)[0])
    assert href.startswith("mailto:annuaire@exemple.fr?subject=Erreur%20sur%20la%20fiche%2031/")
    assert "https%3A//aide.exemple.fr/lieux/31/mediatheque-de-labege/%0D%0A" in href
    assert (
        'href="https://forge.exemple.fr/aide/edit/main/places/31/mediatheque-de-labege.yaml"'
        in html
    )


def test_reporting_without_an_address_tells_the_telephone():
    assert "05 61 00 00 00" in report(publisher={"telephone": "05 61 00 00 00"}, editor="")


def test_reporting_without_anything_offers_no_dead_link():
    assert re.findall(r'href="([^"]+)"', report(publisher={}, editor="")) == ["/contribuer/"]


def test_what_is_shared_is_percent_encoded():
    hostile = full_place(nom="A & B ? #1 100 % « x »")
    html = component("share", "share", hostile, TODAY)
    mail, sms = (unescape(found) for found in re.findall(r'href="((?:mailto|sms):[^"]+)"', html))
    assert parse_qs(mail.partition("?")[2])["subject"] == [str(FRENCH_SIGNS(hostile.nom))]
    body = parse_qs(mail)["body"][0].replace("\u202f", " ")
    assert "Horaires\u00a0: le mardi de 9 h à 12 h et de 14 h à 17 h 30" in body
    assert "\r\ndu 24 décembre 2026 au 2 janvier 2027\u00a0: fermé" in body
    assert "A & B ? #1 100 % « x », Rue de la Croix Rose" in parse_qs(sms)["body"][0]


def test_a_closed_place_is_no_contact_to_keep():
    closed = full_place(ferme_le="2025-01-31")
    assert "data:text/vcard" not in component("share", "share", closed, TODAY)


def test_the_page_of_a_place_carries_its_contact_card():
    hostile = full_place(nom="A & B ? #1 100 % « x » \"")
    html = component("share", "share", hostile, TODAY)
    (link,) = re.findall(r'href="data:text/vcard;charset=utf-8,([^"]+)" download="', html)
    assert unquote(unescape(link)) == vcard(hostile, SITE.url)
