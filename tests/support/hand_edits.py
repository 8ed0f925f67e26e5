"""What persons do to records between two imports, and whether it is still there after them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.intake.write.record_files import splice
from plugins.records.kinds import KINDS
from plugins.records.listing import list_records
from plugins.records.reading.reader import Tree, read_record

_NUMBER = "05 61 00 99 99"
_OWN_SERVICE = "Parentalité et éducation avec le numérique"
_REMOVABLE = ("telephone", "courriels", "site_web", "typologie", "frais_a_charge", "pivot")
_ADDED = {
    "a_apporter": ["pièce d'identité"],
    "acces": {"bus": "Ligne 3, arrêt Mairie"},
    "langues": ["fr"],
}
LIST = "services"


class HandEdit(NamedTuple):
    """`is_kept`: whether the edit is in the folder of records."""

    kind: str
    identity: str
    is_kept: Callable[[Path], bool]


def identities(places: Path) -> list[str]:
    """All places of a folder, sorted."""
    return sorted(list_records(places).ids("place"))


def file_of(places: Path, identity: str) -> Path:
    """The file of a place."""
    return places / KINDS["place"].file(identity)


def tree_of(places: Path, identity: str) -> Tree:
    """A place as it is typed; nothing when it is not there."""
    path = file_of(places, identity)
    tree = read_record(path, places) if path.is_file() else {}
    assert isinstance(tree, dict), f"{identity}: {tree}"
    return tree


def snapshot(places: Path) -> dict[str, bytes]:
    """Every file, with what it holds."""
    files = sorted(path for path in places.rglob("*") if path.is_file())
    return {str(path.relative_to(places)): path.read_bytes() for path in files}


def edit_records(
    places: Path,
    draw: random.Random,
    each: int,
    used: set[str] | None = None,
    without: Collection[str] = (),
) -> list[HandEdit]:
    """Do `each` edits of every kind but those `without`, each in a record of its own, drawn by
    `draw`; not in those that are `used`, to which they are added."""
    before = set(identities(places))
    used = set() if used is None else used
    free = sorted(before - used)
    draw.shuffle(free)
    edits = []
    for kind, edit in EDITS.items():
        found = each if kind in without else 0
        for identity in list(free):
            if found == each:
                break
            is_kept = edit(places, identity, draw, free) if identity in free else None
            if is_kept is not None:
                free.remove(identity)
                edits.append(HandEdit(kind, identity, is_kept))
                found += 1
    used.update(before - set(free))
    used.update(set(identities(places)) - before)  # renamed
    return edits


_Kept = Callable[[Path], bool]
_Edit = Callable[[Path, str, random.Random, list[str]], _Kept | None]


def _write(places: Path, identity: str, **changes: object) -> None:
    path = file_of(places, identity)
    path.write_text(splice(path.read_text("utf-8"), changes), "utf-8")


def _says(identity: str, **stated: object) -> _Kept:
    def is_kept(places: Path) -> bool:
        tree = tree_of(places, identity)
        return bool(tree) and all(tree.get(name) == value for name, value in stated.items())

    return is_kept


def _changed(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    tree = tree_of(places, identity)
    changes: list[dict[str, object]] = [
        {"nom": f"{tree['nom']} bis"},
        {"adresse": "99 rue de la Main"},
        {"telephone": [_NUMBER]},
        {"horaires": {"lundi": "8h-9h"}},
    ]
    change = draw.choice([one for one in changes if tree.get(next(iter(one)))])
    _write(places, identity, **change)
    return _says(identity, **change)


def _removed(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    there = [name for name in _REMOVABLE if name in tree_of(places, identity)]
    if not there:
        return None
    name = draw.choice(there)
    _write(places, identity, **{name: None})
    return _says(identity, **{name: None})


def _added(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    name = draw.choice(sorted(_ADDED))
    _write(places, identity, **{name: _ADDED[name]})
    return _says(identity, **{name: _ADDED[name]})


def _list_edited(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    services = tree_of(places, identity).get(LIST)
    if not isinstance(services, list) or len(services) < 2 or _OWN_SERVICE in services:
        return None
    gone = draw.choice([str(item) for item in services])
    left = [item for item in services if item != gone]
    _write(places, identity, **{LIST: [*left, _OWN_SERVICE]})

    def is_kept(places: Path) -> bool:
        now = tree_of(places, identity).get(LIST) or []
        return isinstance(now, list) and _OWN_SERVICE in now and gone not in now

    return is_kept


def _closed(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    _write(places, identity, ferme_le="2023-06-30")
    tree = tree_of(places, identity)
    return _says(identity, **tree)


def _renamed(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    departement, _, slug = identity.partition("/")
    new = f"{departement}/{slug[:40]}-renomme"
    if file_of(places, new).exists():
        return None
    says_so = draw.choice([True, False])
    if says_so:
        _write(places, identity, anciens_ids=[identity])
    number = tree_of(places, identity).get("telephone") and draw.choice([True, False])
    if number:
        _write(places, identity, telephone=[_NUMBER])
    file_of(places, identity).rename(file_of(places, new))
    stated = {"telephone": [_NUMBER]} if number else {}

    def is_kept(places: Path) -> bool:
        return not file_of(places, identity).exists() and _says(new, **stated)(places)

    return is_kept


def _moved(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    """To the folder of another département, where the commune really is."""
    new = f"81/{identity.partition('/')[2]}"
    if file_of(places, new).exists():
        return None
    where = {"code_insee": "81004", "code_postal": "81000", "commune": "Albi"}
    _write(places, identity, **where, **draw.choice([{}, {"anciens_ids": [identity]}]))
    file_of(places, new).parent.mkdir(parents=True, exist_ok=True)
    file_of(places, identity).rename(file_of(places, new))
    return lambda places: not file_of(places, identity).exists() and _says(new, **where)(places)


def _merged(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    """Another record was the same place: this one stands for both."""
    others = [other for other in free if other != identity]
    if not others:
        return None
    other = draw.choice([one for one in others if one[:3] == identity[:3]] or others)
    free.remove(other)
    file_of(places, other).unlink()
    _write(places, identity, anciens_ids=[other], telephone=[_NUMBER])

    def is_kept(places: Path) -> bool:
        stated = _says(identity, anciens_ids=[other], telephone=[_NUMBER])
        return not file_of(places, other).exists() and stated(places)

    return is_kept


def _verified(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    day = draw.choice(["2023-09-01", "2026-03-03"])
    _write(places, identity, verifie_le=day, verifie_par="mairie")
    tree = tree_of(places, identity)
    # What a newer list fills is beside; the day and the sources follow it.
    return _says(
        identity,
        **{name: value for name, value in tree.items() if name not in ("date_maj", "source")},
    )


def _deleted(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    file_of(places, identity).unlink()
    return lambda places: not file_of(places, identity).exists()


def _commented(places: Path, identity: str, draw: random.Random, free: list[str]) -> _Kept | None:
    path = file_of(places, identity)
    path.write_text(
        re.sub(r"^nom:", "# appelé le 3 mars\nnom:", path.read_text("utf-8"), flags=re.M), "utf-8"
    )
    return lambda places: "# appelé le 3 mars\n" in file_of(places, identity).read_text("utf-8")


MERGED = "merged"
"""Two records made one: `source` of the one that is left follows at the next import."""
EDITS: dict[str, _Edit] = {
    "changed": _changed,
    "removed": _removed,
    "added": _added,
    "list": _list_edited,
    "closed": _closed,
    "renamed": _renamed,
    "moved": _moved,
    MERGED: _merged,
    "verified": _verified,
    "deleted": _deleted,
    "commented": _commented,
}
"""Kinds of edits → does one in a record, and gives what tells whether it is kept; None where the
record has nothing to edit so."""


def lost(edits: list[HandEdit], places: Path) -> Iterator[str]:
    """The edits that are there no more: «changed 31/mairie»."""
    for edit in edits:
        if not edit.is_kept(places):
            yield f"{edit.kind} {edit.identity}"
