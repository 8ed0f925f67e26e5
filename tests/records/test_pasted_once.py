"""A slip is mended by one answer: what is proposed, pasted, leaves no error and loses no word."""

from __future__ import annotations

import pytest

from plugins.records.hints.proposal import proposals
from tests.support.records import NAME, check_text, lines
from tests.support.slips import PLACE, RECORDS

PLACE_FILE, WORKSHOP_FILE, _ = RECORDS
PHONES = "telephone:\n  - 05 61 00 00 00"
DAY = "mercredi: 9h-12h"
MAILS = "courriels:\n  - mediatheque@mairie-exemple.fr"
SITES = "site_web:\n  - https://www.mairie-exemple.fr"

TYPED = {
    "site without https": (SITES, "site_web: www.mairie-exemple.fr"),
    "site, bare": (SITES, "site_web: mairie-exemple.fr"),
    "letter for a digit": (PHONES, "telephone: O5 61 00 00 00"),
    "number with its label": (PHONES, "telephone: Tél. 05 61 00 00 00"),
    "equals sign": (PHONES, "telephone = 05 61 00 00 00"),
    "glued colon": (PHONES, "telephone:05 61 00 00 00"),
    "no colon": (PHONES, "telephone 05 61 00 00 00"),
    "no colon above a list": (PHONES, "telephone\n  - 05 61 00 00 00"),
    "numbered list": (PHONES, "telephone:\n  1. 05 61 00 00 00"),
    "glued dash": (PHONES, "telephone:\n  -05 61 00 00 00"),
    "other name": (PHONES, "tel: 05 61 00 00 00"),
    "accent in the name": (PHONES, "téléphone: 05 61 00 00 00"),
    "two numbers under another name": (PHONES, "tel: 05 61 00 00 00 / 05 61 00 00 01"),
    "site, equals sign": (SITES, "site_web = https://www.mairie-exemple.fr"),
    "at in words": (MAILS, "courriels: mediatheque[at]mairie-exemple.fr"),
    "spaces in an address": (MAILS, "courriels: mediatheque @ mairie-exemple.fr"),
    "link of mail": (MAILS, "courriels: mailto:mediatheque@mairie-exemple.fr"),
    "comma in an hour": (DAY, "mercredi: 9,30-12"),
    "commas in both": (DAY, "mercredi: 9,30 à 12,30"),
    "hours of four digits": (DAY, "mercredi: 0930-1200 et 1400-1700"),
    "dots and a slash": (DAY, "mercredi: 8.45/12.15"),
    "day of the month in brackets": (DAY, "mercredi: 9h-12h (1er mercredi du mois)"),
    "day of the month, not said so": (DAY, "mercredi: 9h-12h, 1er mercredi"),
    "two days of the month": (DAY, "mercredi: 9h-12h les 1er et 3e mercredis"),
    "site without its colon": (SITES, "site_web: https//www.mairie-exemple.fr"),
    "site, a letter short": (SITES, "site_web:\n  - htps://www.mairie-exemple.fr"),
    "site between signs": (SITES, "site_web:\n  - <https://www.mairie-exemple.fr>"),
    "day of eight digits": ("du: 2026-12-24", "du: 20261224"),
    "day with dots": ("du: 2026-12-24", "du: 2026.12.24"),
    "letter of a side": ("latitude: 43.53", "latitude: 43.53 N"),
    "minutes of an angle": ("longitude: 1.51", "longitude: 1°30.6'E"),
    "latitude, short": ("latitude: 43.53", "lat: 43.53"),
    "line of another format": ("commune: Labège", '"commune": "Labège",'),
    "notice under another name": (
        "annonces:\n  - du: 2026-11-20\n    texte: L'imprimante est en panne.",
        "annonce: L'imprimante est en panne.",
    ),
}


@pytest.mark.parametrize("slip", TYPED)
def test_one_answer_is_enough(slip: str) -> None:
    right, typed = TYPED[slip]
    assert right in PLACE
    text = PLACE.replace(right, typed)
    [fault] = [one for one in check_text(text, PLACE_FILE).diagnostics if one.severity == "error"]
    proposed = proposals(text, fault)
    assert proposed, fault.hint
    for each in proposed:
        after = check_text(each.applied(text), PLACE_FILE).diagnostics
        assert [one for one in after if one.severity == "error"] == []


def test_a_line_that_cannot_be_mended_is_told_once() -> None:
    """Each mending would add to the one before."""
    told = lines('{"nom": "Médiathèque", "commune": "Labège",\n', NAME)
    assert len({line.partition(" ; ")[0] for line in told}) == len(told)


def test_what_follows_a_list_without_its_colon_is_told_too() -> None:
    text = PLACE.replace(PHONES, "telephone = 05 61 00 00 00").replace(
        "fauteuil: oui", "fauteuil: peut-être"
    )
    assert len(check_text(text, PLACE_FILE).diagnostics) == 2


def test_names_to_add_are_no_lines() -> None:
    text = RECORDS[list(RECORDS)[1]].replace("telephone:\n  - 05 61 00 00 00\n", "")
    [fault] = [
        one for one in check_text(text, list(RECORDS)[1]).diagnostics if "inscrire" in one.message
    ]
    assert proposals(text, fault) == []
