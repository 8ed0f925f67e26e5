"""What to write where a list is expected, or where several values stand on one line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_BETWEEN = re.compile(r"\s*[,;/|]\s*|\s+(?:et|ou)\s+")
_LONGEST = 40


def list_hint(value: object, meant: Callable[[str], str | None] | None) -> str:
    """The lines of a list whose values stand on the line of its field. `meant`: the value of a
    closed list that a text means, for such a list."""
    if not isinstance(value, str):
        return "écrivez chaque élément sur sa ligne, après un tiret"
    first = value.lstrip("-•*– ").strip()
    if meant is not None:
        words = [meant(part) for part in _BETWEEN.split(first)]
        if (whole := meant(first)) is not None:
            words = [whole]
        if all(words):
            return f"écrivez à la ligne suivante {_lines(map(str, words))}"
    if len(first) > _LONGEST:
        return "écrivez ce texte à la ligne suivante, après un tiret"
    return f"écrivez à la ligne suivante « - {first} »"


def parts_hint(names: Iterable[str]) -> str:
    """The lines of a list of parts, each of some fields: «exceptions»."""
    first, *others = names
    below = f", et dessous « {others[0]}: … »" if others else ""
    return f"écrivez à la ligne suivante « - {first}: … »{below} (voir docs/records.md)"


def several_of(value: str, is_right: Callable[[str], bool]) -> str:
    """What to write when a value is several right ones: «a@b.fr ; c@d.fr»; "" when it is not."""
    parts = _BETWEEN.split(value.strip())
    if len(parts) < 2 or not all(map(is_right, parts)):
        return ""
    return f"écrivez une ligne pour chacun : {_lines(parts)}"


def _lines(values: Iterable[str]) -> str:
    return ", puis ".join(f"« - {value} »" for value in dict.fromkeys(values))
