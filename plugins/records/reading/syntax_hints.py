"""What a volunteer most likely meant when YAML cannot be read, in French, with the corrected line.

The parser's own words («mapping values are not allowed in this context») help nobody, and it often
stops a line or two after the slip. So the lines around that point are searched for usual slips.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plugins.french.days import DAYS
from plugins.records.kinds import KINDS
from plugins.records.reading.written_lines import (
    TWO_SPACES,
    indent_as_above,
    key_and_quoted,
    quoted,
    write_line,
)

Explained = tuple[int, int, str, str]
"""Line and column from 1, message, hint."""

SPECIAL = "« {} » a un sens particulier au début d'une valeur"
QUOTE_IT = "mettez la valeur entre guillemets droits"
_FIELD = r"\s*(?:- +)?"
_KEY = r"[^\W\d][\w-]*"
_FIELD_NAMES = frozenset(name for kind in KINDS.values() for name in kind.model.model_fields)


class _TypedLine(NamedTuple):
    number: int
    text: str
    previous: str


_Slip = tuple[int, str, str]
_Test = Callable[[_TypedLine], _Slip | None]


def explain_syntax(
    text: str, stopped: tuple[int, int], context: tuple[int, int] | None, words: str
) -> Explained:
    """Why the parser stopped at `stopped` (line and column from 0, as `context`), in French."""
    lines = text.split("\n")
    candidates = list(_candidates(lines, stopped[0], context[0] if context else None, words))
    for test in _TESTS:
        for line in candidates:
            if found := test(line):
                column, message, hint = found
                return line.number + 1, column + 1, message, hint
    number = min(stopped[0], len(lines) - 1)
    return (
        number + 1,
        min(stopped[1], len(lines[number])) + 1,
        "cette ligne ne peut pas être lue",
        "écrivez un champ par ligne, comme « nom: valeur », et alignez-la sur ses voisines",
    )


def explain_top(text: str) -> Explained:
    """Why a file that is valid YAML is not a record: it does not start with `field: value`."""
    for number, line in enumerate(text.split("\n")):
        if line.strip() and not line.lstrip().startswith(("#", "---")):
            for test in _TESTS:
                if test is not _no_field and (found := test(_TypedLine(number, line, ""))):
                    return number + 1, found[0] + 1, found[1], found[2]
            return number + 1, 1, "ce n'est pas une fiche", "commencez par « nom: … »"
    return 1, 1, "ce fichier est vide", "écrivez « nom: … »"


def _candidates(
    lines: list[str], stopped: int, context: int | None, words: str
) -> Iterator[_TypedLine]:
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
            yield _TypedLine(number, lines[number], previous)


def _conflict(line: _TypedLine) -> _Slip | None:
    if re.match(r"(<{7}|={7}|>{7}|\|{7})( |$)", line.text):
        return (
            0,
            "deux versions de la fiche sont mêlées ici",
            "gardez une seule version et supprimez les lignes <<<<<<<, ======= et >>>>>>>",
        )
    return None


def _tabulation(line: _TypedLine) -> _Slip | None:
    if found := re.match(r" *\t", line.text):
        message = "une tabulation se trouve au début de la ligne"
        return found.end() - 1, message, TWO_SPACES
    return None


def _odd_space(line: _TypedLine) -> _Slip | None:
    odd = "\u00a0\u202f\u2007\u3000"
    if found := re.match(rf"\s*[{odd}]|{_FIELD}{_KEY}[{odd}]*:[{odd}]", line.text):
        return (
            found.end() - 1,
            "cette espace est une espace insécable",
            "effacez-la et tapez une espace ordinaire",
        )
    return None


def _second_document(line: _TypedLine) -> _Slip | None:
    if line.number and re.match(r"(---|\.\.\.)(\s|$)", line.text):
        return 0, "une deuxième fiche commence ici", "un lieu par fichier : supprimez cette ligne"
    return None


def _glued_colon(line: _TypedLine) -> _Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY}) *:(?!//)([^\s:].*)", line.text):
        fixed = f"{found.group(1).strip()}: {found.group(2)}"
        return found.end(1), "il manque une espace après les deux-points", write_line(fixed)
    return None


def _odd_colon(line: _TypedLine) -> _Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY})\s*[：=]\s*(.*)", line.text):
        fixed = f"{found.group(1).strip()}: {found.group(2)}"
        return found.end(1), "deux-points sont attendus après le nom du champ", write_line(fixed)
    return None


def _odd_bullet(line: _TypedLine) -> _Slip | None:
    if found := re.match(r"(\s*)[•·*–—‣◦]\s*(?=\S)(.*)", line.text):
        told = write_line(f"- {found.group(2)}")
        return found.end(1), "une liste s'écrit avec des tirets", told
    return None


def _glued_dash(line: _TypedLine) -> _Slip | None:
    if found := re.match(r"(\s*)-(?=[^\s\d-])(.*)", line.text):
        return (
            found.end(1),
            "il manque une espace après le tiret",
            write_line(f"- {found.group(2)}"),
        )
    return None


def _sign_alone(line: _TypedLine) -> _Slip | None:
    """«fauteuil: ?», «mardi: -»: for YAML the first is a question, the second a list."""
    found = re.match(r"\s*(?:- +)?([^\W\d][^:#]*): +([?-])(?:[ \t]+(.*))?$", line.text)
    if not found:
        return None
    field, sign, rest = found[1].strip(), found[2], (found[3] or "").strip()
    if rest.startswith("#"):  # a remark, no value
        rest = ""
    is_day = any(word in field.lower() for word in (*DAYS, "vacances", "fériés"))
    if rest and (sign == "?" or is_day):
        return (
            found.start(2),
            f"{field}: « {sign} » n'a pas sa place devant une valeur",
            write_line(f"{field}: {rest}"),
        )
    if rest:
        return None
    return (
        found.start(2),
        f"{field}: « {sign} » ne dit rien",
        f"écrivez les heures, ou « {field}: fermé » ; on ne sait pas ? supprimez la ligne"
        if is_day
        else "on ne sait pas ? supprimez la ligne",
    )


def _dash_on_field_line(line: _TypedLine) -> _Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY}: +)(- .*)", line.text):
        return (
            found.end(1),
            "une liste commence à la ligne suivante",
            write_line(found.group(2)) + " sous le nom du champ",
        )
    return None


def _special_start(line: _TypedLine) -> _Slip | None:
    if found := re.match(rf"({_FIELD}(?:{_KEY}: +)?)([@`%*&!|>\[\]{{}},].*)", line.text):
        if not found.group(1).strip():
            return None
        value = found.group(2)
        if value[0] == "[" and "]" not in value:
            return (
                found.end(1),
                "ce crochet ne se ferme pas",
                "écrivez un élément par ligne : « - … »",
            )
        if re.fullmatch(r"[|>][-+]?\s*", value):
            told = "mettez deux espaces devant chaque ligne du texte"
            return found.end(1), "le texte n'est pas décalé sous ce champ", told
        if link := re.fullmatch(r"\[[^\]]*\]\((https?://\S+)\)\s*", value):
            return (
                found.end(1),
                SPECIAL.format("["),
                write_line(f"{found.group(1).strip()} {link[1]}"),
            )
        return (
            found.end(1),
            SPECIAL.format(value[0]),
            write_line(found.group(1).strip() + " " + quoted(value)),
        )
    return None


def _bad_quotes(line: _TypedLine) -> _Slip | None:
    found = re.match(rf"({_FIELD}(?:{_KEY}: +)?)([\"'])(.*)", line.text)
    if not found:
        return None
    sign, rest = found.group(2), found.group(3).rstrip()
    whole = rest.endswith(sign) and len(rest) > 1
    inner = rest[:-1] if whole else rest
    if whole and sign not in inner.replace(sign * 2, "") and "\\" not in inner:
        return None
    return (
        found.end(1),
        "les guillemets ne se ferment pas bien"
        if "\\" not in inner
        else "« \\ » pose problème ici",
        write_line(found.group(1).strip() + " " + quoted(_without(sign, inner))),
    )


def _without(sign: str, inner: str) -> str:
    """The words between quotes: apostrophes stay, double quotes that were not closed go."""
    return inner.replace("''", "'") if sign == "'" else inner.replace('"', "")


def _second_colon(line: _TypedLine) -> _Slip | None:
    if found := re.match(rf"({_FIELD}{_KEY} *: +)(?![\"'|>])(.*?:(?:\s.*|$))", line.text):
        value = found.group(2).rstrip()
        unwrapped = re.sub(r"^[«“„]\s*|\s*[»”]$", "", value)
        return (
            found.start(2) + value.index(":"),
            "des deux-points se trouvent dans la valeur",
            "mettez des guillemets droits : " + key_and_quoted(found.group(1).strip(), unwrapped),
        )
    return None


def _missing_colon(line: _TypedLine) -> _Slip | None:
    found = re.match(r"([a-z_]{3,}) +([^\s:][^:]*)$", line.text)
    if found and found[1] in _FIELD_NAMES:
        told = write_line(f"{found[1]}: {found[2]}")
        return found.end(1), "il manque les deux-points après le nom du champ", told
    return None


def _missing_dash(line: _TypedLine) -> _Slip | None:
    if re.match(r"\s*- ", line.previous) and (found := re.match(r"( +)(\w[^:]*)$", line.text)):
        return found.end(1), "il manque un tiret dans cette liste", write_line(f"- {found[2]}")
    return None


def _day_at_margin(line: _TypedLine) -> _Slip | None:
    """«lundi: fermé» where a field should begin: no field has the name of a day."""
    if re.match(rf"(?:{'|'.join(DAYS)})s? *:", line.text, re.IGNORECASE):
        told = "mettez deux espaces devant, comme pour les autres jours"
        return 0, "ce jour n'est pas décalé sous « horaires »", told
    return None


def _no_field(line: _TypedLine) -> _Slip | None:
    """A line at the margin that names no field: the end of the line above, or a remark."""
    if not re.match(r"[^\s#\-][^:]*$", line.text) or re.match(r"\.\.\.", line.text):
        return None
    if re.match(rf"{_KEY}: +[^\s\"'|>\[{{]", line.previous):
        told = write_line(f"{line.previous.strip()} {line.text.strip()}") + " sur une seule ligne"
        return 0, "cette ligne ne dit pas de quel champ elle est", told
    return 0, "cette ligne ne dit pas de quel champ elle est", "mettez « # » devant, ou ôtez-la"


def _misaligned(line: _TypedLine) -> _Slip | None:
    if re.match(rf" +(- |{_KEY} *:)", line.text) or (not line.number and line.text[:1] == " "):
        indent, above = (len(text) - len(text.lstrip()) for text in (line.text, line.previous))
        is_beside = re.match(rf" +(- |{_KEY} *: )", line.previous) and indent != above
        told = "les champs commencent au bord, les listes et les jours après deux espaces"
        told = (indent_as_above(above) if is_beside else "") or told
        return indent, "cette ligne n'est pas alignée avec ses voisines", told
    return None


_TESTS: tuple[_Test, ...] = (
    _conflict, _tabulation, _odd_space, _second_document, _odd_bullet, _glued_colon, _odd_colon,
    _glued_dash, _sign_alone, _dash_on_field_line, _special_start, _bad_quotes, _second_colon,
    _missing_colon, _missing_dash, _no_field, _day_at_margin, _misaligned,
)  # fmt: skip
