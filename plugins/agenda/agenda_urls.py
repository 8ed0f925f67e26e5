"""Addresses of the agenda, from the root of the site. Those of workshops and routes are in their
models (`url`)."""

from __future__ import annotations

from datetime import date, timedelta

from plugins.gazetteer import Commune
from plugins.records.model.dated import DatedRecord

HOME = "/agenda/"


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def week_url(monday: date) -> str:
    """«/agenda/semaines/2026-11-23/»."""
    return f"{HOME}semaines/{monday.isoformat()}/"


def commune_url(commune: Commune) -> str:
    """«/agenda/31/labege/»."""
    return f"{HOME}{commune.departement}/{commune.slug}/"


def epci_url(siren: str) -> str:
    """«/agenda/epci/243100633/»."""
    return f"{HOME}epci/{siren}/"


def departement_url(code: str) -> str:
    """«/agenda/31/»."""
    return f"{HOME}{code}/"


def owner_of(url: str) -> str:
    """The page of the territory whose agenda is at `url`; what is outside the agenda as it is."""
    return url.replace(HOME, "/territoires/", 1)


def stop_anchor(name: str) -> str:
    """Where a stop (`Route.stops`) is on the page of its route: «arret-tusson»."""
    return f"arret-{name}"


def stop_url(record: DatedRecord, name: str) -> str:
    """The stop of a route, on its page; the page of a workshop, whose stop has no name."""
    return f"{record.url}#{stop_anchor(name)}" if name else record.url
