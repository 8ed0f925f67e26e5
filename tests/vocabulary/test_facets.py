"""What a list can be narrowed to: one table, and all that is made from it."""

from __future__ import annotations

import re

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.press.assets import Assets
from plugins.search.fulltext.fulltext_records import place_record
from plugins.vocabulary.facets import FACET_WORDS, FACETS, facets_of
from tests.support.places import full_place, gazetteer, place
from tests.support.theme import THEME, environment

SPRITE = (THEME / "static" / "icons.svg").read_text("utf-8")


def test_a_place_has_the_words_of_what_is_known_only():
    assert facets_of(place()) == ()
    assert facets_of(full_place()) == (
        "besoin-demarches",
        "besoin-se-connecter",
        "besoin-s-equiper",
        "gratuit",
        "fauteuil",
        "sans-rendez-vous",
        "rendez-vous",
    )


def test_free_in_part_is_not_free_and_no_is_not_yes():
    shown = place(frais_a_charge=["Gratuit", "Payant"], accessibilite={"fauteuil": "non"})
    assert facets_of(shown) == ()


def test_every_facet_has_its_button_and_its_drawing():
    filters = environment().get_template("components/filters.html").module.filters  # type: ignore[attr-defined]
    html = str(filters(FACET_WORDS, 3))
    assert re.findall(r'class="choice" href="#([a-z-]+)"', html) == list(FACET_WORDS)
    for facet in FACETS:
        assert f"{FRENCH_SIGNS(facet.label)}</a>" in html
        assert f'<symbol id="{facet.icon}"' in SPRITE


def test_every_facet_has_its_rules_in_the_style_of_the_page():
    sheet = Assets(THEME / "static").style("style.css")
    for word in FACET_WORDS:
        assert sheet.count(f"#{word}:not(.absent):target") == 2
    assert "@import" not in sheet


def test_the_full_text_search_filters_by_what_a_place_has():
    commune = gazetteer().communes["31254"]
    html = place_record(full_place(), commune, [], {}, "").html
    offered = {facet.word for facet in FACETS if facet.in_search}
    found = set(re.findall(r'data-pagefind-filter="([a-z-]+):oui"', html))
    assert found == offered & set(full_place().facets) >= {"gratuit", "fauteuil"}
    assert ":oui" not in place_record(place(), commune, [], {}, "").html
