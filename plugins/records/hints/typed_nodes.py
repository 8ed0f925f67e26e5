"""The values and the names of fields of a record, where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml


class TypedNode(NamedTuple):
    """A scalar: where it begins and ends, lines and columns from 1; `end` is past its last
    character, on the line `last`. `is_block`: a text that stands below its field."""

    line: int
    column: int
    last: int
    end: int
    is_block: bool


def typed_nodes(text: str) -> Iterator[TypedNode]:
    """All of them, up to where YAML cannot be read."""
    event: Any
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if event.__class__ is yaml.ScalarEvent:
                start: Any = event.start_mark
                end: Any = event.end_mark
                yield TypedNode(
                    start.line + 1, start.column + 1, end.line + 1, end.column + 1,
                    event.style in ("|", ">"),
                )  # fmt: skip
    except yaml.YAMLError:
        return


def node_at(text: str, line: int, column: int) -> TypedNode | None:
    """The scalar that holds a position; None where there is none, or YAML cannot be read up to
    it."""
    holding = (node for node in typed_nodes(text) if node[:2] <= (line, column) < node[2:4])
    return next(holding, None)
