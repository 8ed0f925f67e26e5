"""Settings of the site, as Pelican reads them: what this directory may change. The others are the
program's (`plugins/press/program_settings.py`); docs/settings.md lists them all."""

import sys
from pathlib import Path

# Pelican's command does not look for modules in the current folder.
if (ROOT := str(Path(__file__).resolve().parent)) not in sys.path:
    sys.path.insert(0, ROOT)

# Pelican skips a plugin that cannot be imported and publishes without it: fail here instead.
from plugins.press.program_settings import *
from plugins.press.program_settings import settings_here

globals().update(settings_here(__file__))

SITENAME = "Coup de main numérique"
SITEURL = ""
"""Public address, without final slash; empty while developing."""
FORGE_URL = ""
"""Address of the repository on GitHub, where «Corriger cette fiche» leads."""
FORGE_EDITOR = ""
"""Elsewhere: what stands before the path of a record in the address of its editor."""
PUBLISHER = {
    "nom": "",
    "adresse": "",
    "courriel": "",
    "telephone": "",
    "responsable": "",
    "hebergeur": "",
}
"""Who publishes the site, for the legal notice; what is empty is shown as still to be filled in."""
I18N_LANGUAGES = ["fr", "en", "ar", "uk", "pt", "tr"]
"""Languages of all pages that lead to a place, and of its own; records stay French. A large
directory keeps ["fr"]: each language makes all those pages once more."""
TERRITORIES_COVERED = None
"""Codes of what the directory covers; None: the départements that have records."""
OFFLINE = True
"""Whether the pages that a person has opened stay readable on their device without a network."""
STYLE_IN_PAGES = True
"""Whether the style of the first screen stands in the pages that readers come to first (27 kB more
on the host's disk): they are painted one round trip earlier. A directory of more than 10,000 places
turns it off."""
