"""Settings of a site whose every text holds a mark (`tests.support.marked`): one EPCI, two
languages, one commune's sheets."""

import os
from pathlib import Path

from pelicanconf import *

SHARED = Path(os.environ["SITE_SHARED"])
SITEURL = "https://aide.exemple.fr"
I18N_LANGUAGES = ["fr", "en"]
TERRITORIES_COVERED = ["243100633"]  # type: ignore[assignment]
PLUGINS = [*PLUGINS, "tests.support.few_papers"]
PRESS_REQUIRES = list(PLUGINS)
PAPERS_NAMED = str(SHARED / "marked-papers.txt")
PAPERS_PRINTED = ("papier/31/labege-",)
PLACES_CACHE = PRESS_CACHE = str(SHARED / "marked-cache")
CACHE_PATH = str(SHARED / "marked-cache" / "pelican")
