"""`annuaire import`: anybody's table of places becomes records, merged, with a report (library).

Adds nothing to the context and owns no output. Reads a table (spreadsheet, CSV, JSON) and the tree
of records; writes records (`places/31/….yaml`) and, beside them, what it last imported
(`places/.import/`).

A row goes through these modules, in this order; `run` drives them:

- `read`: `table` (any kind of file → rows; `tables` has a module for each), `layout` and
  `column_names` (that file's columns → the fields of the national schema), `fillers` (cells that
  say nothing), `clean` (fields → the text of a record, with remarks on what was not understood and
  doubts that a person should look at; helped by `standing`, `contacts`, `letter_case`,
  `row_values`; words of
  closings and names of persons are those of the checks, in the room of records), `routes` (rows
  that are the stops of one route);
- `terms`: what a value of anybody's list means here: `cutting` (a cell → values), `term_table` (the
  tables), `meanings` (with `folding`, `likeness`, `phrases`, `price_amounts`), `tally` (how often);
- `where`: `locate` (the commune, or nobody's guess), `whereabouts` (with the street and the
  postcode), `position` (the point);
- `match`: `profile` (what two rows are compared by), `same_place` and `cluster` (which rows are one
  place), `merge` (one record out of several rows), `conflicts` (what they tell differently),
  `reconcile` (with what is known);
- `known`: `editions` (is the list older than the one imported before), `compare` and `verification`
  (what a person edited or verified since), `deleted_records` (removed by a person);
- `write`: `fitting` and `own_check` (what `annuaire check` would refuse is left out before there is
  a file), `record_files` (the records), `last_import` (what each row said, in the lines that the
  room of records reads), `whole_write` (all files or none), `report` (the facts, and JSON),
  `digest` (what to decide, in its order), `report_text`, `report_page`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from plugins.intake.read.table import ImportFileError
    from plugins.intake.run import run_import
    from plugins.intake.write.report import ImportReport

__all__ = ["ImportFileError", "ImportReport", "run_import"]

_HOMES = {"ImportFileError": "read.table", "ImportReport": "write.report", "run_import": "run"}


def __getattr__(name: str) -> Any:
    """Load what is asked for when it is asked for: a build needs two small modules of this room."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
