"""The script that folium renders: the same bytes, ours alone, nothing inline."""

import re
from pathlib import Path

import folium
import pytest

from plugins.maps.backgrounds import Background, Tiles, VectorTiles, read_background
from plugins.maps.map import DirectoryMap
from plugins.maps.map_kinds import KINDS, script_path, scripts

TILES = Tiles("https://tuiles.exemple.fr/{z}/{x}/{y}.png", "© Exemple", 0, 18)
VECTOR = VectorTiles(Path("/x/fond.pmtiles"), "cartes/fonds/fond.1.pmtiles", "IGN", ("lieux",), 10)
CALLS = ["background", "outlines", "area", "round", "points"]
TERRITORY, COUNTRY = KINDS


@pytest.mark.parametrize("background", [TILES, VECTOR, None])
@pytest.mark.parametrize("kind", KINDS)
def test_the_runtime_is_told_everything_once_and_in_order(kind, background: Background):
    script = DirectoryMap(kind, background).script()
    assert re.findall(r"runtime\.(\w+)\(map, ", script) == CALLS
    assert script == DirectoryMap(kind, background).script()
    assert script.startswith("window.annuaireMap = function (element, runtime) {")


def test_no_host_but_that_of_the_tiles_is_named():
    script = DirectoryMap(COUNTRY, TILES).script()
    assert set(re.findall(r"https?://[^/\"]+", script)) == {"https://tuiles.exemple.fr"}
    assert "http" not in DirectoryMap(COUNTRY, VECTOR).script()


def test_it_is_folium_that_says_the_options():
    found = DirectoryMap(TERRITORY, TILES)
    assert isinstance(found, folium.Map)
    script = found.script()
    assert '"zoomControl": false' in script
    assert '"maxNativeZoom": 18' in script


def test_our_files_do_not_leak_into_folium_s_own_lists():
    before = list(folium.Map.default_js)
    DirectoryMap(TERRITORY, TILES).script()
    assert folium.Map.default_js == before
    assert DirectoryMap.default_js == []


def test_what_a_setting_says_cannot_become_markup():
    evil = TILES._replace(attribution="</script><img src=x onerror=alert(1)>")
    script = DirectoryMap(TERRITORY, evil).script()
    assert "<img" not in script
    assert "</script" not in script
    assert "lt;img" in script


def test_the_country_asks_for_details_under_the_path_of_the_site():
    script = DirectoryMap(COUNTRY, TILES, "/aide").script()
    assert '"/aide/cartes/points/{departement}.json"' in script
    assert "details" not in DirectoryMap(TERRITORY, TILES, "/aide").script()


def test_the_library_of_vector_tiles_is_loaded_only_where_it_serves():
    assert scripts(TILES) == scripts(None)
    assert [name for name in scripts(VECTOR) if name not in scripts(TILES)] == [
        "vendor/protomaps-leaflet/protomaps-leaflet.js"
    ]
    assert "/aide/cartes/fonds/fond.1.pmtiles" in DirectoryMap(TERRITORY, VECTOR, "/aide").script()


def test_the_address_of_a_script_says_all_that_it_is_made_of():
    first = script_path(TERRITORY, TILES, "", "code")
    assert first == script_path(TERRITORY, TILES, "", "code")
    others = [
        script_path(COUNTRY, TILES, "", "code"),
        script_path(TERRITORY, TILES._replace(max_zoom=17), "", "code"),
        script_path(TERRITORY, VECTOR, "", "code"),
        script_path(TERRITORY, None, "", "code"),
        script_path(TERRITORY, TILES, "/aide", "code"),
        script_path(TERRITORY, TILES, "", "other code"),
    ]
    assert len({first, *others}) == 7
    moved = VECTOR._replace(path=Path("/elsewhere/fond.pmtiles"))
    assert script_path(TERRITORY, VECTOR, "", "c") == script_path(TERRITORY, moved, "", "c")


def test_a_basemap_has_its_own_drawing_and_an_administrative_one_ours():
    base = VECTOR._replace(layers=("earth", "roads", "water"))
    assert "flavor" in DirectoryMap(TERRITORY, base).script()
    file = Path(__file__).resolve().parents[1] / "fixtures" / "fond.pmtiles"
    ours = DirectoryMap(TERRITORY, read_background({}, str(file), "cartes/fonds")).script()
    assert "flavor" not in ours
    for layer in ("regions", "departements", "communes_31_17", "lieux"):
        assert f'dataLayer: "{layer}"' in ours
