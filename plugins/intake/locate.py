"""Which commune a row is in, and where exactly: codes, postcodes and points as people type them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from plugins.gazetteer import Commune, Gazetteer, distance_km, fold

_NEAR_NAME = 84
"""Likeness (0 to 100) of two names of communes of one postcode for a slip of the keyboard."""
_FAR_KM = 20.0
"""Beyond this from the edge of the commune a point is an error of the source: it is not shown."""
_ADDRESS_END = re.compile(
    r"[\s,–-]*\b(\d{5}|\d{2}\s\d{3})\s+([^\d,]+?)(?:\s+cedex.*)?\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


class Where(NamedTuple):
    """The commune of a row (None when it cannot be told) and what there is to say about it."""

    commune: Commune | None
    postcode: str
    remarks: list[str]


class Point(NamedTuple):
    """Degrees (WGS84) as a record writes them, at most six decimals; empty when there is none."""

    latitude: str
    longitude: str
    remarks: list[str]


def read_postcode(text: str) -> str:
    """Five digits, the lost leading zero given back; "" when it is not a postcode."""
    digits = re.sub(r"\.0$", "", text.strip()).replace(" ", "")
    digits = re.sub(r"^F-?", "", digits)
    return digits.zfill(5) if digits.isdigit() and 4 <= len(digits) <= 5 else ""


def read_commune_code(text: str) -> str:
    """An INSEE code, the lost leading zero given back; "" when it is not one."""
    code = re.sub(r"\.0$", "", text.strip()).replace(" ", "").upper()
    code = code.zfill(5) if code.isdigit() and len(code) == 4 else code
    return code if re.fullmatch(r"(\d\d|2[AB])\d{3}", code) else ""


def split_address(address: str) -> tuple[str, str, str]:
    """(street, postcode, commune) of «8 rue X - 33000 Bordeaux»; the last two may be empty."""
    match = _ADDRESS_END.search(address)
    if not match:
        return address, "", ""
    return address[: match.start()].strip(" ,;-–"), match[1].replace(" ", ""), match[2].strip(" -–")


def find_commune(
    gazetteer: Gazetteer, code: str, postcode: str, name: str, departement: str
) -> Where:
    """The present commune: by its code, else its name within the postcode, else the postcode alone,
    else the name alone in the département. The remarks of a failure say what was tried."""
    code = read_commune_code(code)
    read = read_postcode(postcode)
    remarks = []
    if postcode and read != postcode.strip():
        told = f"lu {read}" if read else "illisible"
        remarks.append(f"code_postal : « {postcode} » {told}")
    if code:
        commune = gazetteer.commune(gazetteer.current(code))
        if commune:
            if commune.code != code:
                remarks.append(
                    f"code_insee : {code} est une ancienne commune, devenue {commune.nom}"
                )
            return Where(commune, read, remarks)
        remarks.append(f"code_insee : {code} n'existe pas")
    commune = _by_postcode(gazetteer, read, name, remarks) if read else None
    departement = departement.strip().upper() or _departement_of(read)
    departement = departement.zfill(2) if departement.isdigit() else departement
    if commune is None and name:
        found = gazetteer.find(_plain(name), departement or None)
        commune = found[0] if len(found) == 1 else None
        if len(found) > 1:
            remarks.append(f"commune : {len(found)} communes s'appellent « {name} »")
    if commune is None:
        remarks.append(
            f"commune : « {name} » {read} n'est pas reconnue"
            if name or read
            else "commune : ni commune, ni code postal, ni code INSEE"
        )
    return Where(commune, read, remarks)


def commune_of_point(
    gazetteer: Gazetteer, postcode: str, latitude: str, longitude: str
) -> tuple[Commune | None, bool]:
    """The commune whose centre is nearest to the point of a row, and whether the postcode is one of
    its own: only then the two together tell where the place is."""
    values = [_NUMBER.fullmatch(text.strip()) for text in (latitude, longitude)]
    if not all(values):
        return None, False
    lat, lon = (float(text.replace(",", ".")) for text in (latitude, longitude))
    if abs(lat) > 90 or abs(lon) > 180:
        return None, False
    nearest = gazetteer.nearest(lat, lon)
    return nearest, nearest is not None and read_postcode(postcode) in nearest.postcodes


def _by_postcode(
    gazetteer: Gazetteer, postcode: str, name: str, remarks: list[str]
) -> Commune | None:
    communes = gazetteer.by_postcode(postcode)
    wanted = fold(_plain(name))
    for commune in communes:
        if wanted and fold(commune.nom) == wanted:
            return commune
    if len(communes) == 1 and communes[0].parent:
        return communes[0]
    former = gazetteer.find(_plain(name), communes[0].departement) if wanted and communes else []
    if len(former) == 1:
        return former[0]
    if len(communes) == 1 and (not wanted or not former):
        if wanted and fuzz.ratio(wanted, fold(communes[0].nom)) < _NEAR_NAME:
            remarks.append(f"commune : « {name} » placé à {communes[0].nom} d'après le code postal")
        return communes[0]
    parents = {commune.parent for commune in communes}
    if len(parents) == 1 and communes and communes[0].parent:
        return None  # several arrondissements have this postcode
    scored = [(_likeness(wanted, fold(commune.nom)), commune) for commune in communes if wanted]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best and best[0] >= _NEAR_NAME:
        remarks.append(f"commune : « {name} » lu {best[1].nom}")
        return best[1]
    return None


def _likeness(typed: str, official: str) -> float:
    """A slip of the keyboard, or a name cut short («Saint-Orens» for Saint-Orens-de-Gameville)."""
    shorter, longer = sorted((typed, official), key=len)
    if len(shorter) > 4 and (longer + " ").startswith(shorter + " "):
        return 95.0
    return fuzz.ratio(typed, official)


def _plain(name: str) -> str:
    return re.sub(r"\bcedex\b.*", "", name, flags=re.IGNORECASE).strip(" -–,")


def _departement_of(postcode: str) -> str:
    if postcode.startswith("20"):
        return ""  # Corsica: the postcode does not say 2A or 2B
    return postcode[:3] if postcode.startswith(("97", "98")) else postcode[:2]


def read_point(latitude: str, longitude: str, commune: Commune) -> Point:
    """The point of a row, put the right way round, and left out when it is far from its commune."""
    values = [_NUMBER.findall(text) for text in (latitude, longitude)]
    if len(values[0]) == 2 and len(values[1]) in (0, 2):  # one column holds both
        values = [values[0][:1], values[0][1:]]
    if len(values[0]) != 1 or len(values[1]) != 1:
        told = ["coordonnées : illisibles"] if latitude or longitude else ["coordonnées : absentes"]
        return Point("", "", told)
    lat, lon = (float(value[0].replace(",", ".")) for value in values)
    if not (lat or lon):
        return Point("", "", ["coordonnées : absentes (0, 0)"])
    remarks = []
    if _km(commune, lon, lat) + 1 < _km(commune, lat, lon):
        lat, lon = lon, lat
        remarks.append("coordonnées : latitude et longitude étaient échangées")
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return Point("", "", ["coordonnées : impossibles, non reprises"])
    km = _km(commune, lat, lon)
    radius = commune.radius_km or 10.0
    if km > radius + _FAR_KM:
        return Point(
            "", "", [f"coordonnées : à {km:.0f} km du centre de {commune.nom}, non reprises"]
        )
    if km > radius:
        remarks.append(f"coordonnées : à {km:.0f} km du centre de {commune.nom}, à vérifier")
    return Point(_degrees(lat), _degrees(lon), remarks)


def _km(commune: Commune, lat: float, lon: float) -> float:
    if commune.latitude is None or commune.longitude is None:
        return 0.0
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        return 20_000.0
    return distance_km(lat, lon, commune.latitude, commune.longitude)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
