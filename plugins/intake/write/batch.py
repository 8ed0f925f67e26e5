"""Changes in batches that a person can read: so many files a département, a message for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from plugins.french.numbers import counted
from plugins.intake.write.report import ImportReport, RowReport, RowStatus
from plugins.records.memory.lines import FOLDER

MOST_FILES = 300
"""Of one département in one batch: more, and nobody looks at each."""
_SHOWN = 20
_CHANGED = {RowStatus.IMPORTED, RowStatus.MERGED, RowStatus.UPDATED}


class BatchRoom:
    """How many records of each département a run may still write; `most` files, one of which is
    the memory of the import. None: as many as there are."""

    def __init__(self, most: int | None) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()
        self.later: Counter[str] = Counter()
        """Rows left for the next batch, by département."""

    def has(self, departement: str) -> bool:
        """Whether one more record can be written."""
        return self._most is None or self._taken[departement] < self._most - 1

    def take(self, departement: str) -> None:
        """One record is written."""
        self._taken[departement] += 1


def messages_of(
    report: ImportReport,
    files: Iterable[Path],
    places_dir: Path,
    later: Mapping[str, int],
    named: Mapping[str, str],
) -> dict[str, str]:
    """What to write in the pull request of each département: name of a file → French text, in
    Markdown. `files`: those that the run writes; `later`: rows left, by département; `named`: the
    names of départements."""
    written: Counter[str] = Counter()
    for path in files:
        folder = path.relative_to(places_dir).parts[0]
        written[path.stem if folder == FOLDER else folder] += folder != FOLDER
    return {
        f"message-{code}.md": _message(report, f"{named[code]} ({code})", code, count, later)
        for code, count in sorted(written.items())
    }


def _message(
    report: ImportReport, name: str, code: str, count: int, later: Mapping[str, int]
) -> str:
    here = f"{code}/"
    rows = [row for row in report.rows if row.id.startswith(here) and row.status in _CHANGED]
    changed = {row.id for row in rows}
    new = len({row.id for row in rows if row.status is RowStatus.IMPORTED})
    kept = [row for row in report.rows if row.id.startswith(here) and row not in rows]
    kept = [row for row in kept if row.status is RowStatus.KEPT]
    lines = [
        f"Importer {report.file} : {name}",
        "",
        "## Ce qui change",
        "",
        f"- {counted(count, 'fiche', 'fiches')} dans ce lot : "
        f"{counted(new, 'nouvelle', 'nouvelles')}, "
        f"{counted(count - new, 'mise à jour', 'mises à jour')}.",
        "- Le fichier de places/.import/ se souvient des listes : gardez-le avec les fiches.",
        f"- Liste lue : {report.file} ({report.layout}).",
    ]
    if code in later:
        lines.append(
            f"- Ce lot n'est pas le dernier : il reste {counted(later[code], 'ligne', 'lignes')}. "
            "Enregistrez-le, puis relancez la même commande."
        )
    sections = (
        (
            "Les listes ne disent pas la même chose",
            [item.sentence() for item in report.conflicts if item.id in changed],
        ),
        ("À vérifier", [told for row in rows for told in _doubts(row)]),
        (
            "Écrit par une personne, gardé tel quel",
            [item.sentence() for item in report.kept_by_hand if item.id.startswith(here)],
        ),
        (
            "Ces lieux ne sont plus dans leur liste : appelez-les",
            [item for item in report.gone if item.startswith(here)],
        ),
        ("Rien n'a été écrit", [f"{row.id} : {row.why}" for row in kept]),
    )
    if any(items for _, items in sections):
        lines += ["", "## À regarder avant d'accepter"]
    for title, items in sections:
        if items:
            lines += ["", f"### {title} ({len(items)})", ""]
            lines += [f"- {_plain(item)}" for item in items[:_SHOWN]]
            if len(items) > _SHOWN:
                lines.append(f"- … et {len(items) - _SHOWN} autres : le rapport les a toutes.")
    return "\n".join(lines) + "\n"


def _doubts(row: RowReport) -> list[str]:
    return [f"{row.id} : {doubt}" for doubt in row.doubts]


def _plain(text: str) -> str:
    """In one line, and no Markdown of a list becomes ours."""
    text = " ".join(text.split())
    for sign in "\\`*_[]<>#|":
        text = text.replace(sign, f"\\{sign}")
    return text
