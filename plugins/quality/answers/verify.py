"""`annuaire verified`: a table of answers into the records, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import quote, show
from plugins.french.dates import say_date
from plugins.gazetteer import Gazetteer
from plugins.intake.read.table import read_table
from plugins.intake.write.record_files import splice
from plugins.intake.write.whole_write import write_all
from plugins.quality.answers.answer_edits import edit_of
from plugins.quality.answers.answer_rows import BadCell, CallAnswer, RowFault, read_answers
from plugins.records.checks import Context
from plugins.records.model.place import Place
from plugins.records.reading.checking import check_record
from plugins.records.reading.paths import record_path


class _Ready(NamedTuple):
    """A file to write."""

    path: Path
    text: str


@dataclass
class Verified:
    """What became of a table. `faults`: French, why nothing was written; `lines`: what each row
    did; `remarks`: what nobody but a person can write; `changed`: how many records; `unanswered`:
    rows without an answer."""

    faults: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    changed: int = 0
    unanswered: int = 0


def run_verified(
    source: Path, places_dir: Path, today: date, *, is_trial: bool = False
) -> Verified:
    """Write the answers of a table into the records; nothing at all when any row is wrong, or
    `is_trial`. A second run changes no byte.

    Raises:
        plugins.intake.read.table.ImportFileError: the file cannot be read.
        OSError: a record cannot be written; then none is.
    """
    read = read_answers(read_table(source), today)
    done = Verified(unanswered=read.unanswered)
    context = Context(Gazetteer.load(()), today)
    faults = list(read.faults)
    ready = [_prepared(answer, places_dir, context, done, faults) for answer in read.answers]
    if faults:
        in_order = sorted(faults, key=lambda one: one.number)
        return Verified([one.sentence() for one in in_order], unanswered=read.unanswered)
    if not is_trial:
        write_all({file.path: file.text for file in ready if file is not None})
    return done


def _prepared(
    answer: CallAnswer, places_dir: Path, context: Context, done: Verified, faults: list[RowFault]
) -> _Ready | None:
    """The file of a record with the answer in it, checked; says in `done` what becomes of it, in
    `faults` why it cannot be."""

    def fault(message: str) -> None:
        faults.append(RowFault(answer.number, message))

    where = record_path(f"{answer.id}.yaml")
    if where is None or where.kind != "place":
        fault(f"id : {quote(answer.id)} n'est pas celui d'une fiche ; reprenez celui de la page")
        return None
    path = places_dir / where.file
    if not path.is_file():
        fault(f"id : il n'y a pas de fiche {where.file} ; a-t-elle changé de nom ?")
        return None
    before = path.read_bytes()
    checked = check_record(before, where.file, context)
    if checked.tree is None or not isinstance(checked.record, Place):
        wrong = next(one for one in checked.diagnostics if one.severity == "error")
        fault(f"la fiche a déjà une faute : {show(wrong, places_dir.name)}")
        return None
    place = checked.record
    if answer.remark:
        done.remarks.append(f"{answer.id} : {answer.remark}")
    if place.verifie_le and place.verifie_le > answer.day:
        newer = say_date(place.verifie_le)
        done.lines.append(f"{answer.id} : laissée, la fiche a été vérifiée depuis, le {newer}")
        return None
    try:
        changes, unverified = edit_of(answer, checked.tree, place)
    except BadCell as bad:
        fault(str(bad))
        return None
    if not changes and not unverified:
        done.lines.append(f"{answer.id} : déjà écrit")
        return None
    done.lines.append(f"{answer.id} : {_told(answer, changes, unverified)}")
    if not changes:
        return None
    text = splice(before.decode("utf-8-sig"), changes)
    after = check_record(text.encode(), where.file, context)
    errors = [one for one in after.diagnostics if one.severity == "error"]
    for one in errors:
        fault(f"{one.field} : {one.message} ; {one.hint}")
    done.changed += 1
    return None if errors else _Ready(path, text)


def _told(answer: CallAnswer, changes: Mapping[str, object], unverified: Sequence[str]) -> str:
    """What becomes of a record, in French."""
    names = [name for name in changes if name not in ("verifie_le", "verifie_par")]
    what = f"champs changés : {', '.join(names)}" if names else "rien d'autre à changer"
    if unverified:
        return f"{what} ; pas dite vérifiée, il manque la réponse à : {', '.join(unverified)}"
    return f"vérifiée le {say_date(answer.day)} ({answer.role}), {what}"
