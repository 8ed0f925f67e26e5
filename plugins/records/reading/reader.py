"""Bytes of a record → a tree of text, or French diagnostics; never an exception.

Records come from strangers and YAML 1.1 corrupts this data (`01400` would become 768, `no` False),
so the events of PyYAML's C parser are read one by one: every scalar stays text; aliases, anchors,
tags, second documents, repeated keys and deep nesting are refused where they stand. Events, not
nodes: the C composer follows 30,000 brackets down until the stack overflows.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.common.diagnostic import Diagnostic, FieldPath
from plugins.common.hidden_characters import DROPPED, invisible, refused_in, without_hidden
from plugins.records.hints.written_lines import write_value
from plugins.records.reading.decoding import decode, read_bytes
from plugins.records.reading.glued import TWICE, again_hint, glued_records
from plugins.records.reading.mended_text import mended_text
from plugins.records.reading.syntax_hints import explain_syntax, explain_top
from plugins.records.reading.value_slips import SPECIAL, quoted_from

Tree = dict[str, "str | list[Any] | dict[str, Any]"]
Node = str | list[Any] | dict[str, Any]
MAX_DEPTH = 6
MOST_SLIPS = 20
_NAME_IT = "écrivez-le, puis deux-points et sa valeur"


class Position(NamedTuple):
    """A position in a file, both counted from 1, the column in characters."""

    line: int
    column: int


class ScannedRecord(NamedTuple):
    """What was read. `tree` is None when nothing could be; `keys` and `values` are positions;
    `blank`: fields that are left blank, which the tree does not have."""

    tree: Tree | None
    faults: list[Diagnostic]
    keys: dict[FieldPath, Position]
    values: dict[FieldPath, Position]
    blank: list[FieldPath]

    def position(self, where: FieldPath, *, key: bool = False) -> Position:
        """The position of a value (or of its key), or of the nearest thing around it."""
        if key and where in self.keys:
            return self.keys[where]
        while where:
            if where in self.values:
                return self.values[where]
            where = where[:-1]
        return Position(1, 1)


def read_record(path: Path, places_dir: Path) -> Tree | list[Diagnostic]:
    """The text tree of one file, or what is wrong with it; they name it within `places_dir`."""
    name = path.relative_to(places_dir).as_posix()
    data = read_bytes(path, name)
    return [data] if isinstance(data, Diagnostic) else parse_record(data, name)


def parse_record(data: bytes, name: str) -> Tree | list[Diagnostic]:
    """Like `read_record`, for bytes already read; `name` is the path shown in diagnostics."""
    return parse_with_blanks(data, name)[0]


def parse_with_blanks(data: bytes, name: str) -> tuple[Tree | list[Diagnostic], set[str]]:
    """Like `parse_record`, with the names of the fields that are left blank, at any depth."""
    text = decode(data)
    if isinstance(text, Diagnostic):
        return diagnostics_of([text], name), set()
    builder = _TreeBuilder(None, None)
    tree, faults = builder.read(text)
    if faults or tree is None:
        # Once more, with the name of each field.
        return diagnostics_of(scan(data).faults, name), set()
    return tree, {str(path[-1]) for path in builder.blank}


def scan(data: bytes) -> ScannedRecord:
    """Everything that can be read of a file that has a fault, with the position of each part."""
    text = decode(data)
    if isinstance(text, Diagnostic):
        return ScannedRecord(None, [text], {}, {}, [])
    faults: list[Diagnostic] = []
    for _ in range(MOST_SLIPS):
        keys: dict[FieldPath, Position] = {}
        values: dict[FieldPath, Position] = {}
        builder = _TreeBuilder(keys, values)
        tree, found = builder.read(text)
        told = {one._replace(hint="") for one in faults}
        new = [one for one in found if one._replace(hint="") not in told]
        faults += new
        # Where reading stopped at a slip that we can mend, what follows has its faults too.
        mended = mended_text(text, new[-1]) if tree is None and new else None
        if mended is None:
            break
        text = mended
    return ScannedRecord(tree, glued_records(faults, keys), keys, values, builder.blank)


def diagnostics_of(faults: list[Diagnostic], name: str) -> list[Diagnostic]:
    """The faults of a text as those of the file `name`."""
    return [fault._replace(path=name) for fault in faults]


class _TooDeepError(Exception):
    pass


class _TreeBuilder:
    """Builds the tree from events. `keys` and `values` collect positions when they are wanted."""

    def __init__(
        self, keys: dict[FieldPath, Position] | None, values: dict[FieldPath, Position] | None
    ) -> None:
        self._keys, self._values = keys, values
        self.blank: list[FieldPath] = []
        """Fields left blank; their last part alone where positions are not wanted."""
        self._faults: list[Diagnostic] = []
        self._next: Callable[[], Any]

    def read(self, text: str) -> tuple[Tree | None, list[Diagnostic]]:
        self._next = yaml.CBaseLoader(text).get_event
        self._text = text
        # What the text itself shows was looked at: only escapes and entities may hide something.
        self._may_hide = "\\" in text or "&" in text
        try:
            self._next()  # the stream starts
            if self._next().__class__ is yaml.StreamEndEvent:
                return None, [
                    _fault(Position(1, 1), "", "ce fichier est vide", "écrivez « nom: … »")
                ]
            node = self._node(self._next(), (), 0)
            self._next()  # the document ends
            after = self._next()
            if after.__class__ is not yaml.StreamEndEvent:
                self._fault(after, (), "une deuxième fiche commence ici", "un lieu par fichier")
        except _TooDeepError:
            return None, self._faults
        except yaml.MarkedYAMLError as error:
            stop = _fault(*_explained(error, text))  # in better words than a sign before it
            said = [one for one in self._faults if one[1:3] != stop[1:3]]
            return None, [*said, stop]
        except (yaml.YAMLError, ValueError, AttributeError, RecursionError):
            return None, [
                _fault(
                    Position(1, 1), "", "ce fichier n'est pas lisible", "recopiez-le dans un neuf"
                )
            ]
        if not isinstance(node, dict) or not (node or self._faults):
            line, column, message, hint = explain_top(text)
            return None, [*self._faults, _fault(Position(line, column), "", message, hint)]
        return node, self._faults

    def _node(self, event: Any, where: FieldPath, depth: int) -> Node:
        if self._values is not None:
            self._values[where] = _position(event)
        if event.anchor is not None:
            self._special(event, where, "*" if event.__class__ is yaml.AliasEvent else "&")
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.tag is not None:
                self._special(event, where, "!")
            value: str = event.value or event.tag or ""  # «!Mairie» is all tag
            if value.isascii() and not self._may_hide:
                return value
            return self._plain(event, where)
        if kind is yaml.AliasEvent:
            return ""
        if depth == MAX_DEPTH:
            self._fault(event, where, "trop de niveaux sont emboîtés ici", "alignez les lignes")
            raise _TooDeepError
        if event.tag is not None:
            self._special(event, where, "!")
        if kind is yaml.MappingStartEvent:
            before = len(self.blank)
            found = self._mapping(where, depth + 1)
            if event.flow_style and not found and len(self.blank) > before:
                # «{Rue}» holds a field «Rue», left blank: it is read as its hint says.
                self._special(event, where, "{")
                names = [str(path[-1]) for path in self.blank[before:]]
                del self.blank[before:]
                return ", ".join(names)
            return found
        return self._sequence(where, depth + 1)

    def _mapping(self, where: FieldPath, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        empty: set[str] = set()
        while (event := self._next()).__class__ is not yaml.MappingEndEvent:
            key = self._key(event, where, depth)
            inner = (*where, key) if self._values is not None else where
            if key in mapping or key in empty:
                again = self._node(self._next(), (*inner, ""), depth)
                # Its parts must not hide the positions of the first.
                hint = again_hint((*where, key), mapping.get(key), again)
                self._fault(event, inner, TWICE, hint)
                continue
            if self._keys is not None:
                self._keys[inner] = _position(event)
            value = self._node(self._next(), inner, depth)
            if value:
                mapping[key] = value
            else:
                empty.add(key)  # a field left blank is a field that is not there
                self.blank.append((*where, key))
        return mapping

    def _key(self, event: Any, where: FieldPath, depth: int) -> str:
        if event.__class__ is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            key: str = event.value
            if key.isascii() and not self._may_hide:
                return key
            return self._plain(event, where)
        self._fault(event, where, "un nom de champ est attendu", _NAME_IT)
        self._node(event, (*where, ""), depth)
        return ""

    def _sequence(self, where: FieldPath, depth: int) -> list[Any]:
        items: list[Any] = []
        while (event := self._next()).__class__ is not yaml.SequenceEndEvent:
            inner = (*where, len(items)) if self._values is not None else where
            value = self._node(event, inner, depth)
            if value:
                items.append(value)
        return items

    def _plain(self, event: Any, where: FieldPath) -> str:
        """The text of a scalar; an escape or an entity may hide what the file does not show."""
        value = _clean(event.value)
        if value.strip() == "…":  # what a hint shows, pasted as it is
            told = "écrivez la vraie valeur, ou supprimez la ligne"
            self._fault(event, where, "« … » est à remplacer", told)
            return ""  # nothing more is to be said of it
        if character := refused_in(value):
            value = without_hidden(value)
            hint = "effacez ce caractère" if "\n" in value.strip() else write_value(value)
            self._fault(event, where, invisible(character), hint)
        return value

    def _fault(self, event: Any, where: FieldPath, message: str, hint: str) -> None:
        self._faults.append(_fault(_position(event), field_name(where), message, hint))

    def _special(self, event: Any, where: FieldPath, sign: str) -> None:
        line = self._text.split("\n")[event.start_mark.line]
        hint = quoted_from(line, event.start_mark.column)
        self._fault(event, where, SPECIAL.format(sign), hint)


def field_name(where: FieldPath) -> str:
    """`("exceptions", 0, "du")` as people read it: «exceptions[1].du»."""
    name = ""
    for part in where:
        if isinstance(part, int):
            name += f"[{part + 1}]"
        else:
            name += f".{part}" if name else part
    return name


def _position(event: Any) -> Position:
    return Position(event.start_mark.line + 1, event.start_mark.column + 1)


def _clean(text: str) -> str:
    """One form for each accented letter (NFC), without the characters that nobody can see."""
    return unicodedata.normalize("NFC", DROPPED.sub("", text))


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[Position, str, str, str]:
    stopped, context = error.problem_mark, error.context_mark
    line, column, message, hint = explain_syntax(
        text,
        (stopped.line, stopped.column) if stopped else (0, 0),
        (context.line, context.column) if context else None,
        f"{error.context or ''} {error.problem or ''}",
    )
    return Position(line, column), "", message, hint


def _fault(position: Position, field: str, message: str, hint: str) -> Diagnostic:
    """At a position of a text that is not yet tied to a file."""
    return Diagnostic("", *position, field, message, hint)
