"""Every example of docs/records.md can be pasted into a record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from plugins.common.diagnostic import show
from plugins.gazetteer import Gazetteer
from plugins.records.checks import Context
from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.model.identity import RecordKind
from plugins.records.reading.checking import check_record
from plugins.records.writing.example import example_of, is_list, least, typed
from plugins.records.writing.record_layout import dump_record
from plugins.records.writing.schema import editor_schema

DOCUMENT = (Path(__file__).parents[2] / "docs/records.md").read_text(encoding="utf-8")
CONTEXT = Context(Gazetteer.load([]), date(2026, 11, 30))
IDS: dict[RecordKind, str] = {
    "place": "31/essai",
    "label": "essai",
    "territory": "epci/243100633",
    "network": "essai",
    "workshop": "31/essai",
    "route": "31/essai",
}
TOGETHER = (
    {"latitude", "longitude"},
    {"adresse", "commune", "code_insee", "latitude", "longitude"},
    {"dates", "annulations"},
)
"""Of these a record states all or none, as the checks say."""


def _examples(
    model: type[BaseModel], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Names from the record down, and the example."""
    for name, field in model.model_fields.items():
        if field.alias is not None:
            continue
        example = example_of(field)
        if example is not None:
            yield (*above, name), example
        inner = part_model(field.annotation)
        if inner is not None:
            yield from _examples(inner, (*above, name))


CASES = [
    pytest.param(kind, names, example, id=f"{kind} {'.'.join(names)}")
    for kind in KINDS
    for names, example in _examples(KINDS[kind].model)
]


@pytest.mark.parametrize(("kind", "names", "example"), CASES)
def test_an_example_is_read_where_it_is_pasted(kind: RecordKind, names: tuple[str, ...], example):
    model = KINDS[kind].model
    tree = least(model)
    for group in TOGETHER:
        if names[0] in group:
            fields = {n: f for n, f in model.model_fields.items() if n in group}
            tree |= {name: example_of(field) for name, field in fields.items()}
    if names[0] == "autre_theme":
        tree["theme"] = "autre"
    holder: Any = tree
    inside: type[BaseModel] = model
    for name in names[:-1]:
        field = inside.model_fields[name]
        holder[name] = example_of(field)
        holder = holder[name][0] if is_list(field) else holder[name]
        inner = part_model(field.annotation)
        assert inner is not None
        inside = inner
    holder[names[-1]] = example
    text = dump_record(tree, (), "")
    found = check_record(text.encode(), KINDS[kind].file(IDS[kind]), CONTEXT)
    assert [show(each) for each in found.diagnostics if each.severity == "error"] == []


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_in_the_document_as_it_is_typed(kind: RecordKind):
    for names, example in _examples(KINDS[kind].model):
        lines = typed(names[-1], example)
        if "\n" in lines:
            assert f"```yaml\n{lines}\n```" in DOCUMENT, names


def test_a_list_is_shown_as_one():
    assert "```yaml\ntelephone:\n  - 05 61 00 00 00\n```" in DOCUMENT
    assert "`telephone: 05" not in DOCUMENT


@pytest.mark.parametrize("kind", KINDS)
def test_an_editor_proposes_a_list_where_one_is_typed(kind: RecordKind):
    schema = json.loads(editor_schema(kind))
    for name, field in schema["properties"].items():
        if "array" in field.get("type", ()):
            assert all(isinstance(each, list) for each in field.get("examples", ())), name
