"""The one table of the desk, computed for a territory when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.intake.write.last_import import LastImport
from plugins.quality.areas import DeskArea
from plugins.quality.computed.commune_lines import DeskCommune, commune_lines
from plugins.quality.computed.contradictions import by_place, doubts_of
from plugins.quality.computed.place_lines import PlaceLine, place_line
from plugins.quality.computed.reach import Reach
from plugins.quality.computed.shares import people_by_place
from plugins.quality.computed.sums import AreaSums, sums_of
from plugins.quality.computed.urgency import to_call
from plugins.records.entry import Entry
from plugins.records.memory.lines import files_of
from plugins.records.memory.vanished import VanishedRows
from plugins.records.model.label import Label
from plugins.records.repository import Repository
from plugins.territories.neighbourhood import Neighbourhood


class AreaTable(NamedTuple):
    """The table of a territory: its communes by name, its open places by id, what they add up to,
    the places to call in their order."""

    area: DeskArea
    communes: list[DeskCommune]
    places: list[PlaceLine]
    sums: AreaSums
    calls: list[PlaceLine]


class Desk:
    """Makes the table of any territory. `places_dir`: where what was last imported lies."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        repository: Repository,
        neighbourhood: Neighbourhood,
        reach: Reach,
        places_dir: Path,
        on: date,
    ) -> None:
        self._gazetteer = gazetteer
        self._repository = repository
        self._neighbourhood = neighbourhood
        self._reach = reach
        self._places_dir = places_dir
        self._on = on
        self._lines: dict[str, PlaceLine] = {}

    def table(self, area: DeskArea) -> AreaTable:
        """Lines and sums of a territory."""
        codes = sorted(area.communes, key=lambda code: self._gazetteer.communes[code].slug)
        communes = list(commune_lines(codes, self._gazetteer, self._neighbourhood, self._reach))
        places = sorted(
            self._line(entry, code)
            for code in area.communes
            for entry in self._neighbourhood.entries_of(code)
        )
        sums = sums_of(communes, places)
        return AreaTable(area, communes, places, sums, to_call(places, self._on))

    def fingerprint(self, area: DeskArea) -> bytes:
        """Changes with anything that the table of a territory says, and with the day `on`."""
        entries = [e for code in area.communes for e in self._neighbourhood.entries_of(code)]
        departements = {self._gazetteer.communes[code].departement for code in area.communes}
        people = [self._people.get(entry.id, 0.0) for entry in entries]
        return fingerprint_of(
            *(entry.stated for entry in entries),
            *(self._gazetteer.fingerprint(code) for code in sorted(departements)),
            self._memory,
            self._reach.fingerprint(area.communes),
            repr(people),
            repr([self._diagnostics.get(entry.id) for entry in entries]),
            self._labels_fingerprint,
            self._on.isoformat(),
        )

    def _line(self, entry: Entry, code: str) -> PlaceLine:
        line = self._lines.get(entry.id)
        if line is None:
            place = self._repository.places[entry.id]
            said = self._diagnostics.get(entry.id, [])
            doubts = doubts_of(place, self._labels, self._remembered, self._left, said)
            commune = self._gazetteer.communes[code].nom
            people = self._people.get(entry.id, 0.0)
            line = place_line(place, code, commune, people, doubts, self._on)
            self._lines[entry.id] = line
        return line

    @cached_property
    def _labels(self) -> Mapping[str, Label]:
        return self._repository.of(Label)

    @cached_property
    def _labels_fingerprint(self) -> bytes:
        return fingerprint_of(repr(sorted(self._labels.items())))

    @cached_property
    def _people(self) -> Mapping[str, float]:
        return people_by_place(self._gazetteer, self._neighbourhood, self._reach)

    @cached_property
    def _diagnostics(self) -> Mapping[str, list[Diagnostic]]:
        return by_place(self._repository.diagnostics)

    @cached_property
    def _remembered(self) -> LastImport:
        return LastImport(self._places_dir)

    @cached_property
    def _left(self) -> VanishedRows:
        return VanishedRows.read(self._places_dir)

    @cached_property
    def _memory(self) -> bytes:
        """Stands for all that was imported: a row may be remembered in any of its files."""
        return fingerprint_of(*(path.read_bytes() for path in files_of(self._places_dir)))
