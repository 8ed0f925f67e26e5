"""An index of names, cut into files small enough that one answers a question.

A file («shard») holds the names that have a word beginning with its key: "lab" has «Labège» and
«Saint-Georges-Labarthe». A key with too many names gets a longer key for each next letter, and
keeps only its first names, for the suggestions of somebody who has typed so few letters; it is
called *cut*. Postcodes are words like others: key "316". Words read backwards make a second set of
shards, for a slip at the beginning of a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Departement
from plugins.gazetteer.names import without_article

CUT_TO = 30
"""First names kept in a cut one."""
CUT_MARK = "+"

_Item = tuple[str, int]
"""A word and the rank of the name that it belongs to."""


class Shards(NamedTuple):
    """`ranks`: key → ranks of names; `cut`: keys that do not have all of theirs."""

    ranks: Mapping[str, Sequence[int]]
    cut: frozenset[str]


def make_shards(folded: Sequence[str], words: Sequence[Iterable[str]], most: int) -> Shards:
    """Share names between shards, so that each is in one that is not cut, or is kept by all the
    cut ones that end one of its words («Saint-Lô»).

    `folded`: the names, the most wanted first; `words`: those of each; `most`: names in a shard
    that has them all.
    """
    ranks: dict[str, list[int]] = {}
    cut: set[str] = set()
    items = [(word, rank) for rank, found in enumerate(words) for word in dict.fromkeys(found)]
    _share("", items, folded, most, ranks, cut)
    whole = {rank for key, kept in ranks.items() if key not in cut for rank in kept}
    for word, rank in items:
        if rank not in whole and word in cut and rank not in ranks[word]:
            ranks[word].append(rank)
    return Shards({key: sorted(ranks[key]) for key in sorted(ranks)}, frozenset(cut))


def _share(
    key: str,
    items: list[_Item],
    folded: Sequence[str],
    most: int,
    ranks: dict[str, list[int]],
    cut: set[str],
) -> None:
    distinct = list(dict.fromkeys(rank for _, rank in items))
    if key:
        ranks[key] = distinct
        if len(distinct) <= most:
            return
        cut.add(key)
        ranks[key] = [
            rank
            for place, rank in enumerate(distinct)
            if place < CUT_TO or key in (folded[rank], without_article(folded[rank]))
        ]
    longer: dict[str, list[_Item]] = {}
    for item in items:
        if len(item[0]) > len(key):
            longer.setdefault(item[0][: len(key) + 1], []).append(item)
    for next_key, rest in longer.items():
        _share(next_key, rest, folded, most, ranks, cut)


def keys_text(shards: Shards) -> str:
    """The keys separated by spaces, with a mark behind those that are cut."""
    return " ".join(key + CUT_MARK if key in shards.cut else key for key in shards.ranks)


def head_text(departements: Iterable[Departement], shards: Shards) -> str:
    """What the script reads first: a line for each département (code, tab, name), an empty line,
    then the keys."""
    areas = "\n".join(f"{d.code}\t{d.nom}" for d in departements)
    return f"{areas}\n\n{keys_text(shards)}"
