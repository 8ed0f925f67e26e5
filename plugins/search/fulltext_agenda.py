"""What the full-text search knows of workshops and rounds. Their dates are left out: the index
would have to be made each day, and the page of each says them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.agenda.agenda import Agenda
from plugins.gazetteer import Gazetteer
from plugins.places.entry import Entry
from plugins.places.model.round import Round
from plugins.places.model.workshop import Workshop
from plugins.search.fulltext_records import Record, Words, dated_record

_SAID = 4
"""Communes of a round that a result names."""


def agenda_records(
    agenda: Agenda, entries: Mapping[str, Entry], gazetteer: Gazetteer, words: Words
) -> Iterator[Record]:
    """Workshops, then rounds, but for those that are over."""
    for workshop in agenda.workshops.values():
        if not workshop.is_over:
            yield _workshop(workshop, agenda, entries, gazetteer, words)
    for tour in agenda.rounds.values():
        if not tour.is_over:
            yield _round(tour, words)


def agenda_marks(agenda: Agenda) -> list[str]:
    """Change with any workshop or round."""
    marks = [agenda.mark("workshop", id_) for id_ in agenda.workshops]
    marks += [agenda.mark("round", id_) for id_ in agenda.rounds]
    return [mark.hex() for mark in marks]


def _workshop(
    workshop: Workshop,
    agenda: Agenda,
    entries: Mapping[str, Entry],
    gazetteer: Gazetteer,
    words: Words,
) -> Record:
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
        help_words=_help(workshop, workshop.national_services, words),
        rest=[place, workshop.organisateur or "", workshop.presentation or ""],
    )


def _round(tour: Round, words: Words) -> Record:
    towns = list(dict.fromkeys(stop.commune for stop in tour.arrets))
    said = ", ".join(towns[:_SAID]) + ("…" if towns[_SAID:] else "")
    nature = tour.nature if tour.nature and tour.nature != "autre" else "tournée"
    return dated_record(
        tour.url,
        tour.nom,
        f"{nature.capitalize()} : {said}" if said else nature.capitalize(),
        tour.departement,
        communes=towns,
        kinds=["tournée", nature],
        help_words=_help(tour, tour.services, words),
        rest=[tour.operateur or "", tour.presentation or ""],
    )


def _help(record: Workshop | Round, services: tuple[str, ...], words: Words) -> list[str]:
    found = [words.services[service] for service in services if service in words.services]
    found += [words.publics[one] for one in record.publics_specifiquement_adresses]
    return found + [words.fees[fee] for fee in record.frais_a_charge if fee in words.fees]
