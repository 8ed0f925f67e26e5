"""The poster of a workshop, or of the stop of a route: what it shows, as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plugins.agenda.sessions.titles import SessionLine
from plugins.french.dates import say_full_day
from plugins.paper import agenda_facts as facts
from plugins.paper.edges import Data
from plugins.records.model.dated import DatedRecord
from plugins.records.model.place import Place
from plugins.records.model.workshop import Workshop
from plugins.recurrence import read_dates
from plugins.vocabulary.natures import LENDING_AFTER, NATURES_HERE
from plugins.vocabulary.prices import FEES_UNKNOWN_SHORT
from plugins.vocabulary.spoken import FRENCH
from plugins.vocabulary.statuses import ROUTE_ON_TRIAL

_MOST_DATES = 10
_MOST_CANCELLED = 3
_MOST_RULES = 3
_MOST_WARNINGS = 2
_MOST_LETTERS = 160
"""In each fact that a record says in its own words."""
_UNCONFIRMED = "Dates à vérifier : l'organisateur ne les a pas confirmées."
_UNSURE = "Dates à vérifier : il n'y a rien pendant les vacances scolaires."


class PosterSheet(NamedTuple):
    """`url`: what names it; `page`: where the same is up to date; `lines`: the next dates."""

    url: str
    page: str
    lines: tuple[SessionLine, ...]


def dates_of(lines: Sequence[SessionLine]) -> tuple[SessionLine, ...]:
    """The next dates, as many as a poster holds, few of them cancelled. None at all when nothing
    takes place: such a poster would help nobody."""
    cancelled = [line.meeting.day for line in lines if line.meeting.is_cancelled]
    left_out = set(cancelled[_MOST_CANCELLED:])
    kept = [line for line in lines if line.meeting.day not in left_out][:_MOST_DATES]
    return tuple(kept) if any(not line.meeting.is_cancelled for line in kept) else ()


def poster_data(sheet: PosterSheet, places: Mapping[str, Place], today: date) -> Data:
    """What the template `rendez-vous` reads, but for its edges."""
    line = sheet.lines[0]
    record, place = line.record, facts.place_at(line.where, places)
    usual = _usual_hours(sheet.lines)
    last = sheet.lines[-1].meeting.day
    phones = facts.phones_of(record, place)[:1]
    letters = record.courriels or (place.courriels if place else ())
    warnings = facts.warnings(record, today, last, today)[:_MOST_WARNINGS]
    held = [shown.meeting for shown in sheet.lines if not shown.meeting.is_cancelled]
    is_unsure = not any(meeting.is_sure for meeting in held)
    if is_unsure:
        warnings = [_UNSURE, *warnings]
    if record.is_unconfirmed:
        warnings = [_UNCONFIRMED, *warnings]
    return {
        **(_of_workshop(record) if isinstance(record, Workshop) else _of_route(record)),
        "title": line.title,
        "where": _where(line, place),
        "hours": facts.capital(" ".join(usual)),
        "dates": [_date(shown, usual, is_unsure) for shown in sheet.lines],
        "help": [FRENCH.services[service] for service in record.national_services],
        "facts": [{"name": name, "text": text} for name, text in _facts(record)],
        "phones": [{"text": phone.display, "link": phone.uri} for phone in phones],
        "letter": letters[0] if letters and not phones else "",
        "warnings": warnings,
        "sources": facts.sources([record]),
    }


def _of_workshop(workshop: Workshop) -> Data:
    rules = [read_dates(text).said() for text in workshop.dates]
    ask = "Pour s'inscrire" if workshop.inscription in ("obligatoire", "conseillée") else ""
    return {
        "kicker": f"Atelier : {facts.short(workshop.topic, _MOST_LETTERS)}",
        "rules": [facts.capital(rule) for rule in rules[:_MOST_RULES]],
        "helps": "On y apprend",
        "ask": ask or "Renseignements",
        "remark": "",
    }


def _of_route(route: DatedRecord) -> Data:
    return {
        "kicker": NATURES_HERE[route.nature or "autre"],
        "rules": [],
        "helps": "On vous y aide",
        "ask": "Renseignements",
        "remark": ROUTE_ON_TRIAL if route.statut == "expérimentation" else "",
    }


def _where(line: SessionLine, place: Place | None) -> list[str]:
    """The spot, then the street and the town."""
    town = line.where.commune.nom if line.where.commune else ""
    if place is not None:
        own = line.where.text if line.where.text != place.adresse else ""
        spot = ", ".join(filter(None, (place.nom, own)))
        street = ", ".join(filter(None, (place.adresse, f"{place.code_postal} {place.commune}")))
        return [spot, street]
    stop = line.stop
    if stop is not None:
        street = "" if stop.adresse == line.where.text else stop.adresse or ""
        return [f"{town or stop.commune}, {line.where.text}".rstrip(", "), street]
    return [", ".join(filter(None, (line.where.text, town))) or "Demandez le lieu.", ""]


def _usual_hours(lines: Sequence[SessionLine]) -> list[str]:
    """Those of more than half of the dates, to be said once; empty when there are none such."""
    (hours, count), *_ = Counter(tuple(facts.hours(line.meeting)) for line in lines).most_common(1)
    return list(hours) if 2 * count > len(lines) else []


def _date(line: SessionLine, usual: list[str], is_unsure: bool) -> Data:
    """`is_unsure`: all of them are, which is said once."""
    hours, state = facts.hours(line.meeting), facts.state(line.meeting)
    return {
        "day": facts.capital(say_full_day(line.meeting.day)),
        "hours": [] if hours == usual else hours,
        "off": state["off"],
        "remark": "" if is_unsure and not state["off"] else state["remark"],
    }


def _facts(record: DatedRecord) -> Iterator[tuple[str, str]]:
    """Name and words of each fact that is known; what it costs is always said."""
    fees = [FRENCH.fees[fee] for fee in record.prices]
    price = [facts.short(record.price, _MOST_LETTERS)] if record.price else []
    said = " ; ".join([*fees, *price])
    yield "Prix", said or FEES_UNKNOWN_SHORT
    publics = [FRENCH.publics[who] for who in record.publics_specifiquement_adresses]
    if publics:
        yield "Surtout pour", ", ".join(publics)
    if isinstance(record, Workshop):
        yield from _of_learning(record)
    if record.a_apporter:
        yield "À apporter", facts.short(", ".join(record.a_apporter), _MOST_LETTERS)
    spoken = [FRENCH.languages.get(code, code) for code in record.langues]
    if spoken and spoken != [FRENCH.languages["fr"]]:
        yield "Langues", ", ".join(spoken)


def _of_learning(workshop: Workshop) -> Iterator[tuple[str, str]]:
    if workshop.inscription:
        seats = workshop.nombre_de_places
        most = f" ({seats} personnes au plus)" if seats and seats > 1 else ""
        web = ". Aussi sur internet, avec le code." if workshop.inscription_en_ligne else ""
        said = facts.capital(FRENCH.registration[workshop.inscription])
        yield "Inscription", f"{said}{most}{web}"
    if workshop.niveau:
        yield "Niveau", FRENCH.levels[workshop.niveau]
    devices = ", ".join(FRENCH.devices[device] for device in workshop.materiel)
    if workshop.materiel_prete:
        lent = LENDING_AFTER[workshop.materiel_prete]
        devices = f"{devices} : {lent}" if devices else lent
    if devices:
        yield "Matériel", facts.capital(devices)
