"""A list that has one row a service: its rows of one place make one record, two places stay two."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.intake import ImportReport
from plugins.intake.write.report import RowStatus
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import Row

Importing = Callable[..., ImportReport]
DESK = {
    "nom": "Espace du Lac",
    "commune": "Labège",
    "code_postal": "31670",
    "source": "liste-exemple-2024-01",
    "date_maj": "2024-01-10",
}
FORMS = {**DESK, "id": "s1", "services": "Aide aux démarches administratives"}
PARENTS = {
    **DESK,
    "id": "s2",
    "nom": "ESPACE DU LAC",
    "services": "Parentalité et éducation avec le numérique",
    "publics_specifiquement_adresses": "Familles et/ou enfants",
}


def records(places: Path) -> list[Tree]:
    files = sorted(places.glob("*/*.yaml"))
    trees = [read_record(path, places) for path in files]
    return [tree for tree in trees if isinstance(tree, dict)]


@pytest.mark.parametrize(
    "both",
    [
        {},
        {"telephone": "05 61 00 00 00"},
        {"latitude": "43.5309", "longitude": "1.5308"},
        {"adresse": "Le Bourg"},
        {"adresse": "12 rue du Lac", "horaires": "Mo-Fr 09:00-12:00"},
    ],
    ids=["nothing else", "telephone", "point", "no street", "street and hours"],
)
def test_rows_of_one_place_make_one_record_with_all_its_services(
    importing: Importing, places: Path, both: Row
) -> None:
    report = importing({**FORMS, **both}, {**PARENTS, **both})
    assert report.counts["imported"] == report.counts["merged"] == 1
    (tree,) = records(places)
    assert tree["services"] == [
        "Aide aux démarches administratives",
        "Parentalité et éducation avec le numérique",
    ]
    assert tree["publics_specifiquement_adresses"] == ["Familles et/ou enfants"]


@pytest.mark.parametrize(
    "second",
    [
        {"nom": "Espace du Parc"},
        {"adresse": "3 rue des Écoles"},
        {"commune": "Toulouse", "code_postal": "31000"},
    ],
    ids=["another name", "another street", "another commune"],
)
def test_two_places_of_one_operator_stay_two(
    importing: Importing, places: Path, second: Row
) -> None:
    both = {"telephone": "05 61 00 00 00", "pivot": "21310254400011"}
    importing({**FORMS, **both, "adresse": "12 rue du Lac"}, {**PARENTS, **both, **second})
    assert len(records(places)) == 2


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ({"telephone": "05 61 00 00 00"}, {"telephone": "05 61 00 00 01"}, "deux téléphones"),
        ({"pivot": "21310254400011"}, {"pivot": "21310555400017"}, "deux SIRET"),
        ({"horaires": "Mo 09:00-12:00"}, {"horaires": "Mo 14:00-17:00"}, "deux horaires"),
        ({"adresse": "Le Bourg"}, {"adresse": "La Grande Borde"}, "deux adresses"),
    ],
)
def test_a_fact_that_contradicts_keeps_them_apart_and_asks(
    importing: Importing, places: Path, first: Row, second: Row, told: str
) -> None:
    report = importing({**FORMS, **first}, {**PARENTS, **second})
    assert report.counts["imported"] == 2
    doubts = [doubt for row in report.rows for doubt in row.doubts]
    assert any("peut-être le même lieu" in doubt and told in doubt for doubt in doubts)


def test_a_name_that_a_city_has_twice_needs_a_fact_in_common(
    importing: Importing, places: Path
) -> None:
    office = {**DESK, "nom": "La Poste", "commune": "Toulouse", "code_postal": "31000"}
    rows = [{**office, "id": f"s{number}"} for number in range(4)]
    rows[2]["telephone"] = rows[3]["telephone"] = "05 61 00 00 00"
    report = importing(*rows)
    assert [row.status is RowStatus.MERGED for row in report.rows] == [False, False, False, True]


def test_a_row_that_says_little_joins_one_of_two_and_does_not_unite_them(
    importing: Importing, places: Path
) -> None:
    rows = (
        {**FORMS, "telephone": "05 61 00 00 00"},
        {**PARENTS, "telephone": "05 61 00 00 01"},
        {**DESK, "id": "s3"},
    )
    assert importing(*rows).counts["imported"] == 2


def test_many_rows_of_one_place_make_one_record(importing: Importing, places: Path) -> None:
    rows = [{**FORMS, "id": f"s{number}"} for number in range(70)]
    assert importing(*rows).counts == {
        **dict.fromkeys(map(str, RowStatus), 0),
        "imported": 1,
        "merged": 69,
    }


def test_days_are_united_when_no_day_has_two_hours(importing: Importing, places: Path) -> None:
    phone = {"telephone": "05 61 00 00 00"}
    monday = {**FORMS, **phone, "permanence": "lundi 9h-12h"}
    report = importing(monday, {**PARENTS, **phone, "permanence": "mercredi 14h-17h"})
    assert not report.conflicts
    (tree,) = records(places)
    assert tree["permanence"] == {"lundi": "9h-12h", "mercredi": "14h-17h"}


def test_fees_of_services_that_differ_are_both_said(importing: Importing, places: Path) -> None:
    importing({**FORMS, "frais_a_charge": "Gratuit"}, {**PARENTS, "frais_a_charge": "Payant"})
    (tree,) = records(places)
    assert tree["frais_a_charge"] == ["Gratuit", "Payant"]


def test_fees_of_one_service_are_not_united(importing: Importing, places: Path) -> None:
    same = {**PARENTS, "services": FORMS["services"], "frais_a_charge": "Payant"}
    report = importing({**FORMS, "frais_a_charge": "Gratuit"}, same)
    (tree,) = records(places)
    assert tree["frais_a_charge"] == ["Gratuit"]
    assert "le prix « Payant » n'est pas repris" in report.rows[1].remarks


def test_each_merge_says_what_this_pair_has_in_common(importing: Importing, places: Path) -> None:
    street = {"adresse": "12 rue du Lac", "latitude": "43.5309", "longitude": "1.5308"}
    rows = (
        {**FORMS, **street, "telephone": "05 61 00 00 00"},
        {**PARENTS, "telephone": "05 61 00 00 00"},
        {**DESK, "id": "s3", **street, "latitude": "43.5318"},
    )
    first, second, third = importing(*rows).rows
    assert first.why == ""
    assert second.why == (
        "même nom, même téléphone : « Espace du Lac » et « Espace du Lac » (ligne 2)"
    )
    assert third.why == (
        "même nom, même adresse, à 100 m : « Espace du Lac » et « Espace du Lac » (ligne 2)"
    )
    assert (second.with_row, third.with_row) == (2, 2)


def test_what_a_merge_leaves_out_is_said(importing: Importing, places: Path) -> None:
    street = {"adresse": "12 rue du Lac"}
    rows = (
        {**FORMS, **street, "telephone": "05 61 00 00 00", "horaires": "Mo 09:00-12:00"},
        {
            **PARENTS,
            **street,
            "telephone": "05 61 00 00 01",
            "horaires": "Mo 14:00-17:00; PH off",
            "presentation_resume": "Venez comme vous êtes.",
        },
        {**DESK, "id": "s3", **street, "presentation_resume": "On vous aide."},
    )
    report = importing(*rows)
    (tree,) = records(places)
    told = " ".join(remark for row in report.rows for remark in row.remarks)
    for row in rows:
        for name in ("telephone", "presentation_resume"):
            value = row.get(name, "")
            assert not value or value in str(tree.get(name)) or value in told
    assert "le téléphone « 05 61 00 00 01 » n'est pas repris" in told
    assert "les horaires « lundi 14h-17h" in told


def test_a_conflict_says_what_the_record_has(
    importing: Importing, places: Path, tmp_path: Path
) -> None:
    street = {"adresse": "12 rue du Lac"}
    rows = (
        {**FORMS, **street, "telephone": "05 61 00 00 00"},
        {**PARENTS, **street, "telephone": "05 61 00 00 01"},
    )
    (conflict,) = importing(*rows).conflicts
    assert conflict.sentence().endswith("la fiche garde le premier")
    (path,) = places.glob("31/*.yaml")
    path.write_text(path.read_text("utf-8").replace("05 61 00 00 00", "05 61 00 00 09"), "utf-8")
    (conflict,) = importing(*rows).conflicts
    assert conflict.kept == "05 61 00 00 09"
    assert conflict.sentence().endswith("la fiche dit « 05 61 00 00 09 »")


HAMLET = {
    "id": "h1",
    "nom": "Bibliothèque",
    "commune": "Dévoluy",
    "code_postal": "05250",
    "latitude": "44.692487",
    "longitude": "5.940151",
    "source": "liste-exemple-2024-01",
    "date_maj": "2024-01-10",
    "adresse": "Place des boutiques - La Joue du Loup",
    "horaires": "lundi 9h-12h",
}
RESORT = {**HAMLET, "id": "h2", "adresse": "Super-Dévoluy", "horaires": "mardi 16h-18h"}


def test_one_point_does_not_unite_two_hamlets(importing: Importing, places: Path) -> None:
    report = importing(HAMLET, RESORT)
    weeks = {str(tree["adresse"]): tree["horaires"] for tree in records(places)}
    assert weeks[HAMLET["adresse"]] == {"lundi": "9h-12h"}
    assert weeks[RESORT["adresse"]] == {"mardi": "16h-18h"}
    doubts = [doubt for row in report.rows for doubt in row.doubts]
    assert any("peut-être le même lieu" in doubt and "deux adresses" in doubt for doubt in doubts)


@pytest.mark.parametrize(("elsewhere", "made"), [("", 2), ("Saint-Étienne", 3)])
def test_a_point_of_several_addresses_confirms_nothing(
    importing: Importing, elsewhere: str, made: int
) -> None:
    town_hall = {**HAMLET, "id": "h3", "nom": "Mairie", "adresse": elsewhere, "horaires": ""}
    house = {**HAMLET, "nom": "Espace Public Numérique et Bibliothèque", "adresse": "", "id": "h4"}
    report = importing(HAMLET, town_hall, house)
    assert report.counts["imported"] == made
    doubts = " ".join(doubt for row in report.rows for doubt in row.doubts)
    assert ("mais ce point a plusieurs adresses" in doubts) is bool(elsewhere)


def test_an_address_with_letters_lost_is_another_when_what_is_left_differs(
    importing: Importing, places: Path
) -> None:
    lost = {**RESORT, "horaires": "", "adresse": "la ribi\ufffdre - Saint-Disdier"}
    assert importing(HAMLET, lost).counts["imported"] == 2


def test_an_address_with_letters_lost_may_still_be_the_same(
    importing: Importing, places: Path
) -> None:
    lost = {**HAMLET, "id": "h2", "adresse": "Pl\ufffdce des boutiques \ufffdre - La Joue du Loup"}
    assert importing(HAMLET, lost).counts["imported"] == 1


@pytest.mark.parametrize(
    "second",
    ["Pl. des Boutiques, la Joue du Loup", "La Joue-du-Loup", "Bibliothèque de Dévoluy", ""],
)
def test_spellings_of_one_locality_are_one_place(
    importing: Importing, places: Path, second: str
) -> None:
    assert importing(HAMLET, {**HAMLET, "id": "h2", "adresse": second}).counts["imported"] == 1


def test_a_place_that_moved_is_one_although_two_addresses_share_the_point(
    importing: Importing, places: Path
) -> None:
    social = {**HAMLET, "horaires": "", "telephone": "04 92 00 00 00", "nom": "Relais Arc-en-ciel"}
    there = {**social, "id": "h2", "nom": "Relais Arcs-en-ciel", "adresse": "4 boulevard Haut"}
    assert importing({**social, "adresse": "17 rue Basse"}, there).counts["imported"] == 1


def test_names_that_are_like_and_points_that_are_near_do_not_unite_two_localities(
    importing: Importing,
) -> None:
    house = {**HAMLET, "nom": "Espace Public Numérique et Bibliothèque", "latitude": "44.692488"}
    there = {**house, "id": "h5", "adresse": "Saint-Disdier"}
    assert importing(HAMLET, there).counts["imported"] == 2
