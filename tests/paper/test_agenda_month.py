"""What the sheet of a month says."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from plugins.hours import Calendar
from plugins.paper.agenda_month import school_holidays
from tests.support.agenda_sheets import FILES, GAZETTEER, ROUTE, WORKSHOP, Sheets

ROOT = Path(__file__).resolve().parents[2]
BUS = ROOT / "places/16/tournees/bus-france-services-emmaus-ruffec.yaml"
LABEGE = "/papier/agenda/31/labege-agenda"
HOLIDAYS = ["du 19 décembre 2026 au 3 janvier 2027"]
CANCELLED = WORKSHOP + "annulations:\n  - date: 2026-12-01\n    motif: Salle en travaux\n"


def lines(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [
        (day["day"], " ".join(line["hours"]).replace("\u00a0", " "), line["title"])
        for day in data["days"]
        for line in day["lines"]
    ]


def test_a_month_says_its_days_in_words_and_its_holidays(tmp_path: Path):
    data = Sheets(tmp_path, FILES).data(f"{LABEGE}-2026-12.pdf")
    assert (data["month"], data["name"], data["since"]) == ("Décembre 2026", "Labège", "")
    assert lines(data) == [
        ("mardi 1er", "de 14 h à 16 h", "Premiers pas"),
        ("mardi 8", "de 14 h à 16 h", "Premiers pas"),
        ("mardi 15", "de 14 h à 16 h", "Premiers pas"),
    ]
    assert [(day["day"], day["holiday"]) for day in data["days"] if day["holiday"]] == [
        ("vendredi 25", "jour férié\N{NO-BREAK SPACE}: Noël")
    ]
    assert data["school"] == HOLIDAYS
    days = [day for week in data["weeks"] for day in week if day]
    assert [len(days), len(data["weeks"]), data["weeks"][0][0]] == [31, 5, None]
    assert [day["number"] for day in days if day["on"]] == [1, 8, 15]


def test_the_month_of_the_build_starts_with_what_is_to_come(tmp_path: Path):
    data = Sheets(tmp_path, FILES).data(f"{LABEGE}-2026-11.pdf")
    assert (data["month"], data["since"]) == ("Novembre 2026", "à partir du 24 novembre")
    assert lines(data) == [("mardi 24", "de 14 h à 16 h", "Premiers pas")]


def test_a_cancelled_session_stays_with_its_reason(tmp_path: Path):
    data = Sheets(tmp_path, {"31/ateliers/a.yaml": CANCELLED}).data(f"{LABEGE}-2026-12.pdf")
    first = data["days"][0]["lines"][0]
    assert (first["off"], first["remark"]) == (True, "Annulé\u00a0: Salle en travaux")
    assert first["ask"] == ""
    assert not data["weeks"][0][1]["on"]


def test_the_price_is_said_once_the_number_each_time(tmp_path: Path):
    free = WORKSHOP + "inscription: obligatoire\nfrais_a_charge:\n  - Gratuit\n"
    data = Sheets(tmp_path, {"31/ateliers/a.yaml": free}).data(f"{LABEGE}-2026-12.pdf")
    asks = [line["ask"].replace("\u00a0", " ") for day in data["days"] for line in day["lines"]]
    assert asks[:2] == ["gratuit, inscription obligatoire, 05 36 49 00 01", "05 36 49 00 01"]


def test_an_epci_names_the_communes_a_commune_does_not(tmp_path: Path):
    sheets = Sheets(tmp_path, FILES)
    where = [
        sheets.data(url)["days"][0]["lines"][0]["where"]
        for url in (f"{LABEGE}-2026-12.pdf", "/papier/agenda/epci/243100633-agenda-2026-12.pdf")
    ]
    assert where == ["", "Labège"]


def test_warnings_are_those_of_that_month_and_name_their_record(tmp_path: Path):
    message = "annonces:\n  - du: 2026-12-10\n    au: 2026-12-20\n    texte: Peinture fraîche.\n"
    old = "date_maj: 2023-10-03\n"
    sheets = Sheets(tmp_path, {"31/ateliers/a.yaml": WORKSHOP + message + old})
    december, january = (
        sheets.data(f"{LABEGE}-{m}.pdf")["warnings"] for m in ("2026-12", "2027-01")
    )
    age = "Premiers pas\N{NO-BREAK SPACE}: Informations d’octobre 2023."
    assert december == ["Premiers pas\N{NO-BREAK SPACE}: Peinture fraîche.", age]
    assert january == [age]


def test_more_lines_than_a_sheet_can_hold_are_counted(tmp_path: Path):
    files = {
        f"31/ateliers/atelier-{n}.yaml": WORKSHOP.replace("les mardis", "les jours")
        for n in range(9)
    }
    data = Sheets(tmp_path, files).data(f"{LABEGE}-2026-12.pdf")
    assert (len(lines(data)), data["left_out"]) == (90, 18 * 9 - 90)
    assert data["days"][-1]["day"] == "jeudi 10"


def test_the_bus_of_charente_in_january_2027(tmp_path: Path):
    """Counted by hand: a fortnight from 25 September 2023 is that of 4 January 2027."""
    (tmp_path / "places/16/tournees").mkdir(parents=True)
    shutil.copy(BUS, tmp_path / "places/16/tournees" / BUS.name)
    url = f"/papier/agenda/tournees/16/{BUS.stem}-agenda-2027-01.pdf"
    data = Sheets(tmp_path, {}).data(url)
    said = [(day, title) for day, _, title in lines(data)]
    assert ("mardi 12", "Tusson") in said
    assert ("mardi 26", "Tusson") in said
    assert ("mardi 5", "Charmé") in said
    assert ("lundi 11", "Saint-Fraigne") in said
    assert not [title for day, title in said if day == "vendredi 1er"]
    assert data["days"][0]["holiday"].startswith("jour férié")
    assert data["phones"][0]["text"] == "06 31 39 25 18"


def test_holidays_that_pass_the_end_of_a_month_keep_their_own_days():
    calendar = Calendar.of(GAZETTEER.all_departements["31"])
    found = list(school_holidays(date(2026, 12, 22), date(2026, 12, 31), calendar))
    assert found == [(date(2026, 12, 19), date(2027, 1, 3))]
    overseas = Calendar.of(GAZETTEER.all_departements["974"])
    assert list(school_holidays(date(2026, 12, 22), date(2026, 12, 31), overseas)) == []


def test_a_round_says_its_price_once_above_its_stops(tmp_path: Path):
    free = ROUTE + "frais_a_charge:\n  - Gratuit\n"
    sheets = Sheets(tmp_path, {"16/tournees/bus.yaml": free})
    data = sheets.data("/papier/agenda/tournees/16/bus-agenda-2026-12.pdf")
    assert data["fees"] == "C’est gratuit."
    assert data["days"][0]["lines"][0]["ask"] == ""


def test_a_round_that_is_over_prints_nothing(tmp_path: Path):
    over = {"16/tournees/bus.yaml": ROUTE.replace("en service", "arrêté")}
    assert Sheets(tmp_path, over).papers.sheets == {}
