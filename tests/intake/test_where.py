"""The commune of a row: told by its own facts, or left to a person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.read.row_cells import Cells
from plugins.intake.where.locate import find_commune
from plugins.intake.where.town_facts import TownFacts
from plugins.intake.where.town_text import split_address, split_town
from plugins.intake.where.whereabouts import find_where

FRANCE = Gazetteer.load(())


def commune(code: str):
    found = FRANCE.commune(code)
    assert found is not None
    return found


TOLD = {
    "its code": (TownFacts("31254"), "31254"),
    "capitals": (TownFacts("", "31670", "LABEGE"), "31254"),
    "a cut name that one commune fits": (TownFacts("", "31650", "Saint Orens"), "31506"),
    "a slip of the keyboard": (TownFacts("", "31180", "Catelmaurou"), "31117"),
    "CEDEX beside the name": (TownFacts("", "31000", "Toulouse Cedex 1"), "31555"),
    "a CEDEX code": (TownFacts("", "31059", "Toulouse Cedex 9"), "31555"),
    "all in one cell": (TownFacts("", "", "31059 TOULOUSE CEDEX 9"), "31555"),
    "the town in the postcode's cell": (TownFacts("", "31670 Labège"), "31254"),
    "the postcode in the town's cell": (TownFacts("", "", "Labège 31670"), "31254"),
    "the département in brackets": (TownFacts("", "", "Labège (31)"), "31254"),
    "the département before": (TownFacts("", "", "31 Toulouse"), "31555"),
    "a name that only a few share": (TownFacts("", "", "Labège", "31"), "31254"),
    "Corsica": (TownFacts("", "20000", "Ajaccio"), "2A004"),
    "overseas": (TownFacts("", "97400", "Saint-Denis"), "97411"),
    "an arrondissement": (TownFacts("", "75001", "Paris"), "75101"),
    "an arrondissement cut by a table": (
        TownFacts("", "13015", "MARSEILLE 15EME ARRONDISS"),
        "13215",
    ),
    "lost zeros": (TownFacts("9122", "9000"), "09122"),
    "its article left out": (TownFacts("", "17000", "Rochelle"), "17300"),
    "its article and its end left out": (TownFacts("", "38260", "Côte"), "38130"),
    "a commune that merged": (TownFacts("01015", "", "Arbignieu"), "01015"),
}


@pytest.mark.parametrize(("facts", "code"), TOLD.values(), ids=TOLD)
def test_the_commune_is_told(facts: TownFacts, code: str) -> None:
    found = find_commune(FRANCE, facts)
    assert found.commune is not None
    assert found.commune.code == FRANCE.current(code)
    assert not found.doubts


CHOSEN = {
    "a cut name, by the name of the place": (
        TownFacts("", "51300", "Vitry", place="Centre social Vitry-le-François"),
        "51649",
    ),
    "a cut name, by the end of the address": (
        TownFacts("", "17600", "Corme", address="2 rue de la Poste, Corme-Royal"),
        "17120",
    ),
    "a cut name, by a point that is clearly nearer": (
        TownFacts("", "17600", "Corme", point=(45.6330, -0.8650)),
        "17119",
    ),
    "no name, by the name of the place": (
        TownFacts("", "31450", place="Mairie de Montgiscard place de l'Église"),
        "31381",
    ),
    "a contradiction, by a point": (
        TownFacts("", "31670", "Rennes", point=(48.1113, -1.6800)),
        "35238",
    ),
    "a hamlet of a postcode of one commune": (TownFacts("", "31670", "Zirkelbourg"), "31254"),
    "a code and a name, by a postcode and the name of the place": (
        TownFacts("31254", "62000", "Labège", place="Centre Arras Ouest", point=(50.2889, 2.7659)),
        "62041",
    ),
    "two facts against a postcode": (TownFacts("31254", "35000", "Labège"), "31254"),
    "two communes, by the name of the place": (
        TownFacts("", "17780", "Moëze/Soubise", place="Mairie de Soubise"),
        "17429",
    ),
    "a code and a name of one postcode, by the name of the place": (
        TownFacts("31483", "31800", "Saint-Marcet", place="Mairie de Saint-Marcet"),
        "31502",
    ),
    "two facts against a name": (TownFacts("31254", "31670", "Rennes"), "31254"),
}


@pytest.mark.parametrize(("facts", "code"), CHOSEN.values(), ids=CHOSEN)
def test_the_other_facts_of_the_row_choose_and_it_is_said(facts: TownFacts, code: str) -> None:
    found = find_commune(FRANCE, facts)
    assert found.commune == commune(code)
    assert found.doubts


LEFT = {
    "a code and a name against a postcode and a point": (
        TownFacts("31254", "62000", "Labège", point=(50.2889, 2.7659)),
        ("Labège", "62000"),
    ),
    "a cut name of two communes": (
        TownFacts("", "17600", "Corme", place="Espace de la Place"),
        ("Corme-Écluse (17119)", "Corme-Royal (17120)"),
    ),
    "a street called after one of them": (
        TownFacts("", "17600", "Corme", address="12 route de Corme-Royal"),
        ("Corme-Royal (17120)",),
    ),
    "a town that has not this postcode": (
        TownFacts("", "31670", "Rennes", place="Espace du Pont"),
        ("Rennes", "31670", "Labège"),
    ),
    "a neighbour that has not this postcode": (
        TownFacts("", "31000", "Labège"),
        ("Labège", "Toulouse"),
    ),
    "a cut name of another place": (TownFacts("", "31670", "Vitry"), ("Vitry", "Labège")),
    "a code against a name and a postcode": (
        TownFacts("31254", "35000", "Rennes"),
        ("Labège", "Rennes", "35000"),
    ),
    "a code against a name, and the postcode of both": (
        TownFacts("31483", "31800", "Saint-Marcet"),
        ("Saint-Gaudens", "Saint-Marcet"),
    ),
    "a code against a slip in a name, and the postcode of both": (
        TownFacts("31069", "31700", "Mondonvile"),
        ("Blagnac", "Mondonvile"),
    ),
    "two communes, a bar": (TownFacts("", "17780", "Moëze/Soubise"), ("17237", "17429")),
    "two communes, a word": (
        TownFacts("", "31320", "Castanet-Tolosan et Péchabou"),
        ("31113", "31409"),
    ),
    "two communes, nothing between": (
        TownFacts("", "17137", "Marsilly Esnandes"),
        ("17222", "17153"),
    ),
    "two communes, the second cut": (
        TownFacts("", "17200", "Royan - Saint-Georges"),
        ("17306", "17333"),
    ),
    "two communes, the second in brackets": (
        TownFacts("", "31700", "Beauzelle (Blagnac)"),
        ("31056", "31069"),
    ),
    "a code against a name": (TownFacts("31254", "", "Rennes"), ("Labège", "Rennes")),
    "a village, and a point between two communes": (
        TownFacts("", "97630", "Hamjago", point=(-12.7215, 45.0830)),
        ("Hamjago", "97630"),
    ),
    "a town, and a point made of a postcode of elsewhere": (
        TownFacts("", "11000", "Narbonne", point=(43.2190, 2.4100)),
        ("Narbonne", "11000"),
    ),
    "a name that several communes have": (TownFacts("", "", "Saint-Denis"), ("Saint-Denis",)),
    "nothing": (TownFacts(), ("ni commune, ni code postal",)),
}


@pytest.mark.parametrize(("facts", "said"), LEFT.values(), ids=LEFT)
def test_nobody_is_guessed(facts: TownFacts, said: tuple[str, ...]) -> None:
    found = find_commune(FRANCE, facts)
    assert found.commune is None
    told = " ".join([*found.remarks, *found.doubts])
    for word in said:
        assert word in told


def test_a_cut_name_that_is_a_commune_too_gives_way_to_the_name_of_the_place() -> None:
    facts = TownFacts("", "31470", "Saint", place="MJC de Saint-Lys")
    assert find_commune(FRANCE, facts).commune == commune("31499")


def test_a_former_commune_is_said() -> None:
    former = next(code for code in ("01025", "49149", "14001") if FRANCE.current(code) != code)
    found = find_commune(FRANCE, TownFacts(former))
    assert found.commune is not None
    assert "ancienne commune" in found.remarks[0]


@given(
    st.builds(
        TownFacts,
        code=st.sampled_from(["", "31254", "99999", "x"]),
        postcode=st.one_of(st.sampled_from(["", "31670", "17600", "31059"]), st.text(max_size=12)),
        name=st.one_of(st.sampled_from(["", "Corme", "Labège"]), st.text(max_size=30)),
        departement=st.sampled_from(["", "31", "Ain", "1"]),
        place=st.text(max_size=30),
        address=st.text(max_size=30),
        point=st.sampled_from([None, (43.53, 1.51), (0.0, 90.0)]),
    )
)
def test_a_commune_or_a_reason(facts: TownFacts) -> None:
    found = find_commune(FRANCE, facts)
    assert found.commune is not None or found.remarks or found.doubts
    assert found.postcode == "" or len(found.postcode) == 5


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("31670 Labège", ("Labège", "31670", "")),
        ("F-31670 LABEGE", ("LABEGE", "31670", "")),
        ("31 670 Labège", ("Labège", "31670", "")),
        ("Labège (31670)", ("Labège", "31670", "")),
        ("31059 TOULOUSE CEDEX 9", ("TOULOUSE", "31059", "")),
        ("Ajaccio (2a)", ("Ajaccio", "", "2A")),
        ("31059 TOULOUSE CÉDEX 9", ("TOULOUSE", "31059", "")),
        ("Toulouse Cédex", ("Toulouse", "", "")),
        ("Paris 11", ("Paris 11", "", "")),
        ("L'Isle-d'Abeau", ("L'Isle-d'Abeau", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_town_and_its_postcode_in_one_cell(text: str, parts: tuple[str, str, str]) -> None:
    assert split_town(text) == parts


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("8 rue de la Boétie - 33000 Bordeaux", ("8 rue de la Boétie", "33000", "Bordeaux")),
        ("2 rue du Lac 31059 TOULOUSE CEDEX 9", ("2 rue du Lac", "31059", "TOULOUSE")),
        ("1 rue X, 31670 Labège, France", ("1 rue X", "31670", "Labège")),
        ("31400 Toulouse", ("", "31400", "Toulouse")),
        ("1 rue X, 31059 Toulouse Cédex 9", ("1 rue X", "31059", "Toulouse")),
        ("BP 80015 Place du Lac", ("BP 80015 Place du Lac", "", "")),
        ("1 rue X, CS 30001 Le Lac", ("1 rue X, CS 30001 Le Lac", "", "")),
        ("B.P. n° 80015 Toulouse", ("B.P. n° 80015 Toulouse", "", "")),
        ("TSA 60001 Bâtiment B", ("TSA 60001 Bâtiment B", "", "")),
        ("2 rue X BP 80015 31059 Toulouse cedex", ("2 rue X BP 80015", "31059", "Toulouse")),
        ("Place du 8 Mai 1945", ("Place du 8 Mai 1945", "", "")),
    ],
)
def test_the_end_of_an_address(address: str, parts: tuple[str, str, str]) -> None:
    assert split_address(address) == parts


@pytest.mark.parametrize(
    ("address", "street"),
    [
        ("BP 80015 Place de la Mairie", "BP 80015 Place de la Mairie"),
        ("1 rue de Paris, CS 30001, Immeuble Le Lac", "1 rue de Paris, CS 30001, Immeuble Le Lac"),
        ("12 rue du Lac 31330 Le Village", "12 rue du Lac 31330 Le Village"),
        ("12 rue du Lac 31000 Toulouse Rangueil", "12 rue du Lac 31000 Toulouse Rangueil"),
        ("12 rue du Lac 31000 TOULOUSE", "12 rue du Lac"),
        ("12 rue du Lac - 31000 Toulousse", "12 rue du Lac"),
        ("12 rue du Lac 31059 Toulouse Cédex 9", "12 rue du Lac"),
        ("31140 rue du Lac", "rue du Lac"),
    ],
)
def test_only_a_commune_of_the_postcode_is_cut_off(address: str, street: str) -> None:
    cells = Cells({"nom": "Mairie", "commune": "Toulouse", "adresse": address})
    assert find_where(FRANCE, cells).street == street


@pytest.mark.parametrize("town", ["31059 TOULOUSE CÉDEX 9", "31059 Toulouse Cedex 9"])
def test_a_cedex_is_kept_with_its_accent_or_without(town: str) -> None:
    found = find_where(FRANCE, Cells({"nom": "Mairie", "commune": town, "adresse": "1 rue X"}))
    assert (found.postcode, found.cedex) == ("31059", "CEDEX 9")


def test_the_postcode_at_the_end_of_an_address_still_tells_the_commune() -> None:
    for address in ("12 rue du Lac 31670 Labège", "12 rue du Lac 31670 Labège Innopole"):
        found = find_where(FRANCE, Cells({"nom": "Mairie", "adresse": address}))
        assert found.commune == commune("31254")


def test_the_code_of_a_commune_is_not_kept_as_its_postcode() -> None:
    found = find_where(FRANCE, Cells({"commune": "Colomars", "code_postal": "6046"}))
    assert found.postcode == "06670"
    assert "code_postal : 06046 est le code INSEE de la commune, non repris" in found.remarks


def test_a_postcode_that_is_the_code_of_its_commune_too_stays() -> None:
    both = next(
        town
        for departement in FRANCE.all_departements
        for town in FRANCE.communes_of(departement)
        if town.code in town.postcodes
    )
    found = find_where(FRANCE, Cells({"code_insee": both.code, "code_postal": both.code}))
    assert found.postcode == both.code
