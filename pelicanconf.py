"""Settings of the site, as Pelican reads them. `publishconf.py` adds what only publishing needs."""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

# Pelican skips a plugin that cannot be imported and publishes without it: fail here instead.
import plugins.press  # noqa: E402, F401

# --- What a territory may change -----------------------------------------------------------------
SITENAME = "Coup de main numérique"
SITEURL = ""
"""Public address, without final slash; empty while developing."""
FORGE_URL = ""
"""Address of the repository on GitHub, where «Corriger cette fiche» leads."""
FORGE_EDITOR = ""
"""Elsewhere: what stands before the path of a record in the address of its editor."""
PUBLISHER = {
    "nom": "",
    "adresse": "",
    "courriel": "",
    "telephone": "",
    "responsable": "",
    "hebergeur": "",
}
"""Who publishes the site, for the legal notice; what is empty is shown as still to be filled in."""
I18N_LANGUAGES = ["fr", "en", "ar", "uk", "pt", "tr"]
"""Languages of all pages that lead to a place, and of its own; records stay French. A large
directory keeps ["fr"]: each language makes all those pages once more."""
TERRITORIES_COVERED = None
"""Codes of what the directory covers; None: the départements that have records."""
OFFLINE = True
"""Whether the pages that a person has opened stay readable on their device without a network."""
STYLE_IN_PAGES = True
"""Whether the style of the first screen stands in the pages that readers come to first (27 kB more
on the host's disk): they are painted one round trip earlier. A directory of more than 10,000 places
turns it off."""
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
"""Background of the maps: address of its tiles (`{z}`, `{x}`, `{y}`), whose work it is, its zooms.
Asked for only once a reader has opened a map; pages allow images from that host alone."""
MAPS_PMTILES = ""
"""Path of a .pmtiles file (vector tiles) that the site publishes and shows instead of MAPS_TILES;
then no other host is asked for anything. The host of the site must answer `Range` requests."""

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
    "plugins.opendata",
    "plugins.hosting",
]
PRESS_REQUIRES = list(PLUGINS)

# --- Folders -------------------------------------------------------------------------------------
PATH = str(ROOT / "content")
THEME = str(ROOT / "theme")
OUTPUT_PATH = str(ROOT / "output")
PLACES_DIR = str(ROOT / "places")
PLACES_CACHE = str(ROOT / ".cache")
PRESS_CACHE = str(ROOT / ".cache")
CACHE_PATH = str(ROOT / ".cache" / "pelican")


# --- The day for which the site is built ---------------------------------------------------------
def _today() -> str:
    """SOURCE_DATE_EPOCH when it is set (reproducible builds), today in Paris otherwise."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.astimezone(ZoneInfo("Europe/Paris")).date().isoformat()


BUILD_DATE = _today()

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
