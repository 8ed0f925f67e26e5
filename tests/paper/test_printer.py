"""PDF files: whole, tagged, the same everywhere, and deaf to what a record says."""

import hashlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from plugins.i18n.typography import FRENCH_SIGNS
from plugins.paper.printer import Printer
from plugins.paper.sheet_texts import printable
from tests.support.sheets import HOSTILE, LABEGE, SICOVAL, TOULOUSE, place, text_of

ROOT = Path(__file__).resolve().parents[2]
PRINTER = Printer()
PHONE = ["05 61 00 00 00"]


def printed(template: str, data: str) -> PdfReader:
    return PdfReader(io.BytesIO(PRINTER.pdf(template, data)))


def text(reader: PdfReader) -> str:
    """All the text, its spaces made equal."""
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("template", ["liste", "affiche"])
@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_a_record_says_is_only_text(template: str, hostile: str):
    shown = place("a", nom=hostile, adresse=hostile, telephone=PHONE)
    found = text(printed(template, text_of(template, LABEGE, [shown])))
    assert found.count(" ".join(FRENCH_SIGNS(hostile).split())) == 2


@pytest.mark.parametrize("template", ["liste", "affiche"])
def test_signs_that_no_font_has_do_not_stop_the_build(template: str):
    shown = place("a", nom="Café 中文 🙂\u200b", adresse="\u202e🏠")
    assert "Café" in text(printed(template, text_of(template, LABEGE, [shown])))


@pytest.mark.parametrize("template", ["liste", "affiche"])
def test_a_name_of_which_nothing_can_be_shown_does_not_stop_the_build(template: str):
    shown = place("a", nom="🙂 🙂", telephone=PHONE)
    assert "05 61 00 00 00" in text(printed(template, text_of(template, LABEGE, [shown])))


def test_every_sign_that_is_kept_can_be_shown():
    kept = "".join(chr(code) for code in range(0x20, 0x3000) if printable(chr(code)) == chr(code))
    assert {"é", "Œ", "ÿ", "€", "’"} <= set(kept)
    parts = [kept[start : start + 100] for start in range(0, len(kept), 100)]
    shown = [place(f"lieu-{n}", nom=f"« {part} »") for n, part in enumerate(parts)]
    PRINTER.pdf("liste", text_of("liste", LABEGE, shown))  # else: TypstError


@pytest.mark.parametrize("template", ["liste", "affiche"])
@pytest.mark.parametrize("territory", [LABEGE, SICOVAL])
def test_a_sheet_is_tagged_french_titled_a4_and_carries_its_fonts(template: str, territory: str):
    reader = printed(
        template,
        text_of(template, territory, [place("a", telephone=PHONE, verifie_le="2026-10-05")]),
    )
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"].startswith("fr")
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata
    assert reader.metadata.title
    dates = {reader.metadata.creation_date_raw, reader.metadata.modification_date_raw}
    assert [str(stated)[:10] for stated in dates] == [
        "D:20261005"
    ]  # neither the clock's nor the build's
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
    page: Any = reader.pages[0]
    for font in page["/Resources"]["/Font"].values():
        assert "/FontFile2" in str(font["/DescendantFonts"][0]["/FontDescriptor"].keys())


def test_a_poster_is_one_sheet_whatever_the_names():
    long = "Maison de services au public et médiathèque intercommunale " * 2
    week = {"lundi": "9h-12h", "mardi": "10h-12h", "du mercredi au dimanche": "fermé"}
    places = [
        place(f"lieu-{n}", nom=long, adresse=long, horaires=week, telephone=PHONE) for n in range(6)
    ]
    assert len(printed("affiche", text_of("affiche", LABEGE, places)).pages) == 1
    usual = [place(f"lieu-{n}", horaires=week, telephone=PHONE) for n in range(5)]
    assert text(printed("affiche", text_of("affiche", LABEGE, usual))).count("05 61 00 00 00") >= 4


def test_a_list_cuts_no_place_in_two_and_repeats_its_edge():
    places = [place(f"lieu-{n:02}", TOULOUSE, telephone=PHONE) for n in range(20)]
    reader = printed("liste", text_of("liste", TOULOUSE, places))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages, 1):
        words = " ".join(page.extract_text().split())
        assert words.count("Lieu-") == words.count("05 61 00 00 00") > 0
        assert f"Page {number} sur {len(reader.pages)}" in words
        assert "aide.exemple.fr/territoires/31/toulouse" in words


PROGRAM = """
import hashlib, sys
from plugins.paper.printer import Printer
data = sys.stdin.read()
for template in ("liste", "liste"):
    print(hashlib.sha256(Printer().pdf(template, data)).hexdigest())
"""


def test_the_same_data_give_the_same_bytes_anywhere():
    data = text_of("liste", LABEGE, [place("a", telephone=PHONE)])
    here = hashlib.sha256(PRINTER.pdf("liste", data)).hexdigest()
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        input=data.encode(),
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, **elsewhere},
    )
    assert done.stdout.decode().split() == [here, here]
