"""Pairs of real rows, judged by eye: one place, or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.match.candidate import RowFields
from plugins.intake.match.profile import Profile, is_generic, profile_of
from plugins.intake.match.same_place import compare, links

_FOUND = Gazetteer.load(()).commune("31555")
assert _FOUND is not None
TOULOUSE = _FOUND


def place(
    nom: str,
    adresse: str = "",
    point: tuple[float, float] | None = None,
    *,
    tel: str = "",
    kind: str = "",
    siret: str = "",
    source: str = "",
    beside: str = "",
    mail: str = "",
    is_labelled: bool = False,
) -> Profile:
    fields: RowFields = {"nom": nom, "adresse": adresse}
    if point:
        fields |= {"latitude": str(point[0]), "longitude": str(point[1])}
    if tel:
        fields["telephone"] = [tel]
    if kind:
        fields["typologie"] = [kind]
    if beside:
        fields["complement_adresse"] = beside
    if mail:
        fields["courriels"] = [mail]
    if is_labelled:
        fields["labels"] = ["france-services"]
    if siret:
        fields["pivot"] = siret
    return profile_of(fields, TOULOUSE, source, official=source == "france-services")


A = (43.6000, 1.4400)
METRES_60 = (43.6005, 1.4400)
METRES_450 = (43.6040, 1.4400)
KM_3 = (43.6300, 1.4400)

SAME = {
    "capitals": (
        place("COMBUSTIBLE-NUMERIQUE", "32 RUE DES JUMEAUX", A),
        place("Combustible numérique", "Atelier TA – 32 rue des Jumeaux", A),
    ),
    "the list and a network's name for it": (
        place(
            "France services Rochefort", "20 Rue Paule Maraux", A, tel="1", source="france-services"
        ),
        place("ESPACE DE SERVICES AU PUBLIC", "20 RUE PAULE MARAUX", A, tel="1", source="cnfs"),
    ),
    "a MSAP that became France services": (
        place(
            "France services île d'Oléron",
            "59 Route des Allées",
            A,
            tel="1",
            source="france-services",
        ),
        place(
            "Maison des Services Au Public de l'île d'Oléron",
            "55 bis Route des Allées",
            METRES_450,
            tel="1",
        ),
    ),
    "an office named by its host": (
        place(
            "France services La Poste du Mirail",
            "3 Rue de l'Université",
            A,
            source="france-services",
        ),
        place("La Poste Toulouse Mirail", "3 Rue de l'Université", A, kind="LA_POSTE"),
    ),
    "initials": (
        place("TO7", "4 bis chemin robert cambert", A, tel="1"),
        place("Toulouse Ouverture 7", "4 bis cheminement Cambert", A, tel="1"),
    ),
    "youth point under two names": (
        place("PIJ quartier nord", "1 route de launaguet", A, tel="1"),
        place("Info Jeunes Toulouse Quartiers Nord", "1 route de Launaguet", A, tel="1"),
    ),
    "legal name and usual name": (
        place("ORGANISME DE REEMPLOI DES DECHETS", "4 AV DE GASCOGNE", A, siret="75239800700014"),
        place("ORDISOL", "4 AV DE GASCOGNE", KM_3, siret="75239800700014"),
    ),
    "two doors, a name of its own and one telephone": (
        place("Cabane à projets", "36 boulevard Victor Hugo", A, tel="1"),
        place("La Cabane à Projets", "32 rue Amaury", METRES_60, tel="1"),
    ),
    "a desk with its telephone and its mail, in two streets": (
        place("France services", "place de la mairie", A, tel="1", mail="a@exemple.fr"),
        place(
            "Espace France services",
            "10 place de l'église",
            METRES_60,
            tel="1",
            mail="a@exemple.fr",
        ),
    ),
    "one number of one street, the kind of street badly copied": (
        place("France services", "12 place du Château", A),
        place("France services de Toulouse", "12 rue du château", A),
    ),
    "an initial and a first name": (
        place("Centre social F Chopin", "Rue Frédéric Chopin", A, kind="CS", source="r"),
        place("Centre social Fréderic Chopin", "6 rue Frédéric Chopin", A, kind="CS", source="c"),
    ),
    "one word in common, one address, one point, no telephone": (
        place("La Cantine Quai des Savoirs", "39 Allées Jules Guesde", A, kind="ASSO", source="r"),
        place("La Cantine Toulouse", "39 Allées Jules Guesdes", A, tel="1", kind="TIERS_LIEUX"),
    ),
    "a row without an address": (
        place("Centre social Jean Rieux", "", METRES_450, kind="CS", source="r"),
        place("Centre social polyvalent Jean Rieux", "157 avenue Rieux", A, kind="CS", source="r"),
    ),
    "a youth club with computers, under the name of each": (
        place("MJC / cyber-base du Comminges", "1 place Juin", A, tel="1", kind="MJC", source="r"),
        place("Cyber-base", "1 Place Juin", A, kind="EPN", source="r"),
    ),
    "a desk named after the house, a few doors away": (
        place("France services Val de Charente", "5 bd des Rocs", A, tel="1"),
        place("Communauté de communes Val de Charente", "9 bd des Rocs", METRES_60, tel="1"),
    ),
    "a house named in the complement of the desk's address": (
        place("France services", "32 rue Motte", A, beside="Maison communautaire pour l'emploi"),
        place("Maison Communautaire pour l'emploi", "32 rue de la motte", A),
    ),
    "a slip of the keyboard": (
        place("APSAR", "70 chemin michoun", A, kind="CS"),
        place("Centre social ASPAR", "70 chemin Michoun", A, kind="CS"),
    ),
}

TWO_DOORS = {
    "two streets": ("3 rue Victor Hugo", "9 place du Marché"),
    "two streets without numbers": ("rue des Lilas", "rue des Roses"),
    "two numbers": ("10 rue Rouge", "110 rue Rouge"),
    "a number and its bis": ("1 rue Rouge", "1 bis rue Rouge"),
}
ROUND_THE_CORNER = (43.60037, 1.4400)  # 41 m
KINDS_OF_TOWNS = ("Mission locale", "La Poste", "Médiathèque municipale", "France services")


@pytest.mark.parametrize("nom", KINDS_OF_TOWNS)
@pytest.mark.parametrize("doors", TWO_DOORS.values(), ids=TWO_DOORS)
def test_two_doors_of_a_name_that_towns_have_twice_are_asked(
    nom: str, doors: tuple[str, str]
) -> None:
    verdict = compare(place(nom, doors[0], A), place(nom, doors[1], ROUND_THE_CORNER))
    assert (verdict.same, verdict.perhaps) == (False, True)
    assert "deux adresses" in verdict.why
    assert "même adresse" not in verdict.why


PERHAPS = {
    "a labelled social centre and the desk, without a telephone in common": (
        place("Centre social Cozes", "8 rue de la mairie", A, kind="CS", is_labelled=True),
        place("France services Cozes", "8 Rue de la Mairie", A, source="france-services"),
    ),
    "a desk in a town hall of another name": (
        place("France services Montmoreau", "35 avenue d'Aquitaine", A, tel="1"),
        place("Communauté de communes Lavalette", "35 avenue de l'Aquitaine", A, tel="1"),
    ),
    "a desk and a house at one address, one telephone unknown": (
        place("France services", "18 avenue Taillefer", A, tel="1"),
        place("Antenne de la communauté", "18 avenue Taillefer", METRES_60),
    ),
}

SAME |= {
    "the labelled house of a France services, one telephone": (
        place("Communauté des Communes Lavalette", "35 avenue de l'Aquitaine", A, tel="1",
              is_labelled=True),
        place("France services Montmoreau", "35 Avenue d'aquitaine", A, tel="1",
              source="france-services"),
    ),
    "a France services that gives the mail of its house": (
        place("CCAS de Toulouse", "39 allée des écoles", A, tel="1", mail="a@exemple.fr"),
        place("France services Aigo", "39 Allée des écoles", A, tel="1", mail="a@exemple.fr",
              source="france-services"),
    ),
    "a house that says that it is a France services, and nothing else": (
        place("Antenne de la communaité", "18 avenue Taillefer", A, is_labelled=True),
        place("France services Isle", "18 Avenue Taillefer", A, tel="1", source="france-services"),
    ),
}  # fmt: skip

DIFFERENT = {
    "two post offices with the number of the whole country": (
        place("La Poste", "12 rue Kennedy", (43.6051, 1.4431), tel="3631", kind="LA_POSTE"),
        place("La Poste", "5 place Wilson", (43.6053, 1.4465), tel="3631", kind="LA_POSTE"),
    ),
    "two agencies with the charged number of the operator": (
        place("Agence Exemple", "1 rue X", A, tel="08 00 00 00 00"),
        place("Agence Exemple Nord", "9 rue Y", METRES_450, tel="08 00 00 00 00"),
    ),
    "one word in common, two telephones": (
        place("La Mêlée", "27 rue d'Aubuisson", A, tel="1"),
        place("Nova Mêlée", "27 rue d'Aubuisson", A, tel="2"),
    ),
    "a library, two addresses round the corner": (
        place("Mediatheque Toulouse", "3 impasse Max Baylac", A),
        place("Médiathèque de Toulouse", "place de la Mairie", METRES_60),
    ),
    "two numbers and one telephone, a name that towns have twice": (
        place("Mission locale", "3 rue Hugo", A, tel="1"),
        place("Mission locale", "9 rue Hugo", A, tel="1"),
    ),
    "two first names that begin alike": (
        place("Centre social Jeanne Rieux", "1 rue X", A, kind="CS", source="r"),
        place("Centre social Julien Rieux", "1 rue X", A, kind="CS", source="r"),
    ),
    "town hall and library at one address, one telephone": (
        place("Mairie", "1 place de la Mairie", A, tel="1", siret="21310555400017"),
        place("Médiathèque municipale", "1 place de la Mairie", A, tel="1", siret="21310555400017"),
    ),
    "two France services of the national list": (
        place("France services Toulouse Nord", "1 rue X", A, source="france-services"),
        place("France services Toulouse Nord", "1 rue X", A, source="france-services"),
    ),
    "France services and the centre that houses it": (
        place("France services de Cozes", "8 Rue de l'Hotel de Ville", A, source="france-services"),
        place("CSC arc en ciel COZES", "8 rue de l'hôtel de ville", A, kind="CSC"),
    ),
    "a bus and the office": (
        place("Bus France services Tonnay", "1 rue X", A),
        place("France services Tonnay", "1 rue X", A),
    ),
    "associations of one quarter, all geocoded to one point": (
        place("Karavan", "", A),
        place("Cosmopolitaine", "", A),
    ),
    "services of one quarter, all geocoded to one point": (
        place("Point Information Jeunesse Empalot", "", A),
        place("Empalot Services", "", A),
    ),
    "one association, two sites": (
        place("Les imaginations fertiles", "2 rue Raymond Lizop", A),
        place("LES IMAGINATIONS FERTILES", "27 bis Allées Maurice Sarraut", KM_3),
    ),
    "one training centre, two sites, one telephone": (
        place("Lieu Ressource Formation", "11 Place Abbal", A, tel="1"),
        place("Lieu Ressource Formation", "52 rue Babinet", KM_3, tel="1"),
    ),
    "neighbours with the name of their quarter": (
        place("France services de Villeneuve-les-Salines", "28 avenue Varenne", A, tel="1"),
        place("La Fourmilière de Villeneuve-les-Salines", "30 bis avenue Varenne", A, tel="2"),
    ),
    "two services of a town with its SIRET": (
        place("COMMUNE DE FEYZIN", "18 rue de la mairie", A, siret="21690276700013"),
        place("Maison de l'emploi Feyzin", "18 rue de la mairie", A, siret="21690276700013"),
    ),
    "two stops of one bus": (
        place("Bus France services du Lauragais", "Place du Marché", A, source="b"),
        place("Bus France services du Lauragais", "Salle des fêtes", METRES_450, source="b"),
    ),
    "two schools of one list, next door": (
        place("Centre social Jean Rieux", "1 rue X", A, source="r"),
        place("Centre social Soupetard", "1 rue X", A, source="r"),
    ),
}


@pytest.mark.parametrize("pair", SAME.values(), ids=SAME)
def test_one_place(pair: tuple[Profile, Profile]) -> None:
    verdict = compare(*pair)
    assert verdict.same
    assert verdict.why
    assert compare(*reversed(pair)).same


@pytest.mark.parametrize("pair", DIFFERENT.values(), ids=DIFFERENT)
def test_two_places(pair: tuple[Profile, Profile]) -> None:
    assert not compare(*pair).same
    assert not compare(*reversed(pair)).same


@pytest.mark.parametrize("pair", PERHAPS.values(), ids=PERHAPS)
def test_perhaps_one_place(pair: tuple[Profile, Profile]) -> None:
    for verdict in (compare(*pair), compare(*reversed(pair))):
        assert (verdict.same, verdict.perhaps) == (False, True)
        assert "même adresse" in verdict.why


EVERYONE = [profile for pair in (*SAME.values(), *DIFFERENT.values()) for profile in pair]


@pytest.mark.parametrize("some", [EVERYONE[:50], EVERYONE[-50:]])  # one point more is a crowd
def test_blocks_lose_no_pair(some: list[Profile]) -> None:
    found = {(link.first, link.second) for link in links(some) if link.verdict.same}
    expected = {
        (i, j)
        for i in range(len(some))
        for j in range(i + 1, len(some))
        if compare(some[i], some[j]).same
    }
    assert found == expected


@given(st.sampled_from(EVERYONE), st.sampled_from(EVERYONE))
def test_the_order_of_two_rows_does_not_matter(a: Profile, b: Profile) -> None:
    assert compare(a, b).same == compare(b, a).same


@pytest.mark.parametrize(
    ("nom", "generic"),
    [
        ("Mairie", True),
        ("Médiathèque municipale", True),
        ("Mairie de Toulouse", True),
        ("Médiathèque José Cabanis", False),
        ("France services du Bassin de Marennes", False),
    ],
)
def test_generic_names(nom: str, generic: bool) -> None:
    assert is_generic(nom, TOULOUSE) is generic
