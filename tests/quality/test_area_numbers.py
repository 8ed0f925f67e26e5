"""The numbers of the list of desks: those of the tables, asked for only where these changed."""

from pathlib import Path

from plugins.quality.area_numbers import AreaNumbers, NumbersMemory, numbers_by_area
from plugins.quality.areas import DeskArea
from plugins.quality.computed.sums import AreaSums
from tests.support.desk import BALMA, LABEGE, SICOVAL, directory, table


def test_only_tables_that_changed_are_asked_for(tmp_path: Path):
    directory(tmp_path / "places", labege=LABEGE, balma=BALMA)
    tables = [table(tmp_path / "places", code) for code in ("31", SICOVAL)]
    sums = {found.area.id: found.sums for found in tables}
    areas = [found.area for found in tables]
    asked: list[str] = []

    def ask(area: DeskArea) -> AreaSums:
        asked.append(area.id)
        return sums[area.id]

    def numbers(version: str, *fingerprints: bytes) -> dict[str, AreaNumbers]:
        asked.clear()
        known = dict(zip(sums, fingerprints, strict=True))
        return numbers_by_area(areas, ask, NumbersMemory(tmp_path / "kept", version, known))

    fresh = numbers_by_area(areas, ask)
    assert fresh["departement/31"].places == 2
    assert fresh["departement/31"].people == sums["departement/31"].people
    assert fresh["departement/31"].far == sums["departement/31"].coverage[0].beyond[1].people
    assert numbers("one day", b"a", b"b") == fresh
    assert asked == [area.id for area in areas]
    assert numbers("one day", b"a", b"b") == fresh
    assert asked == []
    assert numbers("one day", b"a", b"c") == fresh
    assert asked == [f"epci/{SICOVAL}"]
    assert numbers("another day", b"a", b"c") == fresh
    assert asked == [area.id for area in areas]
