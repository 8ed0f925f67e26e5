"""The script that finds communes: the gazetteer's rule of names, every name found, slips."""

import json
import random
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from plugins.cli.server import site_server
from plugins.gazetteer import Commune, Gazetteer
from plugins.search.commune_index import make_index
from plugins.search.commune_names import CommuneName, names_of
from plugins.search.outside_names import outside_files
from plugins.search.sounds import sound
from plugins.search.word_rules import fold_name
from tests.support.misheard import misheard

ROOT = Path(__file__).resolve().parents[2]
CASES = json.loads((ROOT / "tests" / "search" / "names.json").read_text("utf-8"))
# Among them a city in arrondissements, the most communes, Corsica, an island.
CODES = ["17", "31", "62", "69", "2A", "974"]
Evaluate = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load(CODES)


@pytest.fixture(scope="module")
def names(gazetteer: Gazetteer) -> list[CommuneName]:
    return names_of(gazetteer)


@pytest.fixture(scope="module")
def evaluate(
    browser: Browser, gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Evaluate]:
    """Run JavaScript with `lookup` (the module), `find` and `near` of the index at hand."""
    yield from evaluator(browser, gazetteer, tmp_path_factory.mktemp("index"))


def evaluator(browser: Browser, gazetteer: Gazetteer, site: Path) -> Iterator[Evaluate]:
    for script in ("lookup.js", "town.js"):
        shutil.copy(ROOT / "theme" / "static" / "js" / script, site)
    for name, text in make_index(gazetteer, None, "").files.items():
        (site / name).write_text(text, "utf-8")
    with site_server(site, port=0) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.server_port}/keys.txt")

        def run(body: str, argument: Any = None) -> Any:
            return page.evaluate(
                "async (given) => { const lookup = await import('/lookup.js');"
                "const town = () => import('/town.js');"
                "const { find, near } = await lookup.open('/', undefined, town);" + body + "}",
                argument,
            )

        yield run
        page.close()
        server.shutdown()


def find(evaluate: Evaluate, typed: str) -> dict[str, Any]:
    found = evaluate("return find(given)", typed)
    assert isinstance(found, dict)
    return found


def found_names(evaluate: Evaluate, typed: str) -> list[str]:
    return [place["name"] for place in find(evaluate, typed)["places"]]


def test_both_rules_of_names_agree_on_the_shared_cases(evaluate):
    assert evaluate("return given.map(lookup.fold)", [typed for typed, _ in CASES]) == [
        folded for _, folded in CASES
    ]


def test_both_rules_of_names_agree_all_over_france(evaluate):
    everything = [name.nom for name in names_of(Gazetteer.load(["*"]))][::4]
    everything += [name.upper() for name in everything[::12]]
    assert evaluate("return given.map(lookup.fold)", everything) == [
        fold_name(nom) for nom in everything
    ]


def test_both_rules_of_sounds_agree_all_over_france(evaluate):
    everything = [name.folded for name in names_of(Gazetteer.load(["*"]))][::4]
    assert evaluate("const { sound } = await town(); return given.map(sound)", everything) == list(
        map(sound, everything)
    )


def test_every_name_is_found_first_and_leads_to_its_commune(evaluate, names):
    found = evaluate(
        "const all = []; for (const typed of given) {"
        " const { places } = await find(typed);"
        " all.push(places.map((place) => [place.name, '/' + place.path])); } return all",
        [name.nom for name in names],
    )
    for name, places in zip(names, found, strict=True):
        same = [place for place in places if fold_name(place[0]) == name.folded]
        assert [name.nom, name.commune.url] in same
        assert places[: len(same)] == same


def test_a_unique_name_or_postcode_is_a_clear_answer(evaluate):
    for typed in (
        "Labège",
        "labege",
        "LABÈGE",
        "31670",
        " 31 670 ",
        "31670 Labège",
        "union",
    ):
        assert find(evaluate, typed)["one"], typed
    for typed in ("saint", "31450", "31", "toulose", "xyzxyz", "s", " ", "ramonv", "st orens"):
        assert not find(evaluate, typed)["one"], typed


def test_a_postcode_of_several_communes_gives_them_all(evaluate, gazetteer):
    expected = {commune.nom for commune in gazetteer.by_postcode("31450")}
    assert len(expected) > 10
    assert set(found_names(evaluate, "31450")) == expected
    assert found_names(evaluate, "31450 Deyme") == ["Deyme"]


@pytest.mark.parametrize("typed", ["ramonvile", "romonville", "ramnoville", "armonville"])
def test_a_slip_is_forgiven_but_never_taken_for_clear(evaluate, typed):
    found = find(evaluate, typed)
    assert found["places"][0]["name"] == "Ramonville-Saint-Agne"
    assert found["near"]
    assert not found["one"]


@pytest.mark.parametrize(
    ("typed", "nom"),
    [
        ("st orens", "Saint-Orens-de-Gameville"),
        ("ste foy d'aigref", "Sainte-Foy-d'Aigrefeuille"),
        ("castelnau estretefonds", "Castelnau-d'Estrétefonds"),
        ("st agne", "Ramonville-Saint-Agne"),
        ("rochelle", "La Rochelle"),
        ("larochelle", "La Rochelle"),
        ("saintorens", "Saint-Orens-de-Gameville"),
        ("tuolouse", "Toulouse"),
        ("ttoulouse", "Toulouse"),
        ("lyon 3", "Lyon 3e Arrondissement"),
        ("Marennes", "Marennes"),
        ("ajacio", "Ajaccio"),
        ("zoulouse", "Toulouse"),
        ("oulouse", "Toulouse"),
        ("tiulouse", "Toulouse"),
        ("saintlys", "Saint-Lys"),
        ("stlys", "Saint-Lys"),
        ("portetsurgaronne", "Portet-sur-Garonne"),
        ("lunion", "L'Union"),
        ("Toulouse (31)", "Toulouse"),
        ("31 Toulouse", "Toulouse"),
        ("Toulouse Haute-Garonne", "Toulouse"),
        ("31059 Toulouse cedex 9", "Toulouse"),
        ("TOULOUSE CEDEX", "Toulouse"),
        ("17021 La Rochelle Cedex 1", "La Rochelle"),
        ("31404", "Oô"),
        ("La Cotinière", "La Cotinière"),
        ("ronce les bains", "Ronce-les-Bains"),
        ("la pallice", "La Pallice"),
        ("ile de re", "Île de Ré"),
        ("haute garonne", "Haute-Garonne"),
        ("31", "Haute-Garonne"),
        ("département de la Haute-Garonne", "Haute-Garonne"),
        ("sicoval", "Communauté d'agglomération du Sicoval"),
        ("le muretain", "Communauté d'agglomération Le Muretain Agglo"),
        ("communauté de communes du volvestre", "Communauté de communes du Volvestre"),
        ("cc tarn agout", "Communauté de communes Tarn-Agout"),
        ("toulouse métropole", "Toulouse Métropole"),
        ("labège (31)", "Labège"),
        ("labège centre", "Labège"),
        ("rue de metz toulouse", "Toulouse"),
        ("12 avenue de la gare rochefort", "Rochefort"),
        ("labaige", "Labège"),
        ("toulousse", "Toulouse"),
        ("sintes", "Saintes"),
        ("rochfore", "Rochefort"),
        ("blaniac", "Blagnac"),
        ("ocanville", "Aucamville"),
    ],
)
def test_what_people_type(evaluate, typed, nom):
    assert found_names(evaluate, typed)[0] == nom


def test_a_former_commune_says_its_present_name(evaluate):
    place = find(evaluate, "chardes")["places"][0]
    assert (place["name"], place["present"]) == ("Chardes", "Montendre")
    assert place["since"] == "1973"
    assert place["path"] == "territoires/17/montendre/"


def test_a_territory_leads_to_its_page_and_never_hides_a_commune(evaluate):
    assert find(evaluate, "sicoval")["one"]["path"] == "territoires/epci/243100633/"
    assert find(evaluate, "haute-garonne")["one"]["path"] == "territoires/31/"
    assert find(evaluate, "la rochelle")["one"]["path"] == "territoires/17/la-rochelle/"
    assert find(evaluate, "rochefort")["places"][0]["path"] == "territoires/17/rochefort/"


def test_short_words_forgive_nothing(evaluate):
    assert not find(evaluate, "xli")["places"]


def test_the_larger_commune_comes_first(evaluate):
    assert found_names(evaluate, "saint")[0] == "Saint-Denis"
    assert find(evaluate, "62")["cut"]


@pytest.mark.parametrize(
    ("typed", "target", "count"),
    [
        ("labege", "labege", [0, 0]),
        ("labge", "labege", [1, 1]),
        ("lbaege", "labege", [1, 1]),
        ("lab", "labege", [0, 3]),
    ],
)
def test_slips_are_counted_against_the_nearest_beginning_and_against_all(
    evaluate, typed, target, count
):
    assert evaluate("return lookup.slips(...given)", [typed, target]) == count


def test_a_name_that_is_being_typed_is_not_an_abbreviation(evaluate):
    assert "Saint-Sulpice-sur-Lèze" in found_names(evaluate, "saint-s")
    assert find(evaluate, "s")["places"]


def test_the_nearest_communes_of_a_point(evaluate, gazetteer):
    nearest = gazetteer.nearest(43.53, 1.51)
    assert nearest is not None
    found = evaluate("return near(...given)", [43.53, 1.51])
    assert found[0]["name"] == nearest.nom
    assert len(found) == 3
    assert evaluate("return near(...given)", [48.85, 2.35]) == []


def test_a_name_is_never_jumped_to_for_its_beginning(evaluate):
    found = find(evaluate, "Gourvil")  # no Charente here: Gourville is no commune of this index
    assert [place["name"] for place in found["places"]] == ["Gourvillette"]
    assert not found["one"]
    assert not found["exact"]


def test_a_code_that_is_no_postcode_is_an_insee_code_or_near_that_of_a_city(evaluate):
    found = find(evaluate, "31059")
    assert [place["name"] for place in found["places"]] == ["Belbèze-en-Comminges", "Toulouse"]
    assert found["exact"]
    assert not found["one"]
    assert find(evaluate, "2A004")["places"][0]["name"] == "Ajaccio"
    assert not find(evaluate, "13001")["places"]
    assert not find(evaluate, "13001")["exact"]


@pytest.fixture(scope="module")
def covered() -> Gazetteer:
    return Gazetteer.load(["16", "17", "31"])


WAYS: dict[str, Callable[[Any], str]] = {
    "its name": lambda c: c.nom,
    "with its département behind": lambda c: f"{c.nom} ({c.departement})",
    "with its département before": lambda c: f"{c.departement} {c.nom}",
    "with its postcode": lambda c: f"{c.postcodes[0]} {c.nom}",
    "as on a letter": lambda c: f"{c.departement}059 {c.nom.upper()} CEDEX 9",
    "cedex alone": lambda c: f"{c.nom} cedex",
    "joined": lambda c: fold_name(c.nom).replace(" ", ""),
    "without accents": lambda c: fold_name(c.nom),
    "with the other apostrophe": lambda c: c.nom.replace("'", "’"),
    "without apostrophe": lambda c: c.nom.replace("'", ""),
}
SLIPS: dict[str, Callable[[str], str]] = {
    "another first letter": lambda nom: "z" + nom[1:],
    "no first letter": lambda nom: nom[1:],
    "no second letter": lambda nom: nom[0] + nom[2:],
    "two letters exchanged": lambda nom: nom[1] + nom[0] + nom[2:],
    "another letter inside": lambda nom: f"{nom[: len(nom) // 2]}x{nom[len(nom) // 2 + 1 :]}",
    "a letter twice": lambda nom: nom[:3] + nom[2] + nom[3:],
}


@pytest.fixture(scope="module")
def covered_index(
    browser: Browser, covered: Gazetteer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Evaluate]:
    """As `evaluate`, for what this directory covers."""
    yield from evaluator(browser, covered, tmp_path_factory.mktemp("covered"))


def one_in(number: int, communes: Iterable[Commune], turn: int) -> list[Commune]:
    """So that all ways together try each commune, and each way one commune in `number`."""
    return list(communes)[turn % number :: number]


@pytest.mark.parametrize("way", WAYS)
def test_every_commune_is_found_each_way_and_no_other_is_jumped_to(covered_index, covered, way):
    communes = one_in(3, covered.communes.values(), list(WAYS).index(way))
    found = found_by(covered_index, [WAYS[way](commune) for commune in communes])
    for commune, (places, one, _) in zip(communes, found, strict=True):
        assert commune.url in places[:7], commune.nom
        assert one in (None, commune.url), commune.nom


@pytest.mark.parametrize(
    "typed",
    ["Sainte-Marie", "Saint-Martin", "Saint-Amant", "chateau", "Aigrefeuille", "Saint-Laurent"],
)
def test_a_name_that_begins_another_is_not_jumped_to(covered_index, typed):
    found = find(covered_index, typed)
    assert len({place["path"] for place in found["places"]}) > 1
    assert not found["one"]


def test_a_postcode_as_abroad_is_a_postcode(covered_index):
    assert find(covered_index, "F-31000")["one"]["name"] == "Toulouse"


@pytest.mark.parametrize("slip", SLIPS)
def test_every_commune_of_six_letters_is_found_in_spite_of_a_slip(covered_index, covered, slip):
    long = [one for one in covered.communes.values() if len(one.nom) > 5]
    communes = one_in(6, long, list(SLIPS).index(slip))
    typed = [SLIPS[slip](commune.nom) for commune in communes]
    found = found_by(covered_index, typed)
    cities = outside_files(covered)["cities.txt"].split("\n")
    for commune, slipped, (places, _, near) in zip(communes, typed, found, strict=True):
        # Not near: what the slip made is another name, or the beginning of others («Aujac»).
        is_other = (places and not near) or fold_name(slipped) in cities  # «Cenon»
        assert commune.url in places[:7] or is_other, commune.nom


def found_by(evaluate: Evaluate, typed: list[str]) -> list[tuple[list[str], str | None, bool]]:
    """For each, the addresses found, that of the one clearly meant, whether they are only alike."""
    found = evaluate(
        "const all = []; for (const typed of given) {"
        " const { places, one, near } = await find(typed);"
        " all.push([places.map(({ path }) => `/${path}`), one && `/${one.path}`, Boolean(near)]);"
        "} return all",
        typed,
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("typed", ["paris", "Bordeaux", "nantes"])
def test_a_city_of_elsewhere_is_no_slip(covered_index, typed):
    assert not find(covered_index, typed)["places"]


def test_names_written_by_ear_are_found_first(covered_index, covered):
    """Three ways for 100 communes of six letters or more; without town.js fewer than half."""
    names = sorted({one.nom for one in covered.communes.values() if len(one.nom) > 5})
    typed = misheard(random.Random(11).sample(names, 100), 3, seed=11)
    found = found_by(covered_index, [written for written, _ in typed])
    urls = {one.url: one.nom for one in covered.communes.values()}
    first = [
        (written, nom, urls.get(places[0]) if places else None)
        for (written, nom), (places, _, _) in zip(typed, found, strict=True)
    ]
    missed = [one for one in first if one[1] != one[2]]
    assert len(missed) <= 0.1 * len(first), missed
