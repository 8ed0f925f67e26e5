"""What to write where a list is expected, or where several values stand on one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plugins.records.hints.written_lines import written

_BETWEEN = re.compile(r"\s*[,;/|\n]\s*|\s+(?:et|ou|[-–])\s+")
_SURE = re.compile(r"\s*[;|\n]\s*")
_GLUED, _GLUED_DASH = re.compile(r"-\w.*\s-\w"), re.compile(r"(?:^|\s)-(?=\w)")
"""«-Gratuit -Payant»: the items of a list, each with its dash."""
BELOW = "écrivez à la ligne suivante "
"""How a list begins whose values stand on the line of its field."""


def parts_of(value: str) -> list[str]:
    """The values that stand on one line, without what separates them nor their bullets."""
    return [each for part in _BETWEEN.split(value) if (each := _bare(part))]


def list_hint(
    value: object,
    meant: Callable[[str], list[str]] | None = None,
    is_right: Callable[[str], bool] | None = None,
    mend: Callable[[str], str] = str,
) -> str:
    """The lines of a list whose values stand on the line of its field. `meant`: the values of a
    closed list that a text means, for such a list; `is_right`: whether a text alone is a value;
    `mend`: the value that a text nearly is."""
    if not isinstance(value, str):
        return "écrivez chaque élément sur sa ligne, après un tiret"
    if _GLUED.match(value):
        value = _GLUED_DASH.sub(" - ", value)
    whole = _bare(value.strip("[]")) if value.startswith("[") else _bare(value)
    if meant is not None:
        if len(found := meant(whole)) == 1 and len(parts_of(whole)) < 2:
            return BELOW + _lines(found)
        each = [meant(part) for part in parts_of(whole)]
        if each and all(len(values) == 1 for values in each):
            return BELOW + _lines(values[0] for values in each)
        return "écrivez une valeur de la liste par ligne, après un tiret (voir docs/records.md)"
    parts = parts_of(whole)
    if is_right is None or not all(map(is_right, parts)):
        parts = [part for part in _SURE.split(whole) if part]
    return BELOW + _lines(map(mend, parts))


def with_field(name: str, hint: str) -> str:
    """A hint of lines below a field, with the field: its line does not have its name yet."""
    if not hint.startswith(BELOW):
        return ""
    lines = re.sub(r"(^|, puis )« ", r"\1«   ", hint.removeprefix(BELOW))
    return f"écrivez « {name}: », puis {lines}"


def several_of(value: str, is_right: Callable[[str], bool]) -> str:
    """What to write when a value is several right ones: «a@b.fr ; c@d.fr»; "" when it is not."""
    parts = parts_of(value)
    if len(parts) < 2 or not all(map(is_right, parts)):
        return ""
    return one_each(parts)


def one_each(values: Iterable[str]) -> str:
    """A line for each value."""
    return f"écrivez une ligne pour chacun : {_lines(values)}"


def _bare(value: str) -> str:
    return re.sub(r"^\s*(?:[-•*–—·]\s+|-(?=\w)|[1-9][.)]\s+)", "", value).strip()


def _lines(values: Iterable[str]) -> str:
    return ", puis ".join(f"« - {written(value)} »" for value in dict.fromkeys(values))
