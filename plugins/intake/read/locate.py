"""Which commune a row is in, and where exactly: codes, postcodes and points as people type them."""

from __future__ import annotations

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from plugins.gazetteer import Commune, Gazetteer, normalize

_NEAR_NAME = 84
"""Likeness (0 to 100) of two names of communes of one postcode for a slip of the keyboard."""
_ADDRESS_END = re.compile(
    r"[\s,–-]*\b(\d{5}|\d{2}\s\d{3})\s+([^\d,]+?)(?:\s+cedex.*)?\s*$", re.IGNORECASE
)
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


class RowCommune(NamedTuple):
    """The commune of a row (None when it cannot be told) and what there is to say about it."""

    commune: Commune | None
    postcode: str
    remarks: list[str]


class RowPosition(NamedTuple):
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
    gazetteer: Gazetteer, code: str, postcode: str, name: str, departement: str, around: str = ""
) -> RowCommune:
    """The present commune: by its code, else its name within the postcode, else the postcode alone,
    else the name alone in the département. Without a name, the commune of the postcode that the
    name or address of the place (`around`) cites. The remarks of a failure say what was tried."""
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
            return RowCommune(commune, read, remarks)
        remarks.append(f"code_insee : {code} n'existe pas")
    commune = _by_postcode(gazetteer, read, name, remarks) if read else None
    if commune is None and read and not name:
        commune = _cited(gazetteer, read, around)
        if commune:
            remarks.append(f"commune : {commune.nom}, d'après le code postal et le nom du lieu")
    departement = departement.strip().upper() or _departement_of(read)
    departement = departement.zfill(2) if departement.isdigit() else departement
    if commune is None and name:
        found = gazetteer.find(_plain(name), departement or None)
        commune = found[0] if len(found) == 1 else None
        if len(found) > 1:
            remarks.append(f"commune : {len(found)} communes s'appellent « {name} »")
    if commune is None:
        if name:
            remarks.append(f"commune : « {name} » {read} n'est pas reconnue")
        elif read:
            several = len(gazetteer.by_postcode(read))
            told = f"est celui de {several} communes" if several else "n'existe pas"
            remarks.append(f"commune : absente, et le code postal {read} {told}")
        else:
            remarks.append("commune : ni commune, ni code postal, ni code INSEE")
    return RowCommune(commune, read, remarks)


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
    wanted = normalize(_plain(name))
    for commune in communes:
        if wanted and normalize(commune.nom) == wanted:
            return commune
    if len(communes) == 1 and communes[0].parent:
        return communes[0]
    former = gazetteer.find(_plain(name), communes[0].departement) if wanted and communes else []
    if len(former) == 1:
        return former[0]
    if len(communes) == 1 and (not wanted or not former):
        if wanted and fuzz.ratio(wanted, normalize(communes[0].nom)) < _NEAR_NAME:
            remarks.append(f"commune : « {name} » placé à {communes[0].nom} d'après le code postal")
        return communes[0]
    parents = {commune.parent for commune in communes}
    if len(parents) == 1 and communes and communes[0].parent:
        return None  # several arrondissements have this postcode
    scored = [
        (_likeness(wanted, normalize(commune.nom)), commune) for commune in communes if wanted
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best and best[0] >= _NEAR_NAME:
        remarks.append(f"commune : « {name} » lu {best[1].nom}")
        return best[1]
    return None


def _cited(gazetteer: Gazetteer, postcode: str, text: str) -> Commune | None:
    """The one commune of a postcode whose whole name is in a text."""
    words = f" {normalize(text)} "
    found = [c for c in gazetteer.by_postcode(postcode) if f" {normalize(c.nom)} " in words]
    return found[0] if len(found) == 1 else None


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


def read_point(
    gazetteer: Gazetteer, latitude: str, longitude: str, commune: Commune
) -> RowPosition:
    """The point of a row, put the right way round; left out when it is not in its commune."""
    values = [_NUMBER.findall(text) for text in (latitude, longitude)]
    if len(values[0]) == 2 and len(values[1]) in (0, 2):  # one column holds both
        values = [values[0][:1], values[0][1:]]
    if len(values[0]) != 1 or len(values[1]) != 1:
        told = "illisibles" if latitude or longitude else "absentes"
        return RowPosition("", "", [f"coordonnées : {told}"])
    lat, lon = (float(value[0].replace(",", ".")) for value in values)
    if not (lat or lon):
        return RowPosition("", "", ["coordonnées : absentes (0, 0)"])
    if _is_in(gazetteer, commune, lat, lon):
        return RowPosition(_degrees(lat), _degrees(lon), [])
    if _is_in(gazetteer, commune, lon, lat):
        told = "latitude et longitude étaient échangées"
        return RowPosition(_degrees(lon), _degrees(lat), [f"coordonnées : {told}"])
    if abs(lat) > 90 or abs(lon) > 180:
        return RowPosition("", "", ["coordonnées : impossibles, non reprises"])
    fell = gazetteer.nearest(lat, lon)
    where = f"près de {fell.nom} ({fell.departement})" if fell else "hors de France"
    return RowPosition("", "", [f"coordonnées : hors de {commune.nom}, {where}, non reprises"])


def _is_in(gazetteer: Gazetteer, commune: Commune, lat: float, lon: float) -> bool:
    return abs(lat) <= 90 and abs(lon) <= 180 and gazetteer.is_plausible(commune.code, lat, lon)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
