"""The index of names of places, for who types one whole, in part, or with a slip."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.common import disk_cache
from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer, slugify
from plugins.records.entry import Entry
from plugins.records.what_helps import usefulness_of
from plugins.search.name_files import NameIndex, name_files, named_by_content
from plugins.search.word_rules import SMALL_WORDS, first_words, fold_name

FOLDER = "recherche/noms"
FULL_MOST = 200
"""Names in a shard that has them all, some 3 kB compressed: half as many files as with 100."""


class IndexedPlace(NamedTuple):
    """The name of an open place; `commune`: that of its commune."""

    nom: str
    folded: str
    identity: str
    """«31/mediatheque-de-labege»"""
    commune: str

    def line_in(self, key: str) -> str:
        """Name, département, slug where the name does not give it, commune."""
        departement, _, slug = self.identity.partition("/")
        usual = slug == slugify(self.nom)
        return "\t".join((self.nom, departement, "" if usual else slug, self.commune))

    def words(self) -> Iterator[str]:
        """Those that say something; all of them when none does."""
        words = list(first_words(self.folded))
        return iter([word for word in words if word not in SMALL_WORDS and word[1:]] or words)


def make_place_names(
    entries: Iterable[Entry], gazetteer: Gazetteer, memory: Path | None = None, program: str = ""
) -> NameIndex:
    """The files of all open places; of those with names as good, who can be called first.

    `memory`, `program`: as those of `commune_index.make_index`; most edits change no name.
    """
    found = []
    for entry in entries:
        commune = gazetteer.page_of(entry.code_insee)
        if not entry.is_closed and commune:
            found.append((int(usefulness_of(entry)), entry.nom, entry.id, commune.nom))
    areas = [(one.code, one.nom) for one in gazetteer.departements.values()]
    version = fingerprint_of(program, repr(areas), repr(found)).hex()
    known = disk_cache.load(memory, version) if memory else None
    if known is not None:
        return NameIndex(*known)
    names = [(rank, fold_name(nom), id_, nom, commune) for rank, nom, id_, commune in found]
    places = [IndexedPlace(nom, folded, id_, town) for _, folded, id_, nom, town in sorted(names)]
    files = name_files(places, gazetteer.departements.values(), FULL_MOST)
    index = named_by_content(FOLDER, files)
    if memory:
        disk_cache.save(memory, version, tuple(index))
    return index
