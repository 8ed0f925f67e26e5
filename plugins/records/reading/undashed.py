"""A list typed without its dashes: YAML joins its lines to one text, which parts them no more."""

from __future__ import annotations

from functools import cache
from typing import get_origin

from plugins.common.diagnostic import Diagnostic
from plugins.records.hints.typed_nodes import node_at
from plugins.records.kinds import Model
from plugins.records.reading.decoding import decode
from plugins.records.reading.reader import Tree, scan


def with_lines_of_lists(tree: Tree, data: bytes, model: type[Model]) -> Tree:
    """The tree of `data`; a text in the place of a list has the ends of its lines again, so that
    each becomes an item of what is proposed."""
    names = [name for name in _lists_of(model) if isinstance(tree.get(name), str)]
    text = decode(data) if names else ""
    if not names or isinstance(text, Diagnostic):
        return tree
    values = scan(data).values
    typed = {name: _lines_at(text, *values[(name,)]) for name in names if (name,) in values}
    return {**tree, **{name: lines for name, lines in typed.items() if "\n" in lines}}


@cache
def _lists_of(model: type[Model]) -> tuple[str, ...]:
    """The fields of a kind of record that hold a list."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if get_origin(field.annotation) is tuple)


def _lines_at(text: str, line: int, column: int) -> str:
    """The lines of the plain text at a position, without its blanks and its remarks."""
    node = node_at(text, line, column)
    if node is None or node.is_block:
        return ""
    lines = [each.partition(" #")[0] for each in text.split("\n")[line - 1 : node.last]]
    lines[0] = lines[0][column - 1 :]
    return "\n".join(each.strip() for each in lines if each.strip())
