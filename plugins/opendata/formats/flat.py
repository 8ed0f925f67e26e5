"""A place as one row of named texts: what the table for spreadsheets and GeoJSON have in common.

Services and prices are those of the record and of its labels, as on its page.
"""

from __future__ import annotations

from plugins.opendata.formats.export_format import (
    Carried,
    Surroundings,
    bars_in,
    fields_said,
    losses_among,
    once_a_place,
)
from plugins.records.model.place import Place
from plugins.records.writing.one_row import LEFT_OUT, cell_of, row_of

_JOINED = frozenset((*Place.model_fields, "source.nom", "source.id", "source.licence"))
_WHY = "Une ligne de tableau n'a pas de place pour cela."


@once_a_place
def carry_flat(place: Place, around: Surroundings) -> Carried:
    """The row, column → text, the empty ones left out, and what it does not say."""
    said = fields_said(place, around)
    permanence = place.permanence_hours
    cells = {
        "id": place.id,
        **row_of(said),
        "services": cell_of(place.all_services),
        "frais_a_charge": cell_of(place.prices),
        "horaires_osm": place.opening_hours.expression,
        "permanence_osm": permanence.expression if permanence else "",
        "url": f"{around.site_url}{place.url}",
    }
    row = {name: text for name, text in cells.items() if text}
    lost = losses_among(said, said.keys() - LEFT_OUT, lambda name: _WHY)
    return Carried((row,), (*lost, *bars_in(place, around, _JOINED)))
