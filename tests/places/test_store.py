"""Records between builds: only what changed is read, and a bad cache changes nothing."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.common.diagnostic import Diagnostic
from plugins.common.paging import pages_of
from plugins.records.cache import stamps
from plugins.records.cache.store import ReadRecord, Refreshed, Store
from plugins.records.entry import Entry, Places
from plugins.records.listing import list_records
from plugins.records.reading.paths import RecordPath

MakeStore = Callable[..., "PlacesStore"]
LONG_AGO = 1_700_000_000


def read(path: RecordPath, fingerprint: bytes, content: bytes) -> ReadRecord:
    """A stand-in for the reader: the file is the name; «faute» is an error, «bof» a warning."""
    name, id_ = content.decode(), path.id
    diagnostic = Diagnostic(
        f"{id_}.yaml", 1, 1, "nom", name, "", "warning" if name == "bof" else "error"
    )
    if name == "faute":
        return ReadRecord(None, [diagnostic])
    entry = Entry(id_, fingerprint, name, "31254", None, None, (), (), (), (), False, None)
    warnings = [diagnostic] if name == "bof" else []
    return ReadRecord({"nom": name}, warnings, entry if path.kind == "place" else None)


class PlacesStore:
    """A store and its folder."""

    def __init__(self, places: Path, cache: Path, version: str, day: str, workers: int) -> None:
        self.places, self.cache = places, cache
        self.store = Store(places, cache, version, day, read, workers)

    def refresh(self) -> Refreshed:
        return self.store.refresh(list_records(self.places))

    def tree(self, entry: Entry) -> dict[str, object]:
        return dict(self.store.tree(RecordPath("place", entry.id), entry.fingerprint))


def entries(found: Refreshed) -> list[Entry]:
    return [record.entry for record in found.records if record.entry]


@pytest.fixture
def places(tmp_path: Path) -> Path:
    folder = tmp_path / "places"
    write(folder, "31/a", "un")
    write(folder, "31/b", "bof")
    write(folder, "2A/c", "trois")
    return folder


@pytest.fixture
def store(places: Path, tmp_path: Path) -> MakeStore:
    def make(version: str = "1", workers: int = 1, day: str = "2026-11-29") -> PlacesStore:
        return PlacesStore(places, tmp_path / "cache", version, day, workers)

    return make


def write(folder: Path, id_: str, text: str, when: int = LONG_AGO) -> None:
    path = folder / f"{id_}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (when, when))


def names(found: Refreshed) -> dict[str, str]:
    return {entry.id: entry.nom for entry in entries(found)}


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the files had been written long ago: their change time cannot be set."""
    monkeypatch.setattr(stamps, "_RACE_NS", -(10**18))


@pytest.mark.usefixtures("settled")
def test_only_changed_files_are_read_again(store: MakeStore, places: Path):
    assert store().refresh().read == 3
    assert store().refresh().read == 0
    write(places, "31/a", "autre")
    found = store().refresh()
    assert found.read == 1
    assert names(found) == {"2A/c": "trois", "31/a": "autre", "31/b": "bof"}


@pytest.mark.usefixtures("settled")
def test_added_removed_and_renamed(store: MakeStore, places: Path):
    store().refresh()
    (places / "2A" / "c.yaml").unlink()
    (places / "31" / "a.yaml").rename(places / "31" / "z.yaml")
    write(places, "17/d", "quatre")
    assert names(store().refresh()) == {"17/d": "quatre", "31/b": "bof", "31/z": "un"}


@pytest.mark.usefixtures("settled")
def test_same_size_and_date_but_another_file(store: MakeStore, places: Path):
    store().refresh()
    write(places, "31/new", "nu")
    (places / "31" / "new.yaml").replace(places / "31" / "a.yaml")
    assert names(store().refresh())["31/a"] == "nu"


def test_a_file_just_written_is_looked_at_again(store: MakeStore, places: Path):
    store().refresh()
    path = places / "31" / "a.yaml"
    stat = path.stat()
    path.write_text("nu", "utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert names(store().refresh())["31/a"] == "nu"


@pytest.mark.usefixtures("settled")
def test_warnings_are_kept_and_errors_are_found_again(store: MakeStore, places: Path):
    write(places, "31/x", "faute")
    for _ in range(2):
        found = store().refresh()
        assert {diagnostic.path for diagnostic in found.diagnostics} == {"31/b.yaml", "31/x.yaml"}
        assert "31/x" not in names(found)


@pytest.mark.usefixtures("settled")
def test_other_code_reads_everything(store: MakeStore):
    store().refresh()
    assert store(version="2").refresh().read == 3


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("damage", ["cut", "empty", "noise", "gone"])
@pytest.mark.parametrize("part", ["index", "trees-31"])
def test_a_damaged_cache_changes_nothing(store: MakeStore, damage: str, part: str):
    first = store()
    before = first.refresh()
    file = first.cache / part
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    else:
        file.write_bytes({"cut": data[:-3], "empty": b"", "noise": data[:20] + b"x" * 50}[damage])
    again = store()
    found = again.refresh()
    assert (found.records, sorted(found.diagnostics)) == (
        before.records,
        sorted(before.diagnostics),
    )
    assert {entry.id: again.tree(entry)["nom"] for entry in entries(found)} == names(before)


def test_trees_come_from_the_cache_or_from_the_file(store: MakeStore):
    one = store()
    found = entries(one.refresh())
    assert [one.tree(entry) for entry in found] == [{"nom": e.nom} for e in found]


def test_a_record_that_changes_during_the_build_is_noticed(store: MakeStore, places: Path):
    one = store()
    entry = entries(one.refresh())[1]._replace(fingerprint=b"other")
    with pytest.raises(LookupError, match="31/a"):
        one.tree(entry)


def test_workers_find_the_same(store: MakeStore, places: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("plugins.records.cache.store.ALONE_BELOW", 1)
    for number in range(60):
        write(places, f"{10 + number % 5}/x{number}", f"nom {number}")
    alone = store(version="1").refresh()
    together = store(version="2", workers=3).refresh()
    assert together.records == alone.records
    assert sorted(together.diagnostics) == sorted(alone.diagnostics)


def test_what_is_no_record_is_named(store: MakeStore, places: Path, tmp_path: Path):
    (tmp_path / "secret").write_text("un", "utf-8")
    (places / "31" / "lien.yaml").symlink_to(tmp_path / "secret")
    (places / "31" / "mairie.yml").write_text("un", "utf-8")
    found = list_records(places)
    assert [stray.path for stray in found.strays] == ["31/lien.yaml", "31/mairie.yml"]
    assert "31/lien" not in found.ids("place")


def test_records_are_in_the_order_of_their_names(places: Path):
    for name in ("mairie-annexe", "mairie", "mairie2"):
        write(places, f"31/{name}", "nom")
    assert list(list_records(places).folders["31"]) == [
        "a",
        "b",
        "mairie",
        "mairie-annexe",
        "mairie2",
    ]


def test_places_are_grouped_and_made_on_demand():
    made: list[str] = []

    def load(entry: Entry) -> str:
        made.append(entry.id)
        return entry.nom

    rows = [("17/a", "17300", ("pix",)), ("31/b", "31254", ()), ("31/c", "31254", ("pix",))]
    entries = [
        Entry(id_, b"", id_, code, None, None, labels, (), (), (), False, None)
        for id_, code, labels in rows
    ]
    places: Places = Places(entries, load)  # type: ignore[arg-type]
    assert [entry.id for entry in places.by_commune["31254"]] == ["31/b", "31/c"]
    assert [entry.id for entry in places.by_label["pix"]] == ["17/a", "31/c"]
    assert list(places.by_departement) == ["17", "31"]
    assert places["31/b"] is places["31/b"]
    assert made == ["31/b"]
    assert len(places) == 3
    assert "31/x" not in places


def test_long_lists_are_cut():
    pages = list(pages_of(range(450), "/x/", 200))
    assert [(url, lines[0], len(lines)) for url, _, lines in pages] == [
        ("/x/", 0, 200),
        ("/x/page-2/", 200, 200),
        ("/x/page-3/", 400, 50),
    ]
    assert pages[1][1].number == 2
    assert len(list(pages_of([], "/x/"))) == 1


@pytest.mark.usefixtures("settled")
def test_rules_that_compare_with_the_day_run_again_on_another_day(store: MakeStore, places: Path):
    write(places, "31/ateliers/a", "titre")
    store().refresh()
    assert store().refresh().read == 0
    assert store(day="2026-11-30").refresh().read == 1


def test_a_departement_may_have_workshops_only(places: Path, store: MakeStore):
    before = names(store().refresh())
    write(places, "974/ateliers/a", "titre: A")
    assert names(store().refresh()) == before
