"""Settings of two directories side by side: the Sicoval, and the Muretain, which names it."""

import os
from pathlib import Path

from pelicanconf import *
from tests.support.sites import cache_of

SHARED = Path(os.environ["SITE_SHARED"])
_NAME = os.environ["NEIGHBOUR"]
SITENAME = {"sicoval": "Aide du Sicoval", "muretain": "Aide du Muretain"}[_NAME]
SITEURL = f"https://{_NAME}.example"
I18N_LANGUAGES = ["fr"]
TERRITORIES_COVERED = {"sicoval": ["243100633"], "muretain": ["200068641"]}[_NAME]  # type: ignore[assignment]
OTHER_DIRECTORIES = ["https://sicoval.example"] if _NAME == "muretain" else []
OTHERS_DIR = str(SHARED / "autres-annuaires")
PLUGINS = [*PLUGINS, "tests.support.few_papers"]
PRESS_REQUIRES = list(PLUGINS)
PAPERS_NAMED = str(SHARED / f"{_NAME}-papers.txt")
PAPERS_PRINTED = {"sicoval": ("papier/31/labege-",), "muretain": ("papier/31/muret-",)}[_NAME]
PLACES_CACHE = PRESS_CACHE = cache_of(f"{_NAME}-cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
