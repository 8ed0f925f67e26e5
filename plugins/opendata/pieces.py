"""What each place is in each format, made once: files put these pieces side by side.

They are kept between builds by département and format: one place that changes makes those of its
département again. The version of a file of the cache holds all that its pieces show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, cast

from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.opendata.formats.export_format import ExportFormat, Lost, Surroundings
from plugins.records.entry import Entry, Places

_AT_HAND = 4
"""Files of the cache kept in memory: those of the département that is being written."""


class PlaceLoss(NamedTuple):
    """What a format lost of the place `id`."""

    id: str
    lost: Lost


class FormatPieces(NamedTuple):
    """The places of a département in a format: bytes by id, and all that was lost."""

    pieces: Mapping[str, bytes]
    losses: Sequence[PlaceLoss]


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

    def fill(self, workers: int) -> None:
        """Make those that the cache lacks, on all cores; without a cache, nothing."""
        if self._cache is None:
            return
        names = [form.name for form in self._formats]
        missing = [code for code in self._versions if self._load(code, code) != names]
        if len(missing) < 2 or workers < 2 or not can_fork():
            for code in missing:
                self._make(code)
        else:
            shares = [missing[first::workers] for first in range(workers)]
            run_pool(shares, self._keep, lambda made: None)

    def of(self, form: ExportFormat, departement: str) -> FormatPieces:
        """Those of a département in a format."""
        return self._at_hand(form.name, departement)

    def in_order(self, form: ExportFormat, entries: Iterable[Entry]) -> Iterator[bytes]:
        """The pieces of these places, one département after another."""
        for entry in entries:
            yield self.of(form, entry.departement).pieces[entry.id]

    def losses(self, form: ExportFormat, entries: Iterable[Entry]) -> Iterator[PlaceLoss]:
        """What the format lost of these places."""
        by_departement: dict[str, set[str]] = defaultdict(set)
        for entry in entries:
            by_departement[entry.departement].add(entry.id)
        for code, ids in by_departement.items():
            yield from (loss for loss in self.of(form, code).losses if loss.id in ids)

    def _find(self, name: str, departement: str) -> FormatPieces:
        kept = self._load(f"{departement}-{name}", departement)
        if kept is None:
            return self._make(departement)[name]
        pieces, losses = cast("tuple[dict[str, bytes], list[Any]]", kept)
        return FormatPieces(pieces, [PlaceLoss(id_, Lost(*lost)) for id_, *lost in losses])

    def _make(self, departement: str) -> dict[str, FormatPieces]:
        """Every format of a département at once: a record is read once."""
        pieces: dict[str, dict[str, bytes]] = {form.name: {} for form in self._formats}
        losses: dict[str, list[PlaceLoss]] = {form.name: [] for form in self._formats}
        for entry in self._places.by_departement[departement]:
            place = self._places.load(entry)
            for form in self._formats:
                carried = form.carry(place, self._surroundings)
                pieces[form.name][entry.id] = form.piece(carried)
                losses[form.name] += (PlaceLoss(entry.id, lost) for lost in carried.lost)
        for name, found in losses.items():
            kept = (pieces[name], [(loss.id, *loss.lost) for loss in found])
            self._save(f"{departement}-{name}", departement, kept)
        self._save(departement, departement, [form.name for form in self._formats])
        return {name: FormatPieces(pieces[name], losses[name]) for name in pieces}

    def _keep(self, departement: str) -> bool:
        return bool(self._make(departement))

    def _load(self, name: str, departement: str) -> Any:
        return self._cache and load(self._cache / name, self._versions[departement])

    def _save(self, name: str, departement: str, value: Any) -> None:
        if self._cache:
            save(self._cache / name, self._versions[departement], value)
