"""Columns that a geocoder added to a list: «result_citycode», «BAN_postcode», «geo_score».

They say again, in other words, what the list says of its address: a commune, its codes and a point
serve where the list has nothing better. The others («result_label», «result_type») are about the
search itself, and look like labels and types.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from plugins.gazetteer import normalize
from plugins.intake.read.columns.column_guess import ColumnGuess

_NAMED = re.compile(
    r"(result|ban|geo|geocod\w*|addok|di geocodage|match|api adresse) (\w+(?: \w+)*)"
)
_FIELDS = {
    **dict.fromkeys(("citycode", "insee", "code insee", "insee com"), "code_insee"),
    **dict.fromkeys(("postcode", "code postal", "cp"), "code_postal"),
    **dict.fromkeys(("city", "commune", "ville"), "commune"),
    **dict.fromkeys(("latitude", "lat"), "latitude"),
    **dict.fromkeys(("longitude", "lon", "lng"), "longitude"),
}
_OF_THE_SEARCH = frozenset(
    """label score next type id housenumber name street context status importance distance oldcity
    oldcitycode district banid ban precision quality accuracy source provider version x y cle
    interop""".split()
)
_SURE = frozenset({"label", "score", "type", "citycode", "context", "status"})
"""What tells a geocoder apart from a list that calls its own columns «geo …»."""


def geocoder_columns(columns: Sequence[str]) -> dict[str, ColumnGuess]:
    """Column → what it is, of the columns that a geocoder added."""
    found: dict[str, tuple[str, str]] = {}
    for column in columns:
        if named := _NAMED.fullmatch(normalize(column)):
            found[column] = named[1], named[2]
    geocoders = {prefix for prefix, rest in found.values() if rest in _SURE}
    guesses: dict[str, ColumnGuess] = {}
    for column, (prefix, rest) in found.items():
        if prefix not in geocoders:
            continue
        if field := _FIELDS.get(rest):
            told = "trouvé par un géocodeur : sert si la liste ne le dit pas"
            guesses[column] = ColumnGuess(column, field, told, True, is_last=True)
        elif set(rest.split()) <= _OF_THE_SEARCH:
            guesses[column] = ColumnGuess(column, why="parle de la recherche d'un géocodeur")
    return guesses
