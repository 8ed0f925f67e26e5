"""The static JSON API: each record as it is written, field by field, and what is computed of it.

`calcule` is what a program would else compute again: the address of the page, OSM hours, numbers to
dial, what its labels bring, the EPCI and the licence. A record lacks nothing but the words that an
import kept for whoever keeps it (`non_repris`).
"""

from __future__ import annotations

from typing import Any

from plugins.gazetteer import Departement, Gazetteer
from plugins.opendata.formats.export_format import (
    KEPT_BACK,
    About,
    Carried,
    ExportFormat,
    Surroundings,
    fields_said,
    json_bytes,
    losses_among,
)
from plugins.records.model.place import Place
from plugins.records.writing.one_row import COMPUTED_PART, OWN_FORMAT
from plugins.vocabulary.licences import licence_of, said_licence


def _carry(place: Place, around: Surroundings) -> Carried:
    said = fields_said(place, around)
    known = said.keys() - {KEPT_BACK}
    record = {"id": place.id, **{name: said[name] for name in said if name in known}}
    why = "Ces mots d'une liste sont gardés pour qui tient la fiche."
    lost = losses_among(said, known, lambda name: why)
    return Carried(({**record, COMPUTED_PART: _computed(place, around)},), tuple(lost))


def _computed(place: Place, around: Surroundings) -> dict[str, Any]:
    commune = around.gazetteer.page_of(place.code_insee)
    departement = around.gazetteer.all_departements.get(place.departement)
    permanence = place.permanence_hours
    found = {
        "url": f"{around.site_url}{place.url}",
        "departement": place.departement,
        "region": _region_of(departement, around.gazetteer),
        "epci": commune.epci if commune else "",
        "horaires_osm": place.opening_hours.expression,
        "permanence_osm": permanence.expression if permanence else "",
        "telephones": [phone.number for phone in place.phones],
        "services": place.all_services,
        "frais_a_charge": place.prices,
        "licence": licence_of(said_licence(one.nom, one.licence) for one in place.source).title,
    }
    return {name: value for name, value in found.items() if value}


def _region_of(departement: Departement | None, gazetteer: Gazetteer) -> str:
    """The code of its région; empty for a collectivity, which is in none."""
    region = gazetteer.all_regions[departement.region] if departement else None
    return region.code if region and region.is_region else ""


def _around(about: About) -> tuple[bytes, bytes]:
    licence = {"titre": about.licence.title, "spdx": about.licence.spdx, "url": about.licence.url}
    said = {
        "format": OWN_FORMAT,
        "nom": about.name,
        "editeur": about.publisher,
        "licence": {name: text for name, text in licence.items() if text},
    }
    return json_bytes(said)[:-1] + b',"lieux":[\n', b"\n]}\n"


API_JSON = ExportFormat(
    name="json",
    file=".json",
    media_type="application/json",
    title="JSON",
    purpose="Pour un programme : la fiche entière, et ce que nous en calculons.",
    carry=_carry,
    encode=json_bytes,
    around=_around,
    reads_back=True,
)
