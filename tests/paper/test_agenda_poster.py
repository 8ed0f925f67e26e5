"""What the posters of workshops and stops say."""

from datetime import date
from pathlib import Path
from typing import Any

from plugins.paper.qr import qr_svg
from tests.support.agenda import PLACE
from tests.support.agenda_sheets import ROUTE, WORKSHOP, Sheets

POSTER = "/papier/agenda/ateliers/31/premiers-pas-affiche.pdf"
STOP = "/papier/agenda/tournees/16/bus/tusson-affiche.pdf"


def workshop(folder: Path, more: str = "", text: str = WORKSHOP) -> dict[str, Any]:
    return Sheets(folder, {"31/ateliers/premiers-pas.yaml": text + more}).data(POSTER)


def facts(data: dict[str, Any]) -> dict[str, str]:
    return {fact["name"]: fact["text"] for fact in data["facts"]}


def test_a_workshop_says_when_where_what_for_and_whom_to_call(tmp_path: Path):
    data = workshop(tmp_path, "inscription: obligatoire\nnombre_de_places: 8\n")
    assert data["kicker"] == "Atelier\N{NO-BREAK SPACE}: Échanger avec ses proches"
    assert data["title"] == "Premiers pas"
    assert data["where"] == ["Labège", ""]
    assert data["hours"].replace("\u00a0", " ") == "De 14 h à 16 h"
    assert data["rules"][0].startswith("Tous les mardis")
    assert [date["day"] for date in data["dates"]][:2] == [
        "Mardi 24 novembre 2026",
        "Mardi 1er décembre 2026",
    ]
    assert len(data["dates"]) == 10
    assert facts(data)["Inscription"] == "Inscription obligatoire (8 personnes au plus)"
    assert data["ask"] == "Pour s’inscrire"
    assert data["phones"] == [{"text": "05 36 49 00 01", "link": "tel:+33536490001"}]
    assert data["address"] == "aide.exemple.fr/agenda/ateliers/31/premiers-pas"


def test_a_price_that_nobody_knows_is_a_question(tmp_path: Path):
    assert (
        facts(workshop(tmp_path / "a"))["Prix"] == "Gratuit ou payant\N{NO-BREAK SPACE}? Demandez."
    )
    paid = workshop(tmp_path / "b", "frais_a_charge:\n  - Payant\nprix: 5 € la séance\n")
    assert facts(paid)["Prix"] == "C’est payant\N{NO-BREAK SPACE}; 5 € la séance"


def test_a_date_at_other_hours_says_them(tmp_path: Path):
    data = workshop(tmp_path, "dates_en_plus:\n  - le 19 décembre 2026 de 10h à 12h\n")
    hours = {date["day"]: " ".join(date["hours"]).replace("\u00a0", " ") for date in data["dates"]}
    assert hours["Samedi 19 décembre 2026"] == "de 10 h à 12 h"
    assert set(hours.values()) == {"", "de 10 h à 12 h"}


def test_few_of_many_cancelled_dates_are_shown(tmp_path: Path):
    cancelled = "annulations:\n  - date: 2026-11-22\n    jusqu_au: 2027-01-31\n    motif: Travaux\n"
    dates = workshop(tmp_path, cancelled)["dates"]
    assert [date["off"] for date in dates] == [True] * 3 + [False] * 7
    assert dates[0]["remark"] == "Annulé\u00a0: Travaux"


def test_a_workshop_at_a_place_says_its_address(tmp_path: Path):
    text = WORKSHOP.replace("code_insee: 31254\ncommune: Labège\n", f"lieu: {PLACE.id}\n")
    assert workshop(tmp_path, text=text)["where"] == ["Médiathèque de Labège", "31670 Labège"]


def test_a_stop_says_what_comes_where_and_when(tmp_path: Path):
    route = ROUTE.replace("statut: en service", "statut: expérimentation\nnature: bus")
    sheets = Sheets(tmp_path, {"16/tournees/bus.yaml": route + "telephone:\n  - 05 36 49 00 03\n"})
    data = sheets.data(STOP)
    assert (data["kicker"], data["title"]) == ("Un bus vient ici", "Bus")
    assert data["where"] == ["Tusson, Place de la poste", ""]
    hours = "De 9 h à 12 h 30 et de 13 h 30 à 15 h 30"
    assert data["hours"].replace("\u00a0", " ") == hours
    assert [date["day"] for date in data["dates"]][2:4] == [
        "Mardi 29 décembre 2026",
        "Mardi 12 janvier 2027",
    ]
    assert data["remark"] == "Ce service est à l’essai."
    assert data["ask"] == "Renseignements"
    page = "https://aide.exemple.fr/agenda/tournees/16/bus/"
    assert data["address"] == page.removeprefix("https://").rstrip("/")
    assert data["qr"] == qr_svg(f"{page}#arret-tusson")


def test_dates_that_all_depend_on_unknown_holidays_are_doubted_once(tmp_path: Path):
    text = WORKSHOP.replace(" du 6 octobre 2026 au 29 juin 2027", "")
    files = {"31/ateliers/premiers-pas.yaml": text}
    data = Sheets(tmp_path, files, today=date(2029, 1, 8)).data(POSTER)
    assert {entry["remark"] for entry in data["dates"]} == {""}
    assert data["warnings"][0].startswith("Dates à vérifier")


def test_without_a_number_the_address_of_the_service_is_printed(tmp_path: Path):
    text = WORKSHOP.replace("telephone:\n  - 05 36 49 00 01", "courriels:\n  - aide@exemple.fr")
    assert workshop(tmp_path / "a", text=text)["letter"] == "aide@exemple.fr"
    assert workshop(tmp_path / "b")["letter"] == ""


def test_a_workshop_of_a_whole_territory_says_to_ask_where(tmp_path: Path):
    text = WORKSHOP.replace(
        "code_insee: 31254\ncommune: Labège\n", "territoires:\n  - epci/243100633\n"
    )
    sheets = Sheets(tmp_path, {"31/ateliers/premiers-pas.yaml": text})
    assert sheets.data(POSTER)["where"] == ["Demandez le lieu.", ""]
    month = sheets.data("/papier/agenda/epci/243100633-agenda-2026-12.pdf")
    assert month["days"][0]["lines"][0]["where"] == "demandez le lieu"
