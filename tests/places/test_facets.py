"""What a list can be narrowed to."""

from __future__ import annotations

import re

from plugins.records.facets import FACETS, facets_of
from tests.theme.examples import THEME, full_place, place


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


def test_every_word_has_its_filter_and_its_style():
    filters = (THEME / "templates" / "components" / "filters.html").read_text("utf-8")
    style = (THEME / "static" / "live.css").read_text("utf-8")
    assert re.findall(r'^  \("([a-z-]+)", "', filters, re.MULTILINE) == list(FACETS)
    for facet in FACETS:
        assert style.count(f"#{facet}:not(.absent):target") == 2
