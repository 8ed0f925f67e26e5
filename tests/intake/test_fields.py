"""Each field, as messy as lists have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.hours.raw_hours import read_week
from plugins.intake.read.contacts import read_emails, read_phones, read_web
from plugins.intake.read.letter_case import place_name, street
from plugins.intake.where.position import read_point
from plugins.intake.where.town_facts import read_commune_code, read_postcode
from plugins.records.persons.cited import hides_contact
from plugins.records.standing.iso_dates import read_date

FRANCE = Gazetteer.load(())


def commune(code: str):
    found = FRANCE.commune(code)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "departement", "numbers"),
    [
        ("+33561000000", "31", ["05 61 00 00 00"]),
        ("04-99-58-3000", "34", ["04 99 58 30 00"]),
        ("05.61.00.00.00 / 05 61 00 00 01", "31", ["05 61 00 00 00", "05 61 00 00 01"]),
        ("+33 (0)5 61 00 00 00", "31", ["05 61 00 00 00"]),
        ("39 49 (numéro payant)", "31", ["3949"]),
        ("Contact demandeur d'emploi : 3949", "31", ["3949"]),
        ("0590 00 00 00", "971", ["05 90 00 00 00"]),
        ("468747330", "11", ["04 68 74 73 30"]),
        ("-", "31", []),
    ],
)
def test_phones(text: str, departement: str, numbers: list[str]) -> None:
    assert read_phones(text, departement, allow_mobile=False).numbers == numbers


def test_a_phone_without_all_its_digits_is_reported() -> None:
    found = read_phones("04 68 23 67", "11", allow_mobile=False)
    assert found.numbers == []
    assert "04 68 23 67" in found.remarks[0]


@pytest.mark.parametrize(("allowed", "numbers"), [(True, ["06 12 34 56 78"]), (False, [])])
def test_a_mobile_number_is_kept_only_when_the_source_publishes_it(
    allowed: bool, numbers: list[str]
) -> None:
    found = read_phones("06 12 34 56 78", "31", allow_mobile=allowed)
    assert found.numbers == numbers
    assert "06" not in "".join(found.remarks)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("mairie@labege.fr", True),
        ("mediatheque31@exemple.fr", True),
        ("labege.espace@exemple.fr", True),
        ("accueil-boulogne@exemple.fr", True),
        ("prenom.nomdefamille@exemple.fr", False),
        ("pnomdefamille@gmail.com", False),
    ],
)
def test_only_addresses_of_a_service_are_kept(address: str, kept: bool) -> None:
    emails, remarks = read_emails(address, ["Espace numérique", "Labège"])
    assert bool(emails) is kept
    assert bool(remarks) is not kept
    assert address not in " ".join(remarks) or kept


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("www.exemple.fr", ["https://www.exemple.fr"]),
        ("exemple.fr/page", ["https://exemple.fr/page"]),
        ("http://a.fr|https://b.fr", ["http://a.fr", "https://b.fr"]),
        ("@", []),
        ("javascript:alert(1)", []),
        ("ftp://exemple.fr", []),
    ],
)
def test_web_addresses(text: str, addresses: list[str]) -> None:
    assert read_web(text)[0] == addresses


def test_a_wrong_address_is_not_repeated_when_it_names_a_person() -> None:
    emails, remarks = read_emails("prenom.nomdefamille@ville", ["Mairie"])
    assert not emails
    assert "nomdefamille" not in " ".join(remarks)


def test_a_huge_cell_takes_no_longer_than_its_length() -> None:
    assert not hides_contact("x" * 1_000_000)  # minutes, if each letter were tried as a beginning


@given(st.text(max_size=80))
def test_no_text_breaks_the_readers(text: str) -> None:
    read_phones(text, "31", allow_mobile=False)
    read_emails(text, [text])
    assert all(address.startswith(("http://", "https://")) for address in read_web(text)[0])
    assert read_date(text) == "" or len(read_date(text)) == 10
    point = read_point(FRANCE, text, text, commune("31254"))
    assert bool(point.latitude) == bool(point.longitude)
    hides_contact(text)
    week, rough, _ = read_week(text)
    assert not (week and rough)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-08-01", "2024-08-01"),
        ("2024-08-01T10:00:00Z", "2024-08-01"),
        ("07/12/2021", "2021-12-07"),
        ("Decembre 2019", "2019-12-01"),
        ("juil-22", "2022-07-01"),
        ("1er février 2021", "2021-02-01"),
        ("31/02/2021", ""),
        ("12/07/1970", ""),
        ("hier", ""),
    ],
)
def test_dates(text: str, day: str) -> None:
    assert read_date(text) == day


def test_lost_zeros_come_back() -> None:
    assert read_postcode("1000") == "01000"
    assert read_postcode("31670.0") == "31670"
    assert read_postcode("31 670") == "31670"
    assert read_commune_code("1004") == "01004"
    assert read_commune_code("2a004") == "2A004"
    assert read_postcode("316") == ""


def test_swapped_coordinates_are_put_right() -> None:
    point = read_point(FRANCE, "1,5308", "43,5309", commune("31254"))
    assert (point.latitude, point.longitude) == ("43.5309", "1.5308")
    assert "échangées" in point.remarks[0]


@pytest.mark.parametrize(
    ("latitude", "longitude", "said"),
    [
        ("", "", "absentes"),
        ("0", "0", "absentes"),
        ("nord", "sud", "illisibles"),
        ("43.52609", "5.41423", "hors de"),
        ("999", "999", "impossibles"),
    ],
)
def test_a_wrong_point_is_left_out(latitude: str, longitude: str, said: str) -> None:
    point = read_point(FRANCE, latitude, longitude, commune("16392"))
    assert (point.latitude, point.longitude) == ("", "")
    assert said in [*point.remarks, *point.doubts][0]


@pytest.mark.parametrize(
    ("code", "typed", "printed"),
    [
        ("17019", "COMMUNE D ARS EN RE", "Commune d'Ars-en-Ré"),
        ("17207", "COMMUNE DE LOIX", "Commune de Loix"),
        ("31555", "FACE Grand Toulouse", "FACE Grand Toulouse"),
        ("31149", "MLHG - ANTENNE COLOMIERS", "MLHG - Antenne Colomiers"),
        ("17300", "CENTRE SOCIAL SAINT ELOI", "Centre Social Saint Eloi"),
        ("31555", "COMMUNAUTE ET MEDIATHEQUE", "Communauté et Médiathèque"),
        ("31555", "APSAR", "APSAR"),
        ("31254", "A.D.M. LABEGE", "A.D.M. Labège"),
        ("31254", "ASSOCIATION D.L. DU LAC", "Association D.L. du Lac"),
        ("31254", "CENTRE M. L. KING", "Centre M. L. King"),
        ("17032", "Mairie de BALLON", "Mairie de Ballon"),
        ("31555", "bibliothèque", "Bibliothèque"),
    ],
)
def test_capitals_of_a_name(code: str, typed: str, printed: str) -> None:
    assert place_name(typed, commune(code)) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("24 PL CARNOT", "24 place Carnot"),
        ("43 RUE DE LA REPUBLIQUE", "43 rue de la République"),
        ("PL DE L'HOTEL DE VILLE", "Place de l'Hôtel de Ville"),
        ("ZI Robert Lavigne", "ZI Robert Lavigne"),
        ("2 bis rue Pasteur", "2 bis rue Pasteur"),
    ],
)
def test_capitals_and_abbreviations_of_an_address(typed: str, printed: str) -> None:
    assert street(typed, commune("17019")) == printed


def test_hours_that_are_understood_become_a_french_week() -> None:
    week, rough, remark = read_week("Mo-Fr 09:00-12:00")
    assert isinstance(week, dict)
    assert week["lundi"] == "9h-12h"
    assert (rough, remark) == ("", "")
    week, rough, _ = read_week({"lundi": "09:00 - 12:00 / 13:30 - 17:00", "mardi": "-"})
    assert week == {"lundi": "9h-12h, 13h30-17h"}
    assert rough == ""


@pytest.mark.parametrize(
    "text",
    ["semaines paires le mardi 9h-12h", "lundi 09:00-13:00-14:00", "voir le site"],
)
def test_hours_that_are_not_understood_are_kept_as_found(text: str) -> None:
    week, rough, remark = read_week(text)
    assert week is None
    assert rough == text
    assert remark


def test_hours_that_hold_one_week_in_two_without_a_date_are_not_computed() -> None:
    week, rough, _ = read_week("Tu 09:30-12:00", "Semaine paire")
    assert week is None
    assert rough.startswith("Semaine paire : ")
    assert "mardi 09:30-12:00" in rough


def test_days_that_a_list_leaves_blank_are_unknown_not_closed() -> None:
    assert read_week("Tu 09:00-10:30", leaves_blank=True)[0] == {"mardi": "9h-10h30"}
    assert read_week("Tu 09:00-10:30; Mo off", leaves_blank=True)[0] == {
        "lundi": "fermé",
        "mardi": "9h-10h30",
    }
    closed = read_week("Tu 09:00-10:30")[0]
    assert isinstance(closed, dict)
    assert closed["lundi"] == "fermé"


def test_what_an_osm_text_closes_for_a_part_of_the_day_is_cut() -> None:
    week, rough, remark = read_week("Mo-Fr 09:00-18:00; Mo-Fr 12:00-14:00 off")
    assert isinstance(week, dict)
    assert week["lundi"] == "9h-12h, 14h-18h"
    assert not rough + remark


@pytest.mark.parametrize(
    ("osm", "shown"),
    [
        (
            "Mo-Fr 09:00-12:00; Tu 14:00-17:00",
            "du lundi au vendredi 09:00-12:00 ; mardi 14:00-17:00",
        ),
        (
            'Tu, Th 09:00-11:00, 14:00-16:00 || "by appointment"',
            "mardi, jeudi 09:00-11:00, 14:00-16:00 ; sinon sur rendez-vous",
        ),
        ("Mo 00:00-00:00; PH off", "lundi 00:00-00:00 ; jours fériés fermé"),
    ],
)
def test_doubtful_osm_hours_are_shown_with_french_days(osm: str, shown: str) -> None:
    assert read_week(osm)[:2] == (None, shown)
