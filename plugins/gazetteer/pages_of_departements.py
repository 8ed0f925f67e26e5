"""Which département a file of the site belongs to, when départements are made apart.

Told by its path, so that no plugin has to say it: «en/lieux/31/x/index.html» and
«cartes/points/31.json» belong to 31, «territoires/epci/243100633/index.html» to the first covered
département of that EPCI. What is of a région or of the nation belongs to none. A path that deceives
costs nothing but a page made elsewhere: who joins makes what no part has.
"""

from __future__ import annotations

import re

from plugins.gazetteer.gazetteer import Gazetteer

_WHOLE = {"recherche", "region", "regions", "sitemaps"}
"""Folders of what is made from all départements, whatever its name is; under «region», codes are
those of régions."""
_STEM = re.compile(r"[^.-]+")


class PagesOfDepartements:
    """Knows the codes of the départements and the EPCI that `gazetteer` covers."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._departements = {code: code for code in gazetteer.departements}
        for siren, epci in gazetteer.epcis.items():
            covered = (code for code in epci.departements if code in gazetteer.departements)
            self._departements[siren] = next(covered, "")

    def departement_of(self, path: str) -> str:
        """The code of the département of the file at `path`; "" when it has none."""
        for name in path.split("/"):
            if name in _WHOLE:
                return ""
            stem = _STEM.match(name)
            found = self._departements.get(stem[0]) if stem else None
            if found:
                return found
        return ""
