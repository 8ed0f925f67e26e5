"""A point as tables write it in one cell: «43.53,1.51», GeoJSON, POINT(1.51 43.53)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_DECIMAL_COMMA = re.compile(r"(\d),(?=\d)")
_FOUR_PARTS = re.compile(r"\(?([-+]?\d{1,3}),(\d+)\s*,\s*([-+]?\d{1,3}),(\d+)\)?")
_WKT = re.compile(r"\bPOINT\s*Z?\s*\(\s*([-+\d.]+)[\s,]+([-+\d.]+)", re.IGNORECASE)
_DEGREES = re.compile(
    r"(\d{1,3})\s*°\s*(\d{1,2})\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|″|''|”)?)?\s*([NSEWO])",
    re.IGNORECASE,
)
_NAMES = ("lat", "latitude", "y"), ("lon", "lng", "long", "longitude", "x")


def read_pair(text: str) -> tuple[str, str]:
    """(latitude, longitude) as text, in degrees, of a cell that holds both; ("", "") when it does
    not. Without a sign that tells them apart the first number is the latitude."""
    text = text.strip()
    if text.startswith(("{", "[")):
        return _of_json(text)
    if found := _WKT.search(text):
        return found[2], found[1]
    if angles := _DEGREES.findall(text):
        return _of_angles(angles)
    # «43,53;1,51»: where commas are decimal signs, something else stands between the numbers.
    if re.search(r"\d\s*[;|/]\s*[-+]?\d|\d\s+[-+]?\d", text):
        text = _DECIMAL_COMMA.sub(r"\1.", text)
    elif found := _FOUR_PARTS.fullmatch(text):
        text = f"{found[1]}.{found[2]} {found[3]}.{found[4]}"
    numbers = _NUMBER.findall(text)
    whole = not any("." in number for number in numbers)  # «43,53» is one number, not two
    return ("", "") if len(numbers) != 2 or whole else (numbers[0], numbers[1])


def _of_json(text: str) -> tuple[str, str]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        numbers = _NUMBER.findall(text)
        return (numbers[0], numbers[1]) if len(numbers) == 2 else ("", "")
    is_geojson = False
    for name in ("geometry", "coordinates"):
        if isinstance(value, Mapping) and name in value:
            is_geojson = is_geojson or name == "coordinates"
            value = value[name]
    if isinstance(value, Mapping):
        folded = {str(key).lower(): found for key, found in value.items()}
        pair = [next((str(folded[n]) for n in names if n in folded), "") for names in _NAMES]
        return (pair[0], pair[1]) if all(pair) else ("", "")
    if isinstance(value, list) and len(value) >= 2 and not isinstance(value[0], list | dict):
        first, second = str(value[0]), str(value[1])
        # GeoJSON writes the longitude first; a bare list says nothing of its order.
        return (second, first) if is_geojson else (first, second)
    return "", ""


def _of_angles(angles: list[tuple[str, str, str, str]]) -> tuple[str, str]:
    if len(angles) != 2:
        return "", ""
    read = {}
    for degrees, minutes, seconds, side in angles:
        value = int(degrees) + int(minutes) / 60 + float((seconds or "0").replace(",", ".")) / 3600
        axis = "lat" if side.upper() in "NS" else "lon"
        read[axis] = f"{-value if side.upper() in 'SWO' else value:.6f}"
    return (read["lat"], read["lon"]) if len(read) == 2 else ("", "")
