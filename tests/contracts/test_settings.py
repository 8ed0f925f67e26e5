"""Each setting is declared once: its default, its kind, who reads it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest
from pelican.settings import DEFAULT_CONFIG

from plugins.contracts.collected import all_settings
from plugins.contracts.settings import (
    ADDRESS,
    COUNT,
    DAY,
    FLAG,
    NAMED_TEXTS,
    REQUIRED,
    TEXT,
    TEXTS,
    Required,
    Setting,
    complete,
    one_of,
)

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {setting.name: setting for setting in all_settings()}
SMALL = [
    Setting("SITENAME", TEXT, REQUIRED, "Name.", ("press",)),
    Setting("MAPS_TILES", TEXT, "", "Tiles.", ("maps",)),
    Setting("AGENDA_DAYS", COUNT, 400, "Days.", ("agenda",)),
    Setting("PAPER_PDF", one_of(FLAG, None), None, "Paper.", ("paper",)),
    Setting("CODES", one_of(TEXTS, None), None, "Codes.", ("gazetteer",)),
    Setting("BUILD_DATE", DAY, "2026-10-14", "Day.", ("press",)),
]


def faults(**settings: Any) -> list[str]:
    return complete({"SITENAME": "Essai", **settings}, SMALL, {"AUTHOR_URL"})


def test_what_is_not_said_has_its_default():
    settings: dict[str, Any] = {"SITENAME": "Essai", "AGENDA_DAYS": 30, "PATH": "x"}
    assert complete(settings, SMALL, {"PATH"}) == []
    assert settings == {
        "SITENAME": "Essai", "AGENDA_DAYS": 30, "PATH": "x", "MAPS_TILES": "", "PAPER_PDF": None,
        "CODES": None, "BUILD_DATE": "2026-10-14",
    }  # fmt: skip


def test_every_fault_is_said_with_what_to_write_instead():
    assert complete({"AGENDA_DAYS": "30", "PAPER_PDF": "oui", "CODES": "31"}, SMALL, ()) == [
        "pelicanconf.py : SITENAME manque ; écrivez un texte entre guillemets.",
        "pelicanconf.py : AGENDA_DAYS ne peut pas être '30' ; écrivez un nombre entier, 0 ou plus.",
        "pelicanconf.py : PAPER_PDF ne peut pas être 'oui' ; écrivez True ou False ou None.",
        "pelicanconf.py : CODES ne peut pas être '31' ; "
        'écrivez une liste de textes, par exemple ["31", "81"] ou None.',
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("MAP_TILES", "vouliez-vous dire MAPS_TILES ?"),
        ("AGENDA_DAY", "vouliez-vous dire AGENDA_DAYS ?"),
        ("PAPER_SIZE_OF_ALL", "enlevez-le"),
    ],
)
def test_a_name_that_looks_like_ours_is_no_setting_of_somebody_else(name: str, said: str):
    (fault,) = faults(**{name: 1})
    assert fault.startswith(f"pelicanconf.py : le réglage {name} n'existe pas ; ")
    assert said in fault


@pytest.mark.parametrize("name", ["AUTHOR_URL", "ROOT", "_today", "WEBASSETS_CONFIG"])
def test_other_names_are_none_of_our_business(name: str):
    assert faults(**{name: 1}) == []


@pytest.mark.parametrize("wrong", [True, -1, 2.5, None, "3"])
def test_a_count_is_a_whole_number(wrong: object):
    assert len(faults(AGENDA_DAYS=wrong)) == 1


def test_texts_by_name_hold_texts_only():
    assert NAMED_TEXTS.accepts({"nom": "Mairie", "adresse": ""})
    assert not NAMED_TEXTS.accepts({"nom": None})
    assert not NAMED_TEXTS.accepts("Mairie")


@pytest.mark.parametrize("wrong", ["hier", "2026-13-01", 20261014, None])
def test_a_day_is_a_date(wrong: object):
    assert len(faults(BUILD_DATE=wrong)) == 1


def test_every_default_is_of_its_kind():
    for setting in SETTINGS.values():
        assert isinstance(setting.default, Required) or setting.kind.accepts(setting.default)
        assert setting.meaning.endswith("."), setting.name


@pytest.mark.parametrize("file", ["pelicanconf.py", "examples/demonstration/settings.py"])
def test_our_own_settings_have_no_fault(file: str):
    settings = {name: v for name, v in runpy.run_path(str(ROOT / file)).items() if name.isupper()}
    assert complete(settings, all_settings(), DEFAULT_CONFIG) == []


def test_who_reads_a_setting_is_true():
    readers: dict[str, set[str]] = {}
    for path in (ROOT / "plugins").rglob("*.py"):
        package = path.relative_to(ROOT / "plugins").parts[0]
        text = path.read_text("utf-8")
        for name in re.findall(r'settings(?:\[|\.get\()"([A-Z]\w+)"', text):
            if name in SETTINGS or name not in DEFAULT_CONFIG:
                readers.setdefault(name, set()).add(package)
    readers["PLACES_DIR"].add("press")  # in a loop over several names
    assert readers == {name: set(setting.readers) for name, setting in SETTINGS.items()}


@pytest.mark.parametrize("wrong", ["exemple.fr", "/aide", "ftp://exemple.fr", 1])
def test_an_address_says_how_it_is_asked(wrong: object):
    assert not ADDRESS.accepts(wrong)
    assert ADDRESS.accepts("") and ADDRESS.accepts("https://aide.exemple.fr/annuaire")
