"""Settings of the site that tests look at: those of the repository, and fewer sheets of paper."""

import os
from pathlib import Path

from pelicanconf import *
from tests.support.few_papers import beginnings
from tests.support.sites import cache_of

SHARED = Path(os.environ["SITE_SHARED"])
PLUGINS = [*PLUGINS, "tests.support.few_papers"]
PRESS_REQUIRES = list(PLUGINS)
PAPERS_NAMED = str(SHARED / "papers.txt")
PAPERS_PRINTED = beginnings()
PLACES_CACHE = PRESS_CACHE = cache_of("cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
