"""The index: every name in it, each file small, the same bytes each time."""

import gzip
import json
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer, distance_km, normalize
from plugins.press.assets import Assets
from plugins.search.cells import NEAR_KM, make_cells
from plugins.search.commune_index import FULL_MOST, make_index
from plugins.search.commune_names import CommuneName, names_of
from plugins.search.shards import CUT_TO, Shards, make_shards
from plugins.search.word_rules import fold_name, last_words

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
    return shards_of(names)


def shards_of(names: list[CommuneName]) -> Shards:
    return make_shards([n.folded for n in names], [tuple(n.words()) for n in names], FULL_MOST)


@pytest.fixture(scope="module")
def files(france) -> dict[str, str]:
    return make_index(france, None, "").files


@pytest.fixture(scope="module")
def two() -> Gazetteer:
    return Gazetteer.load(["17", "31"])


@pytest.mark.parametrize(("typed", "folded"), CASES)
def test_the_rule_of_names(typed, folded):
    assert normalize(typed) == fold_name(typed) == folded


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("C.C.A.S. de Labège", "ccas de labege"),
        ("C.C.A.S de Labège", "ccas de labege"),
        ("M J C du Lac", "mjc du lac"),
        ("Centre communal d'action sociale", "centre communal d action sociale"),
        ("Mairie de St. Lys", "mairie de saint lys"),
    ],
)
def test_sigles_are_one_word(typed, folded):
    assert fold_name(typed) == folded


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
    shards = shards_of(names)
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


def test_an_answer_costs_less_than_22_kb_for_all_of_france(files):
    """Scripts as they are published, keys, shards of the first letters, the largest one, another
    for a slip. What only an unknown name needs (town.js) comes then."""
    published = Assets(THEME).page_set()
    given = [published.render(name) for name in FIND_SCRIPTS]
    scripts = sum(compressed(one) for one in given if isinstance(one, str | bytes))
    assert scripts <= 6700
    sizes = {name: compressed(text) for name, text in files.items()}
    cut = {key[:-1] for key in files["keys.txt"].split("\n\n")[1].split() if key.endswith("+")}
    largest = max(size for name, size in sizes.items() if name.startswith("n-"))
    first = max(sum(sizes[f"n-{key[:end]}.txt"] for end in range(1, len(key) + 1)) for key in cut)
    assert scripts + sizes["keys.txt"] + first + 2 * largest < 22_000
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
    assert 43.5 + int(labege[5]) / 1000 == pytest.approx(commune.latitude, abs=0.001)
    assert 1.5 + int(labege[6]) / 1000 == pytest.approx(commune.longitude, abs=0.001)


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
    assert make_index(Gazetteer.load([]), None, "").files == {
        "keys.txt": "\n\n",
        "ends.txt": "",
        "sounds.txt": "",
    }


def test_no_name_of_a_file_is_refused_by_an_old_system(files):
    assert all(
        name in ("keys.txt", "ends.txt", "sounds.txt", "cities.txt")
        or name[:2] in ("n-", "e-", "s-", "i-", "p-", "x-")
        for name in files
    )


def test_a_former_name_says_its_year_and_a_part_says_so(two):
    lines = {name.nom: name.line.split("\t") for name in names_of(Gazetteer.load(["16", "17"]))}
    assert lines["Gourville"] == ["Gourville", "16", "", "Rouillac", "2019"]
    assert lines["Montmoreau-Saint-Cybard"][3:] == ["Montmoreau", "2017"]
    assert lines["La Cotinière"][3:] == ["Saint-Pierre-d'Oléron", "*"]
    assert lines["Fontclaireau"][3:] == [
        "Mansle-les-Fontaines"
    ]  # since 2019: no source for the year


def test_an_island_leads_to_its_communes():
    found = [name for name in names_of(Gazetteer.load(["17"])) if name.nom == "Île de Ré"]
    assert len(found) == 10
    assert {name.year for name in found} == {"*"}


def test_the_codes_of_today_and_those_of_old_are_in_the_file_of_their_beginning():
    files = make_index(Gazetteer.load(["16", "31"]), None, "").files
    codes = {line.split("\t")[5]: line.split("\t")[0] for line in files["i-16.txt"].splitlines()}
    assert codes["16286"] == codes["16156"] == "Rouillac"
    assert any(line.endswith("\t31404") for line in files["i-31.txt"].splitlines())


def test_every_long_word_is_filed_by_its_end(names):
    ends = make_shards(
        [n.folded for n in names], [tuple(last_words(n.folded)) for n in names], FULL_MOST
    )
    at = next(rank for rank, name in enumerate(names) if name.nom == "Toulouse")
    assert at in ends.ranks[max((k for k in ends.ranks if "esuoluot".startswith(k)), key=len)]
