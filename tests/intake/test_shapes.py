"""Shapes of lists that nobody described: what must be kept of a few rows of each kind."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.intake.match.candidate import Candidate, list_of
from plugins.intake.read.clean import Cleaner, Defaults
from plugins.intake.read.columns.cells_decide import values_field
from plugins.intake.read.columns.guesses import guess_columns
from plugins.intake.read.columns.marked_columns import marked_value
from plugins.intake.read.columns.span_columns import part_of
from plugins.intake.read.columns.spoken_headers import spoken
from plugins.intake.read.columns.yes_columns import is_yes, is_yes_or_no
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.table import read_table

PLACE = {"Nom du lieu": "Maison du Lac", "Commune": "Toulouse", "Code postal": "31000"}
_DAYS = "lundi mardi mercredi jeudi vendredi".split()


def candidates(tmp_path: Path, *rows: Mapping[str, object]) -> list[Candidate]:
    """The rows of a list as records, on top of a place in Toulouse."""
    path = tmp_path / "liste.json"
    path.write_text(json.dumps([{**PLACE, **row} for row in rows]), "utf-8")
    table = read_table(path)
    layout = layout_for(table.columns, None, table.rows)
    cleaner = Cleaner(Gazetteer.load(()), layout, Defaults("liste", "", "2024-03-01"))
    return [cleaner.candidate(row) for row in table.rows]


def kept(tmp_path: Path, field: str, *rows: Mapping[str, object]) -> list[object]:
    return [candidate.fields.get(field) for candidate in candidates(tmp_path, *rows)]


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Nomdelastructure", "nom de la structure"),
        ("Leshorairesdemastructure", "les horaires de ma structure"),
        ("Adressenumeronomdelavoie", "adresse numero nom de la voie"),
        (
            "Accesadesequipementsetuneconnexioninternet",
            "acces a des equipements et une connexion internet",
        ),
        ("date_maj", "date maj"),
        ("publics_specifiquement_adresses", "publics specifiquement adresses"),
        ("Accompagnement", "Accompagnement"),
        ("xyzzyquuxplughfrobozz", "xyzzyquuxplughfrobozz"),
        ("Horaires d'ouverture__1", "Horaires d'ouverture"),
    ],
)
def test_glued_headers_are_cut_into_words(glued: str, apart: str) -> None:
    assert spoken(glued) == apart


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("Oui", True),
        ("x", True),
        ("✓", True),
        ("1", True),
        ("De temps en temps", True),
        ("Oui, en libre accès", True),
        ("Non", False),
        ("Pas du tout", False),
        ("Exceptionnellement", False),
        ("9h-12h", None),
        ("Oui-Oui", None),
    ],
)
def test_marks(cell: str, says: bool | None) -> None:
    assert (is_yes(cell) if is_yes_or_no(cell) else None) is says


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Aide aux démarches administratives", "services"),
        ("Demarchesadministratives", "services"),
        ("Services proposés [Aide aux démarches administratives]", "services"),
        ("services/aide aux demarches administratives", "services"),
        ("Individuellement", "modalites_accompagnement"),
        ("Sans rendez-vous", "modalites_acces"),
        ("Seniors", "publics_specifiquement_adresses"),
    ],
)
def test_columns_named_for_a_value(column: str, field: str) -> None:
    found = marked_value(column, ["oui", "non"])
    assert found is not None and found[0] == field


def test_a_mark_in_a_column_that_is_named_for_no_value_says_nothing() -> None:
    assert marked_value("Adhérent au réseau", ["oui", "non"]) is None
    assert marked_value("Aide aux démarches administratives", ["oui", "le lundi"]) is None


def test_services_marked_one_a_column(tmp_path: Path) -> None:
    yes = {"Demarchesadministratives": "Souvent", "Individuellement": "X", "Enitinerance": " "}
    no = {"Demarchesadministratives": "Pas du tout", "Individuellement": "", "Enitinerance": "X"}
    assert kept(tmp_path, "services", yes, no) == [["Aide aux démarches administratives"], None]
    assert kept(tmp_path, "modalites_accompagnement", yes, no)[0] == ["Accompagnement individuel"]
    assert kept(tmp_path, "itinerance", yes, no) == [None, ["Itinérant"]]


def test_what_follows_yes_is_kept_as_typed(tmp_path: Path) -> None:
    row = {"acces_equipement_numerique_et_internet": "Oui, en libre accès pour les adhérents"}
    (found,) = candidates(tmp_path, row)
    assert found.fields["services"] == ["Accès internet et matériel informatique"]
    assert "en libre accès pour les adhérents" in str(found.fields["non_repris"])


def test_one_value_a_column(tmp_path: Path) -> None:
    row = {
        "Tag 1": "Connaître les usages",
        "Tag 2": "Naviguer sur le web",
        "Tag 3": "Organiser sa recherche d'emploi",
        "Tag 40": "Protéger ses données",
    }
    (services,) = kept(tmp_path, "services", row)
    assert services == [
        "Maîtrise des outils numériques du quotidien",
        "Insertion professionnelle via le numérique",
        "Utilisation sécurisée du numérique",
        "Compréhension du monde numérique",
    ]


def test_a_column_that_repeats_one_value(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [
        {"AIDE_DEMAT": "Aide aux démarches dématérialisées", "id": "1"},
        {"AIDE_DEMAT": "", "id": "2"},
    ]
    found = kept(tmp_path, "services", *rows)
    assert found == [["Aide aux démarches administratives"], None]


def test_cells_answer_a_question(tmp_path: Path) -> None:
    row = {
        "Qu'apportez vous aux usagers ?": "Devenir_autonome_dans_les_démar,"
        "Accéder_à_une_connexion_interne,_Favoriser_mon_insertion_profes",
        "Doit-on prendre rendez-vous pour accéder à vos services ? Et si oui, comment ?": "Non,"
        "Téléphone,Guichet_d'accueil",
    }
    (services,) = kept(tmp_path, "services", row)
    assert services == [
        "Aide aux démarches administratives",
        "Insertion professionnelle via le numérique",
        "Accès internet et matériel informatique",
    ]


@pytest.mark.parametrize(
    ("column", "part"),
    [
        ("Ouverture matin (ou journée continue) lundi", ("lundi", 1, False)),
        ("Fermeture après-midi mardi", ("mardi", 2, True)),
        ("mercredi_debut_2", ("mercredi", 2, False)),
        ("jeudi matin à", ("jeudi", 1, True)),
        ("Horaires lundi", None),
        ("Ouverture", None),
        ("Fermeture annuelle lundi", None),
    ],
)
def test_ends_of_spans(column: str, part: tuple[str, int, bool] | None) -> None:
    assert part_of(column) == part


def test_four_columns_a_day(tmp_path: Path) -> None:
    names = ("Ouverture matin", "Fermeture matin", "Ouverture après-midi", "Fermeture après-midi")
    split, whole, none = ("8:30", "12:00", "13:30", "17:00"), ("9:00", "", "", "18:00"), ("",) * 4
    rows = [
        {f"{name} {day}": hour for day in _DAYS for name, hour in zip(names, hours, strict=True)}
        | {"Lundi": "Mo"}
        for hours in (split, whole, none)
    ]
    found = kept(tmp_path, "horaires", *rows)
    assert "8h30-12h" in str(found[0]) and "13h30-17h" in str(found[0])
    assert "9h-18h" in str(found[1])
    assert found[2] is None


def test_columns_of_a_geocoder_are_no_labels_nor_types(tmp_path: Path) -> None:
    row = {
        "result_label": "3 Rue du Lac 31000 Toulouse",
        "result_type": "housenumber",
        "result_score": "0.68",
        "result_citycode": "31555",
        "result_context": "31, Haute-Garonne, Occitanie",
    }
    (found,) = candidates(tmp_path, row)
    assert "typologie" not in found.fields and "labels" not in found.fields
    assert "autres_formations_labels" not in found.fields


def test_columns_of_somebody_are_not_read() -> None:
    columns = ["Contact : nom", "Contact : email", "NometPrenomdelapersonnereferente", "Creator"]
    guesses = guess_columns(columns, (), lambda _: False)
    assert [(guess.is_personal, guess.field) for guess in guesses] == [(True, "")] * 4


def test_a_rounded_siret_is_no_telephone(tmp_path: Path) -> None:
    rows: list[Mapping[str, object]] = [
        {"pivot": 36750100000000, "telephone": "05 61 00 00 0" + str(n)} for n in range(1, 6)
    ]
    found = candidates(tmp_path, *rows)
    assert all(len(list_of(each.fields, "telephone")) == 1 for each in found)
    assert not any("36750100000000 »" in r and "telephone" in r for e in found for r in e.remarks)


def test_values_must_be_those_of_a_field() -> None:
    assert values_field(["Belle-Beille", "Monplaisir", "La Roseraie"]) == ""
    assert values_field(["Gratuit", "Payant", "Gratuit sous condition"]) == "frais_a_charge"


@pytest.mark.parametrize(
    ("address", "street", "commune"),
    [
        ("1 Rue Langevin, 51200, Épernay, Marne, Grand Est, FRA", "1 Rue Langevin", "Épernay"),
        (
            "10 Rue Haute, 51130, Vertus, Blancs-Coteaux, Marne, FRA",
            "10 Rue Haute",
            "Blancs-Coteaux",
        ),
        ("1 Rue Langevin, Épernay, 51200, France", "1 Rue Langevin", "Épernay"),
        ("1 Rue Langevin, Épernay 51200", "1 Rue Langevin", "Épernay"),
        ("5 rue du Temple, 75004, Paris, France", "5 rue du Temple", "Paris"),
        ("1 Rue Langevin, 51200 Épernay", "1 Rue Langevin", "Épernay"),
    ],
)
def test_an_address_holds_its_town_in_any_order(
    tmp_path: Path, address: str, street: str, commune: str
) -> None:
    row = {"Adresse": address, "Commune": "", "Code postal": ""}
    (found,) = candidates(tmp_path, row)
    told = (found.fields["adresse"], found.fields["commune"])
    assert (str(told[0]).lower(), told[1]) == (street.lower(), commune)


def test_a_french_time_in_an_osm_string(tmp_path: Path) -> None:
    (hours,) = kept(tmp_path, "horaires", {"horaires": "We 10:00-12:30, 13h30-18:00"})
    assert "10h-12h30, 13h30-18h" in str(hours)


@pytest.mark.parametrize("text", ["Se rapprocher de l'organisme", "Nous contacter"])
def test_a_sentence_that_sends_elsewhere_tells_no_hours(tmp_path: Path, text: str) -> None:
    (found,) = candidates(tmp_path, {"horaires": text})
    assert "horaires_brut" not in found.fields


def test_a_geocoder_never_moves_a_place(tmp_path: Path) -> None:
    row = {"result_label": "x", "result_citycode": "33063", "result_city": "Bordeaux"}
    (found,) = candidates(tmp_path, row)
    assert found.fields["commune"] == "Toulouse"
    only = {**row, "Commune": "", "Code postal": ""}
    assert [c.fields["commune"] for c in candidates(tmp_path, only)] == ["Bordeaux"]


@pytest.mark.parametrize(
    ("cut", "publics", "care"),
    [
        ("Personnes_en_situation_d'illett", None, ["Illettrisme"]),
        ("Handicaps_psychiques_:_troubles", None, ["Handicaps mentaux"]),
        ("Personnes en situation", None, None),
    ],
)
def test_a_public_that_a_form_cut(tmp_path: Path, cut: str, publics: object, care: object) -> None:
    (found,) = candidates(tmp_path, {"Publics": cut})
    assert found.fields.get("publics_specifiquement_adresses") == publics
    assert found.fields.get("prise_en_charge_specifique") == care
