"""Licences under which lists are published, and which of them may stand in one file.

A share-alike licence (ODbL 1.0, § 4.4) is that of whatever is made of its data: a record that cites
such a list is under it, and stands in files of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from plugins.common.fingerprint import content_name
from plugins.french.normalization import normalize
from plugins.vocabulary.sources import SOURCES, stem_of


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
"""That of the directory's own records, and of the lists of `SOURCES` where a record does not say it
(places/LICENCE.md). What asks for no more than it does (public domain, attribution) stands with
it."""

_UNKNOWN = "Licence inconnue"
"""That of another list where a record does not say it: nobody may guess that it is open."""

_ODBL = Licence(
    "odbl",
    "ODbL 1.0",
    "ODbL-1.0",
    "https://opendatacommons.org/licenses/odbl/1-0/",
    r".*\bodbl.*|.*open database licen[cs]e.*|.*openstreetmap.*",
)
_LONGEST = 40
"""Letters of a slug: several licences stand in the name of one file."""
_FROM_MAP = re.compile(r"(?:openstreetmap|osm)(?![a-z])")
_NO_MORE = re.compile(r"cc ?0.*|cc by( \d.*)?|domaine public|public domain|pddl.*|odc by.*")


@lru_cache(maxsize=1024)
def _of_text(text: str) -> Licence:
    said = re.sub(r"[\W_]+", " ", normalize(text)).strip()
    for licence in (_ODBL, OPEN_LICENCE):  # a text that names both asks for the stricter
        if re.fullmatch(licence.names, said):
            return licence
    if not said or _NO_MORE.fullmatch(said):
        return OPEN_LICENCE
    return Licence(_slug_of(said), text)


def _slug_of(said: str) -> str:
    """One for each licence, whatever its length and its letters."""
    slug = said.replace(" ", "-")
    if len(slug) <= _LONGEST and slug.isascii():
        return slug
    begun = re.sub(r"[^a-z0-9]+", "-", slug)[: _LONGEST - 9].strip("-")
    return f"{begun}-{content_name(said.encode())}".lstrip("-")


@lru_cache(maxsize=1024)
def _of_texts(texts: tuple[str, ...]) -> Licence:
    by_slug = {one.slug: one for one in map(_of_text, sorted(texts)) if one.slug}
    apart = sorted(by_slug.values())
    if len(apart) < 2:
        return apart[0] if apart else OPEN_LICENCE
    return Licence("-".join(one.slug for one in apart), ", ".join(one.title for one in apart))


def said_licence(list_name: str, licence: str | None) -> str:
    """What a source says of its licence; OpenStreetMap and the lists of `SOURCES` have one, said or
    not."""
    if licence or stem_of(list_name) in SOURCES:
        return licence or ""
    return _ODBL.title if _FROM_MAP.match(normalize(list_name)) else _UNKNOWN


def licence_of(texts: Iterable[str]) -> Licence:
    """The licence of a record whose sources have these, as they say them."""
    return _of_texts(tuple(texts))
