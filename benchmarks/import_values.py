"""How much of its lists an import of a table keeps: field × rows × share, and what it does not.

    python -m benchmarks.import_values FILE [--layout LAYOUT.yaml] [--terms TERMS.csv]

A row counts for a field when its cell holds something. «understood»: at least one of its values has
a meaning in our records, or is known to add nothing; «whole»: all of them. The others are kept in
the record as typed, so that no row is «lost».
"""

from __future__ import annotations

import argparse
from collections import Counter
from functools import partial
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.intake.read.layout_choice import layout_for
from plugins.intake.read.lost.lost_fields import lost_fields
from plugins.intake.read.lost.lost_letters import restore
from plugins.intake.read.row_cells import Cells
from plugins.intake.read.row_values import COLUMNS, read_values
from plugins.intake.read.table import read_table
from plugins.intake.terms.meanings import BY_THE_TABLES, TermReader, Understanding
from plugins.intake.terms.term_sheet import read_term_sheet
from plugins.intake.where.known_names import names_a_commune

_UNDERSTOOD = (Understanding.KNOWN, Understanding.PARTLY)
_SHOWN = 15


def measure(path: Path, layout: Path | None, reader: TermReader) -> list[str]:
    """Lines that say what becomes of the lists of a table."""
    gazetteer = Gazetteer.load(())
    table = restore(read_table(path), gazetteer)
    is_commune = partial(names_a_commune, gazetteer)
    how = layout_for(table.columns, layout, table.rows, is_commune)
    filled: Counter[str] = Counter()
    understood: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    left: Counter[tuple[str, str]] = Counter()
    for row in table.rows:
        given, _ = how.apply({**row.cells, **lost_fields(row, how.read).kept})
        cell = Cells(given)
        for column, name in COLUMNS:
            values = reader.read(name, cell.value(column))
            if not values:
                continue
            filled[column] += 1
            is_known = any(value.state in _UNDERSTOOD for value in values)
            if not is_known and column == "typologie":  # the name of the place may tell it
                is_known = bool(read_values(cell, reader).fields["typologie"])
            understood[column] += is_known
            whole[column] += all(value.state is Understanding.KNOWN for value in values)
            for value in values:
                if value.is_kept_as_typed:
                    left[column, f"{value.typed[:70]} ({value.state})"] += 1
    lines = [f"{path.name} ({how.name}), {len(table.rows)} rows"]
    for column, _ in COLUMNS:
        if rows := filled[column]:
            lines.append(
                f"  {column:32} {rows:6} rows  understood {understood[column] / rows:6.1%}"
                f"  whole {whole[column] / rows:6.1%}"
            )
    lines += [f"    {count:5} {name}: {text}" for (name, text), count in left.most_common(_SHOWN)]
    return lines


def main() -> None:
    """Print what is measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--layout", type=Path)
    parser.add_argument("--terms", type=Path)
    options = parser.parse_args()
    own = read_term_sheet(options.terms) if options.terms else None
    for path in options.files:
        print("\n".join(measure(path, options.layout, TermReader(own) if own else BY_THE_TABLES)))


if __name__ == "__main__":
    main()
