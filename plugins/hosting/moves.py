"""Which addresses led to what is elsewhere now: the former ids of every kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from plugins.gazetteer import Gazetteer, slugify
from plugins.gazetteer.tables import departement_of
from plugins.records.model.territory import Territory


class Move(NamedTuple):
    """`name`: of the record; `url`: the address of its page; `was`: one where it no longer is."""

    name: str
    url: str
    was: str


def all_moves(context: Mapping[str, Any]) -> list[Move]:
    """Those of all the records that plugins put into Pelican's `context`."""
    agenda, territories = context["agenda"], context["territories"]
    moves: list[Move] = []
    for place in context["places"].entries:
        if place.anciens_ids:
            moves += moves_of(place.nom, place.url, place.id, place.anciens_ids)
    for workshop in agenda.workshops.values():
        moves += moves_of(workshop.titre, workshop.url, workshop.id, workshop.anciens_ids)
    for route in agenda.routes.values():
        moves += moves_of(route.nom, route.url, route.id, route.anciens_ids)
    for record in (*context["labels"].values(), *territories.networks.values()):
        moves += moves_of(record.nom, record.url, record.slug, record.anciens_ids)
    moves += territory_moves(territories.records.values(), context["gazetteer"])
    return moves


def moves_of(name: str, url: str, id_: str, former: Iterable[str]) -> Iterator[Move]:
    """Those of one record, whose address ends with its id."""
    folder = url.removesuffix(f"{id_}/")
    return (Move(name, url, f"{folder}{old}/") for old in former)


def territory_moves(records: Iterable[Territory], gazetteer: Gazetteer) -> Iterator[Move]:
    """Those of territories that the site covers; their addresses are made of official names."""
    for record in records:
        url = _url_of(record.id, gazetteer)
        for old in record.anciens_ids:
            if url and (was := _url_of(old, gazetteer)):
                yield Move(record.nom, url, was)


def _url_of(id_: str, gazetteer: Gazetteer) -> str:
    """The address of the page of an EPCI or a commune, be it a former one; empty without any."""
    kind, _, code = id_.partition("/")
    if kind == "epci":
        return f"/territoires/epci/{code}/"
    if kind == "commune" and (commune := gazetteer.commune(code)):
        return commune.url
    if kind == "commune" and code in gazetteer.former:
        return f"/territoires/{departement_of(code)}/{slugify(gazetteer.former[code][0])}/"
    return ""
