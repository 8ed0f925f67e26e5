"""What the search of texts knows of a place: weights, filters, the line of a result; no street."""

import re

import pytest

from plugins.gazetteer import Commune, Gazetteer
from plugins.search.fulltext.fulltext_records import SearchDocument, place_record, text_record
from tests.support.search import LABELS, place


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31"])


def record(gazetteer: Gazetteer, hours: str = "", **changes) -> SearchDocument:
    commune = gazetteer.commune("31254")
    assert commune is not None
    assert isinstance(commune, Commune)
    one = place(**changes)
    return place_record(one, commune, ["Ancienne-Commune"], LABELS, hours)


def weighted(html: str) -> dict[str, str]:
    return dict(re.findall(r'<p data-pagefind-weight="([\d.]+)">(.*?)</p>', html))


def filters(html: str) -> set[str]:
    return set(re.findall(r'data-pagefind-filter="([^"]+)"', html))


def test_name_commune_and_kind_weigh_more_than_the_rest(gazetteer):
    texts = weighted(record(gazetteer, presentation_resume="Un lieu calme.").html)
    assert texts["9"] == "Labège 31670"
    assert texts["7"] == "Médiathèque Labège"
    assert texts["4"] == "Bibliothèque"
    assert {"impôts", "Imprimante", "France", "gratuit", "âgées", "arabe"} <= set(
        texts["2"].split()
    )
    assert texts["0.5"] == "Ancienne Commune lieu calme"


def test_streets_and_numbers_are_left_out(gazetteer):
    html = record(gazetteer, complement_adresse="Bâtiment Zola").html
    assert not re.search(r"Croix|Rose|Zola|\b12\b", html)


def test_each_filter_has_its_values(gazetteer):
    assert filters(record(gazetteer).html) == {
        "besoin:demarches",
        "besoin:se-connecter",
        "label:france-services",
        "public:Seniors",
        "gratuit:oui",
        "fauteuil:oui",
        "langue:ar",
        "departement:31",
    }


def test_what_is_not_known_or_not_so_is_no_filter(gazetteer):
    html = record(gazetteer, accessibilite={"fauteuil": "non"}, frais_a_charge=None).html
    assert not any(f.startswith(("fauteuil", "gratuit")) for f in filters(html))


def test_the_line_holds_what_a_result_shows(gazetteer):
    assert record(gazetteer, hours="20261116 /09001200 AB").line.split("\t") == [
        "lieux/31/mediatheque-de-labege/",
        "Médiathèque de Labège",
        "Labège",
        "02",
        "05 61 00 00 00",
        "+33561000000",
        "20261116 /09001200 AB",
    ]


def test_a_poor_record_has_a_line_too(gazetteer):
    bare = record(gazetteer, telephone=None, services=None, equipements=None)
    assert bare.line.split("\t")[3:] == ["", "", "", ""]


def test_ligatures_and_saints_are_written_as_people_type_them(gazetteer):
    html = record(gazetteer, nom="Mairie de St Œuilly").html
    assert weighted(html)["7"] == "Mairie saint Oeuilly"


def test_a_record_cannot_write_html(gazetteer):
    html = record(gazetteer, nom='<script>"&', labels=None).html
    assert "<script" not in html
    assert html.count("<p ") == 5


def test_a_page_is_known_by_its_title_headings_and_bold_words():
    text = "<h2>Les lieux</h2><p>Le <strong>Pass numérique</strong> est fini.</p>"
    page = text_record("comprendre/", "Comprendre", "Les\nmots.", ["Lexique"], text)
    assert page.line == "comprendre/\tComprendre\tLes mots."
    texts = weighted(page.html)
    assert texts["7"] == "Comprendre"
    assert texts["4"] == "Lexique"
    assert texts["1"] == "lieux Pass numérique"
    assert filters(page.html) == {"sorte:page"}


def test_a_sigle_with_dots_is_one_word_and_words_of_the_one_list_are_left_out(gazetteer):
    html = record(gazetteer, nom="C.C.A.S. de la Communauté d'agglomération").html
    assert weighted(html)["7"] == "CCAS"


def test_who_can_be_called_comes_first_among_equals(gazetteer):
    commune = gazetteer.commune("31254")
    assert commune is not None
    for is_reachable in (True, False):
        html = place_record(place(), commune, [], LABELS, "", is_reachable).html
        assert ("utile:oui" in filters(html)) is is_reachable
