"""Rows and records put together: one cluster a real place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import product

from plugins.gazetteer import Commune
from plugins.intake.known.deleted_records import DeletedRecords
from plugins.intake.match.candidate import Candidate, RowFields, text_of
from plugins.intake.match.merge import first_by_authority
from plugins.intake.match.near_duplicates import NearDuplicate, Side
from plugins.intake.match.phone_ground import head_office_contacts
from plugins.intake.match.profile import Profile, profile_of
from plugins.intake.match.reasons import Member, Reason, reason_of
from plugins.intake.match.same_place import Link, links, moved, tells_apart
from plugins.intake.where.point_ground import shared_points
from plugins.intake.write.last_import import LastImport
from plugins.intake.write.record_files import RecordFiles


@dataclass
class Cluster:
    """Rows of one place, with the record they belong to when there is one already."""

    place: str | None
    """Identity of the record, known or new; None until it is made."""
    members: list[tuple[Candidate, Reason]] = field(default_factory=list)
    """Each row with why it is here."""
    deleted: bool = False
    """The record was there and a person removed it."""
    near: list[NearDuplicate] = field(default_factory=list)
    """What may be the same place; said once of two clusters."""


@dataclass
class _GrowingCluster:
    """A row, or a record of the tree, while clusters grow."""

    members: list[Member]
    place: str | None

    @property
    def profiles(self) -> list[Profile]:
        return [member.profile for member in self.members]

    @property
    def candidates(self) -> list[Candidate]:
        return [member.candidate for member in self.members if member.candidate is not None]


def gather(
    candidates: Iterable[Candidate], records: RecordFiles, last_import: LastImport
) -> Iterator[Cluster]:
    """Clusters, in a fixed order: rows already imported go back to their record, new ones are
    compared with each other and with the records of their commune."""
    candidates = list(candidates)
    shared = head_office_contacts(candidates) | shared_points(candidates)
    known: dict[str, Cluster] = {}
    new: dict[str, list[Candidate]] = defaultdict(list)
    communes: dict[str, Commune] = {}
    for candidate in sorted(candidates, key=lambda found: (found.origin.key, found.row)):
        place = _known_place(candidate, records, last_import)
        if place is None:
            page = candidate.commune.page_code
            communes[page] = candidate.commune
            new[page].append(candidate)
            continue
        cluster = known.setdefault(place, Cluster(place, deleted=place not in records))
        cluster.members.append((candidate, Reason("déjà importée")))
    yield from (known[place] for place in sorted(known))
    trees = _records_by_commune(records, communes)
    removed = DeletedRecords(records, last_import, communes)
    for page in sorted(new):
        places = trees.get(page, [])
        for found in _commune(new[page], communes[page], places, records, last_import, shared):
            if found.place is None:
                found.place = removed.twin([row for row, _ in found.members], shared)
                found.deleted = found.place is not None
            yield found


def _known_place(candidate: Candidate, records: RecordFiles, last_import: LastImport) -> str | None:
    origin = candidate.origin
    found = records.with_origin(origin.nom, origin.id)
    remembered = last_import.get(origin.key)
    if found is None and remembered is not None:
        # A newer edition: the record names the edition before, or was renamed since.
        before = remembered.origin
        found = records.with_origin(before.nom, before.id) or remembered.place
    return found


def _records_by_commune(records: RecordFiles, communes: dict[str, Commune]) -> dict[str, list[str]]:
    codes = {commune.code: page for page, commune in communes.items()}
    found: dict[str, list[str]] = defaultdict(list)
    for identity in records.identities():
        code = str(records[identity].get("code_insee", ""))
        page = codes.get(code, code)
        if page in communes:
            found[page].append(identity)
    return found


def _commune(
    candidates: list[Candidate],
    commune: Commune,
    places: list[str],
    records: RecordFiles,
    last_import: LastImport,
    shared: frozenset[str],
) -> Iterator[Cluster]:
    """Clusters of one commune. `shared`: telephones, mails and points of no one place."""
    nodes = [_of_record(place, commune, records, last_import, shared) for place in places]
    nodes += [_of_row(candidate, commune, shared) for candidate in candidates]
    owner = [node for node in nodes for _ in node.members]
    pairs = links([member.profile for node in nodes for member in node.members])
    apart: list[Link] = []
    for link in pairs:
        first, second = owner[link.first], owner[link.second]
        if first is second or not link.verdict.same or not _may_join(first, second):
            continue
        if _stand_apart(first, second):
            apart.append(link)
            continue
        if second.place is not None:
            first, second = second, first
        first.members += second.members
        owner = [first if node is second else node for node in owner]
    perhaps = [link for link in pairs if link.verdict.perhaps]
    perhaps += apart
    doubts = _perhaps_the_same(perhaps, owner)
    seen: set[int] = set()
    told_pairs: set[frozenset[int]] = set()
    for node in owner:
        if id(node) in seen or not node.candidates:
            continue
        seen.add(id(node))
        near = doubts[id(node)]
        told = [
            f"doublon : peut-être le même lieu que {pair.second.named()} : {pair.why}"
            for pair in near.values()
        ]
        rows = _with_reasons(node)
        head, why = rows[0]
        rows[0] = (replace(head, doubts=(*head.doubts, *told)), why)
        new = [other for other in near if frozenset((id(node), other)) not in told_pairs]
        told_pairs.update(frozenset((id(node), other)) for other in new)
        yield Cluster(node.place, rows, near=[near[other] for other in new])


def _of_record(
    place: str,
    commune: Commune,
    records: RecordFiles,
    last_import: LastImport,
    shared: frozenset[str],
) -> _GrowingCluster:
    fields = _text_fields(records, place)
    profiles = [
        profile_of(fields, commune, shared=shared),
        *_remembered(place, commune, last_import, shared),
    ]
    nom = text_of(fields, "nom")
    return _GrowingCluster([Member(profile, None, nom) for profile in profiles], place)


def _of_row(candidate: Candidate, commune: Commune, shared: frozenset[str]) -> _GrowingCluster:
    fields, origin = candidate.fields, candidate.origin
    profile = profile_of(
        fields, commune, origin.stem, origin.is_official, shared, candidate.lost_address
    )
    return _GrowingCluster([Member(profile, candidate, text_of(fields, "nom"))], None)


def _with_reasons(node: _GrowingCluster) -> list[tuple[Candidate, Reason]]:
    """The rows of a cluster, each with what it has in common with the record or, of a new one, with
    the row that makes it."""
    rows = {id(found.candidate): found for found in node.members if found.candidate is not None}
    if len(node.members) == 1:
        return [(candidate, Reason()) for candidate in node.candidates]
    first = first_by_authority(node.candidates) if node.place is None else None
    known = [found for found in node.members if found.candidate is None]
    reasons = []
    for candidate in node.candidates:
        own = rows[id(candidate)]
        others = [found for found in rows.values() if found is not own]
        others.sort(key=lambda found: found.candidate is not first)
        is_head = candidate is first
        reason = Reason() if is_head else reason_of(own, [*known, *others], node.place)
        reasons.append((candidate, reason))
    return reasons


def _perhaps_the_same(
    found: list[Link], owner: list[_GrowingCluster]
) -> dict[int, dict[int, NearDuplicate]]:
    """Rows that may be the place of another row, or of a record: by cluster, then by the other."""
    doubts: dict[int, dict[int, NearDuplicate]] = defaultdict(dict)
    for link in found:
        first, second = owner[link.first], owner[link.second]
        if first is second:
            continue
        for node, other in ((first, second), (second, first)):
            if node.candidates and (other is first or not first.candidates):
                pair = NearDuplicate(_side(node), _side(other), link.verdict.why)
                doubts[id(node)].setdefault(id(other), pair)
    return doubts


def _side(node: _GrowingCluster) -> Side:
    member = node.members[0]
    profile = member.profile
    row = None if node.place is not None else node.candidates[0].row
    phones = tuple(sorted(profile.phones))
    return Side(member.nom, profile.address, phones, row, node.place or "")


def _may_join(first: _GrowingCluster, second: _GrowingCluster) -> bool:
    """Never two records of the tree, never two places of the national list."""
    if first.place is not None and second.place is not None:
        return False
    official = [any(profile.official for profile in node.profiles) for node in (first, second)]
    return not all(official)


def _stand_apart(first: _GrowingCluster, second: _GrowingCluster) -> bool:
    """A row without an address joins one of two doors, and does not make them one place; nor does
    one without a telephone, of a list that gives two."""
    pairs = [(a, b) for a, b in product(first.profiles, second.profiles) if tells_apart(a, b)]
    return bool(pairs) and not any(moved(a, b) for a, b in pairs)


def _remembered(
    place: str, commune: Commune, last_import: LastImport, shared: frozenset[str]
) -> list[Profile]:
    return [
        profile_of(fields, commune, origin.stem, origin.is_official, shared)
        for origin, fields in last_import.parts(place)
    ]


def _text_fields(records: RecordFiles, place: str) -> RowFields:
    return {name: value for name, value in records[place].items() if isinstance(value, str | list)}
