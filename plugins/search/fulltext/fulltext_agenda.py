"""What the full-text search knows of workshops and routes. Their dates are left out: the index
would have to be made each day, and the page of each says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.agenda.sessions.agenda import Agenda
from plugins.gazetteer import Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.dated import DatedRecord
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop
from plugins.search.fulltext.fulltext_records import SearchDocument, dated_record
from plugins.vocabulary.spoken import FRENCH

_SAID = 4
"""Communes of a route that a result names."""


def agenda_records(
    agenda: Agenda, entries: Mapping[str, Entry], gazetteer: Gazetteer
) -> Iterator[SearchDocument]:
    """Workshops, then routes, but for those that are over."""
    for workshop in agenda.workshops.values():
        if not workshop.is_over:
            yield _workshop(workshop, agenda, entries, gazetteer)
    for route in agenda.routes.values():
        if not route.is_over:
            yield _round(route)


def agenda_fingerprints(agenda: Agenda) -> list[str]:
    """Change with any workshop or route."""
    return [agenda.stated(record.kind, record.id).hex() for record in agenda.records]


def _workshop(
    workshop: Workshop,
    agenda: Agenda,
    entries: Mapping[str, Entry],
    gazetteer: Gazetteer,
) -> SearchDocument:
    site = agenda.site("workshop", workshop.id)
    entry = entries.get(site.place_id) if site.place_id else None
    commune = gazetteer.page_of(site.code_insee) if site.code_insee else None
    town = commune.nom if commune else ""
    place = entry.nom if entry else workshop.adresse or ""
    return dated_record(
        workshop.url,
        workshop.titre,
        ", ".join(part for part in (f"Atelier : {workshop.topic}", place, town) if part),
        workshop.departement,
        communes=[town],
        kinds=["atelier", workshop.topic],
        help_words=_help(workshop),
        rest=[place, workshop.organisateur or "", workshop.presentation or ""],
    )


def _round(route: Route) -> SearchDocument:
    towns = list(dict.fromkeys(stop.commune for stop in route.arrets))
    said = ", ".join(towns[:_SAID]) + ("…" if towns[_SAID:] else "")
    nature = route.nature if route.nature and route.nature != "autre" else "tournée"
    return dated_record(
        route.url,
        route.nom,
        f"{nature.capitalize()} : {said}" if said else nature.capitalize(),
        route.departement,
        communes=towns,
        kinds=["tournée", nature],
        help_words=_help(route),
        rest=[route.operateur or "", route.presentation or ""],
    )


def _help(record: DatedRecord) -> list[str]:
    services = record.national_services
    found = [FRENCH.services[service] for service in services if service in FRENCH.services]
    found += [FRENCH.publics[one] for one in record.publics_specifiquement_adresses]
    return found + [FRENCH.fees[fee] for fee in record.prices if fee in FRENCH.fees]
