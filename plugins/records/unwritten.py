"""A record that has no file yet, beside those that have one: what `annuaire check` would say of it,
which it may be again."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.gazetteer import normalize
from plugins.records.checks import Context
from plugins.records.commands import known_in, neighbours
from plugins.records.links import lost_links, with_known_labels
from plugins.records.listing import list_records
from plugins.records.model.place import Place
from plugins.records.reading.checking import check_record
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import parse_record
from plugins.records.together import alike, compared

_LIKE = 85
"""Of a hundred: words of two names, of which one may say more than the other."""


class KnownAlike(NamedTuple):
    """A record that a place may be; `shared`: what they have in common (French); `is_asked`: the
    checks ask whether they are one, until a record says that they are not."""

    place: Place
    shared: str
    is_asked: bool


def faults_unwritten(
    places_dir: Path, path: RecordPath, text: str, context: Context
) -> list[Diagnostic]:
    """All that is wrong with a record of this text, if it were written."""
    known = known_in(places_dir, list_records(places_dir))
    checked = check_record(text.encode(), path.file, context)
    found = list(with_known_labels(checked.diagnostics, known))
    if isinstance(checked.record, Place):
        places = [checked.record, *neighbours(places_dir, [checked.record], {path.id})]
        return found + compared(places, known, {path.id}).get(path.id, [])
    if checked.tree is not None:
        found += lost_links(path, checked.tree, known)
    return found


def known_alike(places_dir: Path, path: RecordPath, text: str) -> list[KnownAlike]:
    """Open places of its commune that a place may be, the likeliest first: those that the checks
    compare, then those of which the name has the same words."""
    from rapidfuzz import fuzz  # imported late: few records are new

    tree = parse_record(text.encode(), path.file)
    if isinstance(tree, list):
        return []
    try:
        place = Place.from_tree(tree, path.id)
    except ValueError:
        return []
    others = {other.id: other for other in neighbours(places_dir, [place], {path.id})}
    sure = alike([place, *others.values()], {path.id}).get(path.id, {})
    found = [
        KnownAlike(others[identity], shared, True) for identity, shared in sorted(sure.items())
    ]
    own = _words(place)
    for identity, other in sorted(others.items()):
        is_like = own and fuzz.token_set_ratio(own, _words(other)) >= _LIKE
        if identity not in sure and is_like and not other.is_closed:
            found.append(KnownAlike(other, "nom proche", False))
    return found


def _words(place: Place) -> str:
    """Its name without that of its commune, which all the names there may have."""
    town = set(normalize(place.commune).split())
    return " ".join(word for word in normalize(place.nom).split() if word not in town)


def places_in(places_dir: Path, code_insee: str, departement: str) -> list[Place]:
    """The open places of a commune that have a record, by name."""
    probe = {"nom": "…" * 2, "code_postal": "00000", "code_insee": code_insee, "commune": "…"}
    own = Place.from_tree(probe, f"{departement}/x")
    found = [one for one in neighbours(places_dir, [own], ()) if not one.is_closed]
    return sorted(found, key=lambda one: (normalize(one.nom), one.id))
