"""What the address of a frame may ask for: words of facets, and labels.

They stand behind the `#` of the address, joined by `+`, as on the pages of communes, so that one of
them narrows the list without any script and nothing is sent to a server.
"""

from __future__ import annotations

from collections.abc import Iterable

from plugins.records.model.place import Place
from plugins.vocabulary.facets import FACET_WORDS

LABEL = "label-"


def tokens_of(place: Place) -> tuple[str, ...]:
    """The words of a place: facets, then «label-france-services»…"""
    return (*place.facets, *(f"{LABEL}{slug}" for slug in place.labels))


def tokens_among(places: Iterable[Place]) -> set[str]:
    """All the words of several places."""
    return {token for place in places for token in tokens_of(place)}


def all_tokens(labels: Iterable[str]) -> tuple[str, ...]:
    """Every word that can be asked for; `labels`: slugs of all labels of the site."""
    return (*FACET_WORDS, *(f"{LABEL}{slug}" for slug in labels))


def masks(places: Iterable[Place], tokens: Iterable[str]) -> str:
    """One hexadecimal number a place: bit `i` is set when it has the word `tokens[i]`.

    A list of communes carries them, so that a script can count the places that have several words.
    """
    bits = {token: 1 << i for i, token in enumerate(tokens)}
    return " ".join(
        f"{sum(bits.get(token, 0) for token in tokens_of(place)):x}" for place in places
    )
