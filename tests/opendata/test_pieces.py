"""A place is carried once, whatever the number of files and of builds."""

from dataclasses import replace
from pathlib import Path

from plugins.opendata.formats.export_format import Carried, ExportFormat, Surroundings
from plugins.opendata.formats.geojson import GEOJSON
from plugins.opendata.pieces import Pieces
from plugins.records.entry import Places
from plugins.records.model.place import Place
from tests.support.exports import surroundings
from tests.support.places import directory, place


def counted(
    places: Places, cache: Path | None, program: str = "1"
) -> tuple[ExportFormat, Pieces, list[str]]:
    calls: list[str] = []

    def carry(one: Place, around: Surroundings) -> Carried:
        calls.append(one.id)
        return GEOJSON.carry(one, around)

    form = replace(GEOJSON, carry=carry)
    return form, Pieces(places, surroundings(), (form,), program, cache), calls


def test_pieces_are_made_once(tmp_path):
    places = directory([place("31/a"), place("31/b")])
    form, pieces, calls = counted(places, tmp_path)
    pieces.fill(1)
    first = list(pieces.in_order(form, places.entries))
    again_form, again, more = counted(places, tmp_path)
    again.fill(1)
    assert list(again.in_order(again_form, places.entries)) == first
    assert (calls, more) == (["31/a", "31/b"], [])


def test_a_place_that_changes_makes_its_departement_again(tmp_path):
    counted(directory([place("31/a"), place("31/b")]), tmp_path)[1].fill(1)
    changed = directory([place("31/a"), place("31/b", nom="Un autre nom")])
    form, pieces, calls = counted(changed, tmp_path)
    pieces.fill(1)
    assert calls == ["31/a", "31/b"]
    (whole,) = pieces.in_order(form, changed.entries)
    assert b"Un autre nom" in whole


def test_another_program_makes_all_again(tmp_path):
    places = directory([place("31/a")])
    counted(places, tmp_path)[1].fill(1)
    _, pieces, calls = counted(places, tmp_path, "2")
    pieces.fill(1)
    assert calls == ["31/a"]


def test_without_a_cache_the_pieces_are_the_same():
    places = directory([place("31/a")])
    form, pieces, _ = counted(places, None)
    pieces.fill(2)
    assert b'"id":"31/a"' in next(pieces.in_order(form, places.entries))
