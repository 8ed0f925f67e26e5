"""Which addresses led to what is elsewhere now: the former ids of every kind of record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from plugins.gazetteer import Gazetteer, slugify
from plugins.gazetteer.tables import departement_of
from plugins.records.entry import Entry
from plugins.records.kinds import Model
from plugins.records.repository import Repository


class Move(NamedTuple):
    """`name`: of the record; `url`: the address of its page; `was`: one where it no longer is."""

    name: str
    url: str
    was: str


def all_moves(repository: Repository, gazetteer: Gazetteer) -> list[Move]:
    """Those of all the records."""
    moves: list[Move] = []
    for record in repository.every():
        if record.anciens_ids:
            moves += moves_of(record, gazetteer)
    return moves


def moves_of(record: Entry | Model, gazetteer: Gazetteer) -> Iterator[Move]:
    """Those of one record. The address of a territory is made of official names: it has one when
    the site covers it."""
    for old in record.anciens_ids:
        if record.kind == "territory":
            url, was = _territory_url(record.id, gazetteer), _territory_url(old, gazetteer)
        else:
            url, was = record.url, f"{record.url.removesuffix(f'{record.id}/')}{old}/"
        if url and was:
            yield Move(record.name, url, was)


def _territory_url(id_: str, gazetteer: Gazetteer) -> str:
    """The address of the page of an EPCI or a commune, be it a former one; empty without any."""
    kind, _, code = id_.partition("/")
    if kind == "epci":
        return f"/territoires/epci/{code}/"
    if kind == "commune" and (commune := gazetteer.commune(code)):
        return commune.url
    if kind == "commune" and code in gazetteer.former:
        return f"/territoires/{departement_of(code)}/{slugify(gazetteer.former[code].nom)}/"
    return ""
