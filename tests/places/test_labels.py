"""What a label brings: said once in its record, the same wherever its places are shown."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from plugins.gazetteer import Gazetteer
from plugins.paper import sheet_texts
from plugins.records.commands import check
from plugins.records.entry import entry_of, with_gains
from plugins.records.model.label import Label, gains_of
from plugins.records.model.labelled import Gain
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository, read_repository
from plugins.search.fulltext.fulltext_records import place_record
from plugins.vocabulary.prices import FEES
from tests.support.places import gazetteer, place
from tests.support.theme import component, page, place_page

ROOT = Path(__file__).parents[2]
HELP = "Aide aux démarches administratives"
TREE = {
    "nom": "France services",
    "nature": "label",
    "resume": "Près de vous.",
    "statut": "actif",
    "apporte": {"frais_a_charge": ["Gratuit"], "services": [HELP]},
}
LABEL = Label.from_tree(TREE, "france-services")
GAINS = gains_of({"france-services": LABEL})
BARE: dict[str, Any] = {"labels": ["france-services"]}


@pytest.fixture(scope="module")
def repository() -> Repository:
    known = Gazetteer.load(["16", "17", "31"])
    return read_repository(ROOT / "places", known, date(2026, 11, 30))


def test_every_reader_is_told_the_same_of_every_place(repository: Repository):
    labels = repository.of(Label)
    labelled = [e for e in repository.places.entries if "france-services" in e.labels]
    assert len(labelled) > 100
    for entry in labelled:
        one = repository.places[entry.id]
        assert one.fees == "free" or one.frais_a_charge, entry.id
        assert "demarches" in entry.needs
        assert tuple(need.slug for need in one.needs) == entry.needs
        assert one.all_services == entry.services
        assert {"besoin-demarches", "gratuit"} <= set(one.facets) or one.frais_a_charge
    for slug, label in labels.items():
        for entry in repository.places.by_label.get(slug, ()):
            if label.gain is not None:
                assert set(label.gain.services) <= set(entry.services)
            assert entry_of(repository.places[entry.id], entry.fingerprint) == entry


def test_nothing_of_it_is_copied_into_records(repository: Repository):
    one = next(
        repository.places[entry.id]
        for entry in repository.places.entries
        if "france-services" in entry.labels and not repository.places[entry.id].frais_a_charge
    )
    assert one.frais_a_charge == ()
    assert one.prices == ("Gratuit",)


def test_the_page_says_which_label_says_so():
    one = place(**BARE).gaining(GAINS)
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", place_page(one))).split())
    assert "C’est gratuit, selon le label France services" in text
    assert re.search("Selon le label France services Faire vos démarches .*papiers", text)
    assert "Gratuit ou payant" not in text
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', place_page(one), re.DOTALL)[0])
    assert data["isAccessibleForFree"] is True


def test_cards_paper_search_and_the_easy_page_agree():
    one = place(**BARE).gaining(GAINS)
    commune = gazetteer().communes["31254"]
    assert "C’est gratuit" in unescape(component("card", "card", one))
    assert "C’est gratuit" in unescape(component("frame_card", "short_card", one))
    assert sheet_texts.fees(one) == "C'est gratuit."
    assert "vous ne payez rien" in page("easy_place.html", place=one, commune=commune)
    found = place_record(one, commune, [], {"france-services": LABEL}, "")
    assert '"gratuit:oui"' in found.html
    assert FEES["Gratuit"] in found.terms


def test_without_the_label_nobody_knows():
    assert place().prices == ()
    assert "isAccessibleForFree" not in place_page(place())


def test_the_record_wins_and_check_warns(tmp_path: Path):
    paid = place(**BARE, frais_a_charge=["Payant"]).gaining(GAINS)
    assert (paid.fees, paid.prices_from) == ("paid", ())
    assert "selon le label" not in place_page(paid).partition('id="horaires"')[0]
    record = (
        "nom: Mairie\ncode_postal: 31670\ncode_insee: 31254\ncommune: Labège\n"
        "frais_a_charge:\n  - Payant\nlabels:\n  - france-services\n"
    )
    label = (
        "nom: France services\nnature: label\nresume: R.\nstatut: actif\n"
        "apporte:\n  frais_a_charge:\n    - Gratuit\n"
    )
    for name, text in {"31/mairie": record, "labels/france-services": label}.items():
        file = tmp_path / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for found in (check(tmp_path), check(tmp_path, [tmp_path / "31/mairie.yaml"])):
        (warned,) = found
        assert (warned.path, warned.severity) == ("31/mairie.yaml", "warning")
        assert "Payant" in warned.message
        assert "Gratuit" in warned.message
    (tmp_path / "31/mairie.yaml").write_text(record.replace("Payant", "Gratui"), encoding="utf-8")
    assert [fault.severity for fault in check(tmp_path)] == ["error"]  # one line for one slip


def test_a_label_that_is_over_brings_nothing():
    assert Label.from_tree({**TREE, "statut": "terminé"}, "x").gain is None
    assert Label.from_tree({**TREE, "statut": "suspendu"}, "x").gain is None


def test_a_route_is_told_by_its_label_too_a_price_in_words_stays():
    route = {"nom": "Bus", "statut": "en service", **BARE}
    assert Route.from_tree(route, "31/bus").gaining(GAINS).prices == ("Gratuit",)
    assert Route.from_tree(route, "31/bus").gaining(GAINS).national_services == (HELP,)
    workshop = {"titre": "Premiers pas", "theme": "autre", "autre_theme": "Pas", **BARE}
    free = Workshop.from_tree(workshop, "31/pas").gaining(GAINS)
    paid = Workshop.from_tree({**workshop, "prix": "5 €"}, "31/pas").gaining(GAINS)
    assert (free.prices, paid.prices) == (("Gratuit",), ())
    assert free.national_services == Workshop.from_tree(workshop, "31/pas").national_services


def test_an_entry_changes_with_what_its_labels_bring():
    before = entry_of(place(**BARE), b"x" * 16)
    after = with_gains(before, GAINS)
    other = Gain("France services", "label", "/labels/x/", (), (HELP,))
    assert after.needs == ("demarches",)
    assert after.fingerprint != before.fingerprint
    assert with_gains(before, {"france-services": other}).fingerprint != after.fingerprint
    assert with_gains(before, {}) is before


def test_the_page_of_the_label_says_what_it_brings():
    html = page(
        "label.html",
        label=LABEL,
        by_departement=[],
        paging=type("P", (), {"number": 1, "urls": ("/labels/france-services/",)})(),
    )
    assert "Dans chacun de ces lieux" in html
    assert "C’est gratuit" in unescape(html)
