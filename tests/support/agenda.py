"""Small directories of records, read as the generator reads them."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.dated_records import ReadDated, read_dated
from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.repository import read_repository

TODAY = date(2026, 11, 22)
PLACE = Entry(
    "31/mediatheque-de-labege", b"0" * 16, "Médiathèque de Labège", "31254", 43.53, 1.51,
    (), (), (), (), False, None,
)  # fmt: skip
PLACE_TEXT = """\
nom: Médiathèque de Labège
code_postal: 31670
code_insee: 31254
commune: Labège
adresse: Rue de la Croix Rose
latitude: 43.53
longitude: 1.51
"""


class Reading(NamedTuple):
    """The workshops and routes of a directory, and what is wrong with its records."""

    records: list[ReadDated]
    diagnostics: list[Diagnostic]


def read(folder: Path, files: dict[str, str], *, today: date = TODAY, days: int = 400) -> Reading:
    """Write records under `folder`, beside that of one place; read them."""
    places_dir = folder / "places"
    for name, text in {f"{PLACE.id}.yaml": PLACE_TEXT, **files}.items():
        path = places_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    cache = folder / "cache"
    repository = read_repository(places_dir, Gazetteer.load([]), today, cache_dir=cache)
    return Reading(read_dated(repository, "code", days), repository.diagnostics)


def agenda_of(
    folder: Path,
    files: dict[str, str],
    *,
    today: date = TODAY,
    days: int = 400,
    place: Entry = PLACE,
) -> Agenda:
    """The agenda of records that have no error, in a directory of one place."""
    reading = read(folder, files, today=today, days=days)
    assert [
        diagnostic for diagnostic in reading.diagnostics if diagnostic.severity == "error"
    ] == []
    last = today + timedelta(days=days)
    gazetteer = Gazetteer.load(["16", "31"])
    first = today - timedelta(days=1)
    return Agenda(reading.records, {place.id: place}, gazetteer, first, last, 20)
