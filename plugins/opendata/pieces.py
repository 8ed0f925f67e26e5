"""What each place is in each format, made once: files put these pieces side by side.

They are kept between builds, in a file a département and format, each with the fingerprint of its
place: only those of places that changed are made again. What they show beside their place is in the
version of the files.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.opendata.carried_places import (
    CarriedPlace,
    SideBySide,
    side_by_side,
    still_carried,
)
from plugins.opendata.export_areas import entry_licence
from plugins.opendata.formats.export_format import ExportFormat, Surroundings
from plugins.opendata.losses import FormatTally, Tally, add_tally, count_losses
from plugins.records.entry import Entry, Places
from plugins.vocabulary.licences import Licence

_LOSSES, _LOST = "pertes", "perdu"
"""What was lost of a département, counted; and of each of its places."""
_AT_HAND = 128
"""Files of the cache kept in memory: those of all départements in the format that is being written,
40 MB for 20,000 places."""


_Losses = dict[str, dict[str, tuple[Any, ...]]]
"""What was lost of a département, by licence and format: a `FormatTally` without its names, as a
cache keeps it."""


class Pieces:
    """Pieces of all places. `program`: fingerprint of code, settings, and of all but the places
    that pieces show; `cache`: None keeps nothing."""

    def __init__(
        self,
        places: Places,
        surroundings: Surroundings,
        formats: Sequence[ExportFormat],
        program: str,
        cache: Path | None,
    ) -> None:
        self._places = places
        self._surroundings = surroundings
        self._formats = formats
        self._cache = cache
        self._program = program
        self._versions = {
            code: fingerprint_of(program, *(entry.stated for entry in entries)).hex()
            for code, entries in places.by_departement.items()
        }
        self._at_hand = lru_cache(maxsize=_AT_HAND)(self._find)

    def fill(self, workers: int, only: Collection[str] | None = None) -> None:
        """Make those that the cache lacks, on all cores; without a cache, nothing. `only`: codes of
        the départements that this build makes."""
        if self._cache is None:
            return
        names = [form.name for form in self._formats]
        wanted = (code for code in self._versions if only is None or code in only)
        missing = [code for code in wanted if self._load(code, self._versions[code]) != names]
        if len(missing) < 2 or workers < 2 or not can_fork():
            for code in missing:
                self._make(code)
        else:
            shares = [missing[first::workers] for first in range(workers)]
            run_pool(shares, self._keep, lambda made: None)

    def in_order(self, form: ExportFormat, entries: Sequence[Entry]) -> Iterator[bytes]:
        """The pieces of these places, which are sorted, one département after another. One of which
        all places are wanted comes whole; places that the format has no room for are left out."""
        first = 0
        while first < len(entries):
            departement = entries[first].departement
            whole, spans = self._at_hand(form.name, departement)
            end = first + len(spans)
            if end <= len(entries) and entries[end - 1].departement == departement:
                if whole:
                    yield whole
                first = end
                continue
            while first < len(entries) and (entry := entries[first]).departement == departement:
                _, start, stop = spans[entry.id]
                if start < stop:
                    yield whole[start:stop]
                first += 1

    def losses(self, entries: Iterable[Entry], licence: Licence) -> Tally:
        """What the formats lost of all places of the départements of `entries` that have this
        licence."""
        whole: Tally = {}
        for code in dict.fromkeys(entry.departement for entry in entries):
            kept = self._load(f"{code}-{_LOSSES}", self._versions[code])
            if kept is None:
                kept = self._make(code)[1]
            for name, (values, places) in kept.get(licence.slug, {}).items():
                add_tally(whole, name, FormatTally(values, places))
        return whole

    def _find(self, name: str, departement: str) -> SideBySide:
        kept = self._load(f"{departement}-{name}", self._program)
        if kept is not None:
            found = SideBySide(*kept)
            if found.is_of(self._places.by_departement[departement]):
                return found
        return self._make(departement)[0][name]

    def _make(self, departement: str) -> tuple[dict[str, SideBySide], _Losses]:
        """Every format of a département at once: a record is read once. By format; what was lost,
        by licence."""
        entries = self._places.by_departement[departement]
        known = self._unchanged(departement)
        carried = [known.get(entry.id) or self._carry(entry) for entry in entries]
        joined = {
            form.name: side_by_side(
                form.between, entries, [each.pieces[form.name] for each in carried]
            )
            for form in self._formats
        }
        for name, found in joined.items():
            self._save(f"{departement}-{name}", self._program, tuple(found))
        lost = {
            entry.id: (entry.stated, each.lost)
            for entry, each in zip(entries, carried, strict=True)
        }
        self._save(f"{departement}-{_LOST}", self._program, lost)
        losses = self._counted(entries, carried)
        version = self._versions[departement]
        self._save(f"{departement}-{_LOSSES}", version, losses)
        self._save(departement, version, [form.name for form in self._formats])
        return joined, losses

    def _carry(self, entry: Entry) -> CarriedPlace:
        place = self._places.load(entry)
        made = {form.name: (form, form.carry(place, self._surroundings)) for form in self._formats}
        return CarriedPlace(
            {name: form.piece(carried) for name, (form, carried) in made.items()},
            {name: [lost[:4] for lost in carried.lost] for name, (_, carried) in made.items()},
        )

    def _unchanged(self, departement: str) -> dict[str, CarriedPlace]:
        lost = self._load(f"{departement}-{_LOST}", self._program)
        kept = {}
        for form in self._formats:
            found = self._load(f"{departement}-{form.name}", self._program)
            if lost is None or found is None:
                return {}
            kept[form.name] = SideBySide(*found)
        return still_carried(self._places.by_departement[departement], kept, lost)

    def _counted(self, entries: Iterable[Entry], carried: Iterable[CarriedPlace]) -> _Losses:
        by_licence: dict[str, list[CarriedPlace]] = defaultdict(list)
        for entry, each in zip(entries, carried, strict=True):
            by_licence[entry_licence(entry).slug].append(each)
        return {
            licence: {
                form.name: tuple(count_losses([each.lost[form.name] for each in places]))
                for form in self._formats
            }
            for licence, places in by_licence.items()
        }

    def _keep(self, departement: str) -> bool:
        return bool(self._make(departement))

    def _load(self, name: str, version: str) -> Any:
        return self._cache and load(self._cache / name, version)

    def _save(self, name: str, version: str, value: Any) -> None:
        if self._cache:
            save(self._cache / name, version, value)
