"""What a calendar shows of a workshop or of a stop, in plain French: few lines, read on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import NamedTuple

from plugins.agenda.calendars.subscriptions import CalendarSource
from plugins.agenda.sessions.agenda import Agenda
from plugins.records.model.dated import DatedRecord
from plugins.records.model.place import Place
from plugins.records.model.workshop import Workshop
from plugins.records.phones import Phone
from plugins.vocabulary.advice import ADVICE
from plugins.vocabulary.natures import LENDING_ALONE
from plugins.vocabulary.prices import FEES
from plugins.vocabulary.registration import REGISTRATION_TOLD

_MOST = 280
"""Letters of the presentation."""
ROUTE = "Passage près de chez vous"
"""The category of what comes to people; that of a workshop is its topic."""


class EventTexts(NamedTuple):
    """Texts of the events of a source."""

    summary: str
    description: str
    location: str
    category: str


def words_of(
    agenda: Agenda, places: Mapping[str, Place], source: CalendarSource, address: str
) -> EventTexts:
    """The words of a workshop, or of one stop. `address`: of its page, may be empty."""
    site = agenda.site(*source)
    place = places.get(site.place_id) if site.place_id else None
    if source.kind == "workshop":
        workshop = agenda.workshops[source.id]
        lines = [*_of_workshop(workshop), *_contact(workshop, place), *_page(address)]
        where = _where(place, workshop.adresse, workshop.commune)
        return EventTexts(workshop.titre, "\n".join(lines), where, workshop.topic)
    route = agenda.routes[source.id]
    stop = route.stops[source.stop]
    lines = [*_about(route), *_common(route), *_contact(route, place), *_page(address)]
    where = _where(place, stop.point, stop.adresse, stop.commune)
    return EventTexts(route.name_at(source.stop), "\n".join(lines), where, ROUTE)


def _of_workshop(workshop: Workshop) -> Iterator[str]:
    yield from _about(workshop)
    yield f"Thème : {workshop.topic}."
    if workshop.niveau:
        yield f"Niveau : {workshop.niveau}."
    yield from _common(workshop)
    if workshop.prix:
        yield f"Prix : {workshop.prix}"
    if workshop.nombre_de_places:
        yield f"Nombre de places : {workshop.nombre_de_places}."
    if workshop.materiel_prete:
        yield LENDING_ALONE[workshop.materiel_prete]
    if workshop.inscription:
        yield REGISTRATION_TOLD[workshop.inscription]
    if workshop.inscription_en_ligne:
        yield f"S'inscrire : {workshop.inscription_en_ligne}"


def _about(record: DatedRecord) -> Iterator[str]:
    """What the record says of itself, on one line that a phone shows whole."""
    if record.presentation:
        yield shorten(record.presentation, _MOST, placeholder="…")


def _common(record: DatedRecord) -> Iterator[str]:
    yield from (f"{FEES[fee]}." for fee in record.prices)
    if record.a_apporter:
        yield f"À apporter : {', '.join(record.a_apporter)}."


def _contact(record: DatedRecord, place: Place | None) -> Iterator[str]:
    """The main number, that of the place when the record has none."""
    phones: tuple[Phone, ...] = record.phones or (place.phones if place else ())
    if phones:
        yield f"Téléphone : {phones[0].display}"


def _page(address: str) -> Iterator[str]:
    if address:
        yield f"{ADVICE.check_date} : {address}"


def _where(place: Place | None, *parts: str | None) -> str:
    """On one line: the place and its address, or the parts that the record gives."""
    if place is not None:
        town = f"{place.code_postal} {place.commune}"
        own = (part for part in parts[:-1] if part and part != place.adresse)
        parts = (*own, place.nom, place.adresse, town)
    return ", ".join(part for part in parts if part)
