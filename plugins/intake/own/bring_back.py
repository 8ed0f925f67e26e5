"""Records of an export written under their own names; one that is there already is not touched."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from plugins.intake.own.own_rows import OwnRow, without_labels
from plugins.intake.write.own_check import OwnCheck, field_of
from plugins.intake.write.report import ImportReport, RowReport, RowStatus
from plugins.records.kinds import KINDS
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.records.reading.paths import RecordPath, record_file
from plugins.records.reading.reader import parse_record
from plugins.records.writing.record_layout import dump_record, in_order

LAYOUT = "export d'un annuaire"


def bring_back(
    rows: Sequence[OwnRow],
    places_dir: Path,
    check: OwnCheck,
    departements: Collection[str] | None,
    labels: Mapping[str, Label],
    name: str,
) -> tuple[ImportReport, dict[Path, str]]:
    """What became of each row, and the files to write. `labels`: as `own_rows` was given them;
    `name`: of the file that was read."""
    files: dict[Path, str] = {}
    told = []
    for number, id_, tree in rows:
        if not id_:
            why = "cette ligne n'a pas, dans la colonne « id », le nom de sa fiche"
            name_ = str(tree.get("nom", ""))
            told.append(RowReport(number, RowStatus.KEPT, why=why, name=name_))
            continue
        path = RecordPath("place", id_)
        file = places_dir / KINDS["place"].file(id_)
        row = RowReport(number, RowStatus.IMPORTED, id=id_, name=str(tree.get("nom", "")))
        text = dump_record(in_order(tree, Place))
        if departements is not None and id_.partition("/")[0] not in departements:
            row.status = RowStatus.OUTSIDE
        elif file in files:
            row.status, row.why = RowStatus.KEPT, "une autre ligne du fichier a le même nom"
        elif file.exists():
            row.status, row.why = _beside(file, text, id_, labels)
        elif errors := check.errors(path, text):
            row.status = RowStatus.KEPT
            row.why = " ; ".join(f"{field_of(error)} : {error.message}" for error in errors)
        else:
            files[file] = text
        told.append(row)
    return ImportReport(file=name, layout=LAYOUT, rows=told), files


def _beside(file: Path, text: str, id_: str, labels: Mapping[str, Label]) -> tuple[RowStatus, str]:
    """What there is to say of a record that is there already, which may say again what its labels
    bring; a row does not."""
    there, row = parse_record(file.read_bytes(), id_), parse_record(text.encode(), id_)
    if there == row:
        return RowStatus.UNCHANGED, ""
    others = ""
    if isinstance(there, dict) and isinstance(row, dict):
        there = without_labels(dict(there), labels)
        found = [name for name in Place.model_fields if there.get(name) != row.get(name)]
        if not found:
            return RowStatus.UNCHANGED, ""
        others = f" ({', '.join(found)})"
    return RowStatus.KEPT, f"cette fiche existe déjà et dit autre chose{others} : elle reste ainsi"


def labels_in(places_dir: Path, slugs: Collection[str]) -> Mapping[str, Label]:
    """The labels of a folder of records that can be read."""
    found = {}
    for slug in sorted(slugs):
        tree = parse_record(record_file(places_dir, KINDS["label"].file(slug)).read_bytes(), slug)
        if isinstance(tree, dict):
            found[slug] = Label.from_tree(tree, slug)
    return found
