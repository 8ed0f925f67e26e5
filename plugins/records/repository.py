"""All records of a folder, of every kind: listed once, read once, checked once.

`annuaire build` and `annuaire check` both ask here, so that they say the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from plugins.common.diagnostic import Diagnostic
from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.records.announced.announced_sums import wrong_sums
from plugins.records.cache.store import ReadRecord, Refreshed, Store
from plugins.records.checks import Context
from plugins.records.doubts.shut_doors import door_doubts
from plugins.records.entry import Entry, Places, entry_of, with_gains
from plugins.records.former import Claim, check_former
from plugins.records.kinds import KINDS, Model
from plugins.records.links import Known, lost_links, place_of, with_known_labels
from plugins.records.listing import list_records
from plugins.records.model.dated import DatedRecord, DatedStop
from plugins.records.model.identity import RecordKind, RecordModel
from plugins.records.model.label import Label, gains_of
from plugins.records.model.labelled import Gain, LabelledRecord, brought
from plugins.records.model.place import Place
from plugins.records.model.territory import Territory
from plugins.records.model.types import IDENTITY
from plugins.records.reading.checking import check_record, locate
from plugins.records.reading.paths import RecordPath
from plugins.records.together import check_together

if TYPE_CHECKING:
    from plugins.hours import Calendar

AnyModel = TypeVar("AnyModel", bound=Model)

_FEW = 50
"""With more changed places than this, all are compared again."""


@dataclass(frozen=True)
class Repository:
    """The records without error, and everything that is wrong with any of them.

    `cache`: a folder of its own for what is computed from these records; None: nothing is kept.
    """

    places: Places
    diagnostics: list[Diagnostic]
    cache: Path | None
    context: Context
    _others: Mapping[RecordKind, Mapping[str, Model]]
    _fingerprints: Mapping[RecordKind, Mapping[str, bytes]]

    def of(self, model: type[AnyModel]) -> Mapping[str, AnyModel]:
        """Records of a kind other than places, by id, sorted."""
        return cast("Mapping[str, AnyModel]", self._others[model.kind])

    def every(self) -> Iterator[Entry | Model]:
        """All records, kind after kind, places as their entries."""
        return _every(self.places.entries, self._others)

    def fingerprints(self, model: type[RecordModel]) -> Mapping[str, bytes]:
        """What changes with each record of such a kind, by id: 16 bytes."""
        return self._fingerprints[model.kind]


def read_repository(
    places_dir: Path,
    gazetteer: Gazetteer,
    today: datetime.date,
    *,
    cache_dir: Path | None = None,
    cache: Path | None = None,
    program: str = "",
    workers: int = 1,
) -> Repository:
    """Read the records that changed since the last build, take the others from the cache.

    `cache`: instead of `cache_dir`, the very folder to keep it in, so that two folders of records
    have one: what both have is read once. `program`: fingerprint of the code; a cache made by other
    code is not used. Raises OSError when the folder cannot be read.
    """
    context = Context(gazetteer, today)
    own = fingerprint_of(str(places_dir.resolve())).hex()[:12]
    cache = cache or (cache_dir and cache_dir / f"records-{own}")
    store = Store(places_dir, cache, program, today.isoformat(), _reader(context), workers)
    listing = list_records(places_dir)
    found = store.refresh(listing)
    others, trees = _others(store, found)
    gains = gains_of(cast("Mapping[str, Label]", others["label"]))
    known = Known.of(listing)._replace(gains=gains)
    diagnostics = [*listing.strays, *with_known_labels(found.diagnostics, known)]
    for path, tree in (*trees, *found.faulty):
        lost = lost_links(path, tree, known)
        diagnostics += locate(places_dir, KINDS[path.kind].file(path.id), lost)
    entries = [record.entry for record in found.records if record.entry is not None]
    diagnostics += _compare(entries, known, places_dir, cache, program)
    diagnostics += _doors(entries, others, context, places_dir)
    territories = cast("Mapping[str, Territory]", others["territory"])
    diagnostics += _sums(territories, gazetteer, places_dir)
    diagnostics += check_former(_claims(_every(entries, others)), places_dir)
    fingerprints: dict[RecordKind, dict[str, bytes]] = {kind: {} for kind in KINDS}
    for record in found.records:
        if record.entry is None:
            fingerprint, model = record.fingerprint, others[record.path.kind][record.path.id]
            if isinstance(model, LabelledRecord):
                model.gaining(gains)
                fingerprint = fingerprint_of(
                    fingerprint + repr(brought(model.labels, gains)).encode()
                )
            fingerprints[record.path.kind][record.path.id] = fingerprint
    places = Places(
        (with_gains(entry, gains) for entry in entries),
        _loader(store, gazetteer, {entry.id: entry.fingerprint for entry in entries}, gains),
    )
    diagnostics = [one for one in diagnostics if one.path not in listing.given]
    return Repository(places, diagnostics, cache, context, others, fingerprints)


def _reader(context: Context) -> Callable[[RecordPath, bytes, bytes], ReadRecord]:
    def read(path: RecordPath, fingerprint: bytes, content: bytes) -> ReadRecord:
        checked = check_record(content, KINDS[path.kind].file(path.id), context)
        record = checked.record
        entry = entry_of(record, fingerprint) if isinstance(record, Place) else None
        return ReadRecord(checked.tree, checked.diagnostics, entry, checked.faulty)

    return read


def _loader(
    store: Store,
    gazetteer: Gazetteer,
    stored: Mapping[str, bytes],
    gains: Mapping[str, Gain],
) -> Callable[[Entry], Place]:
    """What makes the place of an entry, with the calendar of its département and what its labels
    bring. `stored`: fingerprints of the records alone, by id."""
    calendars: dict[str, Calendar] = {}

    def load_place(entry: Entry) -> Place:
        if entry.departement not in calendars:
            from plugins.hours import Calendar  # here: builds that change nothing need no hours

            departement = gazetteer.all_departements[entry.departement]
            calendars[entry.departement] = Calendar.of(departement)
        tree = store.tree(RecordPath("place", entry.id), stored[entry.id])
        return Place.from_tree(tree, entry.id, calendars[entry.departement]).gaining(gains)

    return load_place


def _others(
    store: Store, found: Refreshed
) -> tuple[dict[RecordKind, dict[str, Model]], list[tuple[RecordPath, dict[str, Any]]]]:
    """Records that are no places, by kind and id, and their trees."""
    records: dict[RecordKind, dict[str, Model]] = {kind: {} for kind in KINDS}
    trees = []
    for path, fingerprint, entry in found.records:
        if entry is None:
            tree = store.tree(path, fingerprint)
            model = KINDS[path.kind].model
            records[path.kind][path.id] = model.model_validate({**tree, IDENTITY: path.id})
            trees.append((path, tree))
    return records, trees


def _every(
    entries: Sequence[Entry], others: Mapping[RecordKind, Mapping[str, Model]]
) -> Iterator[Entry | Model]:
    yield from entries
    for records in others.values():
        yield from records.values()


def _doors(
    entries: Sequence[Entry],
    others: Mapping[RecordKind, Mapping[str, Model]],
    context: Context,
    places_dir: Path,
) -> list[Diagnostic]:
    """What is wrong with the places of workshops and routes."""
    known = {entry.id: entry for entry in entries}
    diagnostics: list[Diagnostic] = []
    for record in (*others["workshop"].values(), *others["route"].values()):
        if isinstance(record, DatedRecord):
            found = door_doubts(record, partial(_entry_at, known, record), context)
            diagnostics += locate(places_dir, KINDS[record.kind].file(record.id), found)
    return diagnostics


def _sums(
    territories: Mapping[str, Territory], gazetteer: Gazetteer, places_dir: Path
) -> list[Diagnostic]:
    """Printed totals that the records of territories do not add up to."""
    diagnostics: list[Diagnostic] = []
    for identity, territory in territories.items():
        found = wrong_sums(territory, territories, gazetteer)
        diagnostics += locate(places_dir, KINDS["territory"].file(identity), found)
    return diagnostics


def _entry_at(known: Mapping[str, Entry], record: DatedRecord, stop: DatedStop) -> Entry | None:
    return known.get(place_of(record, stop, known) or "")


def _claims(records: Iterable[Entry | Model]) -> Iterator[Claim]:
    """What records say that they were called, where they say it."""
    for record in records:
        if record.anciens_ids:
            yield Claim(RecordPath(record.kind, record.id), record.anciens_ids)


def _compare(
    entries: Sequence[Entry], known: Known, places_dir: Path, cache: Path | None, program: str
) -> list[Diagnostic]:
    """Diagnostics between places. Those of the last build are kept, but for the records that
    changed since, which are compared with those of their communes."""
    if cache is None:
        return check_together(entries, known, places_dir)
    memory = cache / "together"
    version = fingerprint_of(program, *sorted(known.labels), repr(known.gains)).hex()
    fingerprints = {entry.id: entry.fingerprint for entry in entries}
    remembered: tuple[dict[str, bytes], list[tuple[Any, ...]]] | None = load(memory, version)
    known_fingerprints, old = remembered or ({}, [])
    if fingerprints == known_fingerprints:
        return [Diagnostic(*fields) for fields in old]
    changed = {
        id_
        for id_, fingerprint in fingerprints.items()
        if known_fingerprints.get(id_) != fingerprint
    }
    concerned = any(id_ in fields[0] + fields[4] + fields[5] for id_ in changed for fields in old)
    if len(changed) > _FEW or concerned or not known_fingerprints.keys() <= fingerprints.keys():
        diagnostics = check_together(entries, known, places_dir)
    else:
        communes = {entry.code_insee for entry in entries if entry.id in changed}
        successors = {entry.remplace_par for entry in entries if entry.id in changed}
        near = [e for e in entries if e.code_insee in communes or e.id in successors]
        diagnostics = [Diagnostic(*fields) for fields in old]
        diagnostics += check_together(near, known, places_dir, changed)
    save(memory, version, (fingerprints, [tuple(diagnostic) for diagnostic in diagnostics]))
    return diagnostics
