"""What an import writes, what it leaves alone, and how it accounts for every row."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.intake import ImportReport, run_import
from plugins.intake.write.report import RowStatus
from plugins.intake.write.report_page import page_of
from plugins.records.model.place import Place
from plugins.records.reading.reader import Tree, read_record
from tests.support.intake import LABEGE, Row

Importing = Callable[..., ImportReport]
MAIRIE = {
    **LABEGE,
    "id": "a2",
    "nom": "Mairie",
    "adresse": "1 rue de la Mairie",
    "typologie": "MUNI",
    "telephone": "05 61 00 00 09",
}
ID = "31/mediatheque-de-labege"


def read(places: Path, identity: str) -> Tree:
    tree = read_record(places / f"{identity}.yaml", places)
    assert isinstance(tree, dict), tree
    return tree


def snapshot(places: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(places)): path.read_bytes()
        for path in sorted(places.rglob("*"))
        if path.is_file()
    }


def edit(places: Path, identity: str, old: str, new: str) -> None:
    path = places / f"{identity}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def only(report: ImportReport) -> tuple[str, str]:
    assert len(report.rows) == 1
    return report.rows[0].status.value, report.rows[0].id


def test_a_row_becomes_a_record_that_the_model_accepts(importing: Importing, places: Path) -> None:
    assert only(importing(LABEGE)) == ("imported", ID)
    tree = read(places, ID)
    assert "mardi: 9h-12h, 14h-17h30\n" in (places / f"{ID}.yaml").read_text(encoding="utf-8")
    assert tree["source"] == [
        {
            "nom": "liste-exemple-2024-01",
            "id": "a1",
            "date": "2024-01-10",
            "licence": "Licence Ouverte 2.0",
        }
    ]
    place = Place.from_tree(tree, ID)
    assert place.date_maj == date(2024, 1, 10)
    assert "verifie_le" not in tree


def test_a_second_run_changes_no_byte(importing: Importing, places: Path) -> None:
    importing(LABEGE, MAIRIE)
    before = snapshot(places)
    report = importing(MAIRIE, LABEGE)
    assert report.counts["unchanged"] == 2
    assert snapshot(places) == before


def test_a_generic_name_gets_its_commune(importing: Importing) -> None:
    assert only(importing(MAIRIE)) == ("imported", "31/mairie-labege")


def test_two_places_of_one_name_get_two_slugs(importing: Importing) -> None:
    far = {
        **LABEGE,
        "id": "a3",
        "nom": "Le Relais",
        "adresse": "9 avenue Loin",
        "telephone": "05 61 00 00 07",
        "latitude": "43.55",
        "longitude": "1.51",
    }
    near = {**far, "id": "a4", "adresse": "2 rue Près", "telephone": "", "latitude": "43.53"}
    ids = {row.id for row in importing(near, far).rows}
    assert ids == {"31/le-relais", "31/le-relais-labege"}


def test_what_a_person_wrote_is_kept_and_shown(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    edit(places, ID, "05 61 00 00 00", "05 61 11 11 11")
    edit(places, ID, "\nnom:", "\n# appelée le 3 mars\nnom:")
    newer = {
        **LABEGE,
        "telephone": "05 61 22 22 22",
        "adresse": "2 rue Neuve",
        "date_maj": "2025-02-01",
    }
    report = importing(newer)
    tree = read(places, ID)
    assert tree["telephone"] == ["05 61 11 11 11"]
    assert tree["adresse"] == "2 rue Neuve"
    assert tree["date_maj"] == "2025-02-01"
    assert "# appelée le 3 mars\n" in (places / f"{ID}.yaml").read_text(encoding="utf-8")
    assert [(item.id, item.field) for item in report.kept_by_hand] == [(ID, "telephone")]
    assert any("05 61 22 22 22" in line for line in report.summary())
    before = snapshot(places)
    importing(newer)
    assert snapshot(places) == before


def test_a_record_written_by_hand_is_only_completed(importing: Importing, places: Path) -> None:
    folder = places / "31"
    folder.mkdir()
    typed = (
        "nom: Médiathèque de Labège\ncode_postal: 31670\ncode_insee: 31254\n"
        "commune: Labège\nadresse: rue de la Croix Rose\n"
    )
    (folder / "media.yaml").write_text(typed, encoding="utf-8")
    report = importing(LABEGE)
    assert only(report) == ("merged", "31/media")
    text = (folder / "media.yaml").read_text(encoding="utf-8")
    assert all(line in text for line in typed.splitlines())
    assert "05 61 00 00 00" in text
    assert [item.field for item in report.kept_by_hand] == ["adresse"]


def test_a_deleted_record_is_not_made_again(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    (places / f"{ID}.yaml").unlink()
    report = importing(LABEGE)
    assert only(report) == ("kept", ID)
    assert "supprimée" in report.rows[0].why
    assert not (places / f"{ID}.yaml").exists()


def test_a_renamed_record_is_found_again(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    (places / f"{ID}.yaml").rename(places / "31" / "autre-nom.yaml")
    report = importing({**LABEGE, "telephone": "05 61 22 22 22"})
    assert report.rows[0].id == "31/autre-nom"
    assert not (places / f"{ID}.yaml").exists()


def test_a_renamed_record_that_says_so_is_still_brought_up_to_date(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    edit(places, ID, "source:", f"anciens_ids:\n- {ID}\nsource:")
    (places / f"{ID}.yaml").rename(places / "31" / "autre-nom.yaml")
    # A newer edition, which the record does not name: only the last_import knows the row.
    newer = {**LABEGE, "source": "liste-exemple-2025-01", "telephone": "05 61 22 22 22"}
    report = importing(newer)
    assert only(report) == ("updated", "31/autre-nom")
    tree = read(places, "31/autre-nom")
    assert tree["telephone"] == ["05 61 22 22 22"]
    assert tree["anciens_ids"] == [ID]
    assert not (places / f"{ID}.yaml").exists()


def test_rows_of_a_record_that_another_replaces_go_to_that_one(
    importing: Importing, places: Path
) -> None:
    other = {**LABEGE, "id": "a2", "nom": "Foyer rural", "adresse": "Place Saint-Barthélemy"}
    other |= {"latitude": "43.54", "longitude": "1.54", "telephone": "05 61 33 33 33"}
    report = importing(LABEGE, other)
    merged = report.rows[1].id
    assert merged != ID
    (places / f"{merged}.yaml").unlink()
    edit(places, ID, "source:", f"anciens_ids:\n- {merged}\nsource:")
    report = importing(LABEGE, other)
    assert [row.id for row in report.rows] == [ID, ID]
    assert not (places / f"{merged}.yaml").exists()


def test_a_new_record_takes_no_address_that_leads_elsewhere(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    edit(places, ID, "source:", "anciens_ids:\n- 31/foyer-rural\nsource:")
    other = {**LABEGE, "id": "a2", "nom": "Foyer rural", "adresse": "Place Saint-Barthélemy"}
    report = importing({**other, "latitude": "43.54", "longitude": "1.54", "telephone": ""})
    assert report.rows[0].id == "31/foyer-rural-labege"


def test_a_closed_place_stays_closed(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    edit(places, ID, "date_maj:", "ferme_le: 2025-01-01\ndate_maj:")
    before = snapshot(places)
    report = importing({**LABEGE, "telephone": "05 61 22 22 22"})
    assert only(report) == ("kept", ID)
    assert snapshot(places) == before


def test_an_unreadable_record_is_left_alone(importing: Importing, places: Path) -> None:
    importing(LABEGE)
    (places / f"{ID}.yaml").write_text("nom: Salle 2 : au fond\n", encoding="utf-8")
    before = snapshot(places)
    report = importing({**LABEGE, "telephone": "05 61 22 22 22"})
    assert report.rows[0].status is RowStatus.KEPT
    assert snapshot(places) == before
    assert report.unreadable


def test_the_next_edition_of_a_list_updates_its_records(importing: Importing, places: Path) -> None:
    importing(LABEGE, MAIRIE)
    newer = {
        **LABEGE,
        "source": "liste-exemple-2025-06",
        "date_maj": "2025-06-01",
        "nom": "Médiathèque",
    }
    report = importing(newer)
    assert only(report) == ("updated", ID)
    entries = read(places, ID)["source"]
    assert [entry["nom"] for entry in entries] == ["liste-exemple-2025-06"]  # type: ignore[index]
    assert len(report.gone) == 1
    assert "mairie-labege" in report.gone[0]


def test_two_lists_that_know_one_place_make_one_record(importing: Importing, places: Path) -> None:
    other = {
        **LABEGE,
        "id": "b7",
        "nom": "MEDIATHEQUE LABEGE",
        "source": "autre-liste",
        "date_maj": "2020-01-01",
        "services": "Aide aux démarches administratives",
        "telephone": "",
        "site_web": "https://exemple.fr",
    }
    report = importing(other, LABEGE)
    assert report.counts["imported"] == report.counts["merged"] == 1
    merged = next(row for row in report.rows if row.status is RowStatus.MERGED)
    assert (merged.row, merged.with_row, merged.id) == (2, 3, ID)
    assert "même nom" in merged.why
    tree = read(places, ID)
    assert tree["nom"] == "Médiathèque de Labège"
    assert tree["site_web"] == ["https://exemple.fr"]
    assert len(tree["source"]) == 2


def test_the_order_of_imports_does_not_change_what_is_known(
    table: Callable[..., Path], tmp_path: Path
) -> None:
    other = {
        **LABEGE,
        "id": "b7",
        "source": "autre",
        "date_maj": "2020-01-01",
        "site_web": "https://a.fr",
    }
    trees = []
    for name, order in (("x", [LABEGE, other]), ("y", [other, LABEGE])):
        places = tmp_path / name
        places.mkdir()
        for row in order:
            run_import(table([row]), places)
        trees.append(read(places, ID))
    assert trees[0] == trees[1]


def test_the_stops_of_a_bus_are_not_one_place(importing: Importing) -> None:
    stop = {
        **LABEGE,
        "id": "bus",
        "nom": "Bus numérique",
        "pivot": "",
        "telephone": "",
        "itinerance": "Itinérant",
    }
    stops = [
        {
            **stop,
            "commune": name,
            "code_postal": postcode,
            "code_insee": code,
            "latitude": "",
            "longitude": "",
        }
        for name, postcode, code in (
            ("Labège", "31670", "31254"),
            ("Baziège", "31450", "31048"),
            ("Montgiscard", "31450", "31381"),
        )
    ]
    report = importing(*stops)
    assert report.counts["imported"] == 3
    assert importing(*stops).counts["unchanged"] == 3


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"nom": ""}, "pas de nom"),
        ({"nom": "Mme Exemple, conseillère"}, "personne"),
        ({"nom": "Marie Exemple"}, "personne"),
        ({"nom": "EXEMPLE Marie"}, "personne"),
        ({"nom": "Conseiller numérique - Mohammed Exemple"}, "personne"),
        ({"ferme_le": "2025-01-01"}, "ferme_le"),
        ({"remarques": "Lieu fermé"}, "fermé"),
        ({"code_insee": "", "commune": "Nulle Part", "code_postal": "99999"}, "Nulle Part"),
        ({"code_insee": "", "commune": "", "code_postal": "", "adresse": ""}, "ni commune"),
    ],
)
def test_a_row_that_cannot_be_a_record_is_kept_for_a_look(
    importing: Importing, places: Path, changes: Row, said: str
) -> None:
    report = importing({**LABEGE, "latitude": "", "longitude": "", **changes})
    assert only(report) == ("kept", "")
    assert said in report.rows[0].why
    assert not snapshot(places)


CLOSED = {**LABEGE, "nom": "Médiathèque de Labège (fermée depuis avril 2021)"}


def test_a_closed_place_gets_no_record(importing: Importing, places: Path) -> None:
    report = importing(CLOSED)
    assert only(report) == ("kept", "")
    assert "fermé" in report.rows[0].why
    assert not snapshot(places)


def test_a_source_that_says_a_known_place_closed_is_told(
    importing: Importing, places: Path
) -> None:
    importing(LABEGE)
    before = snapshot(places)
    report = importing(CLOSED)
    assert only(report) == ("kept", ID)
    assert "ferme_le" in report.rows[0].why
    assert not report.gone
    assert snapshot(places) == before


def test_rows_of_a_place_that_one_of_them_says_closed_are_left(
    importing: Importing, places: Path
) -> None:
    report = importing(LABEGE, {**CLOSED, "id": "b1", "source": "autre"})
    assert report.counts["kept"] == 2
    assert not snapshot(places)


def test_works_that_end_are_told_on_the_page(importing: Importing, places: Path) -> None:
    rows = (
        {**LABEGE, "nom": "Médiathèque de Labège (fermée pour travaux jusqu'au 3 mars)"},
        {**MAIRIE, "complement_adresse": "travaux jusqu'au 3 mars 2025"},
    )
    report = importing(*rows)
    assert report.counts["imported"] == 2
    assert [row.doubts[0][:10] for row in report.rows] == ["fermeture "] * 2
    assert read(places, ID)["exceptions"] == [
        {
            "du": "2024-01-10",
            "au": "2024-03-03",
            "horaires": "fermé",
            "motif": "Fermée pour travaux jusqu'au 3 mars",
        }
    ]
    notices = read(places, "31/mairie-labege")["annonces"]
    assert notices == [
        {"du": "2024-01-10", "au": "2025-03-03", "texte": "Travaux jusqu'au 3 mars 2025"}
    ]
    for identity in (ID, "31/mairie-labege"):
        Place.from_tree(read(places, identity), identity)
    assert importing(*rows).counts["unchanged"] == 2


def test_a_home_is_not_imported(importing: Importing, places: Path) -> None:
    assert only(importing({**LABEGE, "adresse": "chez Mme Exemple"})) == ("kept", "")
    assert not snapshot(places)


@pytest.mark.parametrize(
    ("row", "options", "status"),
    [
        ({"nom": "Louis Aragon", "typologie": "BIB"}, {}, "imported"),
        ({"nom": "Louis Aragon", "typologie": "ASSO"}, {}, "kept"),
        ({"nom": "Louis Aragon", "typologie": ""}, {"confirmed": ["louis aragon"]}, "imported"),
        ({"nom": "Marie Exemple"}, {"confirmed": ["Marie Exemple"]}, "imported"),
        ({"nom": "Marie Exemple"}, {"confirmed": ["Jean Exemple"]}, "kept"),
        ({"nom": "Solidarité Formation S.F.M. CLICHY"}, {}, "imported"),
        ({"nom": "Bibliothèque Louis Aragon"}, {}, "imported"),
        ({"nom": "Permanence de M. EXEMPLE"}, {}, "kept"),
    ],
)
def test_a_place_called_after_a_person(
    importing: Importing, row: Row, options: dict[str, object], status: str
) -> None:
    assert only(importing({**LABEGE, **row}, **options))[0] == status


def test_a_confirmed_name_is_confirmed_in_its_record(importing: Importing, places: Path) -> None:
    importing({**LABEGE, "nom": "Marie Exemple"}, confirmed=["Marie Exemple"])
    assert read(places, "31/marie-exemple")["nom_confirme"] == "oui"
    importing({**LABEGE, "nom": "Louis Aragon", "id": "2", "adresse": "3 rue Haute"})
    assert "nom_confirme" not in read(places, "31/louis-aragon")


def test_a_layout_confirms_names(table: Callable[..., Path], places: Path, tmp_path: Path) -> None:
    layout = tmp_path / "liste.yaml"
    layout.write_text(
        "noms_confirmes: [Marie Exemple]\nchamps:\n  nom: nom\n  code_insee: code_insee\n",
        encoding="utf-8",
    )
    report = run_import(table([{**LABEGE, "nom": "Marie Exemple"}]), places, layout=layout)
    assert report.counts["imported"] == 1


def test_fillers_are_no_facts_and_are_counted_in_one_line(importing: Importing) -> None:
    rows = [{**MAIRIE, "id": f"r{n}", "nom": f"Mairie {n}", "telephone": "-"} for n in range(5)]
    report = importing(*rows)
    lines = [line for line in report.summary() if "ne dit rien" in line]
    assert len(lines) == 1
    assert "5 fois : telephone : « - »" in lines[0]


def test_a_point_without_an_address_is_approximate_in_the_record_and_said(
    importing: Importing, places: Path
) -> None:
    report = importing({**LABEGE, "adresse": "31670 Labège"})
    assert read(places, ID)["position"] == "approximative"
    assert any("approximatif" in doubt for doubt in report.rows[0].doubts)
    report = importing(LABEGE)
    assert "position" not in read(places, ID)
    assert not any("approximatif" in doubt for doubt in report.rows[0].doubts)


def test_a_cedex_code_stays_with_its_word(importing: Importing, places: Path) -> None:
    row = {**LABEGE, "code_insee": "", "code_postal": "", "latitude": "", "longitude": ""}
    importing({**row, "nom": "Espace du Lac", "commune": "31059 TOULOUSE CEDEX 9"})
    tree = read(places, "31/espace-du-lac")
    assert (tree["commune"], tree["code_postal"]) == ("Toulouse", "31059")
    assert tree["complement_adresse"] == "CEDEX 9"


def test_a_house_number_is_no_number_of_a_cedex(importing: Importing, places: Path) -> None:
    row = {**LABEGE, "code_insee": "", "code_postal": "", "latitude": "", "longitude": ""}
    row |= {"nom": "Espace du Lac", "commune": "16021 Angouleme cedex", "adresse": "1 rue Basse"}
    importing(row)
    assert read(places, "16/espace-du-lac")["complement_adresse"] == "CEDEX"


def test_a_second_column_of_points_serves_where_the_first_is_empty(
    importing: Importing, places: Path
) -> None:
    row = {**LABEGE, "latitude": "", "longitude": "", "wgs84": "", "geo_point_2d": "43.53,1.51"}
    importing(row)
    assert read(places, ID)["latitude"] == "43.53"


def test_a_postcode_of_another_departement_is_not_written(
    importing: Importing, places: Path
) -> None:
    report = importing({**LABEGE, "code_postal": "35000"})
    assert read(places, ID)["code_postal"] == "31670"
    assert any("35000" in doubt for doubt in report.rows[0].doubts)


def test_an_address_of_another_town_is_said(importing: Importing) -> None:
    report = importing({**LABEGE, "adresse": "14 chemin du Mirail, 31100 Toulouse"})
    assert "31100 Toulouse" in report.rows[0].doubts[0]


def test_what_matters_comes_before_routine_remarks(importing: Importing) -> None:
    routine = [
        {**MAIRIE, "id": f"r{n}", "nom": f"Mairie {n}", "latitude": "", "longitude": ""}
        for n in range(30)
    ]
    closed = {**LABEGE, "id": "c1", "nom": "Espace du Lac INACTIF", "adresse": "1 rue du Lac"}
    cut = {**LABEGE, "id": "c2", "nom": "Centre social Vitry-le-François", "commune": "Vitry"}
    cut |= {"code_postal": "51300", "code_insee": "", "latitude": "", "longitude": ""}
    lines = importing(*routine, closed, cut).summary()
    closing = next(n for n, line in enumerate(lines) if "INACTIF" in line)
    doubt = next(n for n, line in enumerate(lines) if "peut être Vitry-en-Perthois" in line)
    absent = [n for n, line in enumerate(lines) if "coordonnées : absentes" in line]
    assert doubt < closing < absent[0]
    assert len(absent) == 1
    assert "31 fois" in lines[absent[0]]


def test_what_was_not_understood_is_said_of_its_row(importing: Importing) -> None:
    report = importing(
        {
            **LABEGE,
            "latitude": "48.85",
            "longitude": "2.35",
            "pivot": "12345678901234",
            "telephone": "05 61 00",
            "horaires": "un peu le matin",
            "date_maj": "naguère",
            "services": "Cuisine",
        }
    )
    told = " ".join([*report.rows[0].remarks, *report.rows[0].doubts])
    for word in ("coordonnées", "pivot", "telephone", "horaires", "date_maj"):
        assert word in told
    assert any("ligne 2" in line for line in report.summary())


def test_personal_data_does_not_reach_the_tree_nor_the_report(
    importing: Importing, places: Path
) -> None:
    report = importing(
        {
            **LABEGE,
            "courriels": "prenom.nomdefamille@exemple.fr",
            "telephone": "06 12 34 56 78",
            "presentation_resume": "Demandez Mme Exemple le matin",
        }
    )
    everything = b"".join(snapshot(places).values()).decode() + report.to_json()
    for word in ("nomdefamille", "12 34 56 78", "Mme Exemple"):
        assert word not in everything


def test_a_departement_that_was_not_asked_for(importing: Importing, places: Path) -> None:
    report = importing(LABEGE, departements=["17"])
    assert report.counts["outside"] == 1
    assert not snapshot(places)


def test_the_command_says_the_source_when_the_table_does_not(
    importing: Importing, places: Path
) -> None:
    row = {
        name: value for name, value in LABEGE.items() if name not in ("source", "date_maj", "id")
    }
    importing(row, source_name="enquete-2025", licence="ODbL 1.0", date=date(2025, 1, 2))
    assert read(places, ID)["source"] == [
        {
            "nom": "enquete-2025",
            "id": "31254-mediatheque-de-labege-rue-de-la-croix-rose",
            "date": "2025-01-02",
            "licence": "ODbL 1.0",
        }
    ]
    assert importing(
        row, source_name="enquete-2025", licence="ODbL 1.0", date=date(2025, 1, 2)
    ).counts["unchanged"]


def test_the_name_of_an_edition_dates_rows_that_say_no_day(
    importing: Importing, places: Path
) -> None:
    row = {name: value for name, value in LABEGE.items() if name not in ("source", "date_maj")}
    importing(row, source_name="enquete-2025-03")
    assert read(places, ID)["date_maj"] == "2025-03-01"
    importing(row, source_name="enquete-2025-03", date=date(2025, 3, 20))
    importing(row, source_name="enquete-2025-03")  # the day that was said is kept
    assert read(places, ID)["date_maj"] == "2025-03-20"
    importing(row, source_name="enquete-2025-04")
    assert read(places, ID)["date_maj"] == "2025-04-01"


def test_no_edition_dates_a_record_in_the_future(importing: Importing, places: Path) -> None:
    row = {name: value for name, value in LABEGE.items() if name not in ("source", "date_maj")}
    importing(row, source_name="enquete-2025-03", today=date(2025, 2, 28))
    assert "date_maj" not in read(places, ID)


def test_a_missing_date_is_told_as_a_missing_licence_is(importing: Importing) -> None:
    dated = {name: value for name, value in LABEGE.items() if name != "source"}
    row = {name: value for name, value in dated.items() if name != "date_maj"}
    options: dict[str, object] = {"source_name": "enquete", "licence": None}
    for rows in ((dated, row), (row,)):
        report = importing(*rows, **options)
        for text in ("\n".join(report.summary()), page_of(report)):
            assert "--licence" in text
            assert "--date" in text
    for told, more in ((dated, {}), (row, {"date": date(2025, 1, 2)})):
        assert "--date" not in "\n".join(importing(told, **{**options, **more}).summary())
    assert "--date" not in "\n".join(importing(row, source_name="enquete-2025-03").summary())


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("Ligne 79\narrêt Mairie", {"bus": "Ligne 79, arrêt Mairie"}),
        ("Oui", None),
        ("Néant", None),
        ("demandez Mme Marie Exemple au 06 12 34 56 78", None),
    ],
)
def test_the_bus_of_a_list_is_how_to_come(
    importing: Importing, places: Path, cell: str, told: dict[str, str] | None
) -> None:
    report = importing({**LABEGE, "transport_en_commun": cell})
    assert read(places, ID).get("acces") == told
    assert any("transports" in text for text in report.rows[0].remarks) == (told is None)


def test_another_bus_of_the_same_place_is_told(importing: Importing, places: Path) -> None:
    other = {**LABEGE, "id": "a2", "transport_en_commun": "Ligne 80"}
    report = importing({**LABEGE, "transport_en_commun": "Ligne 79"}, other)
    assert read(places, ID)["acces"] == {"bus": "Ligne 79"}
    told = [text for row in report.rows for text in row.remarks]
    assert "l'accès « bus Ligne 80 » n'est pas repris" in told


def test_no_licence_is_made_up(importing: Importing, places: Path) -> None:
    report = importing(LABEGE, licence=None)
    assert "licence" not in (places / f"{ID}.yaml").read_text(encoding="utf-8")
    assert any("--licence" in line for line in report.summary())
    importing(LABEGE, licence="ODbL 1.0")
    before = snapshot(places)
    importing(LABEGE, licence=None)
    assert snapshot(places) == before
    assert "ODbL 1.0" in (places / f"{ID}.yaml").read_text(encoding="utf-8")


def test_labels_and_national_lists(importing: Importing, places: Path) -> None:
    importing(
        {
            **LABEGE,
            "dispositif_programmes_nationaux": "France Services|Conseillers numériques",
            "formations_labels": "Étapes numériques(La Poste)",
            "autres_formations_labels": "APTIC|TL|Label local",
            "frais_a_charge": "Gratuit",
        }
    )
    tree = read(places, ID)
    assert tree["labels"] == [
        "conseillers-numeriques",
        "etapes-numeriques-la-poste",
        "france-services",
        "pass-numerique",
    ]
    assert tree["typologie"] == ["BIB", "TIERS_LIEUX"]
    assert tree["autres_formations_labels"] == ["Label local"]


CELLS = st.one_of(st.just(""), st.sampled_from(list(LABEGE.values())), st.text(max_size=20))
ROWS = st.lists(
    st.one_of(
        st.just(LABEGE),
        st.just(MAIRIE),
        st.fixed_dictionaries(dict.fromkeys(LABEGE, CELLS)),
        st.builds(lambda name, cell: {**LABEGE, name: cell}, st.sampled_from(list(LABEGE)), CELLS),
    ),
    max_size=5,
)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rows=ROWS)
def test_every_row_is_accounted_for(
    rows: list[Row], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("import")
    places = folder / "places"
    places.mkdir()
    table = folder / "liste.json"
    table.write_text(json.dumps([*rows, LABEGE]), encoding="utf-8")
    report = run_import(table, places, report=folder / "rapport.json")
    filled = [
        number
        for number, row in enumerate([*rows, LABEGE], 1)
        if any(c.strip() for c in row.values())
    ]
    assert [row.row for row in report.rows] == filled
    assert sum(report.counts.values()) == len(filled)
    written = json.loads((folder / "rapport.json").read_text(encoding="utf-8"))
    assert [row["row"] for row in written["rows"]] == filled
    for row in report.rows:
        if row.status in (RowStatus.IMPORTED, RowStatus.MERGED):
            Place.from_tree(read(places, row.id), row.id)
        else:
            assert row.why
    before = snapshot(places)
    run_import(table, places)
    assert snapshot(places) == before


def test_a_point_of_another_commune_is_approximate_and_told_first(
    importing: Importing, places: Path
) -> None:
    row = {"id": "a", "nom": "Médiathèque Jean Exemple", "commune": "Mondonville",
           "code_postal": "31700", "adresse": "1 rue du Lac", "latitude": "43.637",
           "longitude": "1.393", "source": "liste-a"}  # fmt: skip
    report = importing(row)
    text = (places / "31/mediatheque-jean-exemple.yaml").read_text("utf-8")
    assert "position: approximative" in text
    lines = report.summary()
    told = lines.index("Points d'une autre commune :")
    assert "plutôt à Blagnac" in lines[told + 1]
    assert importing(row).counts["unchanged"] == 1


def test_a_row_cites_the_closed_row_of_its_own_name(importing: Importing) -> None:
    shared = {**LABEGE, "telephone": ""}
    names = ("Médiathèque", "Médiathèque Sud (fermée)", "Médiathèque (fermée)", "Médiathèque Sud")
    rows = [
        {**shared, "nom": name, "id": f"a{rank}", "source": f"liste-{rank}"}
        for rank, name in enumerate(names)
    ]
    why = {row.row: row.why for row in importing(*rows).rows}
    assert "la ligne 4 parle" in why[2]
    assert "la ligne 3 parle" in why[5]
    assert "parle du même lieu" not in why[3] + why[4]


def test_a_merge_keeps_the_postcode_that_the_commune_has(
    importing: Importing, places: Path
) -> None:
    desk = {"nom": "France services", "commune": "Colomars", "adresse": "1 place de la Madone"}
    report = importing(
        {**desk, "id": "a", "code_postal": "6046"}, {**desk, "id": "b", "code_postal": "6670"}
    )
    (path,) = places.glob("06/*.yaml")
    assert "code_postal: 06670\n" in path.read_text("utf-8")
    assert any("06046 est le code INSEE" in remark for remark in report.rows[0].remarks)
    assert not report.conflicts
