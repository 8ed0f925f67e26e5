"""Which places a commune's page shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer
from plugins.territories.neighbourhood import Neighbourhood
from tests.support.places import entry

ROOT = Path(__file__).resolve().parents[2]
LABEGE, TOULOUSE, CASTANET, PARIS = "31254", "31555", "31113", "75056"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(["31", "75"])


def test_a_commune_without_any_place_shows_the_nearest(gazetteer):
    entries = [
        entry("31/labege", LABEGE, 43.531, 1.51),
        entry("31/toulouse", TOULOUSE, 43.604, 1.444),
    ]
    around = Neighbourhood(gazetteer, entries).nearest(CASTANET)
    assert [near.entry.id for near in around] == ["31/labege", "31/toulouse"]
    assert around[0].distance_km == pytest.approx(2.5, abs=1)
    assert around[1].distance_km == pytest.approx(10.5, abs=2)


def test_places_of_the_commune_come_first_and_not_around(gazetteer):
    entries = [
        entry("31/far", LABEGE, 43.55, 1.53),
        entry("31/near", LABEGE, 43.539, 1.522),
        entry("31/nowhere", LABEGE),
    ]
    neighbourhood = Neighbourhood(gazetteer, entries)
    here = neighbourhood.here(LABEGE, 20)
    assert [near.entry.id for near in here] == ["31/near", "31/far", "31/nowhere"]
    assert here[2].distance_km is None
    assert here[2].is_approximate
    assert neighbourhood.nearest(LABEGE) == []
    assert [near.entry.id for near in neighbourhood.here(LABEGE, 1)] == ["31/near"]
    assert neighbourhood.count(LABEGE) == 3


def test_a_place_without_position_counts_at_the_centre_of_its_commune(gazetteer):
    (near,) = Neighbourhood(gazetteer, [entry("31/a", LABEGE)]).nearest(CASTANET)
    assert near.is_approximate
    assert near.distance_km == pytest.approx(2.7, abs=0.5)


def test_closed_places_are_left_out(gazetteer):
    neighbourhood = Neighbourhood(gazetteer, [entry("31/a", LABEGE, 43.53, 1.51, closed=True)])
    assert neighbourhood.count(LABEGE) == 0
    assert neighbourhood.nearest(CASTANET) == []


def test_an_arrondissement_counts_in_its_city(gazetteer):
    entries = [entry("75/louvre", "75101", 48.86, 2.34), entry("75/mairie", "75056", 48.857, 2.352)]
    neighbourhood = Neighbourhood(gazetteer, entries)
    assert neighbourhood.count(PARIS) == 2


def test_a_place_outside_the_coverage_is_a_neighbour_all_the_same(gazetteer):
    entries = [entry("81/lavaur", "81140", 43.7, 1.82)]
    assert [n.entry.id for n in Neighbourhood(gazetteer, entries).nearest("31555")] == ["81/lavaur"]


def test_an_unknown_commune_code_breaks_nothing(gazetteer):
    entries = [entry("31/a", "31999", 43.6, 1.4), entry("31/b", "31999")]
    neighbourhood = Neighbourhood(gazetteer, entries)
    assert [near.entry.id for near in neighbourhood.nearest(TOULOUSE)] == ["31/a"]


def test_a_large_commune_keeps_some_neighbours(gazetteer):
    entries = [entry(f"31/t{n:02}", TOULOUSE, 43.6, 1.44 + n / 1000) for n in range(30)]
    entries += [entry(f"31/u{n}", LABEGE, 43.53, 1.51) for n in range(9)]
    neighbourhood = Neighbourhood(gazetteer, entries)
    assert len(neighbourhood.nearest(TOULOUSE)) == 4
    assert len(neighbourhood.nearest(CASTANET)) == 8


def test_without_a_centre_what_is_near_to_its_own_places_comes_first():
    nouvelle_caledonie = Gazetteer.load(["988"])
    lifou = [entry(f"988/l{n}", "98814", -20.9, 167.2) for n in range(2)]
    others = [
        entry("988/a-noumea", "98818", -22.27, 166.44),
        entry("988/b-mare", "98815", -21.5, 168.0),
        entry("988/c-nowhere", "98817"),
    ]
    neighbourhood = Neighbourhood(nouvelle_caledonie, [*others, *lifou])
    found = neighbourhood.nearest("98814")
    assert [near.entry.id for near in found] == ["988/b-mare", "988/a-noumea", "988/c-nowhere"]
    assert {near.distance_km for near in found} == {None}


def test_overseas_without_any_centre():
    nouvelle_caledonie = Gazetteer.load(["988"])
    noumea = [entry(f"988/n{n}", "98818", -22.27, 166.44) for n in range(9)]
    neighbourhood = Neighbourhood(nouvelle_caledonie, [*noumea, entry("988/p", "98817")])
    assert neighbourhood.count("98818") == 9
    assert neighbourhood.here("98818", 20)[0].distance_km is None
    assert [near.entry.id for near in neighbourhood.nearest("98818")] == ["988/p"]
    elsewhere = neighbourhood.nearest("98802")
    assert len(elsewhere) == 8
    assert {near.distance_km for near in elsewhere} == {None}


def test_what_was_found_is_kept_until_a_place_moves(gazetteer, tmp_path):
    memory = tmp_path / "around"
    entries = [entry("31/a", LABEGE, 43.53, 1.51), entry("31/b", TOULOUSE, 43.6, 1.44)]
    first = Neighbourhood(gazetteer, entries, memory)
    kept = memory.read_bytes()
    edited = [entry("31/a", LABEGE, 43.53, 1.51, version=2), entries[1]]
    again = Neighbourhood(gazetteer, edited, memory)
    assert again.around == first.around
    assert memory.read_bytes() == kept
    moved = [entry("31/a", LABEGE, 43.2, 1.51), entries[1]]
    afresh = Neighbourhood(gazetteer, moved, memory)
    assert afresh.around == Neighbourhood(gazetteer, moved).around != first.around
    assert memory.read_bytes() != kept


@pytest.mark.parametrize("damage", [b"", b"around", b"\x00" * 400])
def test_a_damaged_memory_is_not_used(gazetteer, tmp_path, damage):
    memory = tmp_path / "around"
    memory.write_bytes(damage)
    entries = [entry("31/a", LABEGE, 43.53, 1.51)]
    neighbourhood = Neighbourhood(gazetteer, entries, memory)
    assert neighbourhood.around == Neighbourhood(gazetteer, entries).around


def test_an_edit_needs_no_spatial_library(tmp_path):
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from plugins.gazetteer import Gazetteer\n"
        "from plugins.territories.neighbourhood import Neighbourhood\n"
        "from tests.support.places import entry\n"
        f"entries = [entry('31/a', '31254', 43.53, 1.51, version={{}})]\n"
        f"Neighbourhood(Gazetteer.load(['31']), entries, Path({str(tmp_path / 'around')!r}))\n"
        "print('scipy' in sys.modules, 'pelican' in sys.modules)\n"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", program.format(version)],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout.strip()
        for version in (1, 2)
    ]  # fmt: skip
    assert said == ["True False", "False False"]
