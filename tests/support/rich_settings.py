"""Settings of a site at a public address: the Sicoval, in two languages, one commune's sheets."""

import os
from pathlib import Path

from pelicanconf import *
from tests.support.sites import cache_of

SHARED = Path(os.environ["SITE_SHARED"])
SITEURL = "https://aide.exemple.fr"
I18N_LANGUAGES = ["fr", "ar"]
SEARCH_FULL_TEXT = False
TERRITORIES_COVERED = ["243100633"]  # type: ignore[assignment]
PLUGINS = [*PLUGINS, "tests.support.few_papers"]
PRESS_REQUIRES = list(PLUGINS)
PAPERS_NAMED = str(SHARED / "rich-papers.txt")
PAPERS_PRINTED = ("papier/31/labege-",)
PLACES_CACHE = PRESS_CACHE = cache_of("rich-cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
