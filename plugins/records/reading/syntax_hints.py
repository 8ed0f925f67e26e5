"""What a volunteer most likely meant when YAML cannot be read, in French, with the corrected line.

The parser's own words («mapping values are not allowed in this context») help nobody, and it often
stops a line or two after the slip. So the lines around that point are searched for usual slips.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plugins.french.days import DAYS
from plugins.records.hints.list_hints import BELOW, list_hint, with_field
from plugins.records.hints.unknown_fields import fields_of, part_model
from plugins.records.hints.written_lines import (
    AT_EDGE,
    NO_LIST,
    NOTHING_BEFORE,
    ONE_LINE,
    TWO_SPACES,
    indent_as_above,
    write_line,
    written,
)
from plugins.records.kinds import KINDS
from plugins.records.reading.slip_line import FIELD as _FIELD
from plugins.records.reading.slip_line import KEY as _KEY
from plugins.records.reading.slip_line import Slip, SlipLine
from plugins.records.reading.value_slips import (
    LISTS,
    NOT_MOVED_IN,
    bad_quotes,
    second_colon,
    sign_alone,
    special_start,
)

Explained = tuple[int, int, str, str]
"""Line and column from 1, message, hint."""

_FIELD_NAMES = frozenset(name for kind in KINDS.values() for name in kind.model.model_fields)
_INNER_NAMES = frozenset(
    name
    for kind in KINDS.values()
    for field in kind.model.model_fields.values()
    if (part := part_model(field.annotation))
    for name in fields_of(part)
)


_Test = Callable[[SlipLine], Slip | None]


def explain_syntax(
    text: str, stopped: tuple[int, int], context: tuple[int, int] | None, words: str
) -> Explained:
    """Why the parser stopped at `stopped` (line and column from 0, as `context`), in French."""
    lines = text.split("\n")
    if opened := _open_quotes(lines, stopped[0]):
        return opened
    candidates = list(_candidates(lines, stopped[0], context[0] if context else None, words))
    for test in _TESTS:
        for line in candidates:
            if found := test(line):
                column, message, hint = found
                if message == NOT_MOVED_IN and lines[line.number + 1 : line.number + 2] > [""]:
                    return line.number + 2, 1, message, indent_as_above(2, "comme tout le texte")
                return line.number + 1, column + 1, message, hint
    number = min(stopped[0], len(lines) - 1)
    return (
        number + 1,
        min(stopped[1], len(lines[number])) + 1,
        "cette ligne ne peut pas être lue",
        "écrivez un champ par ligne, comme « nom: valeur », et alignez-la sur ses voisines",
    )


def _open_quotes(lines: list[str], stopped: int) -> Explained | None:
    """A value whose first quote does not close on its line: the next one, anywhere, closes it."""
    for number, text in enumerate(lines[: stopped + 1]):
        found = re.match(rf"{_FIELD}(?:{_KEY}: +)?([\"'])(.*)$", text)
        if found and found[1] not in found[2] and (slip := bad_quotes(SlipLine(number, text, ""))):
            return number + 1, slip[0] + 1, slip[1], slip[2]
    return None


def explain_top(text: str) -> Explained:
    """Why a file that is valid YAML is not a record: it does not start with `field: value`."""
    for number, line in enumerate(text.split("\n")):
        if line.strip() and not line.lstrip().startswith(("#", "---")):
            for test in _TESTS:
                if test is not _no_field and (found := test(SlipLine(number, line, ""))):
                    return number + 1, found[0] + 1, found[1], found[2]
            return number + 1, 1, "ce n'est pas une fiche", "commencez par « nom: … »"
    return 1, 1, "ce fichier est vide", "écrivez « nom: … »"


def _candidates(
    lines: list[str], stopped: int, context: int | None, words: str
) -> Iterator[SlipLine]:
    """The line where the parser stopped, then those before it that may have misled it."""
    numbers = [stopped]
    if context is not None and ("scanning" in words or "flow" in words):
        numbers.insert(0, context)
    before = [n for n in range(min(stopped, len(lines)) - 1, -1, -1) if lines[n].strip()]
    numbers += before[:2]
    for number in dict.fromkeys(numbers):
        if number < len(lines):
            earlier = [n for n in before if n < number]
            previous = lines[earlier[0]] if earlier else ""
            yield SlipLine(number, lines[number], previous)


def _conflict(line: SlipLine) -> Slip | None:
    if re.match(r"(<{7}|={7}|>{7}|\|{7})( |$)", line.text):
        return (
            0,
            "deux versions de la fiche sont mêlées ici",
            "gardez une seule version et supprimez les lignes <<<<<<<, ======= et >>>>>>>",
        )
    return None


def _tabulation(line: SlipLine) -> Slip | None:
    if found := re.match(r" *\t", line.text):
        message = "une tabulation se trouve au début de la ligne"
        return found.end() - 1, message, TWO_SPACES
    return None


def _odd_space(line: SlipLine) -> Slip | None:
    odd = "\u00a0\u202f\u2007\u3000"
    if found := re.match(rf"\s*[{odd}]|{_FIELD}{_KEY}[{odd}]*:[{odd}]", line.text):
        front = len(line.text) - len(line.text.lstrip())
        told = write_line(re.sub(rf"[{odd}]", " ", line.text))
        if re.search(rf"[{odd}]", line.text[:front]):
            told = indent_as_above(front) or told
        return found.end() - 1, "cette espace est une espace insécable", told
    return None


def _second_document(line: SlipLine) -> Slip | None:
    if line.number and re.match(r"(---|\.\.\.)(\s|$)", line.text):
        return 0, "une deuxième fiche commence ici", "un lieu par fichier : supprimez cette ligne"
    return None


def _glued_colon(line: SlipLine) -> Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY}) *:(?!//)([^\s:].*)", line.text):
        told = _write_field(found[1].strip(), found[2])
        return found.end(1), "il manque une espace après les deux-points", told
    return None


def _odd_colon(line: SlipLine) -> Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY})\s*[：=]\s*(.*)", line.text):
        told = _write_field(found[1].strip(), found[2])
        return found.end(1), "deux-points sont attendus après le nom du champ", told
    return None


def _write_field(name: str, value: str) -> str:
    """The line of a field; where its value is that of a list, with the lines of the list."""
    told = list_hint(value) if value and value[0] not in "[\"'" and f"{name}:" in LISTS else ""
    return with_field(name, told) or write_line(f"{name}: {value}")


def _quoted_field(line: SlipLine) -> Slip | None:
    """«"nom": "Médiathèque",»: a line of another format."""
    if found := re.match(rf'({_FIELD})"({_KEY})" *: *("?)(.*?)\3 *,? *$', line.text):
        told = write_line(f"{found[2]}: {written(found[4])}")
        return found.end(1), "le nom d'un champ s'écrit sans guillemets", told
    return None


def _marked_field(line: SlipLine) -> Slip | None:
    """«- commune: Labège», «**commune:** Labège» at the margin, where a field begins."""
    marks = r"(?:[-*>]+ *)"
    found = re.match(rf"{marks}({_KEY})(?:\*\*)? *:(?:\*\*)?( .*)?$", line.text)
    if not found or found[1] not in _FIELD_NAMES:
        return None
    is_below = not re.match(rf"{_KEY}: +\S", line.previous)
    if line.text[0] == "-" and is_below and found[1] in _INNER_NAMES:
        return None  # the first field of an item, in a list at the margin
    return 0, NOTHING_BEFORE, write_line(f"{found[1]}: {(found[2] or '').strip()}")


def _odd_bullet(line: SlipLine) -> Slip | None:
    if found := re.match(r"(\s*)[•·*–—‣◦]\s*(?=\S)(.*)", line.text):
        told = write_line(f"- {found.group(2)}")
        return found.end(1), "une liste s'écrit avec des tirets", told
    return None


def _glued_dash(line: SlipLine) -> Slip | None:
    if found := re.match(r"(\s*)-(?=[^\s\d-])(.*)", line.text):
        return (
            found.end(1),
            "il manque une espace après le tiret",
            write_line(f"- {found.group(2)}"),
        )
    return None


def _dash_on_field_line(line: SlipLine) -> Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY}: +)(- .*)", line.text):
        name, value = found[1].strip(), found[2][1:].strip()
        if name[:-1] in _FIELD_NAMES and not name.startswith(LISTS):
            return found.end(1), NO_LIST, write_line(f"{name} {written(value)}")
        return (
            found.end(1),
            "une liste commence à la ligne suivante",
            BELOW + f"« {found[2].strip()} »",
        )
    return None


def _missing_colon(line: SlipLine) -> Slip | None:
    found = re.match(r"([a-z_]{3,})(?: +([^\s:][^:]*)| *)$", line.text)
    if found and found[1] in _FIELD_NAMES:
        told = _write_field(found[1], found[2]) if found[2] else write_line(f"{found[1]}:")
        return found.end(1), "il manque les deux-points après le nom du champ", told
    return None


def _missing_dash(line: SlipLine) -> Slip | None:
    if re.match(r"\s*- ", line.previous) and (found := re.match(r"( +)(\w[^:]*)$", line.text)):
        return found.end(1), "il manque un tiret dans cette liste", write_line(f"- {found[2]}")
    return None


def _day_at_margin(line: SlipLine) -> Slip | None:
    """«lundi: fermé» where a field should begin: no field has the name of a day."""
    if re.match(rf"(?:{'|'.join(DAYS)})s? *:", line.text, re.IGNORECASE):
        told = "mettez deux espaces devant, comme pour les autres jours"
        return 0, "ce jour n'est pas décalé sous « horaires »", told
    return None


def _no_field(line: SlipLine) -> Slip | None:
    """A line at the margin that names no field: the end of the line above, or a remark."""
    if not re.match(r"[^\s#\-][^:]*$", line.text) or re.match(r"\.\.\.", line.text):
        return None
    if re.match(rf"{_KEY}: +[^\s\"'|>\[{{]", line.previous):
        told = write_line(f"{line.previous.strip()} {line.text.strip()}") + ONE_LINE
        return 0, "cette ligne ne dit pas de quel champ elle est", told
    message = "cette ligne ne dit pas de quel champ elle est"
    if re.match(r" +[^\s#-]", line.previous) and not re.match(rf" *{_KEY} *:", line.previous):
        return 0, message, indent_as_above(2)
    return 0, message, f"{write_line('# ' + line.text)} : une note commence par « # »"


def _misaligned(line: SlipLine) -> Slip | None:
    if re.match(rf" +(- |{_KEY} *:)", line.text) or (not line.number and line.text[:1] == " "):
        indent, above = (len(text) - len(text.lstrip()) for text in (line.text, line.previous))
        is_beside = re.match(rf" +(- |{_KEY} *: )", line.previous) and indent != above
        told = "les champs commencent au bord, les listes et les jours après deux espaces"
        name = line.text.partition(":")[0].strip()
        told = (indent_as_above(above) if is_beside else "") or told
        if name in _FIELD_NAMES and (indent == 1 or re.match(r"\S", line.previous)):
            told = AT_EDGE
        return indent, "cette ligne n'est pas alignée avec ses voisines", told
    return None


_TESTS: tuple[_Test, ...] = (
    _conflict, _tabulation, _odd_space, _second_document, _marked_field, _odd_bullet,
    _glued_colon, _odd_colon, _quoted_field, _glued_dash, sign_alone, _dash_on_field_line,
    special_start, bad_quotes, second_colon, _missing_colon, _missing_dash, _no_field,
    _day_at_margin, _misaligned,
)  # fmt: skip
