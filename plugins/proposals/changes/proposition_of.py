"""A change against the records of before → what a comment tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import Gazetteer
from plugins.proposals.changes.change_report import BECAUSE, ChangeReport, changed_lines
from plugins.proposals.said.proposition import (
    MOST_FAULTS,
    MOST_PAGES,
    ProposedFault,
    ProposedLines,
    Proposition,
)
from plugins.records.hints.proposal import proposals
from plugins.records.kinds import KINDS
from plugins.records.model.place import Place
from plugins.records.reading.decoding import decode
from plugins.records.reading.paths import RecordPath, record_path
from plugins.records.reading.reader import Tree, parse_record
from plugins.records.together import alike_in

_LONGEST_TEXT = 2000


def proposition_of(
    change: ChangeReport, before: Path, places_dir: Path, prose: Sequence[Diagnostic] = ()
) -> Proposition:
    """What to tell, within the limits of a `Proposition`. `prose`: faults of pages of text, with
    their path within the repository."""
    root = places_dir.name
    faults = [_told(one, one.path) for one in prose[:MOST_FAULTS]]
    faults += [_fault(one, change, before, places_dir, root) for one in change.shown[:MOST_FAULTS]]
    pages = list(dict(_pages(change.touched, before, places_dir)).items())
    return Proposition(
        tuple(faults[:MOST_FAULTS]),
        change.errors + len(prose),
        len(change.shown) - change.errors,
        change.others,
        tuple(_alike(change.shown))[:MOST_FAULTS],
        tuple(pages[:MOST_PAGES]),
        len(change.touched),
        len(pages) > MOST_PAGES,
    )


def _fault(
    one: Diagnostic, change: ChangeReport, before: Path, places_dir: Path, root: str
) -> ProposedFault:
    is_elsewhere = one.path not in change.touched or one.message.startswith(BECAUSE)
    lines = None if is_elsewhere else _lines(one, before, places_dir)
    return _told(one, f"{root}/{one.path}")._replace(is_elsewhere=is_elsewhere, lines=lines)


def _told(one: Diagnostic, file: str) -> ProposedFault:
    return ProposedFault(
        file, one.line, one.severity, one.message[:_LONGEST_TEXT], one.hint[:_LONGEST_TEXT]
    )


def _lines(one: Diagnostic, before: Path, places_dir: Path) -> ProposedLines | None:
    """What to write in the place of lines that the change wrote, where there is one thing to."""
    path = places_dir / one.path
    text = decode(path.read_bytes()) if path.is_file() else ""
    if not isinstance(text, str):
        return None
    found = proposals(text.replace("\r\n", "\n"), one)
    if len(found) != 1 or not 0 < len(found[0].lines) < 100:
        return None
    proposal = found[0]
    mine = changed_lines(before / one.path, path)
    if not mine.issuperset(range(proposal.first, proposal.last + 1)):
        return None  # a forge takes suggestions on the lines of a change alone
    if any(len(line) > _LONGEST_TEXT for line in proposal.lines):
        return None
    return ProposedLines(proposal.first, proposal.last, proposal.lines)


def _alike(shown: list[Diagnostic]) -> Iterator[tuple[str, str]]:
    for one in shown:
        path = record_path(one.path)
        for other in alike_in(one) if path else ():
            if path:
                yield _page_of(path), _page_of(RecordPath("place", other))


def _page_of(path: RecordPath) -> str:
    """Of a place, of a workshop, of a label…; "" where the path does not say."""
    folder = KINDS[path.kind].model.PAGES
    return f"/{folder}/{path.id}/" if folder else ""


def _pages(touched: list[str], before: Path, places_dir: Path) -> Iterator[tuple[str, str]]:
    """Addresses of the pages that touched records make, and what becomes of each."""
    gazetteer = Gazetteer.load(())
    around: list[str] = []
    for name in touched:
        path = record_path(name)
        if path is None:
            continue
        old, new = _tree(before, name), _tree(places_dir, name)
        was, is_there = (before / name).is_file(), (places_dir / name).is_file()
        change = "changée" if was and is_there else "nouvelle" if is_there else "retirée"
        if page := _page_of(path):
            yield page, change
        elif path.id.startswith("epci/"):
            yield f"/territoires/{path.id}/", "changée"
        for tree in (old, new):
            code = tree.get("code_insee")
            commune = gazetteer.page_of(code) if isinstance(code, str) else None
            if commune is not None and path.kind == Place.kind:
                around.append(commune.url)
            place = tree.get("lieu")
            if isinstance(place, str) and record_path(KINDS["place"].file(place)):
                around.append(_page_of(RecordPath("place", place)))
    for page in dict.fromkeys(around):
        yield page, "changée"


def _tree(folder: Path, name: str) -> Tree:
    path = folder / name
    tree = parse_record(path.read_bytes(), name) if path.is_file() else {}
    return {} if isinstance(tree, list) else tree
