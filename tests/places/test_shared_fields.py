"""A field that several records have is stated once: one title, one description, one limit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.model.place import Place
from plugins.records.model.route import Route
from plugins.records.model.workshop import Workshop

OWN_TEXT = {
    "annulations": "of a series, of one stop, or of a whole route: the wrong one cancels too much",
    "au": "without this line an exception lasts one day, an announcement has no end",
    "date": "of a session, of a source, of a printed document, of a figure",
    "horaires": "those of the week, or those of some days",
    "intitule": "the name of a charter, or of a post",
    "lieu": "the record of a place, or where a charter was signed",
    "nature": "each kind has a list of its own",
    "nom": "what is named is not the same thing",
    "remarque": "of a fact of a territory, beside its source; else a note for who keeps the record",
    "statut": "each kind has a life of its own, and workshops have a default",
    "territoires": "those of a coordination are names in words, as printed; the others are codes",
    "texte": "a message, an explanation, or what a figure measures",
    "titre": "of a workshop, of a document, of a line of a charter",
    "valeur": "a word of a national list, or a figure",
}
"""Names whose meaning is particular to a kind of record or of part, each with the reason."""


def _fields(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[tuple[str, FieldInfo]]:
    if model in seen:
        return
    seen.add(model)
    for name, field in model.model_fields.items():
        if field.alias is None:
            yield name, field
        if (inner := part_model(field.annotation)) is not None:
            yield from _fields(inner, seen)


def _declared() -> dict[str, list[FieldInfo]]:
    found: dict[str, list[FieldInfo]] = defaultdict(list)
    seen: set[type[BaseModel]] = set()
    for model in (kind.model for kind in KINDS.values()):
        for name, field in _fields(model, seen):
            found[name].append(field)
    return {name: fields for name, fields in found.items() if len(fields) > 1}


REPEATED = _declared()


def test_fields_are_found_in_records_and_in_their_parts():
    assert len(REPEATED["telephone"]) == 5  # all but labels
    assert len(REPEATED["source"]) >= 10


@pytest.mark.parametrize("name", sorted(REPEATED))
def test_a_field_has_one_title(name):
    assert len({field.title for field in REPEATED[name]}) == 1


@pytest.mark.parametrize("name", sorted(REPEATED.keys() - OWN_TEXT.keys()))
def test_a_field_is_described_in_one_place(name):
    """The very same text, not a copy of it, which would drift."""
    assert len({id(field.description) for field in REPEATED[name]}) == 1
    assert len({id(field.title) for field in REPEATED[name]}) == 1


@pytest.mark.parametrize("name", sorted(OWN_TEXT))
def test_an_exception_is_needed(name):
    assert len({field.description for field in REPEATED[name]}) > 1


@pytest.mark.parametrize(
    "name", ["telephone", "courriels", "langues", "labels", "annonces", "a_apporter"]
)
def test_a_list_has_one_limit(name):
    assert len({repr(field.metadata) for field in REPEATED[name]}) == 1


def test_sources_of_places_workshops_and_routes_have_one_limit():
    models = (Place, Workshop, Route)
    limits = {repr(model.model_fields["source"].metadata) for model in models}
    assert len(limits) == 1


def test_the_order_of_a_model_is_its_own():
    """Shared fields stand where the model puts them, not first as those of a base class would."""
    names = list(Place.model_fields)
    assert names[:2] == ["id", "nom"]
    assert names.index("services") < names.index("labels") < names.index("verifie_le")
