"""What each place is in each format, made once: files put these pieces side by side.

They are kept between builds by département and format: one place that changes makes those of its
département again. The version of a file of the cache holds all that its pieces show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from plugins.common.disk_cache import load, save
from plugins.common.fingerprint import fingerprint_of
from plugins.common.worker_pool import can_fork, run_pool
from plugins.opendata.export_areas import entry_licence
from plugins.opendata.formats.export_format import ExportFormat, Surroundings
from plugins.opendata.losses import FormatTally, Tally, add_tally, count_losses
from plugins.records.entry import Entry, Places
from plugins.vocabulary.licences import Licence

_LOSSES = "pertes"
_AT_HAND = 128
"""Files of the cache kept in memory: those of all départements in the format that is being written,
40 MB for 20,000 places."""


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

    def of(self, form: ExportFormat, departement: str) -> Mapping[str, bytes]:
        """Those of a département in a format, by id; empty for a place that it has no room for."""
        return self._at_hand(form.name, departement)

    def in_order(self, form: ExportFormat, entries: Iterable[Entry]) -> Iterator[bytes]:
        """The pieces of these places, one département after another."""
        for entry in entries:
            yield self.of(form, entry.departement)[entry.id]

    def losses(self, entries: Iterable[Entry], licence: Licence) -> Tally:
        """What the formats lost of all places of the départements of `entries` that have this
        licence."""
        whole: Tally = {}
        for code in dict.fromkeys(entry.departement for entry in entries):
            kept = self._load(f"{code}-{_LOSSES}", code)
            if kept is None:
                kept = _plain(self._make(code)[1])
            for name, (values, places) in kept.get(licence.slug, {}).items():
                add_tally(whole, name, FormatTally(values, places))
        return whole

    def _find(self, name: str, departement: str) -> Mapping[str, bytes]:
        kept = self._load(f"{departement}-{name}", departement)
        return self._make(departement)[0][name] if kept is None else cast("dict[str, bytes]", kept)

    def _make(self, departement: str) -> tuple[dict[str, dict[str, bytes]], dict[str, Tally]]:
        """Every format of a département at once: a record is read once. By format, then by id;
        what was lost, by licence."""
        pieces: dict[str, dict[str, bytes]] = {form.name: {} for form in self._formats}
        losses: dict[str, Tally] = defaultdict(self._no_losses)
        for entry in self._places.by_departement[departement]:
            place, tally = self._places.load(entry), losses[entry_licence(entry).slug]
            for form in self._formats:
                carried = form.carry(place, self._surroundings)
                pieces[form.name][entry.id] = form.piece(carried)
                count_losses(tally[form.name], carried.lost)
        for name, found in pieces.items():
            self._save(f"{departement}-{name}", departement, found)
        self._save(f"{departement}-{_LOSSES}", departement, _plain(losses))
        self._save(departement, departement, [form.name for form in self._formats])
        return pieces, losses

    def _no_losses(self) -> Tally:
        return {form.name: FormatTally({}, {}) for form in self._formats}

    def _keep(self, departement: str) -> bool:
        return bool(self._make(departement))

    def _load(self, name: str, departement: str) -> Any:
        return self._cache and load(self._cache / name, self._versions[departement])

    def _save(self, name: str, departement: str, value: Any) -> None:
        if self._cache:
            save(self._cache / name, self._versions[departement], value)


def _plain(losses: Mapping[str, Tally]) -> dict[str, Any]:
    """Without names, as files of the cache keep it."""
    return {
        licence: {
            name: ({tuple(lost): times for lost, times in values.items()}, places)
            for name, (values, places) in tally.items()
        }
        for licence, tally in losses.items()
    }
