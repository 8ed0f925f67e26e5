"""Where values come from, in French: what `annuaire origin` prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from plugins.common.diagnostic import printable
from plugins.common.one_line import one_line
from plugins.french.dates import say_date
from plugins.records.memory.origin import Origin
from plugins.records.memory.provenance import Provenance, ValueOrigin
from plugins.vocabulary.sources import SOURCES, stem_of

_LONGEST = 60
_BESIDE = frozenset({"source"})


def told_origins(
    provenance: Provenance, identity: str, tree: Mapping[str, object]
) -> Iterator[str]:
    """One line a value: «telephone : 05 61 00 00 00 : écrit par une personne»."""
    for field in tree:
        if field not in _BESIDE:
            for found in provenance.origin_of(identity, tree, field):
                yield printable(f"{field} : {one_line(found.value, _LONGEST)} : {_told(found)}")


def _told(found: ValueOrigin) -> str:
    lists = " ; ".join(map(_list, found.lists)) or "écrit par une personne"
    return f"{lists} ; vérifié le {_day(found.verified)}" if found.verified else lists


def _list(origin: Origin) -> str:
    stem = stem_of(origin.nom)
    name = SOURCES.get(stem, origin.nom)
    return f"{name}, {_day(origin.date)}" if origin.date else f"{name}, sans date"


def _day(stated: str) -> str:
    try:
        return say_date(date.fromisoformat(stated))
    except ValueError:
        return stated
