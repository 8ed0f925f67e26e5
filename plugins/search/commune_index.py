"""All files of the index, by name; kept between builds, because the communes hardly change.

Beside those of `name_files`:

* `i-31.txt`: communes by INSEE code, present and former, of codes that begin so: line, then code;
* `p-….txt`: centres of communes;
* `x-a.txt`: names outside of what is covered (`outside_names`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.search.cells import make_cells
from plugins.search.commune_names import CommuneName, names_of
from plugins.search.name_files import IndexedName, NameIndex, name_files, named_by_content
from plugins.search.outside_names import outside_files
from plugins.search.territory_names import territory_names

FOLDER = "recherche/index"
FULL_MOST = 400
"""Names in a shard that has them all: at most 3.9 kB compressed."""


def make_index(gazetteer: Gazetteer, memory: Path | None, program: str) -> NameIndex:
    """The index of the covered communes. `memory`: a file where it is kept between builds;
    `program`: fingerprint of our code, since other code may make another index."""
    tables = (gazetteer.fingerprint(departement) for departement in gazetteer.departements)
    version = fingerprint_of(program, *tables, *gazetteer.communes).hex()
    known = disk_cache.load(memory, version) if memory else None
    if known is not None:
        return NameIndex(*known)
    names = names_of(gazetteer)
    territories = territory_names(gazetteer, (name.folded for name in names))
    all_names: list[IndexedName] = [*names, *territories]
    index = named_by_content(
        FOLDER,
        {
            **name_files(all_names, gazetteer.departements.values(), FULL_MOST, by_ear=True),
            **code_files(gazetteer, names, CommuneName.line_with),
            **outside_files(gazetteer),
            **{f"p-{key}.txt": text for key, text in make_cells(names).items()},
        },
    )
    if memory:
        disk_cache.save(memory, version, tuple(index))
    return index


def code_files(
    gazetteer: Gazetteer, names: Sequence[CommuneName], line: Callable[[CommuneName, str], str]
) -> dict[str, str]:
    """`i-31.txt`; `line`: what it says of a name, given the code."""
    own = {name.commune.code: name for name in names if name.nom == name.commune.nom}
    codes = {code: code for code in own}
    codes |= {code: one.present for code, one in gazetteer.former.items() if one.present in own}
    lines: dict[str, list[str]] = {}
    for code in sorted(codes):
        lines.setdefault(code[:2].lower(), []).append(line(own[codes[code]], code.lower()))
    return {f"i-{start}.txt": "\n".join(found) for start, found in lines.items()}
