"""What pydantic found wrong with the shape of a record, said in French where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel, ValidationError

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote
from plugins.records.hints.closed_lists import literals_of, not_in_list
from plugins.records.hints.day_hint import day_hint
from plugins.records.hints.list_hints import BELOW, several_of
from plugins.records.hints.meant_field import meant_field
from plugins.records.hints.number_hint import number_hint, whole_number_hint
from plugins.records.hints.part_hints import about_the_year, part_lines
from plugins.records.hints.recurring_hours import where_hours_go
from plugins.records.hints.unknown_fields import (
    fields_of,
    kept_words,
    part_model,
    unknown_field,
)
from plugins.records.hints.written_lines import COLON_INSIDE, NO_LIST, write_lines, write_value
from plugins.records.model.parts import DatedHours
from plugins.records.model.types import IDENTITY, NOT_A_DAY, PATTERNS, WEB
from plugins.records.reading.lists_expected import list_expected, meant_list
from plugins.records.reading.repairs import near, spaced_addresses

NEEDED = "ce champ est obligatoire"


def explained(
    failure: ValidationError, model: type[BaseModel], today: date, tree: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """One diagnostic for each error of pydantic, in the order of the record."""
    faults = failure.errors(include_url=False)
    renamed = set(_renamed(faults, model))
    recurring = dict(_recurring(faults, model))
    elsewhere = {where[:-1] for where in recurring}
    for fault in faults:
        where = tuple(part for part in fault["loc"] if part != IDENTITY)
        context = fault.get("ctx", {})
        kind = fault["type"]
        if kind == "extra_forbidden":
            parent = _model_at(model, where[:-1]) or model
            message, hint = unknown_field(str(where[-1]), parent)
            hint = recurring.get(where) or kept_words(where, fault["input"], tree, hint, parent)
            fields = _fields_at(model, where[:-1])
            if meant_field(str(where[-1]), fields) not in _beside(tree, where):
                hint = meant_list(fields, where[-1], fault["input"], today) or hint
            yield error(where, message, hint, at_key=True)
        elif kind == "missing" and (where in renamed or where[:-1] in elsewhere):
            continue  # it is there under another name, and that is said there
        elif kind == "missing":
            yield error(where, NEEDED, _example(model, where))
        else:
            value = fault["input"]
            if kind == "tuple_type":
                fields = _fields_at(model, where[:-1])
                message, hint = list_expected(fields, str(where[-1]), value, today)
            elif kind == "literal_error":
                message, hint = _literal(value, where, *_allowed_at(model, where))
            elif kind in ("model_type", "model_attributes_type"):
                message, hint = _lines_expected(value, context.get("class_name", ""), today)
            else:
                message, hint = _SENTENCES.get(kind, _other)(value, context)
                if kind == "faute" and message.endswith(NOT_A_DAY) and isinstance(value, str):
                    beside = _beside(tree, where)
                    hint = day_hint(value, str(where[-1]), today, beside) or hint
            yield error(where, message, hint)


def _recurring(faults: Iterable[Any], model: type[BaseModel]) -> Iterator[tuple[FieldPath, str]]:
    """Seasons and days in the place of the dates of an exception, and where they go."""
    for fault in faults:
        where = tuple(part for part in fault["loc"] if part != IDENTITY)
        if fault["type"] != "extra_forbidden" or _model_at(model, where[:-1]) is not DatedHours:
            continue
        if hint := where_hours_go({where[-1]: fault["input"]}):
            yield where, hint


def _renamed(faults: Iterable[Any], model: type[BaseModel]) -> Iterator[FieldPath]:
    """The fields that are there under a name that does not exist: «Commune», «code-postal»."""
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            *within, name = (part for part in fault["loc"] if part != IDENTITY)
            if meant := meant_field(str(name), _fields_at(model, tuple(within))):
                yield (*within, meant)


def unknown_blanks(blank: Iterable[FieldPath], model: type[BaseModel]) -> Iterator[Diagnostic]:
    """Fields that do not exist, left blank: nobody would read what comes to stand there."""
    for where in blank:
        parent = _model_at(model, where[:-1])
        if parent is not None and (name := str(where[-1])) not in fields_of(parent):
            message, hint = unknown_field(name, parent)
            yield error(where, message, hint, at_key=True)


def field_names(model: type[BaseModel]) -> set[str]:
    """Names of all the fields of a record and of its parts."""
    names = set(fields_of(model))
    for field in model.model_fields.values():
        inner = part_model(field.annotation)
        if inner is not None:
            names |= field_names(inner)
    return names


def _model_at(model: type[BaseModel], where: FieldPath) -> type[BaseModel] | None:
    """The model of the part that stands at `where`; None where names are free («lundi»)."""
    for part in where:
        if isinstance(part, str):
            field = model.model_fields.get(part)
            inner = part_model(field.annotation) if field else None
            if inner is None:
                return None
            model = inner
    return model


def _beside(tree: Mapping[str, Any], where: FieldPath) -> Mapping[str, Any]:
    """The fields of the record, or of its part, in which the one at `where` stands."""
    part: Any = tree
    for name in where[:-1]:
        part = part[name]
    return part if isinstance(part, Mapping) else {}


def _fields_at(model: type[BaseModel], where: FieldPath) -> dict[str, Any]:
    """The fields of the part of a record that stands at `where`."""
    return fields_of(_model_at(model, where) or model)


def _example(model: type[BaseModel], where: FieldPath) -> str:
    """What to add for a field that is needed: the value of another record would pass for its own,
    so the hint says what it is."""
    name = str(where[-1])
    told = str(_fields_at(model, where[:-1])[name].description or "").partition(". ")[0].rstrip(".")
    return f"ajoutez « {name}: … »" + (f" : {told[0].lower()}{told[1:]}" if told else "")


def _allowed_at(model: type[BaseModel], where: FieldPath) -> tuple[list[str], str]:
    """The closed list of the field at `where`, and an example of it."""
    name = next(part for part in reversed(where) if isinstance(part, str))
    field = _fields_at(model, where[: where.index(name)])[name]
    allowed = literals_of(field.annotation)
    return allowed, next(iter(field.examples or allowed))


def _literal(value: object, where: FieldPath, allowed: list[str], example: str) -> tuple[str, str]:
    if isinstance(value, (dict, list)):
        return _text_expected(value, {})
    name = next(str(part) for part in reversed(where) if isinstance(part, str))
    message, hint = not_in_list(str(value), name, allowed, example, in_list=where[-1] != name)
    if name == "frais_a_charge" and "« Payant »" in hint and re.search(r"\d", str(value)):
        hint = "écrivez « Payant » ; le prix exact va dans « prix », ou dans une annonce"
    return message, hint


def _pattern(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    pattern = PATTERNS[context["pattern"]]
    guess = near(pattern, str(value))
    several = several_of(str(value), lambda part: re.search(pattern.regex, part) is not None)
    hint = write_value(guess) if guess else several or pattern.hint
    if pattern is WEB and hint == pattern.hint and (ways := spaced_addresses(str(value))):
        hint = "écrivez " + " ou ".join(f"« {way} »" for way in ways)
    return f"{quote(str(value))} {pattern.message}", hint


def _text_expected(value: object, _context: Mapping[str, Any]) -> tuple[str, str]:
    if isinstance(value, dict) and len(value) == 1:
        [(key, inner)] = value.items()
        if isinstance(inner, str):
            whole = f"{key} : {inner}"
            return COLON_INSIDE, write_value(whole)
    if isinstance(value, list):
        return NO_LIST, "écrivez-la sur la ligne du champ, sans tiret"
    return "un texte est attendu ici", "écrivez la valeur sur la ligne du champ"


def _lines_expected(value: object, model: str, today: date) -> tuple[str, str]:
    lines = part_lines(model, value, today) if isinstance(value, str) else []
    if model == "Cancellation":
        message = "il manque « date »"
        if isinstance(value, str):
            message = f"{quote(value)} ne suffit pas ici : {message}"
        told = write_lines(lines) + about_the_year(model, str(value)) if lines else ""
        return message, told or "écrivez « - date: … »"
    hint = "écrivez des champs décalés de deux espaces sous celui-ci (voir docs/records.md)"
    if lines:
        hint = write_lines(lines) if lines[0].startswith("- ") else BELOW + f"« {lines[0]} »"
        hint += about_the_year(model, str(value))
    if isinstance(value, str):
        if not lines and model == "DatedHours":
            hint = where_hours_go(value) or hint
        return f"{quote(value)} ne suffit pas ici", hint
    return "ceci n'est pas attendu", hint


def _number(value: object, _context: Mapping[str, Any]) -> tuple[str, str]:
    if not isinstance(value, str):
        return _text_expected(value, {})
    return f"{quote(value)} n'est pas un nombre", number_hint(value)


def _whole_number(value: object, _context: Mapping[str, Any]) -> tuple[str, str]:
    if not isinstance(value, str):
        return _text_expected(value, {})
    return f"{quote(value)} n'est pas un nombre entier", whole_number_hint(value)


def _too_big(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    return f"{quote(str(value))} est trop grand", f"{context['le']:g} au plus"


def _too_small(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    return f"{quote(str(value))} est trop petit", f"{context['ge']:g} au moins"


def _too_long(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    length, most = len(str(value).strip()), context["max_length"]
    return f"ce texte est trop long ({length} caractères)", f"{most} caractères au plus"


def _too_short(_value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    return "ce texte est trop court", f"{context['min_length']} caractères au moins"


def _too_many(_value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    return f"cette liste a {context['actual_length']} lignes", f"{context['max_length']} au plus"


def _own_words(_value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    return context["message"], context["hint"]


def _other(_value: object, _context: Mapping[str, Any]) -> tuple[str, str]:
    return "cette valeur n'a pas la bonne forme", "voyez ce champ dans docs/records.md"


_SENTENCES: Mapping[str, Callable[[object, Mapping[str, Any]], tuple[str, str]]] = MappingProxyType(
    {
        "string_pattern_mismatch": _pattern,
        "string_type": _text_expected,
        "string_too_long": _too_long,
        "string_too_short": _too_short,
        "too_long": _too_many,
        "float_type": _number,
        "float_parsing": _number,
        "finite_number": _number,
        "int_type": _whole_number,
        "int_parsing": _whole_number,
        "less_than_equal": _too_big,
        "greater_than_equal": _too_small,
        "faute": _own_words,
    }
)
