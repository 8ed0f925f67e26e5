"""The index of names and postcodes, cut into files small enough that one answers a question.

A file («shard») holds the names that have a word beginning with its key: "lab" has «Labège» and
«Saint-Georges-Labarthe». A key with too many names gets a longer key for each next letter, and
keeps only its first names, for the suggestions of somebody who has typed so few letters; it is
called *cut*. Postcodes are words like others: key "316".

A shard is a text of lines, the most populated commune first: the fields of `CommuneName.line`,
and in the shard of a postcode four fields, then the postcodes in question separated by commas.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.gazetteer import Departement
from plugins.gazetteer.names import without_article
from plugins.search.commune_names import CommuneName

FULL_MOST = 400
"""Names in a shard that has them all: at most 3.6 kB compressed."""
CUT_TO = 30
"""First names kept in a cut one."""
CUT_MARK = "+"

_Item = tuple[str, int]
"""A word and the rank of the name that it belongs to."""


class Shards(NamedTuple):
    """`ranks`: key → ranks of names; `cut`: keys that do not have all of theirs."""

    ranks: Mapping[str, Sequence[int]]
    cut: frozenset[str]


def make_shards(names: Sequence[CommuneName]) -> Shards:
    """Share `names` between shards, so that each is in one that is not cut, or is kept by all the
    cut ones that end one of its words («Saint-Lô»)."""
    ranks: dict[str, list[int]] = {}
    cut: set[str] = set()
    items = [
        (word, rank)
        for rank, name in enumerate(names)
        for word in dict.fromkeys((*_words(name), *_postcodes(name)))
    ]
    _share("", items, names, ranks, cut)
    whole = {rank for key, kept in ranks.items() if key not in cut for rank in kept}
    for rank, name in enumerate(names):
        if rank not in whole:
            for word in _words(name):
                if word in cut and rank not in ranks[word]:
                    ranks[word].append(rank)
    return Shards({key: sorted(ranks[key]) for key in sorted(ranks)}, frozenset(cut))


def _words(name: CommuneName) -> list[str]:
    """Those of the name; a figure («Paris 11e») would be taken for the beginning of a postcode."""
    return [word for word in name.folded.split() if not word.isdigit()]


def _postcodes(name: CommuneName) -> Iterable[str]:
    """Those of a commune; not of its other names, which would show it twice."""
    return name.commune.postcodes if name.nom == name.commune.nom else ()


def _share(
    key: str,
    items: list[_Item],
    names: Sequence[CommuneName],
    ranks: dict[str, list[int]],
    cut: set[str],
) -> None:
    distinct = list(dict.fromkeys(rank for _, rank in items))
    if key:
        ranks[key] = distinct
        if len(distinct) <= FULL_MOST:
            return
        cut.add(key)
        ranks[key] = [
            rank
            for place, rank in enumerate(distinct)
            if place < CUT_TO or key in (names[rank].folded, without_article(names[rank].folded))
        ]
    longer: dict[str, list[_Item]] = {}
    for item in items:
        if len(item[0]) > len(key):
            longer.setdefault(item[0][: len(key) + 1], []).append(item)
    for next_key, rest in longer.items():
        _share(next_key, rest, names, ranks, cut)


def shard_text(key: str, ranks: Iterable[int], names: Sequence[CommuneName]) -> str:
    """The lines of one shard."""
    if not key.isdigit():
        return "\n".join(names[rank].line for rank in ranks)
    lines = []
    for rank in ranks:
        codes = [code for code in names[rank].commune.postcodes if code.startswith(key)]
        line = names[rank].line
        lines.append(line + "\t" * (4 - line.count("\t")) + ",".join(codes))
    return "\n".join(lines)


def keys_text(shards: Shards, departements: Iterable[Departement]) -> str:
    """What the script reads first: a line for each département (code, tab, name), an empty line,
    then the keys separated by spaces, with a mark behind those that are cut."""
    areas = "\n".join(f"{d.code}\t{d.nom}" for d in departements)
    keys = " ".join(key + CUT_MARK if key in shards.cut else key for key in shards.ranks)
    return f"{areas}\n\n{keys}"
