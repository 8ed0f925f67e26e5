"""The files of the maps in the repository's own site."""

import json
import re
from itertools import accumulate
from pathlib import Path


def read(site: Path, name: str):
    return json.loads((site / "cartes" / name).read_text("utf-8"))


def test_every_place_on_a_map_has_a_page_and_a_card(built_site: Path):
    for code in ("17", "31"):
        file = read(built_site, f"points/{code}.json")
        assert len(file["id"]) > 100
        assert file["id"] == list(read(built_site, f"fiches/{code}.json"))
        assert all((built_site / "lieux" / code / slug / "index.html").is_file()
                   for slug in file["id"])  # fmt: skip


def test_the_country_is_the_sum_of_the_departements(built_site: Path):
    country = read(built_site, "points/france.json")
    for code, _, count in country["departements"]:
        assert len(read(built_site, f"points/{code}.json")["id"]) == count
    assert len(country["lat"]) == len(country["has"]) == sum(c[2] for c in country["departements"])
    latitudes = [step * country["unit"] for step in accumulate(country["lat"])]
    assert all(-25 < latitude < 52 for latitude in latitudes)


def test_pages_name_only_files_of_the_maps_that_exist(built_site: Path):
    for page in ("cartes", "territoires/31/labege", "territoires/31", "territoires/epci/243100633"):
        text = (built_site / page / "index.html").read_text("utf-8")
        named = re.findall(r'data-(?:scripts|styles|runtime|points|outlines)="([^"]+)"', text)
        addresses = " ".join(named).split()
        assert len(addresses) > 6, page
        assert not [one for one in addresses if not (built_site / one[1:]).is_file()], page


def test_pages_may_show_tiles_of_the_host_that_the_settings_name_and_of_no_other(built_site: Path):
    text = (built_site / "cartes" / "index.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert re.findall(r"https?://[^ ;]+", policy[1]) == ["https://data.geopf.fr"]
    assert "connect-src 'self';" in policy[1]
