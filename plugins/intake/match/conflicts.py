"""What merged rows say otherwise than each other: told with both values and both sources.

One of them is in the record: that is the rule of `merge`, not proof. A person should look.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import combinations
from types import MappingProxyType
from typing import Any, NamedTuple

from plugins.common.one_line import one_line
from plugins.french.distances import say_kilometres
from plugins.gazetteer import distance_km
from plugins.intake.match.candidate import Origin, RowFields, list_of, text_of
from plugins.intake.match.doors import are_two_doors
from plugins.intake.match.merge import CONTACTS, Part, point_in, same_contact
from plugins.intake.where.position import FAR_KM

_LONGEST = 60
_FIELDS = (
    *("coordonnées", "adresse", "code_postal"),
    *("telephone", "courriels", "site_web"),
    *("horaires", "permanence"),
)


class Conflict(NamedTuple):
    """One fact that sources of one place tell differently."""

    id: str
    """The record: «31/mairie»."""
    field: str
    said: list[tuple[str, str]]
    """Source (as its record names it; with the row, «liste, ligne 12», where two sides are of one
    list) and what it says, the winner first."""
    note: str = ""
    """French: what else there is to know."""
    kept: str = ""
    """What the record says; "" when it says nothing of it."""

    def sentence(self) -> str:
        """In French, in one line."""
        note = f" ({self.note})" if self.note else ""
        return f"{self.id} : {self.field} : {self.sides} ; {self.outcome}{note}"

    @property
    def sides(self) -> str:
        """In French: what each source says, long values cut."""
        return ", ".join(
            f"{source}{',' if ', ' in source else ''} dit « {one_line(value, _LONGEST)} »"
            for source, value in self.said
        )

    @property
    def outcome(self) -> str:
        """In French: which of them the record has."""
        if not self.kept:
            return "la fiche ne garde ni l'un ni l'autre"
        if self.kept == self.said[0][1]:
            return "la fiche garde le premier"
        return f"la fiche dit « {one_line(self.kept, _LONGEST)} »"

    @property
    def weight(self) -> tuple[int, str]:
        """What to show first: another place, then another number; hours last."""
        return (_FIELDS.index(self.field), self.id)

    def as_json(self) -> dict[str, object]:
        """For the report."""
        said = [{"source": source, "value": value} for source, value in self.said]
        return {**self._asdict(), "said": said}


def conflicts_of(
    identity: str,
    parts: Sequence[Part],
    merged: Mapping[str, Any],
    rows: Mapping[str, int] = MappingProxyType({}),
) -> list[Conflict]:
    """Where the rows of one place disagree: more than 1 km apart, street or number, postcode,
    telephone, mail, site, hours, permanence. `merged`: what its record says now. `rows`: the row
    of an origin's key, where this table has it: it tells two rows of one list apart."""
    found: list[Conflict] = []
    if len(parts) < 2:
        return found
    readers: tuple[tuple[str, Callable[[Mapping[str, Any]], str]], ...] = (
        ("adresse", lambda fields: text_of(fields, "adresse")),
        ("code_postal", lambda fields: text_of(fields, "code_postal")),
        *((name, partial(_all_of, name)) for name in CONTACTS),
        ("horaires", lambda fields: _hours(fields, "horaires")),
        ("permanence", lambda fields: _hours(fields, "permanence")),
        ("coordonnées", _point),
    )
    for name, read in readers:
        said: dict[str, Origin] = {}
        for origin, fields in parts:
            if value := read(fields):
                said.setdefault(value, origin)
        kept = read(merged)
        if name in ("horaires", "permanence") and _holds_all(name, parts, merged):
            continue  # each row says some days of one week
        ordered = sorted(said, key=lambda value: value != kept)
        if len(ordered) > 1 and _DISAGREE[name]([fields for _, fields in parts]):
            note = ""
            if name == "coordonnées":
                km = _farthest_km([fields for _, fields in parts])
                note = f"à {say_kilometres(km)} l'un de l'autre"
            sides = _told_apart([said[value] for value in ordered], rows)
            found.append(
                Conflict(identity, name, list(zip(sides, ordered, strict=True)), note, kept)
            )
    return found


def _told_apart(origins: Sequence[Origin], rows: Mapping[str, int]) -> list[str]:
    """The name of each source; of those that bear one name, also the row, or what the list calls
    the place when the row is of an earlier import."""
    names = [origin.nom for origin in origins]
    return [
        origin.nom
        if names.count(origin.nom) == 1
        else f"{origin.nom}, ligne {rows[origin.key]}"
        if origin.key in rows
        else f"{origin.nom}, n° {origin.id}"
        for origin in origins
    ]


def _holds_all(name: str, parts: Sequence[Part], merged: Mapping[str, Any]) -> bool:
    week = merged.get(name)
    told = [fields[name] for _, fields in parts if fields.get(name)]
    return isinstance(week, dict) and all(
        isinstance(other, dict) and other.items() <= week.items() for other in told
    )


def _hours(fields: Mapping[str, Any], name: str) -> str:
    week = fields.get(name)
    if isinstance(week, dict):
        return " ; ".join(f"{day} {hours}" for day, hours in week.items() if hours != "fermé")
    return week if isinstance(week, str) else ""


def _point(fields: Mapping[str, Any]) -> str:
    point = point_in(fields)
    return f"{point[0]:.5f}, {point[1]:.5f}" if point else ""


def _farthest_km(rows: Sequence[RowFields]) -> float:
    points = [point for point in map(point_in, rows) if point is not None]
    return max((distance_km(*a, *b) for a, b in combinations(points, 2)), default=0.0)


def _all_of(name: str, fields: Mapping[str, Any]) -> str:
    return ", ".join(list_of(fields, name))


def _none_in_common(name: str, rows: Sequence[RowFields]) -> bool:
    said = [[same_contact(value) for value in list_of(fields, name)] for fields in rows]
    given = [set(values) for values in said if values]
    return any(a.isdisjoint(b) for a, b in combinations(given, 2))


def _other_doors(rows: Sequence[RowFields]) -> bool:
    streets = [text_of(fields, "adresse") for fields in rows]
    return any(are_two_doors(a, b) for a, b in combinations(filter(None, streets), 2))


_DISAGREE: dict[str, Callable[[Sequence[RowFields]], bool]] = {
    "code_postal": lambda rows: True,  # two values are a disagreement
    "horaires": lambda rows: True,
    "permanence": lambda rows: True,
    "adresse": _other_doors,
    **{name: partial(_none_in_common, name) for name in CONTACTS},
    "coordonnées": lambda rows: _farthest_km(rows) > FAR_KM,
}
