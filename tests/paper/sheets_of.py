"""Places that exist only in tests, and the sheets that show them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.hours import Calendar
from plugins.paper.sheets import Sheet, Sheets
from plugins.press.site import Site
from plugins.records.entry import Places, entry_of
from plugins.records.model.place import Place
from plugins.territories.neighbourhood import Neighbourhood
from tests.theme import examples

LABEGE, TOULOUSE, CASTANET, MURET, SICOVAL = "31254", "31555", "31113", "31395", "243100633"
GAZETTEER = Gazetteer.load(["31"])
SITE = replace(examples.SITE, date=date(2026, 11, 16))


def place(slug: str, code: str = LABEGE, *, north: float = 0.0, **fields: Any) -> Place:
    """A place of a commune, `north` degrees from its centre."""
    commune = GAZETTEER.communes[code]
    assert commune.latitude
    assert commune.longitude
    tree = {
        "nom": slug.capitalize() if len(slug) > 1 else f"Lieu {slug}",
        "code_postal": commune.postcodes[0],
        "code_insee": code,
        "commune": commune.nom,
        "latitude": f"{commune.latitude + north:.5f}",
        "longitude": f"{commune.longitude:.5f}",
        **fields,
    }
    calendar = Calendar.of(GAZETTEER.all_departements["31"])
    return Place.from_tree(tree, f"31/{slug}", calendar)


def neighbourhood_of(places: Sequence[Place]) -> Neighbourhood:
    marks = {p.id: blake2b(repr(p).encode(), digest_size=16).digest() for p in places}
    entries = sorted((entry_of(p, marks[p.id]) for p in places), key=lambda entry: entry.id)
    return Neighbourhood(GAZETTEER, entries)


def data_of(
    template: str, territory: str, places: Sequence[Place], site: Site = SITE
) -> dict[str, Any]:
    """What the sheet of a commune or an EPCI shows."""
    return json.loads(text_of(template, territory, places, site))  # type: ignore[no-any-return]


def text_of(template: str, territory: str, places: Sequence[Place], site: Site = SITE) -> str:
    by_id = {p.id: p for p in places}
    neighbourhood = neighbourhood_of(places)
    whole = Places(neighbourhood.entries, lambda entry: by_id[entry.id])
    sheets = Sheets(GAZETTEER, neighbourhood, whole, site)
    found = GAZETTEER.epcis.get(territory) or GAZETTEER.communes[territory]
    return sheets.data(Sheet(template, found))
