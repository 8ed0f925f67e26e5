"""A directory whose every text holds a harmless mark of what strangers type: markup, formulas,
signs of templates, of calendars and of contact cards. Whatever rules refuse is left as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from plugins.common.diagnostic import FieldPath
from plugins.gazetteer import Gazetteer
from plugins.records.kinds import KINDS
from plugins.records.repository import read_repository
from tests.support.record_values import Tree, rich

MARKS = {
    "markup": 'zinnia <b id="zinnia-b" onclick="zinnia()">x</b></script></style>]]>--><zinnia>',
    "formula": "=1+2+zinnia",
    "sign": "-1+zinnia|zinnia\\;,zinnia\\n&bcc=zinnia#zinnia",
    "template": "{{ 7007*7 }} {% raw %} ${zinnia} {zinnia} %(zinnia)s #zinnia[]",
    "link": "[zinnia](javascript:zinnia()) ![x](https://exemple.org/zinnia.png) &lt;zinnia&gt;",
    "word": "zinnia" * 40 + " שלום 𝒵 ﷽ e\u0301",
}
"""By a word for each: what is typed. None does anything where it would be taken for a command."""
FILES = {
    "place": "31/{mark}",
    "workshop": "31/ateliers/{mark}",
    "route": "31/tournees/{mark}",
    "label": "labels/{mark}",
    "network": "reseaux/{mark}",
    "territory": "territoires/{mark}",
}
_TERRITORIES = ("epci/243100633", "departement/31", "region/76", "commune/31254", "autre/zinnia",
                "commune/31446")  # fmt: skip


def write_marked(folder: Path, today: date) -> dict[str, list[FieldPath]]:
    """Write records of all kinds below `folder`, one a mark, that `check` accepts.

    Returns, by file, the fields that hold the mark.
    """
    records: dict[str, Tree] = {}
    marked: dict[str, list[FieldPath]] = {}
    plain: dict[str, Tree] = {}
    for kind, pattern in FILES.items():
        for (mark, text), territory in zip(MARKS.items(), _TERRITORIES, strict=True):
            name = pattern.format(mark=territory if kind == "territory" else mark) + ".yaml"
            plain[name] = rich(KINDS[kind].model)  # type: ignore[index]
            plain[name].pop("anciens_ids", None)
            plain[name].pop("remplace_par", None)
            plain[name].pop("ferme_le", None)
            if kind == "label":
                plain[name]["territoires"] = ["departement/31"]  # one of elsewhere has no page
            records[name] = deepcopy(plain[name])
            marked[name] = []
            for path in _texts(plain[name]):
                _put(records[name], path, text)
                marked[name].append(path)
    while True:
        for name, tree in records.items():
            _write(folder / name, tree)
        wrong = read_repository(folder, Gazetteer.load([]), today).diagnostics
        errors = [found for found in wrong if found.severity == "error"]
        if not errors:
            return marked
        for found in errors:
            refused = [path for path in marked[found.path] if _is_about(found.field, path)]
            if not refused:  # a field that contradicts another one
                del records[found.path][re.match(r"\w+", found.field)[0]]  # type: ignore[index]
            for path in refused:
                _put(records[found.path], path, _get(plain[found.path], path))
                marked[found.path].remove(path)


def _texts(tree: Any, above: FieldPath = ()) -> Iterator[FieldPath]:
    """Where texts stand in a tree."""
    if isinstance(tree, str):
        yield above
    else:
        pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
        for name, value in pairs if isinstance(tree, (dict, list)) else ():
            yield from _texts(value, (*above, name))


def _is_about(field: str, path: FieldPath) -> bool:
    """Whether a message about `field` («exceptions[1].motif») may be about what stands there."""
    name = "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)[1:]
    of_field, of_name = re.split(r"\.|(?=\[)", field), re.split(r"\.|(?=\[)", name)
    depth = min(len(of_field), len(of_name))
    return of_field[:depth] == of_name[:depth]


def _get(tree: Any, path: FieldPath) -> Any:
    for part in path:
        tree = tree[part]
    return tree


def _put(tree: Any, path: FieldPath, value: Any) -> None:
    _get(tree, path[:-1])[path[-1]] = value


def _write(path: Path, tree: Tree) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")
