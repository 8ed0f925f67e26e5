"""What the search of texts knows of workshops and routes; never their dates."""

import re
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.search.fulltext.fulltext_agenda import agenda_fingerprints, agenda_records
from plugins.search.fulltext.fulltext_records import SearchDocument
from tests.support.agenda import PLACE, agenda_of
from tests.support.calendars import RECORDS

OVER = RECORDS["31/ateliers/mardis.yaml"].replace("Premiers pas", "Fini") + "statut: terminé\n"


def records(folder: Path, files: dict[str, str]) -> dict[str, SearchDocument]:
    agenda = agenda_of(folder, files)
    gazetteer = Gazetteer.load(["31"])
    found = agenda_records(agenda, {PLACE.id: PLACE}, gazetteer)
    return {record.line.partition("\t")[0]: record for record in found}


def test_a_workshop_is_found_by_its_topic_its_place_and_its_commune(tmp_path: Path):
    found = records(tmp_path, RECORDS)["agenda/ateliers/31/mardis/"]
    assert found.line.split("\t")[1:] == [
        "Premiers pas",
        "Atelier : Échanger avec ses proches, Médiathèque de Labège, Labège",
    ]
    texts = dict(re.findall(r'<p data-pagefind-weight="([\d.]+)">(.*?)</p>', found.html))
    assert texts["7"] == "Premiers"  # «pas» says nothing
    assert texts["9"] == "Labège"
    assert texts["4"].startswith("atelier Échanger")
    assert "Médiathèque" in texts["0.5"]
    assert 'data-pagefind-filter="sorte:agenda"' in found.html
    assert "2026" not in found.html + found.line


def test_a_round_is_found_by_each_of_its_communes(tmp_path: Path):
    found = records(tmp_path, RECORDS)["agenda/tournees/31/bus/"]
    assert "Labège Escalquens" in found.html
    assert found.line.endswith("Tournée : Labège, Escalquens")


def test_what_is_over_is_not_found(tmp_path: Path):
    found = records(tmp_path, {**RECORDS, "31/ateliers/mardis.yaml": OVER})
    assert "agenda/ateliers/31/mardis/" not in found


def test_any_change_of_a_record_makes_the_index_again(tmp_path: Path):
    before = agenda_fingerprints(agenda_of(tmp_path / "a", RECORDS))
    after = agenda_fingerprints(
        agenda_of(tmp_path / "b", {**RECORDS, "31/ateliers/mardis.yaml": OVER})
    )
    assert len(set(before) ^ set(after)) == 2
