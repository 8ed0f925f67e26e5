"""The sheets of the agenda as files: one A4 whatever the records say, tagged, the same anywhere."""

import hashlib
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.paper.edges import to_json
from tests.support.agenda_sheets import FILES, PRINTER, WORKSHOP, Sheets
from tests.support.sheets import HOSTILE
from tests.support.sites import ROOT

MONTH = "/papier/agenda/31/labege-agenda-2026-12.pdf"
POSTER = "/papier/agenda/ateliers/31/premiers-pas-affiche.pdf"
STOP = "/papier/agenda/tournees/16/bus/tusson-affiche.pdf"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sheets:
    return Sheets(tmp_path_factory.mktemp("records"), FILES)


def words(letters: int) -> str:
    return ("Maison des services au public intercommunale " * 9)[:letters].strip()


LONG: dict[str, Any] = {
    "titre": words(150),
    "theme": "autre",
    "autre_theme": words(200),
    "frais_a_charge": ["Gratuit sous condition", "Payant"],
    "prix": words(200),
    "niveau": "avancé",
    "publics_specifiquement_adresses": ["Jeunes", "Familles et/ou enfants", "Seniors", "Femmes"],
    "nombre_de_places": "12",
    "materiel": ["ordinateur", "telephone", "tablette"],
    "materiel_prete": "non",
    "a_apporter": [f"{number} {words(190)}" for number in range(10)],
    "langues": ["fr", "en", "ar"],
    "inscription": "obligatoire",
    "telephone": ["05 36 49 00 01"],
    "adresse": words(200),
    "commune": "Labège",
    "code_insee": "31254",
    "dates": [
        f"tous les {day} de {hour}h15 à {hour}h45 du 6 octobre 2026 au 29 juin 2027"
        for day, hour in (("mardis", 9), ("mercredis", 14), ("jours", 18))
    ],
    "verifie_le": "2026-10-05",
    "annulations": [{"date": "2026-11-23", "jusqu_au": "2026-11-30", "motif": words(200)}],
    "annonces": [{"du": "2026-11-01", "texte": words(275) + end} for end in (" un", " deux")],
    "source": [{"nom": f"{number} {words(190)}", "licence": words(50)} for number in range(9)],
}


def test_the_longest_record_fits_on_one_sheet(tmp_path: Path):
    text = yaml.safe_dump(LONG, allow_unicode=True)
    sheets = Sheets(tmp_path, {"31/ateliers/premiers-pas.yaml": text})
    assert [len(sheets.read(url).pages) for url in (POSTER, MONTH)] == [1, 1]
    said = sheets.text(POSTER)
    assert "05 36 49 00 01" in said
    assert "Informations mises à jour jusqu’au 5 octobre 2026." in said


def test_a_month_with_too_much_says_how_much_is_left_out_and_where_it_is(tmp_path: Path):
    daily = WORKSHOP.replace("les mardis", "les jours")
    files = {f"31/ateliers/atelier-{number}.yaml": daily for number in range(6)}
    sheets = Sheets(tmp_path, files)
    assert len(sheets.read(MONTH).pages) == 1
    said = sheets.text(MONTH)
    shown = said.count("Premiers pas")
    assert 30 < shown < 18 * 6
    assert f"Et {18 * 6 - shown} autres dates ce mois-ci" in said
    assert "aide.exemple.fr/agenda/31/labege" in said


def test_a_month_that_fits_says_all_of_it(tmp_path: Path):
    daily = WORKSHOP.replace("les mardis", "les jours")
    said = Sheets(tmp_path, {"31/ateliers/a.yaml": daily}).text(MONTH)
    assert said.count("Premiers pas") == 18
    assert "autres dates" not in said


@pytest.mark.parametrize("url", [MONTH, POSTER, STOP])
def test_a_sheet_is_tagged_french_titled_and_dated(url: str, tmp_path: Path):
    reader = Sheets(tmp_path, FILES).read(url)
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith("fr")
    assert "/StructTreeRoot" in root
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata
    assert reader.metadata.title
    assert reader.metadata.creation_date_raw is None  # neither the clock's nor the build's
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    assert len(reader.pages) == 1


def test_what_a_record_says_is_only_text(tmp_path: Path):
    names = {f"atelier-{number}": hostile for number, hostile in enumerate(HOSTILE)}
    files = {
        f"31/ateliers/{name}.yaml": WORKSHOP.replace("Premiers pas", json.dumps(hostile))
        for name, hostile in names.items()
    }
    sheets = Sheets(tmp_path, files)
    month = unspaced(sheets.text(MONTH))
    for name, hostile in names.items():
        said = unspaced(FRENCH_SIGNS(hostile))
        assert said in month
        assert said in unspaced(sheets.text(POSTER.replace("premiers-pas", name)))


def test_a_title_that_no_font_can_show_does_not_stop_the_build(tmp_path: Path):
    text = WORKSHOP.replace("Premiers pas", "🙂🙂").replace(
        "commune: Labège", "commune: Labège\nadresse: 中文"
    )
    sheets = Sheets(tmp_path, {"31/ateliers/premiers-pas.yaml": text})
    assert "05 36 49 00 01" in sheets.text(POSTER)
    assert "05 36 49 00 01" in sheets.text(MONTH)


@settings(max_examples=20, deadline=None)
@given(text=st.text(min_size=1, max_size=150))
def test_any_text_makes_one_sheet(text: str, sample: Sheets):
    poster = sample.data(POSTER)
    line = {"title": text, "where": text, "ask": text, "remark": text, "off": True, "hours": [text]}
    days = [{"day": "mardi 1er", "holiday": text, "lines": [line, line]}]
    for template, data in (
        ("rendez-vous", {**poster, "title": text, "where": [text, text], "warnings": [text]}),
        ("mois", {**sample.data(MONTH), "name": text, "days": days, "warnings": [text]}),
    ):
        printed = PRINTER.pdf(template, to_json(data))
        assert len(PdfReader(io.BytesIO(printed)).pages) == 1


def unspaced(text: str) -> str:
    """A title may be cut at the end of a line, after a slash too."""
    return "".join(text.split())


PROGRAM = """
import hashlib, sys
from pathlib import Path
from tests.support.agenda_sheets import FILES, Sheets
sheets = Sheets(Path(sys.argv[1]), FILES)
for url in sys.argv[2:]:
    print(hashlib.sha256(sheets.pdf(url)).hexdigest())
for path, fingerprint in sorted(sheets.fingerprints().items()):
    print(path, fingerprint.hex())
"""


def test_the_same_records_give_the_same_bytes_and_fingerprints_anywhere(tmp_path: Path):
    sheets = Sheets(tmp_path / "here", FILES)
    here = [hashlib.sha256(sheets.pdf(url)).hexdigest() for url in (MONTH, POSTER, STOP)]
    here += [
        f"{path} {fingerprint.hex()}" for path, fingerprint in sorted(sheets.fingerprints().items())
    ]
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "elsewhere"), MONTH, POSTER, STOP],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **elsewhere},
    )
    assert done.stdout.decode().splitlines() == here
