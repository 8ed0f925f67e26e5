"""Settings of the site that is photographed for the documents: French, without its sheets."""

import os

from pelicanconf import *

I18N_LANGUAGES = ["fr"]
PAPER_PDF = False
PLACES_CACHE = PRESS_CACHE = os.environ["SITE_SHARED"] + "/cache"
CACHE_PATH = f"{PLACES_CACHE}/pelican"
