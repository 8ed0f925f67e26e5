"""What the program sets for every directory: its pipeline, its folders, what it wants of Pelican.

A settings file begins with

    from plugins.press.program_settings import *

    globals().update(settings_here(__file__))

and says below what is its own. Nothing here is for a territory to change.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.common.program import PROGRAM

# --- The pipeline: each plugin imports only those above it ---------------------------------------
# No PLUGIN_PATHS: with it Pelican takes the folder of records, `places`, for the plugin.
PLUGINS = [
    "plugins.press",
    "plugins.gazetteer",
    "plugins.places",
    "plugins.agenda",
    "plugins.territories",
    "plugins.maps",
    "plugins.needs",
    "plugins.easy",
    "plugins.paper",
    "plugins.embed",
    "plugins.search",
    "plugins.components",
    "plugins.quality",
    "plugins.commitments",
    "plugins.opendata",
    "plugins.hosting",
]
PRESS_REQUIRES = list(PLUGINS)

# --- Pelican -------------------------------------------------------------------------------------
DEFAULT_LANG = "fr"
TIMEZONE = "Europe/Paris"
LOCALE = ["C"]  # nothing that is printed depends on the machine's locale
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
ARTICLE_PATHS: list[str] = []  # pages alone
DIRECT_TEMPLATES = ["index", "404"]
SLUGIFY_SOURCE = "basename"
FORMATTED_FIELDS: list[str] = []
# A page may link to another page; it may not fetch a file ({static}, {attach}) from the disk.
INTRASITE_LINK_REGEX = r"\{(?P<what>filename|index)\}"
STATIC_PATHS: list[str] = []  # static files go through the press
THEME_STATIC_PATHS: list[str] = []
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
DEFAULT_PAGINATION = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False

# --- The background of the maps ------------------------------------------------------------------
MAPS_TILES = {
    "url": (
        "https://data.geopf.fr/wmts?SERVICE=WMTS&VERSION=1.0.0&REQUEST=GetTile&STYLE=normal"
        "&TILEMATRIXSET=PM_0_19&FORMAT=image/png&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"
        "&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}"
    ),
    "attribution": "Plan IGN, Géoplateforme",
    "min_zoom": 2,
    "max_zoom": 19,
}


def settings_here(file: str) -> dict[str, Any]:
    """What depends on where the settings `file` lies, and on the day: the folders, `BUILD_DATE`."""
    folder = Path(file).resolve().parent
    theme, own_theme, cache = PROGRAM / "theme", folder / "theme", folder / ".cache"
    is_own = own_theme.is_dir() and own_theme != theme
    return {
        "PATH": str(folder / "content"),
        "THEME": str(theme),
        "OWN_THEME": str(own_theme) if is_own else "",
        "OUTPUT_PATH": str(folder / "output"),
        "PLACES_DIR": str(folder / "places"),
        "OTHERS_DIR": str(folder / "autres-annuaires"),
        "PLACES_CACHE": str(cache),
        "PRESS_CACHE": str(cache),
        "CACHE_PATH": str(cache / "pelican"),
        "BUILD_DATE": _today(),
    }


def _today() -> str:
    """SOURCE_DATE_EPOCH when it is set (reproducible builds), today in Paris otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo("Europe/Paris")).date().isoformat()
