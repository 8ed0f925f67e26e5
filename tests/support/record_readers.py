"""What readers meet of a record: its page, and the lines that other pages have of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import Any, cast

from plugins.agenda.pages.record_pages import RecordPages
from plugins.agenda.pages.upcoming import Upcoming
from plugins.agenda.sessions.agenda import Agenda
from plugins.agenda.sessions.agenda_index import AgendaIndex
from plugins.agenda.sessions.dated_records import read_dated
from plugins.agenda.sessions.titles import SessionLines
from plugins.commitments.contract import CoordinationsContext
from plugins.commitments.totals import printed_totals
from plugins.common.paging import Paging
from plugins.hosting.moves import Move, moves_of
from plugins.places.pages import PlacePages
from plugins.records.announced.about_label import about_label
from plugins.records.checks import Context
from plugins.records.entry import Places, entry_of
from plugins.records.model.announced import Funding, Posts, Scheme
from plugins.records.model.identity import RecordKind
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.model.territory import Territory
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository
from plugins.territories.area_views import AreaViews
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.records import TerritoryRecords
from plugins.territories.views import Views
from tests.support.places import calendar, gazetteer, place
from tests.support.theme import TODAY, component, shown

LABELS = {
    "france-services": Label.from_tree(
        {"nom": "France services", "nature": "label", "resume": "Près de vous.", "statut": "actif"},
        "france-services",
    )
}
OTHERS = {
    other.id: other for other in (place(), place("31/mairie-de-labege", nom="Mairie de Labège"))
}
_DAYS = 400
_DATA = re.compile(r'<script type="application/ld\+json">.*?</script>', re.DOTALL)
"""What a page says to machines alone."""


def read(kind: RecordKind, tree: Mapping[str, Any]) -> bytes:
    """What changes with the text of all that readers meet of a record."""
    return _read(kind, json.dumps(tree, sort_keys=True))


@cache
def _read(kind: RecordKind, typed: str) -> bytes:
    assert kind in READERS, f"say in {Path(__file__).name} how records of the kind {kind} are read"
    text = _DATA.sub("", READERS[kind](json.loads(typed)))
    return hashlib.sha256(text.encode()).digest()


def _place(tree: Mapping[str, Any]) -> str:
    record = Place.from_tree(tree, "31/lieu", calendar())
    known = {**OTHERS, record.id: record}
    places = Places((entry_of(each, b"") for each in known.values()), lambda e: known[e.id])
    pages = PlacePages(places, LABELS, {}, gazetteer())
    moves = moves_of(record, gazetteer())
    return shown(pages.place(places.by_id[record.id])) + _led(moves)


def _label(tree: Mapping[str, Any]) -> str:
    record = Label.from_tree(tree, "essai")
    moves = moves_of(record, gazetteer())
    pages = PlacePages(
        Places((), lambda entry: OTHERS[entry.id]), {record.id: record}, {}, gazetteer()
    )
    return shown(pages.label(record, [], Paging(1, (record.url,)))) + _led(moves)


@cache
def _neighbourhood() -> Neighbourhood:
    return Neighbourhood(gazetteer(), [entry_of(each, b"") for each in OTHERS.values()])


def _areas(territories: Mapping[str, Territory]) -> AreaViews:
    records = TerritoryRecords(territories, {}, {}, {})
    places = Places(_neighbourhood().entries, lambda entry: OTHERS[entry.id])
    return AreaViews(gazetteer(), _neighbourhood(), places, LABELS, records, "")


def _views(territories: Mapping[str, Territory], networks: Mapping[str, Network]) -> Views:
    records = TerritoryRecords(territories, {}, networks, {})
    places = Places(_neighbourhood().entries, lambda entry: OTHERS[entry.id])
    by_need = NearestByNeed(gazetteer(), _neighbourhood())
    return Views(gazetteer(), _neighbourhood(), by_need, places, records)


def _territory(tree: Mapping[str, Any]) -> str:
    record = Territory.from_tree(tree, "epci/243100633")
    area = gazetteer().epcis[record.code]
    page = shown(_areas({record.id: record}).coordination(area))
    return page + _announced(record) + _led(moves_of(record, gazetteer()))


def _announced(record: Territory) -> str:
    """On the pages of labels, and beside those of other territories."""
    facts: tuple[Posts | Funding | Scheme, ...]
    facts = (*record.postes, *record.financements, *record.dispositifs)
    text = shown(
        CoordinationsContext([], [], list(printed_totals({record.id: record}, gazetteer())), str)
    )
    for slug in sorted({fact.label for fact in facts if fact.label}):
        for told in about_label(slug, [record]):
            text += slug + component("territory", "announced_lines", told)
    return text


def _network(tree: Mapping[str, Any]) -> str:
    record = Network.from_tree(tree, "essai")
    views = _views({}, {record.slug: record})
    moves = moves_of(record, gazetteer())
    return shown(views.network(record.slug)) + _led(moves)


def _workshop(tree: Mapping[str, Any]) -> str:
    record = Workshop.from_tree(tree, "31/atelier")
    pages, upcoming = _agenda(record)
    moves = moves_of(record, gazetteer())
    return shown(pages.workshop(record.id)) + _around(upcoming) + _led(moves)


def _route(tree: Mapping[str, Any]) -> str:
    record = Route.from_tree(tree, "31/tournee")
    pages, upcoming = _agenda(record)
    moves = moves_of(record, gazetteer())
    return shown(pages.route(record.id)) + _around(upcoming) + _led(moves)


def _agenda(record: Workshop | Route) -> tuple[RecordPages, Upcoming]:
    """The pages of a site that has this record alone."""
    known = gazetteer()
    entries = {id_: entry_of(each, b"") for id_, each in OTHERS.items()}
    repository = SimpleNamespace(
        context=Context(known, TODAY),
        cache=None,
        of=lambda model: {record.id: record} if isinstance(record, model) else {},
        fingerprints=lambda model: {record.id: b""},
    )
    dated = read_dated(cast(Repository, repository), "", _DAYS)
    first, last = TODAY - timedelta(days=1), TODAY + timedelta(days=_DAYS)
    agenda = Agenda(dated, entries, known, first, last, 20)
    lines = SessionLines(agenda, known, entries, TODAY)
    index = AgendaIndex(agenda, lines, known)
    pages = RecordPages(agenda, lines, index, known, OTHERS, LABELS)
    return pages, Upcoming(agenda, lines, index)


def _around(upcoming: Upcoming) -> str:
    """On the pages of territories and communes."""
    text = component(
        "territory", "announced_here", upcoming.announced(gazetteer().epcis["243100633"])
    )
    for code in ("31254", "31446"):  # where the examples are, and a commune beside it
        if dated := upcoming.near(gazetteer().communes[code]):
            text += component("passage", "agenda_here", dated)
            text += component("passage", "agenda_around", dated)
    return text


def _led(moves: Any) -> str:
    """What is read at former addresses."""
    return "\n".join(f"{move.was} {move.name} {move.url}" for move in cast("list[Move]", moves))


READERS: Mapping[RecordKind, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {
        "place": _place,
        "label": _label,
        "territory": _territory,
        "network": _network,
        "workshop": _workshop,
        "route": _route,
    }
)
"""By kind of record: its fields as typed → text."""
