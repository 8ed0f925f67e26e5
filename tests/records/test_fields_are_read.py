"""What someone types is read by someone: each field of each kind of record changes a page, or its
model says whom it serves instead (`OffPage`)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from plugins.records.hints.closed_lists import literals_of
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.model.off_page import off_page
from tests.support.record_readers import read
from tests.support.record_values import (
    FieldAt,
    Tree,
    changed,
    doubled,
    fields_of,
    owner_of,
    reduced,
    rich,
    values_of,
)

FIELDS = [(name, found) for name, kind in KINDS.items() for found in fields_of(kind.model)]
OFF_PAGE = [(kind, found) for kind, found in FIELDS if off_page(found.field)]
ON_PAGE = [
    (kind, found)
    for kind, found in FIELDS
    if not any(found.path[: len(off.path)] == off.path for k, off in OFF_PAGE if k == kind)
]


_THOROUGHLY = 3
"""In so many records each value of a field is tried, in the others two of them."""


def _ids(cases: list[tuple[RecordKind, FieldAt]]) -> list[str]:
    return [f"{kind} {found.name}" for kind, found in cases]


def _around(kind: RecordKind, found: FieldAt) -> Iterator[Tree]:
    """Records in which the field may show, the likeliest first: one that says little, one that
    says all, and these with another value of each other field (a place that is closed…)."""
    model = KINDS[kind].model
    bases = [reduced(model, found.path), rich(model), doubled(model)]
    for name, field in model.model_fields.items():
        if field.is_required() and found.path != (name,) and literals_of(field.annotation):
            bases += [changed(rich(model), (name,), value) for value in values_of(model, name)]
    yield from bases
    owner = owner_of(model, found.path)
    beside = [((*found.path[:-1], name), owner, name) for name in owner.model_fields]
    above = [((name,), model, name) for name in model.model_fields if len(found.path) > 1]
    for base in bases:
        for path, of, name in (*beside, *above):
            field = of.model_fields[name]
            if field.alias is None and path != found.path[: len(path)]:
                absent = [] if field.is_required() else [None]
                values = values_of(of, name)
                for value in (*absent, *(values[:1] if literals_of(field.annotation) else values)):
                    yield changed(base, path, value)


def _changes(kind: RecordKind, found: FieldAt, records: Iterator[Tree]) -> bool:
    """Whether a value of the field changes what is read of one of these records."""
    values = values_of(owner_of(KINDS[kind].model, found.path), found.path[-1])
    without = values[0] if found.field.is_required() else None
    return any(
        read(kind, changed(record, found.path, value))
        != read(kind, changed(record, found.path, without))
        for number, record in enumerate(records)
        for value in (values if number < _THOROUGHLY else values[:2])
    )


@pytest.mark.parametrize(("kind", "found"), ON_PAGE, ids=_ids(ON_PAGE))
def test_a_field_changes_what_is_read(kind: RecordKind, found: FieldAt):
    assert _changes(kind, found, _around(kind, found)), (
        f"« {found.name} » ({kind}) n'est sur aucune page : montrez-le dans "
        f"le gabarit de sa page, ou dites dans le modèle à qui il sert : Annotated[…, OffPage('…')]"
    )


@pytest.mark.parametrize(("kind", "found"), OFF_PAGE, ids=_ids(OFF_PAGE))
def test_a_field_that_says_so_is_on_no_page(kind: RecordKind, found: FieldAt):
    model = KINDS[kind].model
    assert not _changes(kind, found, iter([reduced(model, found.path), rich(model)]))
