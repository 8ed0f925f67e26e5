"""Invented workshops and routes, with the dates that the examples show of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, NamedTuple

from plugins.agenda.calendars.subscriptions import Subscriptions
from plugins.agenda.pages.upcoming import Announced, Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.dated_records import ReadDated, SessionRow
from plugins.agenda.sessions.titles import SessionLine, SessionLines, Whereabouts
from plugins.gazetteer import Gazetteer
from plugins.paper.agenda_pages import AgendaPapers
from plugins.records.entry import Entry
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop

_WORKSHOP = {
    "titre": "Écrire son CV",
    "theme": "Rédiger son CV",
    "frais_a_charge": ["Gratuit"],
    "inscription": "obligatoire",
    "telephone": ["05 36 49 00 01"],
    "organisateur": "Association de l'Exemple",
    "dates": ["tous les mardis, 14h-16h"],
    "annonces": [{"du": "2026-11-16", "au": "2026-12-24", "texte": "Apportez votre téléphone."}],
    "verifie_le": "2026-10-03",
}
_ROUTE = {
    "nom": "Bus de l'Exemple",
    "statut": "en service",
    "telephone": ["05 36 49 00 02"],
    "date_maj": "2024-08-01",
    "arrets": [
        {
            "commune": "Labège",
            "code_insee": "31254",
            "point": "Place de l'Exemple",
            "passages": ["tous les jeudis, 9h-12h"],
        }
    ],
}


class Sample(NamedTuple):
    """`globals`: what templates ask as they ask the real agenda; `given`: what examples name."""

    globals: dict[str, Any]
    given: dict[str, Any]


def sample_agenda(entry: Entry, gazetteer: Gazetteer, today: datetime.date) -> Sample:
    """An agenda of one workshop at the place `entry` and one route in its commune."""
    workshop = Workshop.from_tree(_WORKSHOP, entry.id)
    route = Route.from_tree(_ROUTE, f"{entry.departement}/bus-de-l-exemple")
    reads = (
        ReadDated(workshop, b"workshop", tuple(_rows("", today, 14, 16))),
        ReadDated(
            route, b"route", tuple(_rows("labege", today + datetime.timedelta(days=2), 9, 12))
        ),
    )
    entries = {entry.id: entry}
    last = today + datetime.timedelta(days=60)
    agenda = Agenda(reads, entries, gazetteer, today, last, 20)
    lines = SessionLines(agenda, gazetteer, entries, today)
    upcoming = Upcoming(agenda, lines, AgendaIndex(agenda, lines, gazetteer))
    commune = gazetteer.communes["31254"]
    dates = lines.of(agenda.of_record("workshop", workshop.id))
    return Sample(
        {
            "calendars": Subscriptions(agenda, gazetteer, entries, today),
            "agenda_papers": AgendaPapers(agenda, lines, gazetteer).of,
        },
        {
            "announced": [
                Announced("Un bus est à l'étude", route.url, "étude", is_workshop=False),
                Announced(workshop.titre, workshop.url, "annoncé", is_workshop=True),
            ],
            "around": upcoming.near(commune),
            "cancelled": next(line for line in dates if line.meeting.is_cancelled),
            "coming": [upcoming.ahead(workshop), upcoming.ahead(route, "labege")],
            "closed_venue": Whereabouts(entry, "", commune, "closed"),
            "dateless": upcoming.ahead(workshop)._replace(meetings=()),
            "lines": dates,
            "sessions": _by_day([*dates, *lines.of(agenda.of_record("route", route.id))]),
            "route": route,
            "workshop": workshop,
        },
    )


def _rows(stop: str, first: datetime.date, start: int, end: int) -> Iterator[SessionRow]:
    """Three weeks from the day after `first` on: one as usual, one cancelled, one not sure."""
    weeks = ((None, True), ("Salle en travaux", True), (None, False))
    for week, (reason, is_sure) in enumerate(weeks):
        day = first + datetime.timedelta(days=1 + 7 * week)
        yield stop, day.toordinal(), start * 60, end * 60, reason, is_sure


def _by_day(lines: list[SessionLine]) -> list[tuple[datetime.date, list[SessionLine]]]:
    days = sorted({line.meeting.day for line in lines})
    return [(day, [line for line in lines if line.meeting.day == day]) for day in days]
