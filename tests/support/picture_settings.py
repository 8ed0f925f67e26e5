"""Settings of the site that is photographed for the documents: French, without its sheets."""

from pelicanconf import *
from tests.support.sites import cache_of

I18N_LANGUAGES = ["fr"]
PAPER_PDF = False
PLACES_CACHE = PRESS_CACHE = cache_of("cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
