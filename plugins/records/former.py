"""Former ids (`anciens_ids`): what records of one kind say that they were called, compared.

A former id leads to one record, which is there, and to nothing else: it is no record's id today.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic, error, quote
from plugins.records.reading.checking import locate
from plugins.records.reading.paths import RecordPath, record_path
from plugins.records.reading.reader import parse_record

FIELD = "anciens_ids"


class Claim(NamedTuple):
    """A record and the ids that it says it had, or that records had which it replaces: at least
    one."""

    path: RecordPath
    former: Sequence[str]


def claims_in(places_dir: Path, names: Iterable[str]) -> Iterator[Claim]:
    """What the records called `names` (files of `places_dir`) claim, as far as they can be read;
    those that claim nothing are not parsed."""
    for name in names:
        path, data = record_path(name), (places_dir / name).read_bytes()
        tree = parse_record(data, name) if path and FIELD.encode() in data else []
        stated = tree.get(FIELD) if isinstance(tree, dict) else None
        if path and isinstance(stated, list):
            yield Claim(path, [id_ for id_ in stated if isinstance(id_, str)])


def check_former(
    claims: Iterable[Claim], places_dir: Path, others: Iterable[Claim] = ()
) -> list[Diagnostic]:
    """What is wrong with `claims`, each fault in its file. `others`: claims of records that are not
    looked at, with which these may clash. Files of other records are only looked for."""
    claims = sorted(claims, key=lambda claim: claim.path.file)
    by_id: dict[RecordPath, list[str]] = defaultdict(list)
    for claim in (*claims, *others):
        for id_ in dict.fromkeys(claim.former):
            by_id[RecordPath(claim.path.kind, id_)].append(claim.path.file)
    diagnostics: list[Diagnostic] = []
    for claim in claims:
        if findings := list(_faults(claim, by_id, places_dir)):
            diagnostics += locate(places_dir, claim.path.file, findings)
    return diagnostics


def _faults(
    claim: Claim, by_id: Mapping[RecordPath, list[str]], places_dir: Path
) -> Iterator[Diagnostic]:
    own = claim.path.file
    for index, id_ in enumerate(claim.former):
        former = RecordPath(claim.path.kind, id_)
        where = (FIELD, index)
        if id_ == claim.path.id:
            yield error(
                where, f"{quote(id_)} est le nom d'aujourd'hui de cette fiche", "supprimez la ligne"
            )
        elif (places_dir / (file := former.file)).is_file():
            yield error(
                where,
                f"la fiche {quote(id_)} existe encore : son adresse ne peut pas mener ici",
                f"supprimez cette ligne, ou supprimez le fichier {file}",
            )
        elif others := sorted({name for name in by_id[former] if name != own}):
            yield error(
                where,
                f"{others[0]} dit aussi s'être appelée {quote(id_)}",
                "gardez cette ligne dans une seule des deux fiches",
            )
