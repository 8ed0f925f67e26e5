"""File names of new records: short, ASCII, unique in the département, never changed afterwards."""

from __future__ import annotations

from collections.abc import Container

from plugins.gazetteer import Commune, slugify
from plugins.intake.match.candidate import RowFields, text_of
from plugins.intake.match.profile import is_generic
from plugins.records.reading.paths import is_reserved

MAX_LENGTH = 80
"""Characters; the whole identity must stay easy to type in an address."""
_MOST_OF_STREET = 40


def new_slug(fields: RowFields, commune: Commune, taken: Container[str]) -> str:
    """The slug of a new record. A name that is taken in both of `named_slugs` gets the street; at
    last a number."""
    wanted = named_slugs(text_of(fields, "nom"), commune)
    located = wanted[-1]
    street = slugify(text_of(fields, "adresse"))[:_MOST_OF_STREET].strip("-")
    if street:
        wanted.append(f"{_cut(located, street)}-{street}")
    for candidate in wanted:
        if candidate not in taken:
            return candidate
    number = 2
    while f"{located}-{number}" in taken:
        number += 1
    return f"{located}-{number}"


def named_slugs(nom: str, commune: Commune) -> list[str]:
    """Slugs that say a name and no more: with its commune, and before that without it unless many
    communes have such a name, or no file may."""
    slug = _cut(slugify(nom)) or "lieu"
    located = slug if commune.slug in slug else f"{_cut(slug, commune.slug)}-{commune.slug}"
    is_bare = slug == "lieu" or is_reserved(slug) or is_generic(nom, commune)
    return [located] if is_bare else [slug, located]


def _cut(slug: str, after: str = "") -> str:
    """The slug cut at a word so that `after` can follow."""
    room = max(MAX_LENGTH - len(after) - 1, 20)
    if len(slug) <= room:
        return slug
    return slug[: room + 1].rpartition("-")[0] or slug[:room]
