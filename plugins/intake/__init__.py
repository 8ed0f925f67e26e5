"""`annuaire import`: anybody's table of places becomes records, merged, with a report (library).

Adds nothing to the context and owns no output. Reads a CSV or JSON file and the tree of records;
writes records (`places/31/….yaml`) and, beside them, what it last imported (`places/.import/`).

A row goes through these modules, in this order:

`table` (any encoding and delimiter → rows) → `layout` (that file's columns → the fields of the
national schema) → `clean` (fields → the text of a record, with remarks on what was not understood;
helped by `contacts`, `locate`, `vocabulary`, `week`, `wording`) → `match` (which rows are the same
place) → `merge` (one record out of several rows) → `settle` (compared with what a person edited:
the record in `tree`, the rows of the last import in `last_import`; then written) → `report`. `run`
drives them.
"""

from plugins.intake.read.table import ImportFileError
from plugins.intake.run import run_import
from plugins.intake.write.report import ImportReport

__all__ = ["ImportFileError", "ImportReport", "run_import"]
