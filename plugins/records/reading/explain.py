"""What pydantic found wrong with the shape of a record, said in French where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from plugins.common.diagnostic import Diagnostic, FieldPath, error, quote
from plugins.french.dates import read_date
from plugins.records.model.types import IDENTITY, PATTERNS
from plugins.records.reading.closest_spelling import nearest
from plugins.records.reading.list_hints import list_hint, parts_hint, several_of
from plugins.records.reading.meant_field import meant_field
from plugins.records.reading.number_hint import number_hint, whole_number_hint
from plugins.records.reading.repairs import repair
from plugins.vocabulary.typologie import ALSO_CALLED, KINDS

_FROM_PATH = ("id", "slug", "departement")
ANSWERS: Mapping[str, str] = MappingProxyType(
    {"yes": "oui", "true": "oui", "vrai": "oui", "oui": "oui", "o": "oui"}
    | {"no": "non", "false": "non", "faux": "non", "non": "non", "n": "non"}
)
_MAX_LISTED_CHARACTERS = 160
_PRICE = re.compile(r"[1-9]\d*(?:[.,]\d+)? ?(?:€|euros?\b)", re.IGNORECASE)


def explained(failure: ValidationError, model: type[BaseModel]) -> Iterator[Diagnostic]:
    """One diagnostic for each error of pydantic, in the order of the record."""
    faults = failure.errors(include_url=False)
    renamed = set(_renamed(faults, model))
    for fault in faults:
        where = tuple(part for part in fault["loc"] if part != IDENTITY)
        context = fault.get("ctx", {})
        kind = fault["type"]
        if kind == "extra_forbidden":
            parent = _model_at(model, where[:-1]) or model
            message, hint = _unknown_field(str(where[-1]), parent)
            yield error(where, message, hint, at_key=True)
        elif kind == "missing" and where in renamed:
            continue  # it is there under another name, and that is said there
        elif kind == "missing":
            yield error(where, "ce champ est obligatoire", _example(model, where))
        else:
            if kind == "tuple_type":
                message, hint = "une liste est attendue", _list_hint(model, where, fault["input"])
            elif kind == "literal_error":
                message, hint = _literal(fault["input"], *_allowed_at(model, where))
            else:
                message, hint = _SENTENCES.get(kind, _other)(fault["input"], context)
            yield error(where, message, hint)


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
        if parent is not None and (name := str(where[-1])) not in _fields_of(parent):
            message, hint = _unknown_field(name, parent)
            yield error(where, message, hint, at_key=True)


def field_names(model: type[BaseModel]) -> set[str]:
    """Names of all the fields of a record and of its parts."""
    names = set(_fields_of(model))
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


def _unknown_field(name: str, model: type[BaseModel]) -> tuple[str, str]:
    message, fields = "ce champ n'existe pas", _fields_of(model)
    if name in _FROM_PATH and name not in fields:
        return message, "supprimez la ligne : le nom du fichier suffit"
    above = [
        part
        for part, field in fields.items()
        if (inner := part_model(field.annotation)) and name in _fields_of(inner)
    ]
    if len(above) == 1 and fields[above[0]].default is None:
        told = f"écrivez-le sous « {above[0]}: », à la ligne suivante, après deux espaces"
        return "ce champ n'existe pas ici", told
    if meant := meant_field(name, fields):
        return message, f"vouliez-vous dire « {meant} » ?"
    listed = _listed(fields)
    if len(listed) <= _MAX_LISTED_CHARACTERS:
        return message, f"les champs possibles sont {listed}"
    return message, "supprimez la ligne, ou choisissez un champ de docs/records.md"


def _fields_at(model: type[BaseModel], where: FieldPath) -> dict[str, Any]:
    """The fields of the part of a record that stands at `where`."""
    return _fields_of(_model_at(model, where) or model)


def _fields_of(model: type[BaseModel]) -> dict[str, Any]:
    return {name: field for name, field in model.model_fields.items() if field.alias is None}


def part_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside `X`, `X | None` or `tuple[X, ...]`, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (part_model(argument) for argument in get_args(annotation))
    return next((model for model in inner if model is not None), None)


def _example(model: type[BaseModel], where: FieldPath) -> str:
    name = str(where[-1])
    field = _fields_at(model, where[:-1])[name]
    examples = field.examples
    return (
        f"ajoutez par exemple « {name}: {examples[0]} »" if examples else f"ajoutez « {name}: … »"
    )


def _allowed_at(model: type[BaseModel], where: FieldPath) -> tuple[list[str], str]:
    """The closed list of the field at `where`, and an example of it."""
    name = next(part for part in reversed(where) if isinstance(part, str))
    field = _fields_at(model, where[: where.index(name)])[name]
    allowed = literals_of(field.annotation)
    return allowed, next(iter(field.examples or allowed))


def literals_of(annotation: Any) -> list[str]:
    """The values of the `Literal` inside a field's type; empty when there is none."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    inner = (literals_of(argument) for argument in get_args(annotation))
    return next((values for values in inner if values), [])


def _literal(value: object, allowed: list[str], example: str) -> tuple[str, str]:
    if isinstance(value, (dict, list)):
        return _text_expected(value, {})
    word = str(value).strip("«» \u00a0")
    meant = ANSWERS.get(word.lower()) if "oui" in allowed else _near_value(word, allowed)
    message = f"{quote(str(value))} n'est pas dans la liste"
    if meant:
        return message, f"vouliez-vous dire « {meant} » ?"
    if "Payant" in allowed and _PRICE.search(word):
        return message, "écrivez « Payant »"
    if "oui" in allowed:
        return message, "écrivez oui ou non, ou supprimez la ligne si personne ne sait"
    listed = _listed(allowed)
    if len(listed) <= _MAX_LISTED_CHARACTERS:
        return message, f"les valeurs possibles sont {listed}"
    return message, f"la liste est dans docs/records.md, par exemple « {example} »"


def _list_hint(model: type[BaseModel], where: FieldPath, value: object) -> str:
    field = _fields_at(model, where[:-1])[str(where[-1])]
    part, allowed = part_model(field.annotation), literals_of(field.annotation)
    if part is not None:
        return parts_hint(name for name in part.model_fields if name != IDENTITY)
    return list_hint(value, (lambda word: _near_value(word, allowed)) if allowed else None)


def _near_value(word: str, allowed: list[str]) -> str | None:
    """The value that somebody meant: one that looks like theirs, or the code of what they name."""
    words = {said: code for code, said in KINDS.items()} | {**ALSO_CALLED}
    codes = {said: code for said, code in words.items() if code in allowed}
    named = nearest(word, codes)
    return codes[named] if named else nearest(word, allowed)


def _pattern(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    pattern = PATTERNS[context["pattern"]]
    guess = repair(pattern, str(value))
    several = several_of(str(value), lambda part: re.search(pattern.regex, part) is not None)
    hint = f"écrivez {quote(guess)}" if guess else several or pattern.hint
    return f"{quote(str(value))} {pattern.message}", hint


def _text_expected(value: object, _context: Mapping[str, Any]) -> tuple[str, str]:
    if isinstance(value, dict) and len(value) == 1:
        [(key, inner)] = value.items()
        if isinstance(inner, str):
            whole = f"{key} : {inner}"
            return (
                "des deux-points se trouvent dans la valeur",
                f'mettez des guillemets droits : "{whole}"',
            )
    if isinstance(value, list):
        return "une seule valeur est attendue ici", "écrivez-la sur la ligne du champ, sans tiret"
    return "un texte est attendu ici", "écrivez la valeur sur la ligne du champ"


def _lines_expected(value: object, context: Mapping[str, Any]) -> tuple[str, str]:
    if context.get("class_name") == "Cancellation":
        day = read_date(value) if isinstance(value, str) else None
        written = f"- date: {day.isoformat()}" if day else "- date: année-mois-jour"
        return (
            "il manque « date »",
            f"écrivez « {written} », et dessous « motif » s'il est connu",
        )
    return (
        f"{quote(value)} ne suffit pas ici" if isinstance(value, str) else "ceci n'est pas attendu",
        "écrivez des champs décalés de deux espaces sous celui-ci (voir docs/records.md)",
    )


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
        "model_type": _lines_expected,
        "model_attributes_type": _lines_expected,
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


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"« {word} »" for word in words)
