"""Settings of the demonstration: invented workshops, apart from the directory of the repository.

`.venv/bin/pelican -s examples/demonstration/settings.py` builds it, in its folder `output/`.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from pelicanconf import *  # noqa: E402, F403

SITENAME = "Démonstration : rien n'est vrai ici"
"""At the top of every page."""
SITEURL = ""
BUILD_DATE = "2026-11-22"
"""The day for which the dates of the records were written."""
TERRITORIES_COVERED = ["243100633", "974"]
I18N_LANGUAGES = ["fr"]
PAPER_PDF = False
SEARCH_FULL_TEXT = False
OFFLINE = False
PLACES_DIR = str(HERE / "places")
OUTPUT_PATH = str(HERE / "output")
PLACES_CACHE = str(HERE / "output.cache")
PRESS_CACHE = str(HERE / "output.cache")
CACHE_PATH = str(HERE / "output.cache" / "pelican")
