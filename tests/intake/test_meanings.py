"""What values of anybody's list mean: each edition of the schema, codes, forms, plain words."""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.terms.cutting import cut
from plugins.intake.terms.folding import fold
from plugins.intake.terms.meanings import _LONGEST_KIND, TypedValue, Understanding, meanings
from plugins.intake.terms.term_table import (
    CLOSED,
    EVERYONE,
    TERM_FIELDS,
    TermField,
    known,
    target,
    terms,
)
from plugins.records.model.parts import KEPT_OF

PUBLICS: TermField = "publics_specifiquement_adresses"
PRICES: TermField = "frais_a_charge"
HELP: TermField = "modalites_accompagnement"
DEMARCHES = "Aide aux démarches administratives"
OUTILS = "Maîtrise des outils numériques du quotidien"
ACCES = "Accès internet et matériel informatique"
MONDE = "Compréhension du monde numérique"
EMPLOI = "Insertion professionnelle via le numérique"
LABELS = Path(__file__).resolve().parents[2] / "places" / "labels"


def meant(name: TermField, cell: str) -> list[str]:
    """All that a cell means, in its order, each once."""
    return list(dict.fromkeys(m for value in meanings(name, cell) for m in value.meanings))


def states(name: TermField, cell: str) -> list[tuple[str, Understanding]]:
    return [(value.typed, value.state) for value in meanings(name, cell)]


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        # today's schema, however it is typed
        ("modalites_acces", "Ce lieu n’accueille pas de public", CLOSED["modalites_acces"][4]),
        ("services", "Aide aux demarches administrative", DEMARCHES),
        ("typologie", "bib", "BIB"),
        ("typologie", "PE", "FT"),
        # editions before 1.0
        ("services", "Devenir autonome dans les démarches administratives", DEMARCHES),
        ("services", "S’équiper en matériel informatique", CLOSED["services"][8]),
        ("services", "Promouvoir la citoyenneté numérique", MONDE),
        (HELP, "Seul : j’ai accès à du matériel et une connexion", "En autonomie"),
        (HELP, "À distance (par téléphone ou en visioconférence)", "À distance"),
        (PUBLICS, "Seniors (+ 65 ans)", "Seniors"),
        (PUBLICS, "Uniquement femmes", "Femmes"),
        (PUBLICS, "Handicaps mentaux : déficiences limitant les activités", "Handicaps mentaux"),
        (PRICES, "Gratuit : Je peux accéder gratuitement au lieu et à ses services", "Gratuit"),
        (PRICES, "Adhésion : L'accès au lieu nécessite d'y adhérer", "Gratuit sous condition"),
        (PRICES, "Payant : L’accès au lieu et/ou à ses services est payant", "Payant"),
        ("labels", "CNFS", "conseillers-numeriques"),
        ("labels", "Étapes numériques(La Poste)", "etapes-numeriques-la-poste"),
        ("labels", "Point relais CAF", "caf-point-numerique"),
        # data·inclusion
        ("services", "numerique--prendre-en-main-un-ordinateur", OUTILS),
        ("services", "numerique--acceder-a-des-services-en-ligne", DEMARCHES),
        (PRICES, "gratuit-sous-conditions", "Gratuit sous condition"),
        (PUBLICS, "personnes-en-situation-illettrisme", "Illettrisme"),
        ("modalites_acces", "envoyer-un-mail", "Contacter par mail"),
        ("modalites_acces", "a-distance", "À distance"),
        ("typologie", "Centres communaux d’action sociale (CCAS)", "CCAS"),
        # plain words
        ("typologie", "Médiathèque intercommunale du Lac", "BIB"),
        ("typologie", "Mairie de Labège", "MUNI"),
        ("typologie", "Espace Public Numérique (EPN)", "EPN"),
        ("services", "impôts", DEMARCHES),
        ("services", "aide CAF", DEMARCHES),
        ("services", "recherche d’emploi", EMPLOI),
        (PRICES, "5 €", "Payant"),
        (PRICES, "10 €/an", "Payant"),
        (PRICES, "0 €", "Gratuit"),
        (PRICES, "Payant (2€/h)", "Payant"),
        (PRICES, "Adhésion : 10 € par an", "Gratuit sous condition"),
        ("equipements", "2 ordinateurs", "ordinateurs"),
        ("equipements", "PC Portable\t3", "ordinateurs"),
        ("typologie", "CCAS de Labège", "CCAS"),
        (PRICES, "sur adhésion", "Gratuit sous condition"),
        (PRICES, "Gratuit (sur RDV)", "Gratuit"),
        (PRICES, "Pas gratuit", "Payant"),
        ("services", "Ateliers smartphone", OUTILS),
        ("services", "arnaques en ligne", CLOSED["services"][3]),
        ("typologie", "club de prévention", "PREVENTION"),
        (PUBLICS, "Pas de public spécifique", EVERYONE),
        (PRICES, "Gratuit : je peux y aller gratuitement", "Gratuit"),
        (PRICES, "Gratuit : pour les adhérents", "Gratuit sous condition"),
        (PUBLICS, "séniors", "Seniors"),
        (PUBLICS, "tout public", EVERYONE),
        ("accessibilite", "Accès PMR", "fauteuil: oui"),
        ("accessibilite", "Accessibilité PMR : oui", "fauteuil: oui"),
        ("accessibilite", "wheelchair : no", "fauteuil: non"),
        ("accessibilite", "Accessibilité : Accès PMR", "fauteuil: oui"),
        ("accessibilite", "batiments accessibles PMR", "fauteuil: oui"),
        ("accessibilite", "Lieu accessible aux personnes à mobilité réduite", "fauteuil: oui"),
        ("accessibilite", "Les locaux sont entièrement accessibles aux PMR.", "fauteuil: oui"),
        ("accessibilite", "Locaux non accessibles aux fauteuils roulants", "fauteuil: non"),
        ("accessibilite", "Le lieu n'est pas accessible aux PMR", "fauteuil: non"),
        (PUBLICS, "bâtiments accessibles PMR", "fauteuil: oui"),
        ("modalites_acces", "Sans rendez-vous", "Se présenter"),
        ("itinerance", "Bus numérique", "Itinérant"),
        ("services", "Initiation à l'ordinateur", OUTILS),
        ("services", "Réalisation CV", EMPLOI),
        ("services", "Internet : envoyer, recevoir, gérer ses emails", OUTILS),
        ("services", "Développement de la culture numérique", MONDE),
        ("services", "Coffre-fort numérique", CLOSED["services"][3]),
        ("services", "DEM_Gen", DEMARCHES),
        ("services", "Formation alphabétisation", "Illettrisme"),
        (PUBLICS, "Seniors (pré-retraités et retraités)", "Seniors"),
        (PUBLICS, "toutPublic", EVERYONE),
        (PUBLICS, "jeunes1625Ans", "Jeunes"),
        ("labels", "conseillerNumFranceServices", "conseillers-numeriques"),
        ("typologie", "Ludo-médiathèque", "BIB"),
        # accents lost, forms that cut, icons
        ("typologie", "Biblioth\ufffdque / M\ufffddiath\ufffdque", "BIB"),
        ("services", "Devenir_autonome_dans_les_démar", DEMARCHES),
        ("services", "Prendre_en_main_un_smartphone_o", OUTILS),
        ("services", "Prendre_en_main_un_smartphone_ou", OUTILS),
        ("services", "m\ufffddiation num\ufffdrique", OUTILS),
        ("services", "Aide \ufffd la d\ufffdclaration d'imp\ufffdts", DEMARCHES),
        (PUBLICS, '<i class="fas fa-deaf"></i> Surdité', "Surdité"),
    ],
)
def test_a_value_has_its_meaning(name: TermField, cell: str, expected: str) -> None:
    assert meant(name, cell) == [expected]
    assert [value.state for value in meanings(name, cell)] == [Understanding.KNOWN]


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("services", "Accès WIFI", [ACCES, "wifi"]),
        ("services", "aide CAF (payant)", [DEMARCHES, "Payant"]),
        ("services", "ordinateurs en libre service", [ACCES, "ordinateurs", "En autonomie"]),
        ("services", "Accompagnement individuel", ["Accompagnement individuel"]),
        ("services", "numérique, gratuit", ["Gratuit"]),
        (HELP, "A ma place : une personne habilitée fait les démarches à ma place",
         [DEMARCHES, "Accompagnement individuel"]),
        (PRICES, "Gratuit pour les adhérents, payant pour les autres",
         ["Gratuit sous condition", "Payant"]),
        (PRICES, "Pass numérique", ["Gratuit sous condition", "pass-numerique"]),
        ("labels", "MSAP;CNFS", ["MSAP", "conseillers-numeriques"]),
        (PUBLICS, "LSF", ["lsf: oui"]),
    ],
)  # fmt: skip
def test_a_value_may_speak_of_other_fields(name: TermField, cell: str, expected: list[str]) -> None:
    assert meant(name, cell) == expected


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        (PUBLICS, "Jeunes|Seniors", ["Jeunes", "Seniors"]),
        (PUBLICS, "Jeunes;Seniors;", ["Jeunes", "Seniors"]),
        (PUBLICS, "Jeunes, Seniors", ["Jeunes", "Seniors"]),
        (PUBLICS, "Jeunes / Seniors", ["Jeunes", "Seniors"]),
        (PUBLICS, "Jeunes\nSeniors", ["Jeunes", "Seniors"]),
        (PUBLICS, "• Jeunes • Seniors", ["Jeunes", "Seniors"]),
        (PUBLICS, "jeunes et seniors", ["Jeunes", "Seniors"]),
        (PUBLICS, '["jeunes-16-26", "seniors-65"]', ["Jeunes", "Seniors"]),
        ("labels", '{"Promeneur du net",EPN}', ["promeneurs-du-net", "EPN"]),
        (PUBLICS, "Jeunes (16-26 ans)/Etudiants", ["Jeunes", "Étudiants"]),
        (PUBLICS, "Familles/enfants, Seniors", ["Familles et/ou enfants", "Seniors"]),
        (PUBLICS, 'Adultes,Seniors,\\"Jeunesse (11-26 ans)', ["Seniors", "Jeunes"]),
        (
            "services",
            "Accès-libre à un espace équipé ou connecté,\nAssistance sur les services "
            "administratifs en ligne",
            [ACCES, "En autonomie", DEMARCHES],
        ),
        (
            PRICES,
            "Payant : L’accès au lieu et/ou à ses services est payant;Gratuit sous condition : La "
            "gratuité est conditionnée à des critères (situation familiale, convention avec un "
            "organisme social…)",
            ["Payant", "Gratuit sous condition"],
        ),
        (
            "services",
            "Prendre en main un ordinateur Devenir autonome dans les démarches administratives "
            "Accéder à du matériel",
            [OUTILS, DEMARCHES, ACCES],
        ),
        ("typologie", "Tiers-lieu / Coworking / FabLab / Hackerspace", ["TIERS_LIEUX", "FABLAB"]),
    ],
)
def test_a_cell_is_cut_whatever_joins_it(name: TermField, cell: str, expected: list[str]) -> None:
    assert meant(name, cell) == expected


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        (PRICES, "Gratuits ou pas"),
        (PRICES, "Gratuit : selon les cas"),
        (PRICES, "gratuit (adhésion 10 €)"),
        (PRICES, "0,20 € la page"),
        (PRICES, "non gratui"),
        (PRICES, "participation libre"),
        (PUBLICS, "Personnes en situation de handicap"),
        (PUBLICS, "Adultes"),
        (PUBLICS, "demandeurs d'emploi"),
        ("modalites_acces", "Sur rendez-vous"),
        ("modalites_acces", "avec rendez-vou"),
        ("services", "pas d'accès internet dans ce lieu"),
        ("services", "Yoga"),
        ("typologie", "Administration / Collectivité territoriale"),
        ("accessibilite", "partiellement"),
        ("accessibilite", "Oui"),
        ("accessibilite", "PMR : partiellement"),
        ("accessibilite", "Locaux pas entièrement accessibles PMR"),
        ("accessibilite", "Tous les locaux ne sont pas accessibles PMR"),
        ("accessibilite", "Une salle accessible PMR"),
        ("accessibilite", "Accessible PMR sauf l'étage"),
        ("accessibilite", "wheelchair : limited"),
    ],
)
def test_what_is_not_sure_is_kept_as_typed(name: TermField, cell: str) -> None:
    assert meant(name, cell) == []
    assert all(value.is_kept_as_typed for value in meanings(name, cell))
    assert "".join(value.typed for value in meanings(name, cell)) == cell


@pytest.mark.parametrize("header", ["Accessibilité", "accessibilite", "Accessibilité du lieu"])
def test_an_answer_is_kept_without_a_header_that_only_names_the_field(header: str) -> None:
    (value,) = meanings("accessibilite", f"{header} : Oui")
    assert (value.typed, value.meanings, value.is_kept_as_typed) == ("Oui", (), True)


def test_numbers_beside_equipment_are_no_equipment() -> None:
    cell = "Imprimante\t1\nPC fixe\t12\nTablette tactile\t2"
    typed = [value.typed for value in meanings("equipements", cell)]
    assert typed == ["Imprimante", "PC fixe", "Tablette tactile"]


def test_opposites_are_never_near() -> None:
    assert meant("modalites_acces", "Sans rendez vous") == ["Se présenter"]
    assert meant(PRICES, "non gratuit") == ["Payant"]
    assert meant(PRICES, "non payant") == ["Gratuit"]
    assert meant("accessibilite", "Non accessible PMR") == ["fauteuil: non"]


def test_a_sentence_gives_what_it_surely_says_and_is_kept() -> None:
    text = "L'espace multimédia a dix postes et une zone wifi"
    assert states("services", text) == [(text, Understanding.PARTLY)]
    assert meant("services", text) == [ACCES, "wifi"]


def test_a_sentence_that_denies_says_nothing() -> None:
    for text in ("un lieu sans zone wifi ni poste", "sauf réparation et ateliers numériques"):
        assert meant("services", text) == []
    text = "réparation de matériel informatique à petit prix"
    assert meant("services", text) == []  # a longer value that we do not carry goes first


def test_what_is_in_brackets_may_be_the_known_word() -> None:
    assert meant("typologie", "Relais municipal (CCAS)") == ["CCAS"]
    assert meant("typologie", "Lieu fermé (sans CCAS)") == []


def test_a_value_that_cannot_be_carried_says_why() -> None:
    (value,) = meanings(PUBLICS, "Adultes")
    assert value.state is Understanding.NO_EQUIVALENT
    assert "1.0" in value.note


def test_each_row_of_the_tables_is_read() -> None:
    slugs = {path.stem for path in LABELS.glob("*.yaml")}
    assert {m for each in terms() for m in each.meanings if target(m) == "labels"} <= slugs
    assert all(fold(each.value) and each.origin for each in terms())


def test_a_value_means_one_thing_in_a_field() -> None:
    said = defaultdict(set)
    for each in terms():
        said[each.field, fold(each.value)].add((each.meanings, each.is_understood))
    assert {key: found for key, found in said.items() if len(found) > 1} == {}


def test_no_row_is_written_twice() -> None:
    folder = files("plugins.intake.terms") / "tables"
    for table in ("schema-national", "data-inclusion", "listes-regionales", "mots-courants"):
        rows = list(csv.reader((folder / f"{table}.csv").read_text("utf-8").splitlines()))
        assert len({tuple(row[:2]) for row in rows}) == len(rows), table
        assert {len(row) for row in rows} == {5}


def test_a_meaning_belongs_to_one_field() -> None:
    values = [value for values in CLOSED.values() for value in values]
    assert len(values) == len(set(values))
    assert set(TERM_FIELDS) == set(KEPT_OF)


@pytest.mark.parametrize("name", TERM_FIELDS)
def test_a_known_value_is_known_among_others(name: TermField) -> None:
    """Whatever it contains, it is found between two others that a strong sign sets apart."""
    for each in {id(found): found for found in known(name).values()}.values():
        (alone,) = meanings(name, each.value) or (TypedValue("", Understanding.UNKNOWN),)
        assert alone.meanings == each.meanings
        assert [value.meanings for value in meanings(name, f"Zzz | {each.value} | Zzz")][1:-1] == [
            each.meanings
        ]


WORDS = st.lists(st.sampled_from(["Jeunes", "Zinnia", "Familles/enfants", "5 €", "(", ")", "["]))


@given(WORDS, st.sampled_from([" ", ", ", " / ", ";", "\n", " - "]))
def test_cutting_loses_no_letter(words: list[str], sign: str) -> None:
    cell = sign.join(words)
    values = cut(cell, lambda text: fold(text) in known(PUBLICS))
    assert [x for x in "".join(values) if x.isalnum()] == [x for x in cell if x.isalnum()]


@given(st.sampled_from(TERM_FIELDS), st.text(max_size=60))
def test_no_text_breaks_the_reader(name: TermField, text: str) -> None:
    for value in meanings(name, text):
        assert value.typed
        assert value.is_kept_as_typed or value.origin


def test_no_known_kind_is_longer_than_what_is_looked_at():
    assert max(len(kind.split()) for kind in known("typologie")) <= _LONGEST_KIND
