"""What the line of a place says: its age, what is missing, what contradicts itself, its score."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from plugins.quality.computed.data_inclusion import CRITERIA, criteria_of, score
from plugins.quality.computed.place_lines import FACTS, age_of, missing_in, short_hours
from tests.support.desk import BALMA, LABEGE, TODAY, directory, line, remember, table
from tests.support.places import full_place, place


@pytest.mark.parametrize(
    ("days", "age"),
    [(0, "6"), (183, "6"), (184, "12"), (366, "12"), (367, "24"), (731, "24"), (732, "older")],
)
def test_an_age_is_that_of_the_last_news(days: int, age: str):
    assert age_of(TODAY - datetime.timedelta(days=days), TODAY) == age


def test_no_news_is_an_unknown_age():
    assert age_of(None, TODAY) == "unknown"


def test_each_place_has_one_age(tmp_path: Path):
    verified = BALMA | {"verifie_le": "2026-10-01", "verifie_par": "mairie"}
    directory(tmp_path, labege=LABEGE, balma=verified, other=BALMA | {"nom": "Autre maison"})
    ages = {count.age: (count.places, count.verified) for count in table(tmp_path).sums.ages}
    assert ages == {"6": (1, 1), "12": (0, 0), "24": (0, 0), "older": (1, 0), "unknown": (1, 0)}


def test_a_list_counts_whatever_its_edition(tmp_path: Path):
    newer = LABEGE | {"source": [{"nom": "liste-exemple-2026-10", "date": "2026-10-01"}]}
    directory(tmp_path, labege=LABEGE, newer=newer | {"nom": "Autre lieu"}, balma=BALMA)
    counted = {(count.name, count.places, count.ages) for count in table(tmp_path).sums.sources}
    assert counted == {("liste-exemple", 2, (1, 0, 0, 1, 0)), ("", 1, (0, 0, 0, 0, 1))}


def test_a_full_record_misses_nothing():
    assert missing_in(full_place()) == ()


@pytest.mark.parametrize(
    ("change", "fact"),
    [
        ({"telephone": []}, "telephone"),
        ({"horaires": None}, "horaires"),
        ({"services": [], "equipements": [], "modalites_accompagnement": []}, "services"),
        ({"frais_a_charge": []}, "prix"),
        ({"accessibilite": {"lsf": "oui"}}, "acces"),
        ({"acces": {"parking": "Devant la mairie"}}, "transports"),
    ],
    ids=str,
)
def test_one_fact_taken_away_is_the_one_that_is_missing(change: dict[str, object], fact: str):
    assert missing_in(full_place(**change)) == (fact,)


def test_hours_that_nobody_could_read_are_to_be_asked():
    assert "horaires" in missing_in(place(horaires_brut="le matin, sauf quand il pleut"))


def test_facts_are_counted(tmp_path: Path):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    counted = {count.fact: count.places for count in table(tmp_path).sums.facts}
    assert counted == dict.fromkeys(FACTS, 0) | {"telephone": 1, "services": 2, "prix": 1}


@pytest.mark.parametrize(
    ("criterion", "fields", "expected"),
    [
        ("adresse", {}, 0),
        ("adresse", {"adresse": "1 rue Haute"}, 1),
        ("adresse", {"itinerance": ["Itinérant"]}, None),
        ("moyens de venir", {}, 0),
        ("moyens de venir", {"modalites_acces": ["Se présenter"]}, 0.5),
        ("publics", {}, None),
        ("publics", {"publics_specifiquement_adresses": ["Seniors"]}, 1),
        ("services", {}, 0),
        ("services", {"services": ["Utilisation sécurisée du numérique"]}, 1),
        ("un moyen de contact", {"courriels": ["a@exemple.fr"]}, 1),
        ("un moyen de contact", {}, 0),
        ("adresse électronique", {}, None),
        ("adresse électronique", {"modalites_acces": ["Contacter par mail"]}, 0),
        ("téléphone", {"modalites_acces": ["Téléphoner"]}, 0),
        ("téléphone", {"modalites_acces": ["Téléphoner"], "telephone": ["05 61 00 00 00"]}, 1),
        ("date récente", {}, 0),
        ("date récente", {"date_maj": "2026-11-01"}, 1),
        ("date récente", {"date_maj": "2024-01-01"}, 0),
        ("date récente", {"date_maj": "2025-09-01"}, 0.5),
        ("prix", {}, 0),
        ("prix", {"frais_a_charge": ["Payant"]}, 0.5),
        ("prix", {"frais_a_charge": ["Gratuit"]}, 1),
        ("présentation", {"presentation_resume": "x" * 49}, 0),
        ("présentation", {"presentation_resume": "x" * 50}, 0.5),
        ("présentation", {"presentation_detail": "x" * 200}, 1),
        ("présentation", {"presentation_detail": "x" * 2000}, 0.5),
    ],
    ids=str,
)
def test_a_criterion_of_data_inclusion(
    criterion: str, fields: dict[str, object], expected: float | None
):
    found = CRITERIA[criterion](place("31/x", **fields), TODAY)
    assert found == (expected if expected is None else pytest.approx(expected, abs=0.01))


def test_the_score_is_the_mean_of_the_criteria_that_apply():
    # 1 address, 0.5 ways, 1 services, 1 contact, 0 date, 1 price, 0 text, 1 telephone
    known = place(
        adresse="1 rue Haute",
        modalites_acces=["Téléphoner"],
        telephone=["05 61 00 00 00"],
        services=["Utilisation sécurisée du numérique"],
        frais_a_charge=["Gratuit"],
    )
    assert score(criteria_of(known, TODAY)) == round(5.5 / 8, 2)


def test_a_criterion_has_the_mean_of_the_places_that_it_applies_to(tmp_path: Path):
    asked = {"modalites_acces": ["Téléphoner"]}
    directory(tmp_path, labege=LABEGE | asked, balma=BALMA | asked, other=BALMA | {"nom": "Autre"})
    means = {one.words: (round(one.mean, 3), one.places) for one in table(tmp_path).sums.criteria}
    assert means["téléphone"] == (0.5, 2)
    assert means["prix"] == (0.333, 3)
    assert "publics" not in means


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({}, ""),
        ({"horaires": {"lundi": "9h-12h", "mardi": "fermé", "jeudi": "9h-12h"}}, "lu, je 9h-12h"),
        ({"horaires": "Mo 09:00-12:00"}, "Mo 09:00-12:00"),
        ({"permanence": {"mardi": "9h-12h", "juillet": "fermé"}}, "ma 9h-12h"),
    ],
    ids=str,
)
def test_hours_are_short_on_a_sheet(fields: dict[str, object], short: str):
    assert short_hours(place("31/x", **fields)) == short


def test_lists_that_disagree_are_told_with_both_sides(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    remember(tmp_path, "31/labege", {"telephone": ["05 61 00 00 00"]},
             {"telephone": ["05 61 00 00 99"]})  # fmt: skip
    (doubt,) = line(tmp_path, "31/labege").doubts
    assert doubt.kind == "sources"
    assert "liste-0" in doubt.told
    assert "liste-1" in doubt.told
    assert "05 61 00 00 99" in doubt.told


def test_one_list_contradicts_nobody(tmp_path: Path):
    directory(tmp_path, labege=LABEGE)
    remember(tmp_path, "31/labege", {"telephone": ["05 61 00 00 99"]})
    assert line(tmp_path, "31/labege").doubts == ()


def test_a_row_that_left_its_list_is_to_be_verified(tmp_path: Path):
    directory(tmp_path, labege=LABEGE, balma=BALMA)
    remember(tmp_path, "31/labege", {"nom": "Médiathèque"}, gone="2026-06-01")
    (doubt,) = line(tmp_path, "31/labege").doubts
    assert (doubt.kind, doubt.told) == (
        "left",
        "n'est plus dans la liste liste-0, depuis celle du 1er juin 2026",
    )
    assert line(tmp_path, "31/balma").doubts == ()


def test_a_label_that_promises_what_the_record_does_not_say(tmp_path: Path):
    services = ["Utilisation sécurisée du numérique"]
    directory(tmp_path, labege=LABEGE | {"labels": ["france-services"], "services": services})
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "france-services.yaml").write_text(
        "nom: France services\nnature: label\nresume: On vous aide.\nstatut: actif\n"
        "apporte:\n  services:\n    - Aide aux démarches administratives\n",
        encoding="utf-8",
    )
    assert [doubt.kind for doubt in line(tmp_path, "31/labege").doubts] == ["label"]


def test_an_approximate_point_and_the_remarks_of_the_check_are_doubts(tmp_path: Path):
    twin = LABEGE | {"nom": "Médiathèque de Labege"}
    far = BALMA | {"position": "approximative"}
    directory(tmp_path, labege=LABEGE, labege_2=twin, balma=far)
    assert [doubt.kind for doubt in line(tmp_path, "31/balma").doubts] == ["point"]
    (doubt,) = line(tmp_path, "31/labege-2").doubts
    assert (doubt.kind, "31/labege.yaml" in doubt.told) == ("check", True)
    groups = {count.doubt.group: len(count.lines) for count in table(tmp_path).sums.doubts}
    assert sum(groups.values()) == 2
