"""The index: every name in it, each file small, the same bytes each time."""

import gzip
import json
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer, distance_km, normalize
from plugins.search.cells import NEAR_KM, make_cells
from plugins.search.commune_index import make_index
from plugins.search.commune_names import CommuneName, names_of
from plugins.search.shards import CUT_TO, FULL_MOST, Shards, make_shards

CASES = json.loads(Path(__file__).with_name("names.json").read_text("utf-8"))
FIND_SCRIPTS = ("js/find.js", "js/lookup.js")
THEME = Path(__file__).resolve().parents[2] / "theme" / "static"


def compressed(content: str | bytes) -> int:
    data = content.encode() if isinstance(content, str) else content
    return len(gzip.compress(data, 6, mtime=0))


@pytest.fixture(scope="module")
def france() -> Gazetteer:
    return Gazetteer.load(["*"])


@pytest.fixture(scope="module")
def names(france) -> list[CommuneName]:
    return names_of(france)


@pytest.fixture(scope="module")
def shards(names) -> Shards:
    return make_shards(names)


@pytest.fixture(scope="module")
def files(france) -> dict[str, str]:
    return make_index(france, None, "").files


@pytest.fixture(scope="module")
def two() -> Gazetteer:
    return Gazetteer.load(["17", "31"])


@pytest.mark.parametrize(("typed", "folded"), CASES)
def test_the_rule_of_names(typed, folded):
    assert normalize(typed) == folded


def test_every_commune_former_commune_and_arrondissement_has_a_name(france, names):
    assert {name.commune.code for name in names} == set(france.communes)
    present = {name.nom: name.commune.nom for name in names if name.present}
    assert present["Arbignieu"] == "Arboys en Bugey"
    assert present["Marennes"] == "Marennes-Hiers-Brouage"
    eleventh = next(name for name in names if name.folded == "paris 11")
    assert eleventh.commune.nom == "Paris"


def test_every_name_can_be_reached_by_a_whole_shard_or_is_kept_by_the_cut_ones(names, shards):
    whole = {rank for key, ranks in shards.ranks.items() if key not in shards.cut for rank in ranks}
    for rank, name in enumerate(names):
        words = [word for word in name.folded.split() if not word.isdigit()]
        assert rank in whole or any(rank in shards.ranks.get(word, ()) for word in words), name.nom


def test_every_postcode_leads_to_its_communes(two):
    names = names_of(two)
    shards = make_shards(names)
    for commune in two.communes.values():
        for code in commune.postcodes:
            key = next(code[:end] for end in range(5, 0, -1) if code[:end] in shards.ranks)
            assert key not in shards.cut
            assert commune in [names[rank].commune for rank in shards.ranks[key]]


def test_a_cut_shard_keeps_the_largest_communes_and_those_of_that_very_name(names, shards):
    saint = [names[rank] for rank in shards.ranks["sai"]]
    assert "sai" in shards.cut
    assert saint[0].nom == "Saint-Étienne"
    assert "Sai" in [name.nom for name in saint]
    assert max(len(shards.ranks[key]) for key in shards.cut) < 3 * CUT_TO
    assert all(len(r) <= FULL_MOST for k, r in shards.ranks.items() if k not in shards.cut)


def test_an_answer_costs_less_than_20_kb_for_all_of_france(files):
    """Scripts, keys, shards of the first letters, the largest one, another for a slip."""
    scripts = sum(compressed((THEME / name).read_bytes()) for name in FIND_SCRIPTS)
    assert scripts <= 5000
    sizes = {name: compressed(text) for name, text in files.items()}
    cut = {key[:-1] for key in files["keys.txt"].split("\n\n")[1].split() if key.endswith("+")}
    largest = max(size for name, size in sizes.items() if name.startswith("n-"))
    first = max(sum(sizes[f"n-{key[:end]}.txt"] for end in range(1, len(key) + 1)) for key in cut)
    assert scripts + sizes["keys.txt"] + first + 2 * largest < 20_000
    assert max(size for name, size in sizes.items() if name.startswith("p-")) < 10_000


def test_the_nearest_commune_of_a_point_is_in_the_file_of_its_cell(two):
    names = names_of(two)
    cells = make_cells(names)
    for commune in list(two.communes.values())[::7]:
        point = (commune.latitude + 0.02, commune.longitude - 0.02)
        distances = {
            other.nom: distance_km(*point, other.latitude, other.longitude)
            for other in two.communes.values()
        }
        nearest = min(distances, key=distances.__getitem__)
        assert distances[nearest] < NEAR_KM
        text = cells[f"{int(point[0] * 2 // 1)}_{int(point[1] * 2 // 1)}"]
        assert nearest in [line.split("\t")[0] for line in text.splitlines()]


def test_a_centre_is_given_from_the_corner_of_its_cell(two):
    lines = make_cells(names_of(two))["87_3"].splitlines()
    labege = next(line.split("\t") for line in lines if line.startswith("Labège\t"))
    commune = two.communes["31254"]
    assert 43.5 + int(labege[4]) / 1000 == pytest.approx(commune.latitude, abs=0.001)
    assert 1.5 + int(labege[5]) / 1000 == pytest.approx(commune.longitude, abs=0.001)


def test_the_address_of_the_index_changes_with_what_it_says(two):
    index = make_index(two, None, "code")
    assert make_index(Gazetteer.load(["31", "17"]), None, "other code") == index
    assert make_index(Gazetteer.load(["31"]), None, "code").folder != index.folder


def test_an_index_that_was_kept_is_the_same(two, tmp_path):
    kept = tmp_path / "communes"
    first = make_index(two, kept, "code")
    assert kept.exists()
    assert make_index(two, kept, "code") == first
    kept.write_bytes(b"cut")
    assert make_index(two, kept, "code") == first


def test_a_site_without_any_commune_has_an_index_that_finds_nothing():
    assert make_index(Gazetteer.load([]), None, "").files == {"keys.txt": "\n\n"}


def test_no_name_of_a_file_is_refused_by_an_old_system(files):
    assert all(name == "keys.txt" or name[:2] in ("n-", "p-") for name in files)
