"""A record in the folder of another kind: a workshop among the places."""

from __future__ import annotations

from plugins.common.diagnostic import Diagnostic
from plugins.records.kinds import KINDS, Kind
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import Tree

_FEW = 2
"""Fields more that another kind must know: one alone is a slip."""


def misfiled(path: RecordPath, tree: Tree, name: str) -> Diagnostic | None:
    """What to say of a record whose fields are those of another kind of the same département; None
    when it may be where it should. `name`: its path within the folder of records."""
    own = KINDS[path.kind]
    if not _is_of_departement(own):
        return None
    others = [kind for kind in KINDS.values() if kind is not own and _is_of_departement(kind)]
    best = min(others, key=lambda kind: _unknown(kind, tree))
    if _unknown(best, tree) + _FEW > _unknown(own, tree):
        return None
    right = best.file(path.id)
    return Diagnostic(
        name,
        1,
        1,
        "",
        f"cette fiche n'est pas celle d'{own.one}, mais d'{best.one}",
        f"déplacez ce fichier dans {right.rpartition('/')[0]}/",
    )


def _is_of_departement(kind: Kind) -> bool:
    return kind.path.startswith("{departement}/")


def _unknown(kind: Kind, tree: Tree) -> int:
    """How many fields of a record a kind does not have."""
    return sum(name not in kind.model.model_fields for name in tree)
