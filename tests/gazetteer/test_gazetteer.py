"""Real facts of the official geographic code, 2026."""

from __future__ import annotations

import pytest

from plugins.gazetteer import Gazetteer, UnknownTerritoryError


@pytest.fixture(scope="module")
def haute_garonne() -> Gazetteer:
    return Gazetteer.load(["31"])


@pytest.fixture(scope="module")
def france() -> Gazetteer:
    return Gazetteer.load(["*"])


def test_one_departement_covers_its_communes(haute_garonne):
    assert len(haute_garonne.communes) == 586
    assert list(haute_garonne.communes) == sorted(haute_garonne.communes)
    assert haute_garonne.communes["31555"].nom == "Toulouse"
    assert list(haute_garonne.departements) == ["31"]
    assert [region.nom for region in haute_garonne.regions.values()] == ["Occitanie"]


def test_labege_is_in_the_sicoval(haute_garonne):
    labege = haute_garonne.communes["31254"]
    assert labege.url == "/territoires/31/labege/"
    assert labege.postcodes == ("31670",)
    sicoval = haute_garonne.epcis[labege.epci]
    assert sicoval.nom == "CA du Sicoval"
    assert sicoval.full_name == "Communauté d'agglomération du Sicoval"
    assert sicoval.url == "/territoires/epci/243100633/"
    assert len(sicoval.communes) == sicoval.communes_total == 36


def test_an_epci_may_be_covered_alone():
    gazetteer = Gazetteer.load(["243100633"])
    assert len(gazetteer.communes) == 36
    assert list(gazetteer.epcis) == ["243100633"]
    assert list(gazetteer.departements) == ["31"]


def test_a_commune_that_has_records_is_covered_too():
    narrow = Gazetteer.load(["243100633"])
    wider = narrow.also_covering(["31254", "31555", "13055", "00000"])
    assert wider.communes.keys() - narrow.communes.keys() == {"31555", "13055"}
    assert list(wider.communes) == sorted(wider.communes)
    assert list(wider.departements) == ["13", "31"]
    assert list(wider.regions) == ["76", "93"]
    assert wider.epcis["243100518"].communes == ("31555",)
    assert len(narrow.communes) == 36
    assert len(narrow.epcis["243100633"].communes) == 36
    assert wider.also_covering(["31555"]) is wider


def test_an_epci_astride_two_departements():
    gazetteer = Gazetteer.load(["200006682"])  # Beaune
    assert list(gazetteer.departements) == ["21", "71"]
    assert len(gazetteer.communes) == gazetteer.epcis["200006682"].communes_total
    one_side = Gazetteer.load(["71"]).epcis["200006682"]
    assert 0 < len(one_side.communes) < one_side.communes_total


def test_a_region():
    gazetteer = Gazetteer.load(["R94"])
    assert list(gazetteer.departements) == ["2A", "2B"]
    assert gazetteer.communes["2A004"].nom == "Ajaccio"


def test_all_of_france(france):
    assert len(france.communes) == 34969
    assert len(france.epcis) == 1255
    assert not any(commune.parent for commune in france.communes.values())


def test_page_addresses_are_unique(france):
    urls = {commune.url for commune in france.communes.values()}
    assert len(urls) == len(france.communes)


@pytest.mark.parametrize("code", ["311", "R99", "00", "", "31555", "243100634"])
def test_an_unknown_territory_says_what_to_write(code):
    with pytest.raises(UnknownTerritoryError, match="SIREN"):
        Gazetteer.load([code])


def test_a_commune_outside_the_coverage_is_found(haute_garonne):
    assert "17300" not in haute_garonne.communes
    assert haute_garonne.commune("17300").nom == "La Rochelle"
    assert haute_garonne.commune("99999") is None
    assert haute_garonne.commune("") is None


def test_overseas(haute_garonne):
    basse_terre = haute_garonne.commune("97105")
    assert basse_terre.nom == "Basse-Terre"
    assert basse_terre.departement == "971"
    assert haute_garonne.all_departements["971"].timezone == "America/Guadeloupe"
    assert haute_garonne.all_departements["971"].school_zone == ""
    assert haute_garonne.all_departements["31"].school_zone == "C"
    assert haute_garonne.all_departements["31"].timezone == "Europe/Paris"
    assert haute_garonne.commune("98818").latitude is None  # Nouméa: no centre is known


def test_a_commune_of_one_letter(haute_garonne):
    (commune,) = haute_garonne.find("Y")
    assert (commune.code, commune.url) == ("80829", "/territoires/80/y/")


def test_an_arrondissement_has_the_page_of_its_city(haute_garonne):
    louvre = haute_garonne.commune("75101")
    assert louvre.parent == "75056"
    assert louvre.url == haute_garonne.commune("75056").url == "/territoires/75/paris/"
    assert haute_garonne.page_of("69381").nom == "Lyon"


def test_former_communes(haute_garonne):
    assert haute_garonne.current("93059") == "93066"  # Pierrefitte joined Saint-Denis
    assert haute_garonne.current("01015") == "01015"
    assert haute_garonne.current("99999") == "99999"
    assert haute_garonne.page_of("93059").nom == "Saint-Denis"
    assert haute_garonne.page_of("99999") is None


@pytest.mark.parametrize(
    ("typed", "departement", "code"),
    [
        ("Labège", "31", "31254"),
        ("LABEGE CEDEX 9", None, "31254"),
        ("ROCHELLE (LA)", "17", "17300"),
        ("Rochelle", "17", "17300"),
        ("St Orens de Gameville", "31", "31506"),
        ("Villefranche s/ Saône", None, "69264"),
        ("l’isle d’abeau", None, "38193"),
        ("Crevecoeur en Brie", None, "77144"),
        ("Paris 11ème arrondissement", None, "75111"),
        ("Lyon 03", None, "69383"),
        ("Pierrefitte-sur-Seine", "93", "93066"),
    ],
)
def test_find_as_people_type(haute_garonne, typed, departement, code):
    assert [commune.code for commune in haute_garonne.find(typed, departement)] == [code]


def test_find_gives_every_namesake(haute_garonne):
    assert len(haute_garonne.find("Saint-Denis")) > 1
    assert haute_garonne.find("Nulle-Part-les-Bains") == []
    assert haute_garonne.find(" - ") == []
    assert haute_garonne.find("Toulouse", "17") == []
    assert haute_garonne.find("Toulouse", "xx") == []


def test_postcodes(haute_garonne):
    assert [c.nom for c in haute_garonne.by_postcode("31670")] == ["Labège"]
    assert [c.nom for c in haute_garonne.by_postcode("75011")] == ["Paris 11e Arrondissement"]
    assert {c.departement for c in haute_garonne.by_postcode("01200")} == {"01", "74"}
    assert "2A004" in [c.code for c in haute_garonne.by_postcode("20000")]
    assert [c.nom for c in haute_garonne.by_postcode("97133")] == ["Saint-Barthélemy"]
    assert haute_garonne.by_postcode("00000") == []
    assert haute_garonne.by_postcode("") == []


def test_the_commune_that_a_point_fell_in(haute_garonne):
    assert haute_garonne.nearest(43.604, 1.444).nom == "Toulouse"
    assert haute_garonne.nearest(43.52609, 5.41423).nom == "Aix-en-Provence"
    assert haute_garonne.nearest(0.0, 0.0) is None


def test_a_plausible_point(haute_garonne):
    assert haute_garonne.is_plausible("31254", 43.53, 1.51)
    assert not haute_garonne.is_plausible("31254", 43.52609, 5.41423)
    assert not haute_garonne.is_plausible("31254", 1.51, 43.53)  # swapped
    assert haute_garonne.is_plausible("75101", 48.8606, 2.3376)
    assert haute_garonne.is_plausible("98818", -22.27, 166.44)  # unknown centre: no reproach
    assert haute_garonne.is_plausible("97353", 3.3, -53.2)  # Maripasoula is as wide as a région


def test_a_commune_created_again_has_an_approximate_centre(haute_garonne):
    celles = haute_garonne.commune("15031")
    assert celles.latitude == pytest.approx(45.15, abs=0.1)


def test_fingerprints_are_per_departement(haute_garonne):
    again = Gazetteer.load(["243100633"])
    assert again.fingerprint("31") == haute_garonne.fingerprint("31")
    assert again.fingerprint("17") != again.fingerprint("31")


def test_a_covered_city_lists_its_arrondissements():
    assert len(Gazetteer.load(["75"]).arrondissements()) == 20
    assert Gazetteer.load(["31"]).arrondissements() == []


def test_a_former_commune_has_a_name_and_a_present_one():
    former = Gazetteer.load([]).former["01033"]
    assert (former.nom, former.present) == ("Bellegarde-sur-Valserine", "01033")


@pytest.mark.parametrize(
    ("code", "present", "year"),
    [
        ("16156", "16286", 2019),  # Gourville: Rouillac
        ("63266", "63255", 2016),  # Orsonnette: Nonette-Orsonnette
        ("74268", "74010", 2017),  # Seynod: Annecy
        ("24092", "24362", 2017),  # Cendrieux: Val de Louyre et Caudeau
        ("59540", "59183", 2010),  # Saint-Pol-sur-Mer: Dunkerque
        ("14011", "14581", 2017),  # Aurseulles
        ("97127", "97801", 2007),  # Saint-Martin
        ("97123", "97701", 2007),  # Saint-Barthélemy
        ("20004", "2A004", 1976),  # Ajaccio, before Corsica had two départements
        ("16140", "16206", None),  # Fontclaireau: since 2019 no source tells the year
    ],
)
def test_every_old_code_leads_to_the_commune_of_today(haute_garonne, code, present, year):
    years = [one.year for one in haute_garonne.former_names if one.code == code]
    assert haute_garonne.current(code) == present
    assert haute_garonne.commune(present) is not None
    assert year in years


def test_no_former_name_leads_nowhere(france):
    assert len(france.former_names) > 7000
    assert not [one for one in france.former_names if france.commune(one.present) is None]
    assert not [nom for nom, code in france.usual_names if france.commune(code) is None]


@pytest.mark.parametrize(
    ("typed", "departement", "code"),
    [
        ("Gourville", "16", "16286"),
        ("MONTMOREAU ST CYBARD", None, "16230"),
        ("Roumazières-Loubert", None, "16192"),
        ("La Cotinière", "17", "17385"),
        ("RONCE LES BAINS", None, "17452"),
        ("La Pallice", "17", "17300"),
        ("Grenade sur Garonne", "31", "31232"),
    ],
)
def test_names_that_people_use_lead_to_the_commune(haute_garonne, typed, departement, code):
    assert [commune.code for commune in haute_garonne.find(typed, departement)] == [code]
