"""A place is carried once, whatever the number of files and of builds."""

import shutil
from dataclasses import replace
from pathlib import Path

from plugins.opendata.export_areas import entry_licence
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


def test_only_a_place_that_changed_is_made_again(tmp_path):
    same = place("31/a", a_apporter=["une pièce | un code"])  # a bar sets values apart: it is lost
    counted(directory([same, place("31/b"), place("31/d")]), tmp_path)[1].fill(1)
    changed = directory([same, place("31/b", nom="Un autre nom"), place("31/c")])
    form, pieces, calls = counted(changed, tmp_path)
    pieces.fill(1)
    assert calls == ["31/b", "31/c"]
    fresh_form, fresh, _ = counted(changed, None)
    made = list(pieces.in_order(form, changed.entries))
    assert made == list(fresh.in_order(fresh_form, changed.entries))
    assert b"Un autre nom" in made[0]
    lost = pieces.losses(changed.entries, entry_licence(changed.entries[0]))
    assert lost == fresh.losses(changed.entries, entry_licence(changed.entries[0]))
    assert lost[form.name].places


def test_what_a_stopped_build_left_is_not_believed(tmp_path):
    """Some files of the cache are of a record that was put back since."""
    first = directory([place("31/a")])
    counted(first, tmp_path)[1].fill(1)
    (kept,) = (path for path in tmp_path.iterdir() if path.name.endswith("-geojson"))
    counted(directory([place("31/a", nom="Un autre nom")]), beside := tmp_path / "b")[1].fill(1)
    shutil.copy(beside / kept.name, kept)
    form, pieces, calls = counted(first, tmp_path)
    assert b"Un autre nom" not in b"".join(pieces.in_order(form, first.entries))
    assert calls == ["31/a"]


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
