"""Words for all that records may say, and no second table of them anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import Environment, nodes

from plugins.gazetteer import slugify
from plugins.records.model.dated import Device
from plugins.records.model.fields import Equipment
from plugins.records.model.label import Label
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.vocabulary import national, natures, prices, registration, statuses, typologie
from plugins.vocabulary.needs import NEEDS
from plugins.vocabulary.schema_org import SCHEMA_TYPES
from plugins.vocabulary.sources import SOURCES, edition_day, stem_of
from plugins.vocabulary.spoken import FRENCH, Vocabulary
from plugins.vocabulary.topics import TOPICS, Theme
from tests.support.places import place
from tests.support.theme import place_page

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path for path in (ROOT / "theme/templates").rglob("*.*") if path.is_file())
WORDS_AT_MOST = 2
"""So many words side by side are no table yet: a yes and a no."""


@pytest.mark.parametrize(
    ("table", "strings"),
    [
        (FRENCH.services, national.Service),
        (FRENCH.fees, national.Frais),
        (FRENCH.access, national.ModaliteAcces),
        (FRENCH.support, national.ModaliteAccompagnement),
        (FRENCH.publics, national.Public),
        (FRENCH.special_care, national.PriseEnCharge),
        (FRENCH.equipment, Equipment),
        (FRENCH.devices, Device),
        (prices.FEES_IN_ALL, prices.Fees),
        (prices.FEES_EASY, prices.Fees),
    ],
)
def test_every_string_of_a_closed_list_has_plain_words(table, strings):
    assert set(table) == set(get_args(strings))


def test_every_kind_of_place_that_has_a_word_exists():
    assert set(typologie.KINDS) <= set(get_args(national.Typologie))
    assert set(SCHEMA_TYPES) <= set(get_args(national.Typologie))


def strings(model: type[Workshop | Route | Label], field: str) -> set[str]:
    """What a field may say."""
    annotation = model.model_fields[field].annotation
    literal = next((a for a in get_args(annotation) if get_args(a)), annotation)
    return set(get_args(literal))


def test_every_string_of_workshops_and_rounds_has_plain_words():
    assert set(statuses.ROUTE_STATUS) == strings(Route, "statut")
    assert set(statuses.WORKSHOP_STATUS) == strings(Workshop, "statut")
    assert set(registration.REGISTRATION) == strings(Workshop, "inscription")
    assert set(registration.REGISTRATION_TOLD) == strings(Workshop, "inscription")
    assert set(natures.LEVELS) == strings(Workshop, "niveau")
    assert set(natures.NATURES_HERE) == strings(Route, "nature")
    assert set(natures.NATURES) == strings(Workshop, "nature") | strings(Route, "nature")
    for table in (natures.LENDING, natures.LENDING_ALONE, natures.LENDING_AFTER):
        assert set(table) == strings(Workshop, "materiel_prete")


def test_every_state_of_a_label_has_its_words():
    known = {
        Label.from_tree({"nom": "L", "nature": "label", "resume": "R.", "statut": one}, "l").status
        for one in strings(Label, "statut")
    }
    assert known == set(statuses.LABEL_STATUS)


def test_topics_have_the_slug_of_their_name_and_say_what_one_learns():
    assert list(TOPICS) == list(get_args(Theme))
    for topic in TOPICS.values():
        assert topic.slug == slugify(topic.theme)
        assert bool(topic.lessons) == bool(topic.services) == (topic.theme != "autre")
        assert set(topic.services) <= set(get_args(national.Service))


def test_every_need_says_examples_and_what_to_bring():
    for need in NEEDS:
        assert need.examples
        assert need.bring
        assert need.know.endswith(".")


# Sources


def test_every_edition_of_a_list_has_the_name_of_the_list():
    assert FRENCH.source("france-services-2025-02") == "Liste nationale des France services"
    assert FRENCH.source("france-services-2024-08") == FRENCH.source("france-services")
    assert FRENCH.source("Liste de la mairie") == ""
    assert stem_of("2024") == "2024"


def test_the_page_of_a_place_names_a_list_of_any_edition_and_shows_a_name_that_it_does_not_know():
    shown = place(source=[{"nom": "france-services-2025-02"}, {"nom": "hub-exemple-2026-03"}])
    html = place_page(shown)
    assert "Liste nationale des France services" in html
    assert "france-services-2025-02" not in html
    assert "hub-exemple-2026-03" in html


def test_a_name_of_a_list_has_no_page_set():
    assert [stem_of(name) for name in SOURCES] == list(SOURCES)


def test_every_list_that_our_own_records_come_from_has_a_name():
    named = re.compile(r"^  - nom: (\S+)\n    (?:id|date|licence):", re.MULTILINE)
    texts = (path.read_text("utf-8") for path in (ROOT / "places").rglob("*.yaml"))
    lists = {name for text in texts for name in named.findall(text)}
    assert lists
    assert [name for name in lists if not FRENCH.source(name)] == []


# Templates


def is_word(node: nodes.Node) -> bool:
    """A text, or one to translate."""
    if isinstance(node, nodes.Call):
        return isinstance(node.node, nodes.Name) and node.node.name in ("_", "gettext")
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def tables_of(source: str) -> list[int]:
    """Lines of a template where a table of words begins."""
    tree = Environment(extensions=["jinja2.ext.i18n"], autoescape=True).parse(source)
    found = []
    for node in tree.find_all((nodes.Dict, nodes.List, nodes.Tuple)):
        if isinstance(node, nodes.Dict):
            values = [pair.value for pair in node.items]
        else:
            assert isinstance(node, nodes.List | nodes.Tuple)
            values = node.items
        words = [value for value in values if is_word(value)]
        if len(words) > WORDS_AT_MOST and len(words) == len(values):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize(
    "source",
    [
        '{% set X = {"a": _("Un"), "b": _("Deux"), "c": _("Trois")} %}',
        '{% set X = ("lundi", "mardi", "mercredi") %}',
        '<script>{{ {"a": "Un", "b": "Deux", "c": _("Trois")}|tojson }}</script>',
    ],
)
def test_a_table_in_a_template_is_seen(source: str):
    assert tables_of(source) == [1]


def test_no_template_holds_a_table_of_words():
    found = {
        path.name: lines for path in TEMPLATES if (lines := tables_of(path.read_text("utf-8")))
    }
    assert found == {}


def test_nothing_executes_a_template_to_take_its_words_out():
    places = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "plugins").rglob("*.py")
        if re.search(r"\.module\b(?!\.)", path.read_text("utf-8"))
    ]
    assert places == []


# Languages


def test_another_language_translates_what_people_read_and_keeps_what_records_say():
    other = Vocabulary.of(lambda text: f"<{text}>")
    assert other.fees["Gratuit"] == "<C'est gratuit>"
    assert other.facet["gratuit"].label == "<Gratuit>"
    assert other.facet["sans-rendez-vous"].in_search == ""
    assert other.advice.call == "<appelez avant de venir>"
    assert other.source("rhinocc-occitanie-2030-01") == "<Annuaire RhinOcc, en Occitanie>"
    assert list(other.services) == list(FRENCH.services)
    assert other.route_status["en service"].title == ""


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("hub-exemple-2026-03", "2026-03-01"),
        ("hub-exemple-2026-03-14", "2026-03-14"),
        ("liste 20240801", "2024-08-01"),
        ("2024_08", "2024-08-01"),
        ("hub-exemple-2026", ""),
        ("hub-exemple-2024-2025", ""),
        ("hub-exemple-2026-02-30", ""),
        ("hub-exemple", ""),
        ("", ""),
    ],
)
def test_a_month_or_a_day_in_the_name_of_an_edition_dates_it(name: str, day: str) -> None:
    assert edition_day(name) == day
