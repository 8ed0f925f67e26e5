"""Rules on a place, one function each; the door is `plugins.places.checking`.

They are apart from the model because the model is paid for by every page that shows a place, a rule
only when a record changes.
"""

from __future__ import annotations

from . import contact, content, location
from .context import Check, Context, check

CHECKS: tuple[Check, ...] = (
    check(location.departement_of_path, "code_insee"),
    check(location.commune_exists, "code_insee", "commune"),
    check(location.commune_name, "code_insee", "commune"),
    check(location.postcode_of_commune, "code_insee", "code_postal"),
    check(location.point_in_commune, "code_insee", "latitude", "longitude"),
    check(contact.phone_numbers, "telephone"),
    check(contact.mobile_numbers, "telephone", "itinerance"),
    check(contact.email_addresses, "courriels", "nom", "commune"),
    check(contact.establishment_number, "pivot"),
    check(content.dates_possible, "verifie_le", "date_maj", "ferme_le", "source"),
    check(content.periods_in_order, "annonces"),
    check(content.hours_understood, "horaires"),
    check(content.exceptions_understood, "exceptions"),
    check(content.items_once),
    check(content.nothing_private),
    check(content.name_clean, "nom"),
)

__all__ = ["CHECKS", "Check", "Context"]
