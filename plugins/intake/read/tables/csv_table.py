"""A CSV text → a table, whatever sign stands between its cells."""

from __future__ import annotations

import contextlib
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from plugins.intake.read.tables.header import known_columns
from plugins.intake.read.tables.rows import (
    MAX_BYTES,
    MAX_ROWS,
    ImportFileError,
    Table,
    too_many_rows,
)
from plugins.intake.read.tables.sheet_lines import table_of

_DELIMITERS = ",;\t|"
_LOOKED_AT, _SAMPLE = 30, 200_000


def read_csv(text: str, name: str) -> Table:
    """The table of a CSV text. `name`: of its file, for messages. Raises ImportFileError."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep="):  # a hint to Excel, which shows no such line
        text = rest
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    csv.field_size_limit(MAX_BYTES)
    lines: list[list[str]] = []
    try:
        for line in reader:
            lines.append(line)
            if len(lines) > MAX_ROWS + _LOOKED_AT:
                raise too_many_rows(name)
    except csv.Error as error:
        raise ImportFileError(
            f"{name} : après {len(lines)} lignes, ce fichier CSV ne se lit plus. "
            "Un guillemet n'est sans doute pas refermé."
        ) from error
    return table_of(lines)


def _delimiter(text: str) -> str:
    """The sign that best cuts the lines at the top: most columns that are known by name, then
    lines of one width, then the widest."""
    top = text[:_SAMPLE]
    found = {sign: list(_top(top, sign)) for sign in _DELIMITERS}

    def fitness(sign: str) -> tuple[int, bool, int, int]:
        lines = found[sign]
        widths = Counter(len(line) for line in lines if any(line))
        width, often = widths.most_common(1)[0] if widths else (1, 0)
        named = max((known_columns(line) for line in lines), default=0)
        is_regular = width > 1 and often * 2 > widths.total()
        return named, is_regular, width, -_DELIMITERS.index(sign)

    return max(_DELIMITERS, key=fitness)


def _top(text: str, sign: str) -> Iterator[list[str]]:
    """The first lines, as far as they read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    with contextlib.suppress(csv.Error):
        yield from islice(reader, _LOOKED_AT)
