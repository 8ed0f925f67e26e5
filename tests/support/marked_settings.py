"""Settings of a site whose every text holds a mark (`tests.support.marked`): those of the rich
site, with a language of the same direction and the index of texts."""

from tests.support.rich_settings import *
from tests.support.sites import cache_of

I18N_LANGUAGES = ["fr", "en"]
SEARCH_FULL_TEXT = True
PAPERS_NAMED = str(SHARED / "marked-papers.txt")
PLACES_CACHE = PRESS_CACHE = cache_of("marked-cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
