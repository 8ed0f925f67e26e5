"""Places that exist only in tests, and the sheets that show them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.paper.sheets import Sheet, Sheets
from plugins.press.site import Site
from plugins.records.model.place import Place
from plugins.territories.neighbourhood import Neighbourhood
from tests.support import places, theme

LABEGE, TOULOUSE, CASTANET, MURET, SICOVAL = "31254", "31555", "31113", "31395", "243100633"
GAZETTEER = places.gazetteer()
SITE = replace(theme.SITE, date=date(2026, 11, 16))
HOSTILE = [
    "#panic()", "*gras* _italique_", "\\ @ref <label>", "$x$ `code`", "= Titre", "// rien",
    '" + read("/etc/passwd")', "[crochets] {accolades}", "~ -- --- ...", "https://exemple.fr",
]  # fmt: skip
"""What a printer could take for orders."""


def place(slug: str, code: str = LABEGE, *, north: float = 0.0, **fields: Any) -> Place:
    """A place of a commune, `north` degrees from its centre."""
    commune = GAZETTEER.communes[code]
    assert commune.latitude
    named = {"nom": slug.capitalize() if len(slug) > 1 else f"Lieu {slug}", **fields}
    latitude, longitude = f"{commune.latitude + north:.5f}", f"{commune.longitude:.5f}"
    return places.in_commune(f"31/{slug}", code, latitude, longitude, **named)


def neighbourhood_of(found: Sequence[Place]) -> Neighbourhood:
    """Of places of the Haute-Garonne."""
    return Neighbourhood(GAZETTEER, places.directory(found).entries)


def data_of(
    template: str, territory: str, found: Sequence[Place], site: Site = SITE
) -> dict[str, Any]:
    """What the sheet of a commune or an EPCI shows."""
    return json.loads(text_of(template, territory, found, site))  # type: ignore[no-any-return]


def text_of(template: str, territory: str, found: Sequence[Place], site: Site = SITE) -> str:
    sheets = Sheets(GAZETTEER, neighbourhood_of(found), places.directory(found), site)
    shown = GAZETTEER.epcis.get(territory) or GAZETTEER.communes[territory]
    return sheets.data(Sheet(template, shown))
