"""One cluster at a time: make or update its record, and say what became of each row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rapidfuzz import fuzz

from plugins.gazetteer import normalize
from plugins.intake.known.compare import KeptByHand, three_way, told_removals
from plugins.intake.known.verification import BOOKKEEPING, DATE, next_date, verification_of
from plugins.intake.match.candidate import Candidate, text_of
from plugins.intake.match.cluster import Cluster
from plugins.intake.match.conflicts import Conflict, conflicts_of
from plugins.intake.match.left_out import left_out
from plugins.intake.match.merge import Part, first_by_authority, merge, sources
from plugins.intake.match.near_duplicates import NearDuplicate
from plugins.intake.match.slugs import new_slug
from plugins.intake.write.batch import BatchRoom
from plugins.intake.write.last_import import LastImport
from plugins.intake.write.record_files import RecordFiles, entries_of
from plugins.intake.write.report import Difference, RowReport, RowStatus
from plugins.records.memory.lines import RememberedRecord, RememberedRow


class Reconciler:
    """Writes into records and the last import; nothing reaches the disk before they are flushed."""

    def __init__(self, records: RecordFiles, last_import: LastImport, room: BatchRoom) -> None:
        self._records = records
        self._last_import = last_import
        self._room = room
        self._compared: set[str] = set()
        self.kept_by_hand: list[Difference] = []
        """What a person wrote otherwise than the lists, and nobody was told yet."""
        self.shown_before: list[Difference] = []
        """The same, told by an earlier import."""
        self.conflicts: list[Conflict] = []
        self.near_duplicates: list[NearDuplicate] = []

    def reconcile(self, cluster: Cluster) -> Iterator[RowReport]:
        """The report of each row of a cluster."""
        self.near_duplicates += cluster.near
        if cluster.place is None:
            first = first_by_authority([candidate for candidate, _ in cluster.members])
            if any(candidate.halt for candidate, _ in cluster.members):
                yield from _halted(cluster)
            elif not self._room.has(first.commune.departement):
                yield from self._later(cluster, first.commune.departement)
            else:
                yield from self._create(cluster, first)
        elif cluster.place in self._records.unreadable:
            yield from _all_kept(cluster, "la fiche de ce lieu est illisible : corrigez-la d'abord")
        elif cluster.deleted:
            yield from _all_kept(
                cluster, "la fiche a été supprimée à la main : elle n'est pas refaite"
            )
        elif self._is_closed(cluster.place):
            yield from _all_kept(cluster, "la fiche dit que ce lieu est fermé ou remplacé")
        elif any(candidate.halt for candidate, _ in cluster.members):
            yield from _halted(cluster)
        elif not self._room.has(departement := cluster.place.partition("/")[0]):
            yield from self._later(cluster, departement)
        else:
            yield from self._update(cluster, cluster.place)

    def _later(self, cluster: Cluster, departement: str) -> Iterator[RowReport]:
        """The batch is full: the rows are as if they had not been read."""
        self._room.later[departement] += len(cluster.members)
        for candidate, _ in cluster.members:
            name = text_of(candidate.fields, "nom")
            yield RowReport(candidate.row, RowStatus.LATER, cluster.place or "", name=name)

    def _create(self, cluster: Cluster, first: Candidate) -> Iterator[RowReport]:
        parts = [(candidate.origin, candidate.fields) for candidate, _ in cluster.members]
        fields: dict[str, Any] = {**merge(parts)}
        departement = first.commune.departement
        slug = new_slug(fields, first.commune, self._records.slugs(departement))
        place = f"{departement}/{slug}"
        fields["source"] = sources(parts)
        alone = len(cluster.members) == 1
        if refused := self._records.add(place, fields, is_checked=alone):
            yield from _all_kept(cluster, f"ces lignes ne font pas une fiche juste : {refused}")
            return
        self._room.take(departement)
        self.conflicts += conflicts_of(place, parts, fields, _row_numbers(cluster))
        for candidate, reason in cluster.members:
            self._last_import.put(RememberedRow(place, candidate.origin, candidate.fields))
            status = RowStatus.IMPORTED if candidate is first else RowStatus.MERGED
            row = _row(candidate, status, place, reason.why, reason.with_row)
            row.remarks += () if alone else left_out(candidate.fields, fields)
            yield row

    def _update(self, cluster: Cluster, place: str) -> Iterator[RowReport]:
        before = self._last_import.parts(place)
        remembered = {origin.key for origin, _ in before}
        for candidate, _ in cluster.members:
            self._last_import.put(RememberedRow(place, candidate.origin, candidate.fields))
        after = self._last_import.parts(place)
        changes = self._changes(cluster, place, (before, after))
        removed = tuple(told_removals(changes, self._records[place]))
        refused = self._records.change(place, changes) if changes else {}
        if refused:  # no person wrote otherwise: nothing to show next time
            memory = self._last_import.record(place)
            shown = {**memory.shown, **{name: changes[name] for name in refused}}
            self._last_import.put_record(replace(memory, shown=shown))
        changes = {name: value for name, value in changes.items() if name not in refused}
        if changes:
            self._room.take(place.partition("/")[0])
        unchanged = tuple(f"{name} : {refused[name]}, non repris" for name in refused)
        tree = self._records[place]
        self.conflicts += conflicts_of(place, after, tree, _row_numbers(cluster))
        told = [name for name in changes if name not in BOOKKEEPING]
        for rank, (candidate, reason) in enumerate(cluster.members):
            candidate = replace(candidate, remarks=(*candidate.remarks, *unchanged))
            if rank == 0:
                candidate = replace(candidate, doubts=(*candidate.doubts, *removed))
            if candidate.origin.key not in remembered:
                why = reason.why or "déjà dans l'annuaire"
                row = _row(candidate, RowStatus.MERGED, place, why, reason.with_row)
                row.remarks += left_out(candidate.fields, tree)
                yield row
            elif changes:
                what = ", ".join(told) or "date et source"
                yield _row(candidate, RowStatus.UPDATED, place, f"champs mis à jour : {what}")
            else:
                yield _row(candidate, RowStatus.UNCHANGED, place)

    def tell_edits(self) -> None:
        """Show what persons wrote since otherwise than lists that the table does not have: once,
        whatever list comes next, so that a list imported again has nothing to say."""
        for place in self._records.identities():
            parts = self._last_import.parts(place)
            tree = self._records[place]
            if not parts or place in self._compared or self._is_closed(place):
                continue
            if len(parts) == 1 and parts[0][1].items() <= tree.items():
                kept = []
            else:
                said = {**merge(parts), DATE: ""}
                kept = three_way(said, said, {**tree, DATE: ""}).kept
            memory = self._last_import.record(place)
            self._remember(place, kept, verification_of(tree, memory).remembered(()))

    def _changes(
        self, cluster: Cluster, place: str, parts: tuple[list[Part], list[Part]]
    ) -> dict[str, object]:
        """What to change in a record that a person may have edited or verified, and how its rows
        said it before and say it now; what is left as it is is remembered, and shown once."""
        tree, memory = self._records[place], self._last_import.record(place)
        verification = verification_of(tree, memory)
        newest = max(candidate.origin.date for candidate, _ in cluster.members)
        base, theirs = (merge(rows) for rows in parts)
        date = next_date(tree, theirs.get(DATE))
        outcome = three_way(
            {**base, DATE: ""},
            {**theirs, DATE: ""},
            {**tree, DATE: ""},
            lambda name: verification.confirms(name, newest),
        )
        changes: dict[str, object] = dict(outcome.changes)
        self._compared.add(place)
        self._remember(place, outcome.kept, verification.remembered(tuple(changes)))
        if verification.day and not changes:
            return {}
        if date != tree.get(DATE):
            changes[DATE] = date
        entries = self._entries(place, *parts)
        if entries != tree.get("source"):
            changes["source"] = entries
        return changes

    def _remember(
        self, place: str, kept: list[KeptByHand], verified: tuple[str, tuple[str, ...]]
    ) -> None:
        """Tell the differences that nobody was told yet, and remember them."""
        before = self._last_import.record(place).shown
        for item in kept:
            difference = Difference(place, item.field, item.ours, item.theirs)
            known = item.field in before and before[item.field] == item.theirs
            (self.shown_before if known else self.kept_by_hand).append(difference)
        shown = {item.field: item.theirs for item in kept}
        self._last_import.put_record(RememberedRecord(place, shown, *verified))

    def _entries(self, place: str, before: list[Part], after: list[Part]) -> list[dict[str, str]]:
        """The record's sources: those of the import, then those that a person added."""
        ours = {(origin.nom, origin.id) for origin, _ in (*before, *after)}
        others = [
            entry
            for entry in entries_of(self._records[place])
            if (entry.get("nom", ""), entry.get("id", "")) not in ours
        ]
        return [*sources(after), *others]

    def _is_closed(self, place: str) -> bool:
        tree = self._records[place]
        return "ferme_le" in tree or "remplace_par" in tree


def _row_numbers(cluster: Cluster) -> dict[str, int]:
    return {candidate.origin.key: candidate.row for candidate, _ in cluster.members}


def _row(
    candidate: Candidate, status: RowStatus, place: str, why: str = "", with_row: int | None = None
) -> RowReport:
    return RowReport(
        row=candidate.row,
        status=status,
        id=place,
        why=why,
        remarks=list(candidate.remarks),
        doubts=list(candidate.doubts),
        name=text_of(candidate.fields, "nom"),
        with_row=with_row,
    )


def _likeness(first: Candidate, second: Candidate) -> float:
    """Of the names of two rows, 0 to 100."""
    names = [normalize(text_of(candidate.fields, "nom")) for candidate in (first, second)]
    return fuzz.ratio(*names)


def _all_kept(cluster: Cluster, why: str) -> Iterator[RowReport]:
    for candidate, _ in cluster.members:
        yield _row(candidate, RowStatus.KEPT, cluster.place or "", why)


def _halted(cluster: Cluster) -> Iterator[RowReport]:
    """A place that one of its rows says closed, moved or not open yet: nothing is written."""
    halting = [candidate for candidate, _ in cluster.members if candidate.halt]
    for candidate, _ in cluster.members:
        nearest = max(halting, key=lambda other: (_likeness(candidate, other), -other.row))
        why = candidate.halt or f"la ligne {nearest.row} parle du même lieu : {nearest.halt}"
        if cluster.place:
            why += (
                f" ; la fiche {cluster.place} ne le dit pas : s'il est fermé, écrivez-y "
                "« ferme_le: » et le jour"
            )
        row = _row(candidate, RowStatus.KEPT, cluster.place or "", why)
        row.is_halted = True
        yield row
