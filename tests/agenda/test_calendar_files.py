"""What calendar files hold beside their days, and which there are."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from tests.support.agenda import agenda_of
from tests.support.calendars import EVERY_TUESDAY, RECORDS, Made, pages_of, small


def components(data: bytes) -> list[Any]:
    calendar: Any = icalendar.Calendar.from_ical(data)
    found: list[Any] = calendar.walk("VEVENT")
    return found


def names(made: Made, slug: str = "mardis") -> set[str]:
    return {str(e["UID"]) for e in components(made.files[f"/agenda/ateliers/31/{slug}.ics"])}


CHANGES = {
    "a longer season": ("29 juin 2027", "6 juillet 2027"),
    "other exceptions": (", sauf vacances scolaires et jours fériés", ""),
    "a session cancelled": ("annulations:\n", "annulations:\n  - date: 2026-12-08\n"),
    "another title": ("titre: Premiers pas", "titre: Deuxièmes pas"),
    "lines moved": (
        "dates:\n", "dates:\n  - le 5 juin 2027 de 9h à 10h\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_the_name_of_a_series_lasts(tmp_path: Path, change: str):
    before = names(small(tmp_path / "a", {"31/ateliers/mardis.yaml": EVERY_TUESDAY}))
    text = EVERY_TUESDAY.replace(*CHANGES[change])
    assert text != EVERY_TUESDAY
    assert before <= names(small(tmp_path / "b", {"31/ateliers/mardis.yaml": text}))


def test_names_do_not_depend_on_the_address_of_the_site(tmp_path: Path):
    with_address = small(tmp_path, RECORDS)
    without = small(tmp_path, RECORDS, site_url="")
    assert names(with_address) == names(without)
    assert all(name.endswith("@coup-de-main-numerique") for name in names(without))
    assert b"https://" not in without.files["/agenda/ateliers/31/mardis.ics"]


def test_a_record_that_changed_says_so(tmp_path: Path):
    text = EVERY_TUESDAY
    numbers = []
    for number, (old, new) in enumerate([
        ("", ""),
        ("    motif: Salle en travaux\n", "    motif: Salle\n  - date: 2026-12-08\n"),
        ("  - date: 2026-12-08\n", "  - date: 2026-12-08\n    jusqu_au: 2026-12-15\n"),
        ("verifie_le: 2026-10-03", "verifie_le: 2026-10-04"),
    ]):  # fmt: skip
        text = text.replace(old, new) if old else text
        made = small(tmp_path / str(number), {"31/ateliers/mardis.yaml": text})
        found = components(made.files["/agenda/ateliers/31/mardis.ics"])
        assert len({int(event["SEQUENCE"]) for event in found}) == 1
        numbers.append((int(found[0]["SEQUENCE"]), found[0]["LAST-MODIFIED"].dt))
    assert numbers == sorted(set(numbers))
    assert numbers[-1][1] == datetime(2026, 10, 4, tzinfo=UTC)


def test_a_session_that_is_cancelled_stays_visible_with_the_reason(tmp_path: Path):
    made = small(tmp_path)
    for address in ("mardis.ics", "mardis/2026-12-01.ics"):
        found = components(made.files[f"/agenda/ateliers/31/{address}"])
        (event,) = [e for e in found if e["STATUS"] == "CANCELLED"]
        assert event["SUMMARY"] == "Annulé : Premiers pas"
        assert event["DESCRIPTION"].startswith("Annulé : Salle en travaux\n")


def test_an_event_says_what_people_need_before_coming(tmp_path: Path):
    event = components(small(tmp_path).files["/agenda/lieux/31/mediatheque-de-labege.ics"])[0]
    assert event["SUMMARY"] == "Premiers pas"
    assert event["LOCATION"] == "Médiathèque de Labège, 1 rue de l'Exemple, 31670 Labège"
    assert event["DESCRIPTION"].split("\n") == [
        "Thème : Échanger avec ses proches.",
        "C'est gratuit.",
        "Il faut s'inscrire.",
        "Téléphone : 05 61 00 00 00",
        "Avant de venir, vérifiez la date : https://aide.exemple.fr/agenda/ateliers/31/mardis/",
    ]
    assert (event["GEO"].latitude, event["GEO"].longitude) == (43.53, 1.51)
    assert [str(word) for word in event["CATEGORIES"].cats] == ["Échanger avec ses proches"]


@pytest.mark.parametrize(
    "title",
    ["a;b,c:d\\n", 'l\'« été » "ici"', "👩🏽‍🦽 ]]> & <b>", "عربي שלום", "é" * 150, "BEGIN:VEVENT"],
)
def test_any_title_is_read_back(tmp_path: Path, title: str):
    quoted = title.replace("'", "''")
    text = EVERY_TUESDAY.replace("titre: Premiers pas", f"titre: '{quoted}'")
    data = small(tmp_path, {"31/ateliers/mardis.yaml": text}).files[
        "/agenda/ateliers/31/mardis.ics"
    ]
    assert components(data)[0]["SUMMARY"] == title
    parsed: Any = vobject.readOne(data.decode())
    assert parsed.vevent_list[0].summary.value == title
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_calendar_outlives_its_season(tmp_path: Path):
    text = EVERY_TUESDAY.replace("2026 au 29 juin 2027", "2025 au 30 juin 2026")
    text = text.partition("dates_en_plus")[0]
    made = small(tmp_path, {"31/ateliers/mardis.yaml": text})
    assert made.agenda.occurrences == ()
    for address in ("31/labege.ics", "ateliers/31/mardis.ics", "epci/243100633.ics"):
        assert components(made.files[f"/agenda/{address}"])
    assert not made.subscriptions.sessions


def test_a_workshop_on_hold_has_an_empty_calendar_that_is_valid(tmp_path: Path):
    made = small(tmp_path, {"31/ateliers/mardis.yaml": f"{EVERY_TUESDAY}statut: suspendu\n"})
    data = made.files["/agenda/ateliers/31/mardis.ics"]
    assert components(data) == []
    assert b"BEGIN:VTIMEZONE" in data  # a calendar without any component is not one


def test_what_can_be_followed(tmp_path: Path):
    subscriptions = small(tmp_path).subscriptions
    assert subscriptions.of("/agenda/31/labege/") == (
        "/agenda/31/labege.ics",
        "/agenda/31/labege.atom",
    )
    assert subscriptions.of("/agenda/31/") == ("", "/agenda/31.atom")
    assert subscriptions.of("/agenda/") == ("", "/agenda/flux.atom")
    assert subscriptions.of("/agenda/ateliers/31/sans-dates/") is None
    assert subscriptions.of("/agenda/31/toulouse/") is None


def test_only_a_session_that_takes_place_soon_can_be_added(tmp_path: Path):
    made = small(tmp_path)
    addresses = {
        o.start.date().isoformat(): made.subscriptions.session(o)
        for o in made.agenda.of_record("workshop", "31/mardis")
    }
    assert addresses["2026-11-24"] == "/agenda/ateliers/31/mardis/2026-11-24.ics"
    assert addresses["2026-12-01"] == "", "cancelled"
    assert addresses["2027-06-22"] == "", "far ahead"


def test_without_workshops_nothing_is_made(tmp_path: Path):
    assert small(tmp_path, {}).files == {}


def test_files_change_only_with_what_they_show(tmp_path: Path):
    def fingerprints(files: Mapping[str, str], folder: str) -> dict[str, bytes]:
        agenda = agenda_of(tmp_path / folder, dict(files))
        return {page.path: page.fingerprint for page in pages_of(agenda)}

    before = fingerprints(RECORDS, "a")
    text = RECORDS["31/ateliers/deux-jours.yaml"].replace("Deux jours", "Deux jours de plus")
    after = fingerprints({**RECORDS, "31/ateliers/deux-jours.yaml": text}, "b")
    changed = {path for path in after if before[path] != after[path]}
    assert changed == {
        "agenda/31.atom", "agenda/31/labege.atom", "agenda/31/labege.ics",
        "agenda/ateliers/31/deux-jours.ics", "agenda/ateliers/31/deux-jours/2027-03-03.ics",
        "agenda/ateliers/31/deux-jours/2027-03-10.ics", "agenda/epci/243100633.atom",
        "agenda/epci/243100633.ics", "agenda/flux.atom",
    }  # fmt: skip
