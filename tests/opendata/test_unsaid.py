"""Nothing is lost without being told: each format knows each field of a place."""

import pytest

from plugins.opendata.formats import hsds, openstreetmap
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.inclusion_v1 import service_rows, structure_rows
from plugins.opendata.formats.inclusion_v1.structure_rows import STRUCTURES
from plugins.opendata.formats.national_csv import NATIONAL
from plugins.opendata.formats.openstreetmap import OPENSTREETMAP
from plugins.opendata.formats.unsaid import lost_fields
from plugins.records.model.fields import PlaceFields
from tests.support.exports import carried, losses, surroundings
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


@pytest.mark.parametrize("form", [NATIONAL, OPENSTREETMAP], ids=lambda form: form.name)
def test_what_a_record_says_of_a_source_beside_its_name_is_told(form):
    source = {"nom": "une-liste", "date": "2024-01-02", "licence": "Licence Ouverte 2.0"}
    lost = losses(form, place(source=[source]))
    assert lost["source.date"] == "2024-01-02"
    assert lost["source.licence"] == "Licence Ouverte 2.0"


@pytest.mark.parametrize("form", [NATIONAL, STRUCTURES], ids=lambda form: form.name)
def test_the_older_of_two_days_is_told(form):
    lost = losses(form, place(date_maj="2024-01-02", verifie_le="2026-10-03"))
    assert lost["date_maj"] == "2024-01-02"


def test_the_only_day_of_a_record_is_not_lost():
    assert "date_maj" not in losses(STRUCTURES, place(date_maj="2024-01-02"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_words_kept_for_who_keeps_the_record_are_in_no_file_and_no_report(form):
    one = place(non_repris={"services": "Aide de Madame Untel"}, date_maj="2024-01-02")
    found = carried(form, one)
    assert "Untel" not in repr(found) + form.piece(found).decode()
    if found.lost:
        assert losses(form, one)["non_repris"] == "services"
