"""Communes that other directories cover and this one does not: their names, for who types one.

The same files as those of our own communes, in a folder of their own, which a page asks only when
nothing here has the name that was typed (js/across.js): each line ends with the rank of the
directory in `directories.json`, which says of each its name, its address, and that of the page of a
commune there. Nothing is asked of the others: all is what `annuaire federate` kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.search.commune_index import code_files
from plugins.search.commune_names import CommuneName, names_of
from plugins.search.covered import covered_names
from plugins.search.name_files import NameIndex, name_files, named_by_content
from plugins.territories.others.coverage_said import communes_covered
from plugins.territories.others.kept_file import OtherDirectory

FOLDER = "recherche/voisins"
FULL_MOST = 800
"""Names in a shard that has them all, at most 8 kB compressed: few ask, and a whole country beside
us would fill twice as many files with half as many."""


class NameAcross(NamedTuple):
    """A name, and the rank of the directory that covers its commune."""

    name: CommuneName
    directory: int

    @property
    def folded(self) -> str:
        return self.name.folded

    def words(self) -> Iterator[str]:
        return self.name.words()

    def line_in(self, key: str) -> str:
        """The line of the name, what its kind of file adds, the directory."""
        line = self.name.line_in(key)
        return f"{line if key.isdigit() else self.name.line_with()}\t{self.directory}"


class Beside(NamedTuple):
    """What pages show of other directories: each, with the names of the territories that it
    covers; `folder` of the index of their communes, empty when there is none."""

    directories: Sequence[tuple[OtherDirectory, Sequence[str]]]
    folder: str

    def fingerprint(self) -> bytes:
        """What changes with what a page shows of them; empty when there is none."""
        shown = [(one.nom, one.adresse, names) for one, names in self.directories]
        return fingerprint_of(repr((shown, self.folder))) if shown else b""


def beside(
    others: Sequence[OtherDirectory], index: NameIndex | None, gazetteer: Gazetteer
) -> Beside:
    """For the templates."""
    known = {*gazetteer.all_departements, *(f"R{code}" for code in gazetteer.all_regions)}
    shown = []
    for one in others:
        codes = [code for code in one.couvre if code in known or gazetteer.epci(code)]
        shown.append((one, covered_names(gazetteer, codes)))
    return Beside(shown, index.folder if index else "")


def make_across_names(
    others: Sequence[OtherDirectory], gazetteer: Gazetteer, memory: Path, program: str
) -> NameIndex | None:
    """The index; None when they cover nothing more than `gazetteer`, ours. Of two that cover a
    commune, the first. `memory`, `program`: as those of `commune_index.make_index`."""
    owners: dict[str, int] = {}
    for rank, one in enumerate(others):
        for code in communes_covered(one.couvre):
            if code not in gazetteer.communes:
                owners.setdefault(code, rank)
    if not owners:
        return None
    theirs = Gazetteer.load([]).also_covering(owners)
    heads = [(one.nom, one.adresse, one.page_de_commune) for one in others]
    tables = (theirs.fingerprint(code) for code in theirs.departements)
    version = fingerprint_of(program, repr((heads, owners)), *tables).hex()
    known = disk_cache.load(memory, version)
    if known is not None:
        return NameIndex(*known)
    names = [NameAcross(name, owners[name.commune.code]) for name in names_of(theirs)]
    index = named_by_content(
        FOLDER,
        {
            "directories.json": json.dumps(heads, ensure_ascii=False, separators=(",", ":")),
            **name_files(names, theirs.departements.values(), FULL_MOST),
            **code_files(
                theirs,
                [one.name for one in names],
                lambda name, code: name.line_with(code, owners[name.commune.code]),
            ),
        },
    )
    disk_cache.save(memory, version, tuple(index))
    return index
