"""Records made from the model alone: for each field, values that it takes, by its own examples."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from plugins.records.hints.closed_lists import literals_of
from plugins.records.hints.unknown_fields import part_model

Tree = dict[str, Any]

TIMELY = {"dates_en_plus": ["le 28 novembre 2026 de 9h30 à 11h"]}
"""Instead of examples that are past on the day of the tests."""
_ANYTHING = (
    "Zinnia", "Zostère", "https://www.exemple.fr/zinnia", "2026-12-24", "2026-12-28", "2017",
    "2018", "7", "8", "31254", "31169",
)  # fmt: skip
"""For fields without example, and a second value for those that cannot be left out."""


class FieldAt(NamedTuple):
    """A field of a record or of one of its parts: `path` is («arrets», «remarque»)."""

    path: tuple[str, ...]
    field: FieldInfo

    @property
    def name(self) -> str:
        """As docs/records.md has it: «arrets.remarque»."""
        return ".".join(self.path)


def fields_of(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[FieldAt]:
    """Every field that is typed, each before those of its part."""
    for name, field in model.model_fields.items():
        if field.alias is None:
            yield FieldAt((*above, name), field)
            if (part := part_model(field.annotation)) is not None:
                yield from fields_of(part, (*above, name))


def poor(model: type[BaseModel]) -> Tree:
    """What must be said and nothing else."""
    return {name: values_of(model, name)[0] for name, field in _typed(model) if field.is_required()}


def rich(model: type[BaseModel]) -> Tree:
    """Everything that can be said."""
    return {name: values_of(model, name)[0] for name, _ in _typed(model)}


def doubled(model: type[BaseModel]) -> Tree:
    """Everything that can be said, twice where several can be."""
    tree = rich(model)
    return {
        name: value * 2 if isinstance(value, list) and isinstance(value[0], dict) else value
        for name, value in tree.items()
    }


def reduced(model: type[BaseModel], path: tuple[str, ...]) -> Tree:
    """A poor record with the parts that hold `path`, poor too."""
    tree = poor(model)
    if len(path) > 1:
        name, *rest = path
        field = model.model_fields[name]
        part = part_model(field.annotation)
        assert part is not None
        tree[name] = _accepted(field, reduced(part, tuple(rest)))[0]
    return tree


def owner_of(model: type[BaseModel], path: tuple[str, ...]) -> type[BaseModel]:
    """The model of which the last name of `path` is a field."""
    for name in path[:-1]:
        part = part_model(model.model_fields[name].annotation)
        assert part is not None
        model = part
    return model


def changed(tree: Tree, path: tuple[str, ...], value: object) -> Tree:
    """The same record with another value at `path`; None leaves the field out."""
    tree = deepcopy(tree)
    part = tree
    for name in path[:-1]:
        part = part[name][0] if isinstance(part[name], list) else part[name]
    if value is None:
        part.pop(path[-1], None)
    else:
        part[path[-1]] = value
    return tree


@cache
def values_of(model: type[BaseModel], name: str) -> list[Any]:
    """Values that a field takes, at least one; all of them where the list is closed; a part that
    says all, one that says little, those that lack one thing."""
    field = model.model_fields[name]
    if (part := part_model(field.annotation)) is not None:
        full, least = rich(part), poor(part)
        lacking = [changed(full, (one,), None) for one in full if one not in least]
        return [value for tree in (full, least, *lacking) for value in _accepted(field, tree)]
    examples = TIMELY.get(name, field.examples or [])
    candidates: list[object] = [*literals_of(field.annotation)] or [*examples]
    if len(candidates) < (2 if field.is_required() else 1):
        candidates = [*candidates, *_ANYTHING]
    found = [value for candidate in candidates for value in _accepted(field, candidate)]
    assert found, f"{model.__name__}.{name} : donnez un exemple dans le modèle (examples=[…])"
    return found


def _typed(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    return ((name, field) for name, field in model.model_fields.items() if field.alias is None)


def _accepted(field: FieldInfo, candidate: object) -> list[Any]:
    """The candidate, or a list of it; nothing when the field takes neither."""
    for value in (candidate, [candidate]):
        try:
            _adapter(field).validate_python(value)
        except ValidationError:
            continue
        return [value]
    return []


def _adapter(field: FieldInfo) -> TypeAdapter[Any]:
    return TypeAdapter(field.rebuild_annotation())
