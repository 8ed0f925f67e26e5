"""Every kind of page: whole HTML, one title, nothing inline, nothing that a record could inject."""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from plugins.press.assets import Assets
from tests.support.places import full_place, place
from tests.support.reader import Reader
from tests.support.theme import HOSTILE, THEME, every_page, place_data, place_page

DATA = {"application/ld+json", "application/json"}  # read, never run
PAGES = every_page()


every_kind = pytest.mark.parametrize("html", PAGES.values(), ids=PAGES.keys())


@every_kind
def test_tags_match(html):
    reader = Reader(html)
    assert not reader.faults
    assert not reader.open


@every_kind
def test_a_page_says_its_language_title_description_and_address(html):
    reader = Reader(html)
    assert reader.all("html")[0]["lang"] == "fr"
    (title,) = reader.text_of("title")
    assert title.endswith("– Coup de main numérique")
    metas = {meta.get("name"): meta.get("content") for meta in reader.all("meta")}
    assert metas["description"]
    canonical = [link["href"] for link in reader.all("link") if link["rel"] == "canonical"]
    if "404" not in PAGES or html != PAGES["404"]:
        assert len(canonical) == 1
        assert re.fullmatch(r"https://aide\.exemple\.fr/([\w-]+/)*", canonical[0] or "")


@every_kind
def test_headings_begin_with_one_h1_and_skip_no_level(html):
    levels = [int(tag[1]) for tag, _ in Reader(html).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_kind
def test_landmarks_are_there_once_and_the_skip_link_leads_to_the_content(html):
    reader = Reader(html)
    for name in ("main", "header", "footer"):
        assert len(reader.all(name)) == 1
    assert reader.all("main")[0]["id"] == "contenu"
    assert reader.all("a")[0]["href"] == "#contenu"
    assert all(nav.get("aria-label") for nav in reader.all("nav"))


@every_kind
def test_nothing_is_inline_that_the_security_policy_forbids(html):
    reader = Reader(html)
    (policy,) = [
        meta["content"] or ""
        for meta in reader.all("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    sheets = [one["href"] for one in reader.all("link") if one.get("rel") == "stylesheet"]
    styles = reader.text_of("style")
    assert len(styles) + len([one for one in sheets if one and "/style." in one]) == 1
    for style in styles:
        digest = b64encode(sha256(style.encode()).digest()).decode()
        assert f"style-src 'self' 'sha256-{digest}';" in policy
    own = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    for script in reader.all("script"):
        assert script.get("src") or script.get("type") in DATA or (own and not script)
    for text in own:
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"script-src 'self' 'sha256-{digest}';" in policy
    for _, attributes in reader.tags:
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
        for name in ("href", "src"):
            target = attributes.get(name) or ""
            carried = name == "href" and "download" in attributes  # a contact card, to keep
            assert not target.lower().startswith("javascript:")
            assert not target.lower().startswith("data:") or (
                carried and target.startswith("data:text/vcard;")
            )


@every_kind
def test_nothing_is_fetched_from_elsewhere(html):
    reader = Reader(html)
    only_named = ("canonical", "alternate")
    fetched = [link["href"] for link in reader.all("link") if link["rel"] not in only_named]
    fetched += [image["src"] for image in reader.all("img")]
    fetched += [use["href"] for use in reader.all("use")]
    fetched += [script["src"] for script in reader.all("script") if "src" in script]
    assert all(target and target.startswith("/assets/") for target in fetched)


@every_kind
def test_identifiers_are_unique_and_links_inside_the_page_lead_somewhere(html):
    reader = Reader(html)
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = [a["href"] for a in reader.all("a") if (a.get("href") or "").startswith("#")]
    assert {target[1:] for target in inside if target} <= set(ids)


@every_kind
def test_linked_data_is_json(html):
    reader = Reader(html)
    for attributes, text in zip(reader.all("script"), reader.text_of("script"), strict=True):
        if attributes.get("type") == "application/ld+json":
            assert json.loads(text)["@context"] == "https://schema.org"


@every_kind
def test_no_word_of_a_program_is_left_in_the_text(html):
    words = set(re.findall(r"\w+", re.sub(r"<script.*?</script>|<[^>]+>", " ", html, flags=re.S)))
    assert not words & {"None", "True", "False", "Undefined", "namespace", "Markup"}


def test_a_hostile_name_is_shown_as_the_text_it_is():
    html = PAGES["place, hostile"]
    assert "<script>alert" not in html
    assert "onload='x'" not in html
    assert "{{ 7*7 }}" in html
    data = place_data(html)
    assert data["name"] == HOSTILE


def test_markdown_of_a_record_is_formatted_and_its_script_shown_as_text():
    html = PAGES["place, full"]
    assert "<strong>accueil</strong>" in html
    assert "&lt;script&gt;alert(1)" in html


def test_linked_data_of_a_place_says_type_address_phone_and_dated_hours():
    data = place_data(PAGES["place, full"])
    assert data["@type"] == "Library"
    assert data["url"] == "https://aide.exemple.fr/lieux/31/mediatheque-de-labege/"
    assert data["address"]["postalCode"] == "31670"
    assert data["telephone"] == "05 61 00 00 00"
    tuesday = [h for h in data["openingHoursSpecification"] if h["dayOfWeek"] == "Tuesday"]
    assert [(h["opens"], h["closes"]) for h in tuesday] == [("09:00", "12:00"), ("14:00", "17:30")]


def test_linked_data_says_nothing_that_is_not_known():
    data = place_data(PAGES["place, bare"])
    assert not {"geo", "telephone", "openingHoursSpecification", "sameAs"} & set(data)


@pytest.mark.parametrize(
    "horaires",
    [
        {"mardi": "9h-12h", "juillet-août": "fermé"},
        "1er et 3e samedi 9h-12h",
        "mardi 9h-12h hors vacances scolaires",
    ],
)
def test_linked_data_states_no_week_where_weeks_are_not_alike(horaires: object):
    assert "openingHoursSpecification" not in place_data(place_page(place(horaires=horaires)))


def test_the_phone_comes_before_the_first_panel():
    html = PAGES["place, full"]
    assert html.index('href="tel:+33561000000"') < html.index('class="panel"')


def test_what_nobody_knows_is_said_once_with_whom_to_ask():
    html = PAGES["place, bare"]
    said = "On ne sait pas\u00a0: horaires, aide, prix, adresse exacte, fauteuil"
    assert said in html
    assert html.count("On ne sait pas") == 1
    assert "Demandez sur place." in html
    assert 'class="no"' not in html
    partly = place_page(full_place(frais_a_charge=None))
    assert "On ne sait pas\u00a0: prix, langue des signes. Posez la question." in partly


def test_a_section_without_content_is_not_made():
    html = PAGES["place, bare"]
    assert re.findall(r'<h2 id="(\w+)"', html) == ["source"]
    assert "<details" not in html.replace('<details class="panel screen" data-share', "")


def test_each_fact_is_said_once():
    html = place_page(full_place())
    main = html[html.index("<main") : html.index("data-share")]
    for fact in ("tel:+33561000000", "mailto:mediatheque@exemple.fr", "Accompagnement", "Gratuit"):
        assert main.count(fact) <= 1, fact
    assert html.count("mailto:mediatheque@exemple.fr") == 1
    assert html.count("Faire vos démarches en ligne") == 1
    assert "Faire une démarche" not in main


def test_a_label_that_is_over_stands_on_its_own_page_alone():
    assert "Pass numérique" not in place_page(full_place())
    assert "Pass numérique" in PAGES["label"]


def test_a_record_of_which_nothing_helps_says_where_to_call_and_is_not_indexed():
    html = PAGES["place, blank"]
    assert '<meta name="robots" content="noindex">' in html
    assert "Nous ne savons rien d’autre de ce lieu." in html
    assert 'href="tel:+33561000000"' in html
    assert "Médiathèque de Labège" in html
    assert "On ne sait pas" not in html
    assert "data-share" not in html[html.index("<main") :]
    assert "noindex" not in PAGES["place, bare"]


def test_a_closed_place_says_so_and_leads_to_the_one_that_replaces_it():
    html = PAGES["place, closed"]
    assert "fermé définitivement" in html
    assert 'href="/lieux/31/autre/"' in html
    assert 'class="call"' not in html


def test_an_announcement_disappears_after_its_last_day():
    gone = full_place(annonces=[{"du": "2026-01-01", "au": "2026-02-01", "texte": "Passé."}])
    assert "Passé." not in place_page(gone)


def test_the_correction_leads_to_the_file_of_the_record():
    link = "https://forge.exemple.fr/aide/edit/main/places/31/mediatheque-de-labege.yaml"
    assert link in PAGES["place, full"]


def test_a_place_page_fits_in_the_first_round_trip_with_its_style():
    assert len(gzip.compress(place_page(full_place()).encode(), 9)) < 14_000


def test_the_styles_stay_light():
    assets = Assets(THEME / "static")
    files = assets.page_set()
    for name, most in (("style.css", 6_300), ("late.css", 3_000)):
        sheet = files.render(name)
        assert isinstance(sheet, bytes)
        assert len(gzip.compress(sheet, 9)) < most


def test_a_place_without_a_phone_is_not_told_to_call():
    assert "Appelez" not in place_page(place(), near=[])
