"""Who brings the actors together: one entry for each coordination, wherever it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from plugins.gazetteer import Gazetteer
from plugins.records.announced.named_territory import NamedTerritory, named_territory
from plugins.records.model.parts import Citation
from plugins.records.model.territory import Coordination, Territory

_T = TypeVar("_T")


class Coordinated(NamedTuple):
    """A coordination by its name. `usual`: what most of the records say of it, for its text and its
    dates; `where`: each territory that tells of it, with what its record says; `with_whom`,
    `supported_by`, `sources`: of all records, each once."""

    name: str
    usual: Coordination
    where: Sequence[tuple[NamedTerritory, Coordination]]
    with_whom: Sequence[str]
    supported_by: Sequence[str]
    sources: Sequence[Citation]

    @property
    def leaders(self) -> int:
        """How many bodies lead one of that name."""
        return len({group.pilote for _, group in self.where if group.pilote})


def coordinations(records: Mapping[str, Territory], gazetteer: Gazetteer) -> Sequence[Coordinated]:
    """Those of the most territories first, then by name."""
    found: dict[str, list[tuple[NamedTerritory, Coordination]]] = {}
    for record in records.values():
        if named := named_territory(record, gazetteer):
            for group in record.coordination:
                found.setdefault(group.nom, []).append((named, group))
    made = [_made(name, where) for name, where in found.items()]
    return sorted(made, key=lambda one: (-len(one.where), one.name))


def _made(name: str, where: list[tuple[NamedTerritory, Coordination]]) -> Coordinated:
    groups = [group for _, group in where]
    return Coordinated(
        name,
        _usual(groups),
        sorted(where, key=lambda one: one[0].name),
        _once(who for group in groups for who in group.partenaires),
        _once(who for group in groups for who in group.appui),
        _once(source for group in groups for source in group.source),
    )


def _usual(groups: Sequence[Coordination]) -> Coordination:
    """One whose words most of them have."""
    words = [(group.texte, group.remarque, group.depuis, group.jusqu_a) for group in groups]
    return groups[words.index(Counter(words).most_common(1)[0][0])]


def _once(found: Iterable[_T]) -> Sequence[_T]:
    return tuple(dict.fromkeys(found))
