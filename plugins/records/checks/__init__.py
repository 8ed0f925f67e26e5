"""Rules on places, workshops and routes, one function each; the door is
`plugins.records.reading.checking`.

They are apart from the model because the model is paid for by every page that shows a place, a rule
only when a record changes.
"""

from __future__ import annotations

from plugins.records.checks import contact, content, location
from plugins.records.checks.context import Check, Context, check
from plugins.records.kinds import RecordKind

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

# Those of workshops and routes are imported when there is one: they read dates.
DATED_CHECKS = (
    check(contact.phone_numbers, "telephone"),
    check(contact.email_addresses, "courriels"),
    check(content.dates_possible, "verifie_le", "date_maj", "source"),
    check(content.periods_in_order, "annonces"),
    check(content.items_once),
    check(content.nothing_private),
)


def checks_of(kind: RecordKind) -> tuple[Check, ...]:
    """The rules on records of a kind; those of labels, territories and networks are apart."""
    if kind == "place":
        return CHECKS
    if kind == "workshop":
        from plugins.records.checks import sessions_of_record as dated
        from plugins.records.checks import workshop

        return (
            *DATED_CHECKS,
            check(contact.mobile_numbers, "telephone"),
            check(dated.nothing_private_inside, "annonces", "annulations"),
            check(workshop.topic_named, "theme", "autre_theme"),
            check(workshop.somewhere, "lieu", "commune", "code_insee"),
            check(workshop.where_it_is, "commune", "code_insee", "latitude", "longitude"),
            check(workshop.in_known_territories, "territoires"),
            check(workshop.price_agrees, "prix", "frais_a_charge"),
            check(workshop.registration_possible),
            check(workshop.dates_understood, "dates", "dates_en_plus", "annulations"),
        )
    if kind == "route":
        from plugins.records.checks import route as route
        from plugins.records.checks import sessions_of_record as dated

        return (
            *DATED_CHECKS,
            check(contact.establishment_number, "pivot"),
            check(dated.nothing_private_inside, "annonces", "annulations", "arrets"),
            check(route.stops_known, "statut", "arrets"),
            check(route.stops_where_they_are, "arrets"),
            check(route.in_known_territories, "territoires"),
            check(route.passages_understood, "arrets", "annulations"),
        )
    return ()


__all__ = ["Check", "Context", "checks_of"]
