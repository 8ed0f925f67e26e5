"""data·inclusion v1: what its own validation accepts, what it wrongly refuses, what it drops."""

import json
from datetime import date
from typing import Any

import pytest
from data_inclusion.schema.v1 import (  # type: ignore[import-untyped]
    ReseauPorteur,
    Service,
    Structure,
    Thematique,
)
from pydantic import BaseModel, ValidationError

from plugins.intake.terms.meanings import meanings
from plugins.opendata.formats.inclusion_v1 import inclusion_words
from plugins.opendata.formats.inclusion_v1.structure_rows import SERVICES, STRUCTURES
from tests.support.exports import carried, losses, surroundings, written
from tests.support.places import full_place, place

WARNINGS = {"ignore_warnings": False}


def valid(content: bytes, model: type[BaseModel]) -> list[dict[str, Any]]:
    """The rows of a file, accepted with their warnings; no field that the schema would drop."""
    rows: list[dict[str, Any]] = json.loads(content)
    for row in rows:
        model.model_validate(row, context=WARNINGS)
        assert row.keys() <= model.model_fields.keys()
    return rows


def test_a_full_place_is_a_structure_and_its_services():
    (structure,) = valid(written(STRUCTURES, [full_place()]), Structure)
    assert structure["id"] == "aide-exemple-fr--31-mediatheque-de-labege"
    assert structure["telephone"] == "+33561000000"
    assert structure["date_maj"] == "2026-10-03"
    assert structure["horaires_accueil"].startswith("Tu 09:00-12:00,14:00-17:30")
    (service,) = valid(written(SERVICES, [full_place()]), Service)
    assert service["structure_id"] == structure["id"]
    assert (service["frais"], service["publics"]) == ("gratuit", ["seniors"])
    assert service["publics_precisions"] == "Illettrisme"
    assert service["modes_accueil"] == ["en-presentiel"]
    assert service["conditions_acces"] == "À apporter : Pièce d'identité"


def test_words_are_those_of_the_schema():
    networks = {one for each in inclusion_words.NETWORK_OF_KIND.values() for one in each}
    networks |= set(inclusion_words.NETWORK_OF_LABEL.values())
    assert networks <= {each.value for each in ReseauPorteur}
    themes = {one for each in inclusion_words.THEMES.values() for one in each}
    assert themes <= {each.value for each in Thematique}
    assert all(list(each) == sorted(each) for each in inclusion_words.THEMES.values())


def test_a_network_of_one_kind_is_read_back_as_that_kind():
    wide = {"departements"}  # left out beside another
    for code, networks in inclusion_words.NETWORK_OF_KIND.items():
        if code not in inclusion_words.SEVERAL_KINDS:
            found = meanings("typologie", [one for one in networks if one not in wide])
            assert [each.meanings for each in found] == [(code,)], code


def test_lists_have_an_order():
    kinds = ["UDAF", "MDS", "RFS", "MUNI"]
    (row,) = carried(STRUCTURES, place(typologie=kinds, date_maj="2024-01-01")).rows
    assert row["reseaux_porteurs"] == [
        "communes", "departements", "france-service", "maisons-des-solidarites", "unaf",
    ]  # fmt: skip


def test_what_there_is_no_room_for_is_told():
    lost = losses(STRUCTURES, full_place())
    assert lost["telephone"] == "3949"
    assert lost["equipements"] == "wifi | prêt"
    assert lost["exceptions"].startswith("du : 2026-12-24")
    assert lost["labels"] == "france-services"  # its record is not there to say what it is
    assert "services" not in lost


@pytest.mark.parametrize(
    ("telephone", "sent"),
    [("+269 763 12 34", "+2697631234"), ("3949", "3949"), ("0262 12 34 56", "+262262123456")],
)
def test_numbers_of_overseas_and_short_ones_are_sent_as_they_are_dialled(telephone, sent):
    (row,) = valid(
        written(STRUCTURES, [place(telephone=[telephone], date_maj="2024-01-01")]), Structure
    )
    assert row["telephone"] == sent


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"nom": "Yy", "date_maj": "2024-01-01"}, "nom"),
        ({}, "date_maj"),
        ({"date_maj": "1999-12-31"}, "date_maj"),
    ],
    ids=["a short name", "no date", "an old date"],
)
def test_what_validation_refuses_is_written_as_it_is_and_told(fields, field):
    one = place(**fields)
    (row,) = json.loads(written(STRUCTURES, [one]))
    with pytest.raises(ValidationError):
        Structure.model_validate(row)
    assert field in losses(STRUCTURES, one)


def test_an_approximate_point_leads_nobody():
    one = place(latitude="43.5", longitude="1.5", position="approximative", date_maj="2024-01-01")
    (row,) = carried(STRUCTURES, one).rows
    assert "latitude" not in row
    assert losses(STRUCTURES, one)["latitude"] == "43.5 ; 1.5"


@pytest.mark.parametrize("form", [STRUCTURES, SERVICES])
def test_the_meridian_of_greenwich_is_a_longitude(form):
    here = place(
        latitude="43.24133", longitude="0", services=["Utilisation sécurisée du numérique"]
    )
    (row,) = carried(form, here).rows
    assert (row["latitude"], row["longitude"]) == (43.24133, 0.0)


def test_a_bar_that_conditions_change_is_told():
    here = place(
        a_apporter=["carte | copie", "avis"], services=["Utilisation sécurisée du numérique"]
    )
    (row,) = carried(SERVICES, here).rows
    assert row["conditions_acces"] == "À apporter : carte / copie | avis"
    assert losses(SERVICES, here) == {"a_apporter": "carte | copie | avis"}


def test_a_price_with_a_condition_is_not_called_free():
    one = place(
        services=["Aide aux démarches administratives"],
        frais_a_charge=["Gratuit sous condition"],
    )
    (row,) = carried(SERVICES, one).rows
    assert "frais" not in row
    assert row["frais_precisions"] == "Gratuit sous condition"


def test_a_permanence_is_the_hours_of_the_service():
    one = place(
        services=["Aide aux démarches administratives"],
        permanence={"mercredi": "9h-12h"},
        date_maj="2024-01-01",
    )
    assert "horaires_accueil" not in carried(STRUCTURES, one).rows[0]
    assert carried(SERVICES, one).rows[0]["horaires_accueil"] == "We 09:00-12:00"


def test_without_any_service_what_services_say_is_lost():
    one = place(permanence={"mercredi": "9h-12h"}, modalites_acces=["Téléphoner"])
    assert {"permanence", "modalites_acces"} <= losses(STRUCTURES, one).keys()
    assert json.loads(written(SERVICES, [one])) == []


def test_a_closed_place_is_left_out_and_told():
    one = full_place(ferme_le="2026-01-31")
    assert json.loads(written(STRUCTURES, [one])) == json.loads(written(SERVICES, [one])) == []
    assert losses(STRUCTURES, one) == {"ferme_le": "2026-01-31"}


def test_the_day_of_the_build_is_nowhere():
    assert str(date.today()) not in written(STRUCTURES, [full_place()]).decode()


def test_labels_are_networks(labels):
    found = carried(STRUCTURES, full_place(), surroundings(labels))
    assert found.rows[0]["reseaux_porteurs"] == ["france-service"]
