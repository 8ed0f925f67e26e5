"""What each place is in each format, made once: files put these pieces side by side.

They are kept between builds by département and format: one place that changes makes those of its
département again. The version of a file of the cache holds all that its pieces show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.opendata.export_areas import entry_licence
from plugins.opendata.formats.export_format import ExportFormat, Lost, Surroundings
from plugins.opendata.losses import FormatTally, Tally, add_tally, count_losses
from plugins.records.entry import Entry, Places
from plugins.vocabulary.licences import Licence

_LOSSES = "pertes"
_AT_HAND = 128
"""Files of the cache kept in memory: those of all départements in the format that is being written,
40 MB for 20,000 places."""


class SideBySide(NamedTuple):
    """Pieces of all places of a département, as they stand in a file. `spans`: by id, from where to
    where; as long as nothing for a place that the format has no room for."""

    whole: bytes
    spans: Mapping[str, tuple[int, int]]


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
        missing = [code for code in self._codes(only) if self._load(code, code) != names]
        if len(missing) < 2 or workers < 2 or not can_fork():
            for code in missing:
                self._make(code)
        else:
            shares = [missing[first::workers] for first in range(workers)]
            run_pool(shares, self._keep, lambda made: None)

    def _codes(self, only: Collection[str] | None) -> list[str]:
        return [code for code in self._versions if only is None or code in only]

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
                start, stop = spans[entry.id]
                if start < stop:
                    yield whole[start:stop]
                first += 1

    def losses(self, entries: Iterable[Entry], licence: Licence) -> Tally:
        """What the formats lost of all places of the départements of `entries` that have this
        licence."""
        whole: Tally = {}
        for code in dict.fromkeys(entry.departement for entry in entries):
            kept = self._load(f"{code}-{_LOSSES}", code)
            if kept is None:
                kept = self._make(code)[1]
            for name, (values, places) in kept.get(licence.slug, {}).items():
                add_tally(whole, name, FormatTally(values, places))
        return whole

    def _find(self, name: str, departement: str) -> SideBySide:
        kept = self._load(f"{departement}-{name}", departement)
        return self._make(departement)[0][name] if kept is None else SideBySide(*kept)

    def _make(self, departement: str) -> tuple[dict[str, SideBySide], dict[str, Tally]]:
        """Every format of a département at once: a record is read once. By format; what was lost,
        by licence."""
        pieces: dict[str, dict[str, bytes]] = {form.name: {} for form in self._formats}
        lost: dict[tuple[str, str], list[Sequence[Lost]]] = defaultdict(list)
        for entry in self._places.by_departement[departement]:
            place, licence = self._places.load(entry), entry_licence(entry).slug
            for form in self._formats:
                carried = form.carry(place, self._surroundings)
                pieces[form.name][entry.id] = form.piece(carried)
                lost[licence, form.name].append(carried.lost)
        joined = {form.name: _side_by_side(form, pieces.pop(form.name)) for form in self._formats}
        for name, found in joined.items():
            self._save(f"{departement}-{name}", departement, tuple(found))
        losses: dict[str, Tally] = defaultdict(dict)
        for (licence, name), of_places in lost.items():
            losses[licence][name] = count_losses(of_places)
        plain = {
            licence: {name: tuple(each) for name, each in tally.items()}
            for licence, tally in losses.items()
        }
        self._save(f"{departement}-{_LOSSES}", departement, plain)
        self._save(departement, departement, [form.name for form in self._formats])
        return joined, losses

    def _keep(self, departement: str) -> bool:
        return bool(self._make(departement))

    def _load(self, name: str, departement: str) -> Any:
        return self._cache and load(self._cache / name, self._versions[departement])

    def _save(self, name: str, departement: str, value: Any) -> None:
        if self._cache:
            save(self._cache / name, self._versions[departement], value)


def _side_by_side(form: ExportFormat, pieces: Mapping[str, bytes]) -> SideBySide:
    spans, end, between = {}, 0, len(form.between)
    for id_, piece in pieces.items():
        start = end + between if piece and end else end
        end = start + len(piece)
        spans[id_] = start, end
    return SideBySide(form.between.join(filter(None, pieces.values())), spans)
