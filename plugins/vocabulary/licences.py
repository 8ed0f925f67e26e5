"""Licences under which lists are published, and which of them may stand in one file.

A share-alike licence (ODbL 1.0, § 4.4) is that of whatever is made of its data: a record that cites
such a list is under it, and stands in files of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from plugins.french.normalization import normalize


class Licence(NamedTuple):
    """`slug`: in the names of files («odbl»), empty for that of the directory; `title`: as people
    say it; `spdx`: its identifier in the list of SPDX, empty when it has none there; `url`: its
    text; `names`: what lists call it, a pattern of normalised text."""

    slug: str
    title: str
    spdx: str = ""
    url: str = ""
    names: str = ""


OPEN_LICENCE = Licence(
    "",
    "Licence Ouverte 2.0",
    "etalab-2.0",
    "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
    r"licence ouverte.*|open licen[cs]e.*|lo|lo 2 0|lov2|fr lo|etalab.*",
)
"""That of the directory's own records, and of those that say none (places/LICENCE.md). What asks
for no more than it does (public domain, attribution) stands with it."""

_ODBL = Licence(
    "odbl",
    "ODbL 1.0",
    "ODbL-1.0",
    "https://opendatacommons.org/licenses/odbl/1-0/",
    r"odbl.*|open database licen[cs]e.*|odc odbl.*|openstreetmap.*",
)
_NO_MORE = re.compile(r"cc ?0.*|cc by( \d.*)?|domaine public|public domain|pddl.*|odc by.*")


@lru_cache(maxsize=1024)
def _of_text(text: str) -> Licence:
    said = re.sub(r"[\W_]+", " ", normalize(text)).strip()
    for licence in (OPEN_LICENCE, _ODBL):
        if re.fullmatch(licence.names, said):
            return licence
    if not said or _NO_MORE.fullmatch(said):
        return OPEN_LICENCE
    return Licence(said.replace(" ", "-")[:40], text)


@lru_cache(maxsize=1024)
def _of_texts(texts: tuple[str, ...]) -> Licence:
    apart = sorted({one for one in map(_of_text, texts) if one.slug})
    if len(apart) < 2:
        return apart[0] if apart else OPEN_LICENCE
    return Licence("-".join(one.slug for one in apart), ", ".join(one.title for one in apart))


def licence_of(texts: Iterable[str]) -> Licence:
    """The licence of a record whose sources have these, as they say them."""
    return _of_texts(tuple(texts))
