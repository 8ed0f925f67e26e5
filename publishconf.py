"""Settings of the published site: `pelican -s publishconf.py`, or `SITE_URL=… annuaire build`."""

import os
import sys
from pathlib import Path

# Pelican's command does not look for modules in the current folder.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

SITEURL = os.environ.get("SITE_URL", "")
if not SITEURL.startswith("https://"):
    print("SITE_URL manque : écrivez l'adresse publique, par exemple https://aide.exemple.fr")
    raise SystemExit(1)
