"""The documents that records cite, each with all that rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pydantic import BaseModel

from plugins.gazetteer import Gazetteer
from plugins.records.announced.named_territory import NamedTerritory, named_territory
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.parts import Citation
from plugins.records.model.territory import Territory

TellingRecord = Territory | Label | Network
"""The records that say what documents tell."""


class CitedDocument(NamedTuple):
    """A document. `citation`: as the record that says most of it cites it; `told`: the pages that
    rest on it."""

    citation: Citation
    told: Sequence[NamedTerritory]

    @property
    def established(self) -> str:
        """Its date, the probable one where the printed one is wrong or missing; empty: unknown."""
        return self.citation.date_probable or self.citation.date or ""


def cited_documents(records: Iterable[TellingRecord], gazetteer: Gazetteer) -> list[CitedDocument]:
    """By date, those without one last, then by title."""
    found: dict[tuple[str, str | None], tuple[Citation, dict[NamedTerritory, None]]] = {}
    for record in records:
        named = _named(record, gazetteer)
        if named is None:
            continue
        for citation in citations_in(record):
            key = (citation.titre, citation.editeur)
            kept, told = found.setdefault(key, (citation, {}))
            if len(repr(citation)) > len(repr(kept)):
                found[key] = (citation, told)
            told[named] = None
    documents = [CitedDocument(citation, tuple(told)) for citation, told in found.values()]
    return sorted(documents, key=lambda one: (one.established or "9", one.citation.titre))


def citations_in(value: object) -> Iterator[Citation]:
    """Every citation in a record, at any depth, in its order."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from citations_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from citations_in(item)


def _named(record: TellingRecord, gazetteer: Gazetteer) -> NamedTerritory | None:
    if isinstance(record, Territory):
        return named_territory(record, gazetteer)
    return NamedTerritory(record.nom, record.url)
