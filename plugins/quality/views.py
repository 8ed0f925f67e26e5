"""What the pages and files of the desk show: contexts by the key that `pages` gave to the press."""

from __future__ import annotations

from collections.abc import Mapping

from plugins.french.numbers import counted, number
from plugins.gazetteer import Gazetteer, slugify
from plugins.maps.geometry.outlines import Outlines
from plugins.quality.answers.answer_table import answers_csv
from plugins.quality.area_numbers import NumbersMemory, numbers_by_area
from plugins.quality.areas import DeskArea, desk_areas
from plugins.quality.charter_axes import AxisFacts, Behind, axes_of
from plugins.quality.computed.commune_lines import LIMITS_KM
from plugins.quality.computed.place_lines import AGE_WORDS, FACTS
from plugins.quality.computed.questions import questions_for
from plugins.quality.computed.reach import NEED_SLUGS
from plugins.quality.contract import (
    AreaRow,
    CallRow,
    CallSheetContext,
    DeskContext,
    DeskIndexContext,
    DeskWords,
)
from plugins.quality.csv_files import communes_csv, places_csv
from plugins.quality.desk import AreaTable, Desk
from plugins.quality.pages import PLACES_A_SHEET, SHEETS, CallSheet, DeskFile
from plugins.quality.plans.white_areas import WhitePlan, white_plan
from plugins.quality.said_numbers import decimal, kilometres, percent
from plugins.records.entry import Entry
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.vocabulary.needs import NEEDS, Need

NAMED = 20
"""A page names at most so many communes of a list; its table has them all."""
_FIRST_NEED = NEED_SLUGS.index("demarches")
SAID = DeskWords(number, percent, counted, decimal, kilometres, AGE_WORDS, FACTS)


class DeskViews:
    """Contexts of all pages. `workshops`: how many workshops of each territory are not over, and
    how many of them say when, by id; `memory`: where the numbers of the index are kept."""

    def __init__(
        self,
        desk: Desk,
        gazetteer: Gazetteer,
        entries: Mapping[str, Entry],
        territories: Mapping[str, Territory],
        networks: Mapping[str, Network],
        workshops: Mapping[str, tuple[int, int]],
        outlines: Outlines,
        memory: NumbersMemory | None = None,
    ) -> None:
        self._desk = desk
        self._gazetteer = gazetteer
        self._entries = entries
        self._territories = territories
        self._networks = networks
        self._workshops = workshops
        self._outlines = outlines
        self._memory = memory

    def axes(self, area: DeskArea) -> list[Behind]:
        """What exists behind each axis that a territory signed or planned."""
        table = self._desk.table(area)
        workshops, dated = self._workshops.get(area.id, (0, 0))
        for_whom = sum(line.for_whom for line in table.places)
        territory = self._territories.get(area.id)
        return axes_of(
            AxisFacts(table.sums, for_whom, workshops, dated, territory, self._networks_in(area))
        )

    def _networks_in(self, area: DeskArea) -> list[Network]:
        return [one for one in self._networks.values() if area.id in one.territoires]

    def desk(self, area: DeskArea) -> DeskContext:
        """For `desk.html`."""
        table = self._desk.table(area)
        territory = self._territories.get(area.id)
        networks = self._networks_in(area)
        white = [c for c in table.communes if (c.km[_FIRST_NEED] or 0) > LIMITS_KM[0]]
        far = sorted(white, key=lambda line: line.weight(_FIRST_NEED))
        return DeskContext(
            area=area,
            above=self._above(area),
            table=table,
            far=far[:NAMED],
            without=table.sums.without[:NAMED],
            plans=self._plans(table),
            territory=territory,
            coordination=f"{area.territory_url}coordination/" if territory or networks else "",
            axes=self.axes(area),
            has_charter=bool(territory and territory.charte),
            said=SAID,
        )

    def index(self, key: object = None) -> DeskIndexContext:
        """For `desks.html`."""
        areas = {area.id: area for area in desk_areas(self._gazetteer)}
        numbers = numbers_by_area(
            areas.values(), lambda area: self._desk.table(area).sums, self._memory
        )
        rows = {id_: AreaRow(area, numbers[id_]) for id_, area in areas.items()}
        epcis: dict[str, list[AreaRow]] = {code: [] for code in self._gazetteer.departements}
        for row in rows.values():
            if row.area.kind == "epci":
                epcis[self._home(row.area)].append(row)
        return DeskIndexContext(
            [
                (rows[f"departement/{code}"], sorted(found, key=lambda row: slugify(row.area.name)))
                for code, found in epcis.items()
            ],
            SAID,
        )

    def sheet(self, key: CallSheet) -> CallSheetContext:
        """For `call_sheet.html`."""
        calls = self._desk.table(key.area).calls
        first = (key.paging.number - 1) * PLACES_A_SHEET
        rows = enumerate(calls[first : first + PLACES_A_SHEET], start=first + 1)
        return CallSheetContext(
            area=key.area,
            above=self._above(key.area),
            url=key.url,
            paging=key.paging,
            rows=[CallRow(rank, line, questions_for(line)) for rank, line in rows],
            total=len(calls),
            said=SAID,
        )

    def table(self, key: DeskFile) -> str:
        """A CSV file."""
        found = self._desk.table(key.area)
        if key.kind == "communes":
            return communes_csv(found.communes)
        if key.kind == "places":
            return places_csv(found.places)
        return answers_csv(found.calls[: SHEETS * PLACES_A_SHEET])

    def _home(self, area: DeskArea) -> str:
        """The département where an EPCI has most of its covered communes."""
        codes = [self._gazetteer.communes[code].departement for code in area.communes]
        return max(sorted(set(codes)), key=codes.count)

    def _above(self, area: DeskArea) -> list[tuple[str, str]]:
        if area.kind == "departement":
            return []
        home = self._gazetteer.departements[self._home(area)]
        return [(home.nom, f"/qualite/{home.code}/")]

    def _plans(self, table: AreaTable) -> list[tuple[Need, WhitePlan]]:
        found = []
        for rank, need in enumerate(NEEDS):
            entries = [self._entries[one.id] for one in table.places if need.slug in one.needs]
            spots = [
                (entry.longitude, entry.latitude)
                for entry in entries
                if entry.longitude is not None and entry.latitude is not None
            ]
            plan = white_plan(
                table.area, table.communes, rank, spots, self._gazetteer, self._outlines
            )
            if plan:
                found.append((need, plan))
        return found
