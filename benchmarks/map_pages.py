"""The same invented places on two pages: our map, and what folium makes of them by itself.

Places stand around real communes drawn by their population, always the same; none of them exists.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

import folium
from folium.plugins import MarkerCluster

from plugins.contracts.collected import all_globals
from plugins.gazetteer import Gazetteer
from plugins.maps.backgrounds import Tiles
from plugins.maps.contract import MapGlobals, MapShellContext
from plugins.maps.files import MapFiles, script_page_set
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.map_kinds import KINDS, STYLES, script_path, scripts
from plugins.maps.map_urls import Maps
from plugins.maps.map_words import words_page_set
from plugins.maps.page import first_view
from plugins.maps.picture.picture import Pictures
from plugins.press import Press
from plugins.press.site import Site
from plugins.records.entry import Places, entry_of
from plugins.records.model.place import Place

ROOT = Path(__file__).resolve().parents[1]
TILES = Tiles("https://tuiles.exemple.fr/{z}/{x}/{y}.png", "Exemple", 0, 19)
_SERVICES = ("Aide aux démarches administratives", "Maîtrise des outils numériques du quotidien")
_PAGE = """{% extends "base.html" %}
{% from "components/map.html" import map_block %}
{% set title, description, url = "Mesure", "Mesure", "" %}
{% block main %}
<h1>Mesure</h1>
{{ map_block("Sur la carte", kind=kind, codes=codes, bounds=bounds) }}
<script type="module" src="{{ asset("js/live.js") }}"></script>
{% endblock %}"""

STOCK = {
    "https://cdn.jsdelivr.net/npm/leaflet@1.9.3/": "leaflet",
    "https://cdn.jsdelivr.net/npm/bootstrap@5.2.2/": "bootstrap",
    "https://cdn.jsdelivr.net/npm/@fortawesome/fontawesome-free@6.2.0/": (
        "@fortawesome/fontawesome-free"
    ),
    "https://code.jquery.com/jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "https://cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/": (
        "leaflet.awesome-markers/dist"
    ),
    "https://cdnjs.cloudflare.com/ajax/libs/leaflet.markercluster/1.1.0/": (
        "leaflet.markercluster/dist"
    ),
}
"""What folium's page asks other hosts for, and where it is in `node_modules`. Two small sheets have
no package (bootstrap-glyphicons, awesome.rotate) and are not counted."""


def make_places(gazetteer: Gazetteer, count: int) -> Places:
    """`count` places around the communes of `gazetteer`."""
    chance = random.Random(f"maps {count}")
    communes = [one for one in gazetteer.communes.values() if one.latitude and one.longitude]
    drawn = chance.choices(communes, [one.population or 1 for one in communes], k=count)
    found: dict[str, Place] = {}
    for rank, commune in enumerate(drawn):
        latitude = (commune.latitude or 0) + chance.uniform(-0.02, 0.02)
        longitude = (commune.longitude or 0) + chance.uniform(-0.02, 0.02)
        id_ = f"{commune.departement}/espace-numerique-{commune.slug}-{rank}"
        found[id_] = Place.from_tree(
            {
                "nom": f"Espace numérique {commune.nom} {rank}",
                "commune": commune.nom,
                "code_insee": commune.code,
                "code_postal": (commune.postcodes or ("31000",))[0],
                "latitude": f"{latitude:.5f}",
                "longitude": f"{longitude:.5f}",
                "services": chance.sample(_SERVICES, chance.randint(1, 2)),
            },
            id_,
        )
    entries = [
        entry_of(place, blake2b(id_.encode(), digest_size=16).digest())
        for id_, place in sorted(found.items())
    ]
    return Places(entries, lambda entry: found[entry.id])


def our_page(output: Path, places: Places, gazetteer: Gazetteer) -> None:
    """A page of the site with our map, and all that the map loads."""
    site = Site("Mesure", "", "", datetime.date(2026, 11, 16), {}, offline=False)
    press = Press(
        output=output,
        templates=[ROOT / "theme" / "templates"],
        static=ROOT / "theme" / "static",
        site=site,
        program="",
        build_key="",
        workers=1,
        swap_above=500,
        gives=all_globals(),
    )
    paths = {script_path(kind, TILES, "", ""): kind for kind in KINDS}
    named = {kind.name: (scripts(TILES), STYLES, path) for path, kind in paths.items()}
    files = MapFiles(places, gazetteer, "", "")
    maps = Maps("", press.asset, named, files.departements)
    press.provide(MapGlobals(maps, Pictures(gazetteer, Outlines.load())))
    press.policies.allow_images(TILES.url)
    codes = sorted(places.by_departement)
    page = press.environment.from_string(_PAGE).render(
        kind="territoire" if len(codes) == 1 else "france",
        codes=codes,
        bounds=first_view([gazetteer.all_departements[code] for code in codes]),
    )
    press.put("index.html", page)
    press.add(files.points())
    press.add(files.shapes(Outlines.load()))
    press.add(script_page_set(paths, TILES, ""))
    shell = press.renderer(MapShellContext)(MapShellContext())
    press.add(words_page_set(lambda _: shell, ["fr"], ""))
    press.finish()


def stock_page(output: Path, places: Places, packages: Path) -> None:
    """What folium makes by itself of the same places, its files of other hosts beside it."""
    model = folium.Map(tiles=TILES.url, attr=TILES.attribution, location=(46.6, 2.4), zoom_start=5)
    cluster = MarkerCluster()  # type: ignore[no-untyped-call]
    cluster.add_to(model)
    for entry in places.entries:
        popup = f'<a href="{entry.url}">{entry.nom}</a>'
        point = (entry.latitude or 0, entry.longitude or 0)
        folium.Marker(point, popup, entry.nom).add_to(cluster)
    html = model.get_root().render()
    output.mkdir()
    (output / "index.html").write_text(_brought_here(html, output, packages, STOCK), "utf-8")


def _brought_here(html: str, output: Path, packages: Path, stock: Mapping[str, str]) -> str:
    for rank, (address, name) in enumerate(stock.items()):
        source = packages / name
        target = output / f"{rank}"
        if source.is_dir():
            shutil.copytree(source, target)
            html = html.replace(address, f"/{rank}/")
        else:
            shutil.copy(source, target.with_suffix(".js"))
            html = html.replace(address, f"/{rank}.js")
    return re.sub(r'<link [^>]*href="https:[^>]*>', "", html)
