"""Settings of the demonstration, whose caches are those of the run of the tests."""

import runpy
from pathlib import Path

from tests.support.sites import cache_of

_DEMONSTRATION = Path(__file__).resolve().parents[2] / "examples" / "demonstration"
globals().update(runpy.run_path(str(_DEMONSTRATION / "settings.py")))
PLACES_CACHE = PRESS_CACHE = cache_of("demonstration-cache")
CACHE_PATH = f"{PLACES_CACHE}/pelican"
