"""The rules on a place."""

from __future__ import annotations

from plugins.records.checks import contact, content, location, standing_of_place
from plugins.records.checks.context import Check, check, question
from plugins.records.checks.shared_fields import REACHED, SAID, VERIFIED
from plugins.records.doubts.ended import past_seasons

CHECKS: tuple[Check, ...] = (
    check(location.departement_of_path, "code_insee"),
    check(location.commune_exists, "code_insee", "commune"),
    check(location.commune_name, "code_insee", "commune"),
    question(location.postcode_of_commune, "code_insee", "code_postal"),
    check(location.point_in_commune, "code_insee", "latitude", "longitude"),
    question(location.point_without_address, "latitude", "longitude", "adresse", "position"),
    *REACHED,
    question(contact.own_number, "telephone"),
    question(contact.mobile_numbers, "telephone", "itinerance"),
    check(contact.establishment_number, "pivot"),
    *VERIFIED,
    check(content.hours_understood, "horaires"),
    check(content.permanence_understood, "permanence"),
    check(content.exceptions_understood, "exceptions"),
    check(past_seasons, "horaires", "permanence"),
    *SAID,
    question(content.name_clean, "nom"),
    question(standing_of_place.open_or_not),
    question(standing_of_place.house_number, "adresse"),
    check(standing_of_place.filler, "nom", "adresse", "complement_adresse", "structure_parente"),
    question(standing_of_place.town_in_address, "adresse", "code_postal", "commune"),
)
