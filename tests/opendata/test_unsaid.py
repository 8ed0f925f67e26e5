"""Nothing is lost without being told: each format knows each field of a place."""

import pytest

from plugins.opendata.formats import hsds, openstreetmap
from plugins.opendata.formats.inclusion_v1 import service_rows, structure_rows
from plugins.opendata.formats.unsaid import lost_fields
from plugins.records.model.fields import PlaceFields
from tests.support.exports import surroundings
from tests.support.places import full_place, place

FIELDS = set(PlaceFields.model_fields) - {"id"}
CARRIED = {
    "data·inclusion": (
        structure_rows.CARRIED | {"services", *service_rows.OF_SERVICES},
        {*structure_rows.REASONS, "ferme_le"},
    ),
    "OpenStreetMap": (openstreetmap.CARRIED, set(openstreetmap.REASONS)),
    "HSDS": (FIELDS - hsds.REASONS.keys(), set(hsds.REASONS)),
}


@pytest.mark.parametrize("name", CARRIED)
def test_each_field_is_carried_or_has_a_reason(name):
    carried, reasons = CARRIED[name]
    assert (carried | reasons, carried & reasons) == (FIELDS, set())


def test_what_a_record_does_not_state_is_not_lost():
    reasons, around = {"langues": "pas de mot", "acces": "pas de mot"}, surroundings()
    assert list(lost_fields(place(), around, reasons)) == []
    assert [loss.value for loss in lost_fields(full_place(), around, reasons)] == [
        "fr | en",
        "bus : Ligne 79 ; parking : Devant la mairie",
    ]
