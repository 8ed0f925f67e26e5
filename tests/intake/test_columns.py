"""Columns are known by the words of their names and by their cells; what is unsure is only told."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.intake import ImportFileError, run_import
from plugins.intake.read.columns.column_guess import HOUSE_NUMBER, ColumnGuess
from plugins.intake.read.columns.guessed_layout import drafted_layout
from plugins.intake.read.columns.guesses import guess_columns
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.tables.rows import TableRow
from plugins.intake.where.known_names import names_a_commune
from plugins.records.reading.reader import read_record

GAZETTEER = Gazetteer.load(())


def is_commune(text: str) -> bool:
    return names_a_commune(GAZETTEER, text)


def rows_of(columns: dict[str, Sequence[str]]) -> list[TableRow]:
    return [
        TableRow(at, dict(zip(columns, cells, strict=True)))
        for at, cells in enumerate(zip(*columns.values(), strict=True), 2)
    ]


def guesses(columns: dict[str, Sequence[str]]) -> dict[str, ColumnGuess]:
    return {
        guess.column: guess for guess in guess_columns(tuple(columns), rows_of(columns), is_commune)
    }


def guess(column: str, *cells: str) -> ColumnGuess:
    return guesses({column: cells})[column]


def read_for(field: str, columns: dict[str, Sequence[str]]) -> tuple[str, ...]:
    return drafted_layout(tuple(columns), rows_of(columns), is_commune).rules[field].columns


PHONES = ("05 61 00 00 00", "05 61 00 00 01", "0561000002", "561000003")


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Dénomination", "nom"),
        ("Libellé de la structure", "nom"),
        ("Nom de l'EPN", "nom"),
        ("name", "nom"),
        ("Commune d'implantation", "commune"),
        ("adresse_commune", "commune"),
        ("addr:city", "commune"),
        ("adresse_code_postal", "code_postal"),
        ("addr:postcode", "code_postal"),
        ("Code INSEE commune", "code_insee"),
        ("adresse_departement", "departement"),
        ("Structure porteuse", "structure_parente"),
        ("Organisme gestionnaire", "structure_parente"),
        ("contact_telephone", "telephone"),
        ("Tél. accueil", "telephone"),
        ("Adresse mail de la structure", "courriels"),
        ("contact:email", "courriels"),
        ("Page web / Site internet", "site_web"),
        ("siteweb", "site_web"),
        ("transport_en_commun", "transports"),
        ("Transports en commun", "transports"),
        ("Accès bus", "transports"),
        ("Arrêt de bus", "transports"),
        ("SiteInternet", "site_web"),
        ("Publics cibles", "publics_specifiquement_adresses"),
        ("conditions_access", "frais_a_charge"),
        ("modes_orientation_beneficiaire", "modalites_acces"),
        ("profils", "publics_specifiquement_adresses"),
        ("Tarifs pratiqués", "frais_a_charge"),
        ("Matériels disponibles", "equipements"),
        ("Services proposés", "services"),
        ("opening_hours", "horaires"),
        ("Jours et heures d'ouverture", "horaires"),
        ("Date de dernière mise à jour", "date_maj"),
        ("Horaires du conseiller numérique", "permanence"),
        ("Lundi", "jour"),
        ("h_mardi", "jour"),
        ("Horaires Mercredi après-midi", "jour"),
        ("Permanence jeudi", "jour de permanence"),
    ],
)
def test_words_of_headers(column: str, field: str) -> None:
    found = guess(column)
    assert (found.field, found.is_sure) == (field, True)


@pytest.mark.parametrize(
    "column",
    ["Notes", "Observations", "Fax", "Nb postes", "Nombre de conseillers", "EPCI", "Photo", "xyz"],
)
def test_columns_that_no_field_holds(column: str) -> None:
    assert guess(column, "a", "b", "c").field == ""


@pytest.mark.parametrize(
    "column",
    ["Prénom", "Nom du conseiller", "Mail référent", "Portable", "Responsable", "Tél. agent"],
)
def test_columns_about_somebody_are_neither_read_nor_shown(column: str) -> None:
    found = guess(column, "06 12 34 56 78", "Marie Exemple", "x@exemple.fr")
    assert (found.field, found.is_personal, found.examples) == ("", True, ())


def test_a_name_beside_a_first_name_is_somebodys() -> None:
    found = guesses({"Nom": ["Exemple"], "Prénom": ["Marie"], "Structure": ["Mairie"]})
    assert found["Nom"].is_personal
    assert found["Structure"].field == "nom"


def test_cells_choose_between_two_fields() -> None:
    streets = guess("Lieu / Adresse", "12 rue du Lac", "Place Haute", "3 av. Basse")
    assert (streets.field, streets.is_sure, streets.others) == ("adresse", True, ("nom",))
    unclear = guess("Lieu / Adresse", "Le bourg", "Mairie", "Salle des fêtes")
    assert (unclear.is_sure, unclear.others) == (False, ("adresse",))
    towns = guess("Lieu", "Labège", "Toulouse", "31450 Ayguesvives")
    assert (towns.field, towns.is_sure) == ("commune", True)


def test_cells_object_to_a_header() -> None:
    wrong = guess("Code postal du siège", "oui", "non", "oui", "non", "oui")
    assert (wrong.field, wrong.is_sure) == ("code_postal", False)
    site = guess("Contact Site", *PHONES)
    assert (site.field, site.is_sure) == ("telephone", True)


def test_cells_speak_when_a_header_is_silent() -> None:
    mails = guess("colonne 5", "a@exemple.fr", "b@exemple.fr", "c@exemple.fr")
    assert (mails.field, mails.is_sure, mails.examples) == ("courriels", True, ())
    phones = guess("colonne 6", *PHONES)  # they may be those of a fax
    assert (phones.field, phones.is_sure) == ("telephone", False)


def test_days_are_no_telephone_numbers() -> None:
    assert guess("Truc", "2024-01-03", "2024-02-03", "2024-03-03").field == ""
    assert guess("Truc", "03/01/2024 10:11", "04/01/2024 10:11", "05/01/2024 10:12").field == ""
    assert guess("Truc", "05.61.00.00.00", "0561000001", "05-61-00-00-02").field == "telephone"


def test_two_cells_are_enough_to_propose() -> None:
    found = guess("Truc", "https://a.example.fr/", "www.b.example.fr")
    assert (found.field, found.is_sure) == ("site_web", False)


def test_the_day_of_an_answer_dates_a_row_where_nothing_else_does() -> None:
    days = ("2024-01-03", "2024-02-03", "2024-03-03")
    for column in ("date_soumission", "Date de saisie", "Horodateur"):
        assert read_for("date_maj", {column: days}) == (column,)
        assert read_for("date_maj", {column: days, "date_maj": days}) == ("date_maj",)
    alone = guess("Date", *days)
    assert (alone.field, alone.is_sure) == ("date_maj", False)


def test_cells_alone_are_used_when_no_other_column_is_that_field() -> None:
    streets = ("12 rue du Lac", "3 place Haute", "4 avenue Basse")
    alone = guesses({"Où ?": streets, "xyz": ["a", "b", "c"]})
    assert (alone["Où ?"].field, alone["Où ?"].is_sure) == ("adresse", True)
    beside = guesses({"Où ?": streets, "Adresse": streets})
    assert (beside["Où ?"].field, beside["Où ?"].is_sure) == ("adresse", False)
    asked = guess("Ce qu'on y fait", "Aide aux démarches", "Accès internet", "Ordinateurs, wifi")
    assert asked.field in ("services", "equipements")


def test_columns_of_crosses_say_their_header(places: Path, table: Callable[..., Path]) -> None:
    row = {
        "Nom": "Espace du Lac",
        "Ville": "Labège",
        "Wifi": "x",
        "Scanner": "",
        "Imprimante": "Oui",
        "Aide aux démarches administratives": "OUI",
        "Chauffage": "oui",
    }
    report = run_import(table([row, {**row, "Nom": "Mairie", "Scanner": "oui"}]), places)
    assert list(report.unread_columns) == ["Chauffage"]
    record = read_record(places / "31" / "espace-du-lac.yaml", places)
    assert isinstance(record, dict)
    assert record["equipements"] == ["wifi", "imprimante"]
    assert "Aide aux démarches administratives" in record["services"]


def test_a_column_that_opens_and_one_that_closes(places: Path, table: Callable[..., Path]) -> None:
    row = {
        "Nom": "Espace du Lac",
        "Ville": "Labège",
        "Lundi matin début": "09:00",
        "Lundi matin fin": "12:00",
        "Lundi après-midi début": "14:00",
        "Lundi après-midi fin": "17:30",
        "Mardi ouverture": "10:00",
        "Mardi fermeture": "16:00",
        "Jeudi ouverture": "10h-12h",
    }
    report = run_import(table([row]), places)
    assert list(report.unread_columns) == []
    record = read_record(places / "31" / "espace-du-lac.yaml", places)
    assert isinstance(record, dict)
    assert record["horaires"] == {
        "lundi": "9h-12h, 14h-17h30",
        "mardi": "10h-16h",
        "jeudi": "10h-12h",
    }


def test_a_prefix_of_all_columns_says_nothing() -> None:
    names = ("nom", "city", "postcode", "lundi", "adresse1", "mail_struc", "site_inter", "autre")
    found = guesses({f"c_{name}": ["a"] for name in names})
    assert [each.field for each in found.values()] == [
        *("nom", "commune", "code_postal", "jour", "adresse", "courriels", "site_web", "")
    ]


def test_an_identifier_differs_in_each_row() -> None:
    assert guess("id_lieu", "1", "2", "3").is_sure
    assert not guess("id_lieu", "1", "1", "2").is_sure
    assert not guess("Code structure", "1", "2", "3").is_sure


def test_three_examples_without_what_leads_to_somebody() -> None:
    found = guess("Téléphone", "06 12 34 56 78", "612345678", *PHONES)
    assert found.examples == PHONES[:3]


def test_two_columns_of_one_field_are_told() -> None:
    layout = layout_for(("nom", "commune", "Type de lieu", "Catégorie"), None)
    assert layout.rules["typologie"].columns == ("Type de lieu",)
    assert layout.unread == ("Catégorie",)
    assert "une autre colonne l'est déjà" in layout.guesses[3].why
    assert not layout.guesses[3].is_sure


def test_a_municipal_table(places: Path, table: Callable[..., Path]) -> None:
    row = {
        "Structure": "Médiathèque du Lac",
        "Lieu / Adresse": "12 rue du Lac",
        "N° INSEE": "31254",
        "Tél./Fax": "05 61 00 00 00 / 05 61 00 00 01",
        "Horaires hiver": "mardi 9h-12h",
        "Horaires été": "mardi 9h-11h",
        "Observations": "à revoir",
        "Référent": "Marie Exemple",
    }
    more = {**row, "Structure": "Mairie", "Lieu / Adresse": "3 place Haute"}
    path = table([row, more, {**more, "Structure": "École", "Lieu / Adresse": "4 rue Basse"}])
    report = run_import(path, places)
    assert list(report.unread_columns) == ["Observations", "Référent"]
    record = read_record(places / "31" / "mediatheque-du-lac.yaml", places)
    assert isinstance(record, dict)
    assert record["adresse"] == "12 rue du Lac"
    assert record["telephone"] == ["05 61 00 00 00"]
    hours = str(record.get("horaires_brut", "")) + str(record.get("horaires", ""))
    assert "9h-12h" in hours
    assert "9h-11h" in hours


def test_a_number_stands_before_its_street(places: Path, table: Callable[..., Path]) -> None:
    row = {
        "nom": "Mairie",
        "commune": "Labège",
        "adresse_numero": "12",
        "adresse_rue": "rue du Lac",
    }
    run_import(table([row]), places)
    record = read_record(places / "31" / "mairie-labege.yaml", places)
    assert isinstance(record, dict)
    assert record["adresse"] == "12 rue du Lac"


def test_oui_is_no_name() -> None:
    answers = ("oui", "non", "oui")
    assert guess("Espace de télétravail", *answers).field == ""
    assert guess("Autres services", *answers).field == ""
    assert guess("EPN", *answers).answer_to == "EPN"
    assert guess("Accueille un conseiller numérique", *answers).answer_to
    assert guess("Conseiller numérique", "Marie", "Jeanne", "oui").is_personal


def test_a_name_and_a_street_in_one_cell_are_two_facts() -> None:
    cells = ("CCAS - 2 place du Lac", "Mairie, 1 rue Haute", "Maison du Lac\nrue Basse", "Le Lac")
    layout = drafted_layout(("Lieu et adresse",), rows_of({"Lieu et adresse": cells}), is_commune)
    read = [layout.apply({"Lieu et adresse": cell})[0] for cell in cells]
    assert [given["nom"] for given in read] == ["CCAS", "Mairie", "Maison du Lac", "Le Lac"]
    streets = [given.get("adresse", "") for given in read]
    assert streets == ["2 place du Lac", "1 rue Haute", "rue Basse", ""]


@pytest.mark.parametrize(
    ("column", "field"),
    [
        ("Services et tarif", "services"),
        ("Jours et heures d'ouverture", "horaires"),
        ("Code postal et ville", "commune"),
        ("Accès handicapés", "accessibilite"),
    ],
)
def test_what_et_joins_is_read_together(column: str, field: str) -> None:
    cells = {
        "services": ("impôts - gratuit", "aide CAF (payant)", "wifi"),
        "horaires": ("lundi 9h-12h", "mardi 9h-12h", "mercredi 14h-17h"),
        "commune": ("31670 Labège", "31750 Escalquens", "31000 Toulouse"),
        "accessibilite": ("oui", "non", "oui"),
    }
    found = guess(column, *cells[field])
    assert (found.field, found.is_sure) == (field, True)


def test_contact_is_what_its_cells_are() -> None:
    assert guess("Contact", *PHONES).field == "telephone"
    assert not guess("Contact", "Marie Exemple", "Jeanne Exemple", "Paul Exemple").is_sure


def test_types_of_help_are_no_types_of_places() -> None:
    helps = ("CAF, retraite, logement", "CAF", "impôts, retraite")
    assert guess("Type démarches", *helps).field == "services"
    kinds = ("Bibliothèque", "Centre social", "Association")
    assert guess("type_porteur", *kinds).field == "typologie"
    assert guess("Type de lieu", *kinds).field == "typologie"


def test_a_site_is_a_place_when_it_has_no_address_of_the_web() -> None:
    assert guess("Site", "Chauny", "Yzeure Bendorf", "Gap République", "Vire").field == "nom"
    assert guess("Site", *("https://a.fr", "www.b.fr", "c.org")).field == "site_web"


def test_a_siren_is_no_telephone() -> None:
    assert guess("Siren du site", "434806402", "409769312", "775575699").field == ""


@pytest.mark.parametrize("column", ["DAT_MaJ", "edit_datemaj", "datetime_latest"])
def test_days_of_programs_are_known(column: str) -> None:
    days = ("2020/06/30 14:16:50.898", "2020/07/02 14:32:33.822", "2021/02/23 10:31:57.689")
    assert guess(column, *days).field == "date_maj"


def test_a_number_beside_streets_without_any_is_that_of_the_house() -> None:
    streets = ("rue du Lac", "rue des Écoles", "place du Bois")
    for street in ("Adresse", "Adresse postale", "Rue"):
        found = guesses({"N°": ("20", "31", "4 bis"), street: streets})
        assert found["N°"].field == HOUSE_NUMBER
    assert guesses({"N°": ("1", "2", "3"), "Adresse": streets})["N°"].field == ""
    full = ("1 rue du Lac", "2 rue des Écoles", "3 place du Bois")
    assert guesses({"N°": ("20", "31", "4"), "Adresse": full})["N°"].field == ""


def test_a_table_without_name_or_town_is_refused_with_what_may_be() -> None:
    with pytest.raises(ImportFileError, match=r"--dry-run.*« Site » \(site_web \?\)"):
        layout_for(("Code", "Site"), None, [TableRow(2, {"Site": str(at)}) for at in range(9)])


def test_a_postcode_written_for_all_towns_tells_none(
    places: Path, table: Callable[..., Path]
) -> None:
    towns = ["Nouméa", "Thio", "Poya", "Lifou", "Mont-Dore", "Ouvéa", "Île-des-Pins"]
    rows = [{"nom": f"Espace {town}", "commune": town, "code_postal": "98800"} for town in towns]
    report = run_import(table(rows), places)
    assert [row.status.value for row in report.rows] == ["imported"] * 7
    record = read_record(places / "988" / "espace-thio.yaml", places)
    assert isinstance(record, dict)
    assert (record["code_insee"], record["code_postal"]) == ("98829", "98829")


def test_a_postcode_of_several_towns_stays(places: Path, table: Callable[..., Path]) -> None:
    rows = [
        {"nom": "Médiathèque", "commune": town, "code_postal": "31670"}
        for town in ("Labège", "Toulouse", "Balma", "Blagnac")
    ]
    report = run_import(table(rows), places)
    assert [row.status.value for row in report.rows] == ["imported", "kept", "kept", "kept"]


@pytest.mark.parametrize("column", ["type", "types"])
def test_types_of_help_are_not_types_of_places(column: str) -> None:
    help_ = guess(column, "atelier", "accompagnement", "autonomie", "atelier")
    assert (help_.field, help_.is_sure) == ("modalites_accompagnement", True)
    assert guess(column, "Mairie", "Médiathèque", "CCAS", "Mairie").field == "typologie"
