"""Where exactly a row is: its point, put the right way round, or left out and said."""

from __future__ import annotations

import re
from typing import NamedTuple

from plugins.french.distances import say_kilometres
from plugins.french.joins import at_town, of_town
from plugins.gazetteer import Commune, Gazetteer, distance_km
from plugins.intake.where.lambert93 import degrees_of_lambert93
from plugins.intake.where.point_text import read_pair

_NUMBER = re.compile(r"\s*([-+]?\d+(?:[.,]\d+)?)\s*°?\s*([NSEOW])?\s*", re.IGNORECASE)
_NEARER = 1 / 4
"""A point whose distance to the centre of another commune is less than this part of the one to its
own may be in the other."""
_NEARER_OF_ONE_POSTCODE = 1 / 3
"""The same between communes of one postcode, which is what a wrong point is often made of."""
_NEARER_KM = 2.0
FAR_KM = 1.0
"""Two points of one row, or of rows of one place, farther apart than this contradict each
other."""


class RowPosition(NamedTuple):
    """Degrees (WGS84) as a record writes them, at most six decimals; empty when there is none."""

    latitude: str
    longitude: str
    remarks: list[str]
    doubts: list[str]
    is_approximate: bool = False
    """It may well be in another commune: no exact point of this one."""


def point_of(latitude: str, longitude: str, both: str = "") -> tuple[str, str]:
    """(latitude, longitude) as typed, whatever columns hold them: one each, both in one, or `both`
    in a column of their own. Empty when there are not two numbers."""
    pair = latitude, longitude
    if not all(_NUMBER.fullmatch(text) for text in pair):
        pair = read_pair(latitude) if any(read_pair(latitude)) else read_pair(longitude)
    return pair if all(pair) else read_pair(both)


def degrees_of(pair: tuple[str, str]) -> tuple[float, float] | None:
    """A point as numbers; None when it is none, or stands on no globe."""
    values = _values(pair)
    if values is None or abs(values[0]) > 90 or abs(values[1]) > 180 or not any(values):
        return None
    return values


def read_point(
    gazetteer: Gazetteer, latitude: str, longitude: str, commune: Commune, both: str = ""
) -> RowPosition:
    """The point of a row, put the right way round; left out when it is not in its commune."""
    pair = point_of(latitude, longitude, both)
    values = _values(pair)
    if values is None:
        told = "illisibles" if latitude or longitude or both else "absentes"
        told = f"« {both[:40]} » illisible" if both else told
        return RowPosition("", "", [f"coordonnées : {told}"], [])
    lat, lon = values
    if not (lat or lon):
        return RowPosition("", "", ["coordonnées : absentes (0, 0)"], [])
    doubts = _disagreeing(pair, read_pair(both))
    if _is_in(gazetteer, commune, lat, lon):
        return _checked(gazetteer, commune, lat, lon, [], doubts)
    if _is_in(gazetteer, commune, lon, lat):
        told = "coordonnées : latitude et longitude étaient échangées"
        remarks = [told] if latitude or longitude else []  # one column says no order
        return _checked(gazetteer, commune, lon, lat, remarks, doubts)
    if abs(lat) > 90 or abs(lon) > 180:
        return RowPosition("", "", ["coordonnées : impossibles, non reprises"], [])
    fell = gazetteer.nearest(lat, lon)
    where = f"près {of_town(fell.nom)} ({fell.departement})" if fell else "hors de France"
    told = f"coordonnées : hors {of_town(commune.nom)}, {where}, non reprises"
    return RowPosition("", "", [], [told])


def _checked(
    gazetteer: Gazetteer,
    commune: Commune,
    lat: float,
    lon: float,
    remarks: list[str],
    doubts: list[str],
) -> RowPosition:
    other = _rather_in(gazetteer, commune, lat, lon)
    if other:
        there, here = at_town(other.nom), at_town(commune.nom)
        told = f"coordonnées : plutôt {there} ({other.code}) qu'{here}"
        doubts = [*doubts, f"{told}, gardées comme point approximatif"]
    return RowPosition(_degrees(lat), _degrees(lon), remarks, doubts, other is not None)


def _rather_in(gazetteer: Gazetteer, commune: Commune, lat: float, lon: float) -> Commune | None:
    """The commune whose centre is far nearer than that of the row's; None when none is. A centre is
    no border: a large commune has points that are nearer to the centre of a small neighbour."""
    own = commune if commune.centre else gazetteer.page_of(commune.code)
    if own is None or own.centre is None:
        return None
    own_km = distance_km(lat, lon, *own.centre)
    if own_km <= _NEARER_KM:
        return None  # no other can be that much nearer: most points need no look around
    other = gazetteer.nearest(lat, lon)
    if other is None or other.centre is None or other.page_code == own.page_code:
        return None
    other_km = distance_km(lat, lon, *other.centre)
    is_one_postcode = not set(own.postcodes).isdisjoint(other.postcodes)
    part = _NEARER_OF_ONE_POSTCODE if is_one_postcode else _NEARER
    return other if other_km < part * own_km and own_km - other_km > _NEARER_KM else None


def _disagreeing(pair: tuple[str, str], other: tuple[str, str]) -> list[str]:
    """A doubt when two columns of a row give points that are far from each other."""
    first, second = degrees_of(pair), degrees_of(other)
    if first is None or second is None:
        return []
    km = min(distance_km(*first, *second), distance_km(*first, second[1], second[0]))
    told = f"coordonnées : deux points à {say_kilometres(km)} l'un de l'autre, le premier est gardé"
    return [told] if km > FAR_KM else []


def _is_in(gazetteer: Gazetteer, commune: Commune, lat: float, lon: float) -> bool:
    return abs(lat) <= 90 and abs(lon) <= 180 and gazetteer.is_plausible(commune.code, lat, lon)


def _values(pair: tuple[str, str]) -> tuple[float, float] | None:
    """Two numbers as typed, with a comma, a sign of degrees, a side («1,55° O» is west, -1.55);
    metres of the plane of France; None when one is none."""
    first, second = map(_NUMBER.fullmatch, pair)
    if not first or not second:
        return None
    values = _value(first), _value(second)
    return degrees_of_lambert93(*values) or values


def _value(found: re.Match[str]) -> float:
    value = float(found[1].replace(",", "."))
    return -abs(value) if (found[2] or "").upper() in ("S", "O", "W") else value


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
