"""Legitimate records that a narrow check would refuse."""

from __future__ import annotations

import pytest

from tests.support.records import GOOD, check_text

HEAD = """\
nom: {nom}
code_postal: {postcode}
code_insee: {code}
commune: {commune}
"""


def record(nom: str, postcode: str, code: str, commune: str, more: str = "") -> str:
    return HEAD.format(nom=nom, postcode=postcode, code=code, commune=commune) + more


LEGITIMATE = {
    "heart": ("31/x.yaml", record("<3 Labège", "31670", "31254", "Labège")),
    "ampersand": ("31/x.yaml", record("Lire & écrire", "31670", "31254", "Labège")),
    "curly apostrophe": ("31/x.yaml", record("L’atelier d'à côté", "31670", "31254", "Labège")),
    "emoji": ("31/x.yaml", record("Café numérique ☕", "31670", "31254", "Labège")),
    "Arabic": ("31/x.yaml", record("مكتبة لابيج", "31670", "31254", "Labège")),
    "Corsica": (
        "2A/x.yaml",
        record("Mairie", "20000", "2A004", "Ajaccio", "latitude: 41.93\nlongitude: 8.74\n"),
    ),
    "overseas": (
        "971/x.yaml",
        record("Mairie", "97100", "97105", "Basse-Terre", "telephone:\n  - 0590 80 00 00\n"),
    ),
    "a commune called Y": ("80/x.yaml", record("Mairie", "80190", "80829", "Y")),
    "arrondissement under its city's name": (
        "75/x.yaml",
        record("Mairie", "75001", "75101", "Paris", "latitude: 48.86\nlongitude: 2.34\n"),
    ),
    "former commune's name": ("17/x.yaml", record("Mairie", "17350", "17397", "Agonnay")),
    "accents left out": ("31/x.yaml", record("Mairie", "31670", "31254", "Labege")),
    "short number": (
        "31/x.yaml",
        record("Impôts", "31670", "31254", "Labège", "telephone:\n  - 3949\n  - '0809 401 401'\n"),
    ),
    "SIRET of La Poste": (
        "31/x.yaml",
        record("La Poste", "31670", "31254", "Labège", "pivot: 35600000049837\n"),
    ),
    "RNA": ("31/x.yaml", record("Asso", "31670", "31254", "Labège", "pivot: W313012345\n")),
    "curly apostrophe in a closed list": (
        "31/x.yaml",
        record(
            "Asso", "31670", "31254", "Labège",
            "modalites_acces:\n  - Ce lieu n’accueille pas de public\n",
        ),
    ),
    "accented site": (
        "31/x.yaml",
        record("Asso", "31670", "31254", "Labège", "site_web:\n  - https://école.fr/a?b=c&d=e#f\n"),
    ),
    "OSM hours": (
        "31/x.yaml",
        record("Asso", "31670", "31254", "Labège", "horaires: Mo-Fr 09:00-12:00,14:00-17:00\n"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LEGITIMATE)
def test_a_legitimate_record_is_accepted(name):
    path, text = LEGITIMATE[name]
    checked = check_text(text, path)
    assert [
        diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"
    ] == []
    assert checked.record is not None


def test_byte_order_mark_and_windows_lines():
    text = "\ufeff" + GOOD.replace("\n", "\r\n")
    assert check_text(text).diagnostics == []


def test_closed_list_values_are_exported_with_the_published_apostrophe():
    checked = check_text(LEGITIMATE["curly apostrophe in a closed list"][1])
    assert checked.record is not None
    assert checked.record.model_dump()["modalites_acces"] == ("Ce lieu n'accueille pas de public",)
