"""Small directories of records, read as the generator reads them."""

from datetime import date, timedelta
from pathlib import Path

from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.dated_records import DatedReading, read_all
from plugins.gazetteer import Gazetteer
from plugins.records.checks import Context
from plugins.records.entry import Entry

TODAY = date(2026, 11, 22)
PLACE = Entry(
    "31/mediatheque-de-labege", b"0" * 16, "Médiathèque de Labège", "31254", 43.53, 1.51,
    (), (), (), (), False, None,
)  # fmt: skip


def read(
    folder: Path, files: dict[str, str], *, today: date = TODAY, days: int = 400
) -> DatedReading:
    """Write records under `folder`, read them."""
    places_dir = folder / "places"
    places_dir.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = places_dir / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    context = Context(Gazetteer.load([]), today)
    return read_all(places_dir, folder / "cache", "code", context, [], {PLACE.id}, days)


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
