"""An index of names as files, in a folder whose name changes with them.

* `keys.txt`: what the script reads first; `n-….txt`: shards of names (and of postcodes);
* `ends.txt`, `e-….txt`: the same for words read backwards, when nothing else was found;
* `sounds.txt`, `s-….txt`: the same for words as they sound, where that is asked for.

Names of files begin with a letter and a hyphen: some systems refuse «con.txt», «aux.txt».
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from plugins.common.fingerprint import content_name
from plugins.gazetteer import Departement
from plugins.search.shards import head_text, keys_text, make_shards
from plugins.search.sounds import sound, sound_words
from plugins.search.word_rules import last_words


class NameIndex(NamedTuple):
    """`folder`: in the output, without slash at its ends; its last part is a hash of all the files,
    so that none ever changes under its address. `files`: name → text."""

    folder: str
    files: dict[str, str]


class IndexedName(Protocol):
    """What is filed: `folded` is the form that is compared."""

    @property
    def folded(self) -> str: ...

    def words(self) -> Iterator[str]:
        """Those by whose beginning it is found."""

    def line_in(self, key: str) -> str:
        """What the shard of `key` says of it, tab separated."""


def named_by_content(folder: str, files: dict[str, str]) -> NameIndex:
    """The files in a folder whose last part is a hash of them all."""
    content = "".join(f"{name}\n{text}\n" for name, text in files.items())
    return NameIndex(f"{folder}/{content_name(content.encode())}", files)


def name_files(
    names: Sequence[IndexedName],
    departements: Iterable[Departement],
    most: int,
    by_ear: bool = False,
) -> dict[str, str]:
    """The files of `names`, the most wanted first; `most`: names in a shard that has them all;
    `by_ear`: also by their sound."""
    folded = [name.folded for name in names]
    first = make_shards(folded, [tuple(name.words()) for name in names], most)
    last = make_shards(folded, [tuple(last_words(one)) for one in folded], most)
    files = {"keys.txt": head_text(departements, first), "ends.txt": keys_text(last)}
    sets = [("n", first), ("e", last)]
    if by_ear:
        heard = make_shards(
            [sound(one) for one in folded], [tuple(sound_words(one)) for one in folded], most
        )
        files["sounds.txt"] = keys_text(heard)
        sets.append(("s", heard))
    for letter, shards in sets:
        for key, ranks in shards.ranks.items():
            lines = (names[rank].line_in(key) for rank in ranks)
            files[f"{letter}-{key}.txt"] = "\n".join(lines)
    return files
