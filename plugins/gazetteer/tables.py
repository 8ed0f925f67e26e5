"""Read the tables of `data/`: one file per département, so that one lookup reads one file."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer.model import Commune, Departement, Epci, FormerCommune, Region
from plugins.gazetteer.names import slugify

DATA = Path(__file__).parent / "data"


def departement_of(code: str) -> str:
    """Département of an INSEE code: "31" of "31254", "2A" of "2A004", "971" of "97105"."""
    return code[:3] if code[:2] in {"97", "98"} else code[:2]


def usual_departements(postcode: str) -> tuple[str, ...]:
    """Départements that a postcode's first figures stand for: ("2A", "2B") for "20000"."""
    if postcode[:2] == "20":
        return ("2A", "2B")
    return (departement_of(postcode),)


def read_rows(path: Path) -> list[list[str]]:
    """The rows of a table, without its header."""
    return list(csv.reader(path.read_text(encoding="utf-8").splitlines()))[1:]


@cache
def read_communes(data: Path, departement: Departement) -> tuple[dict[str, Commune], bytes]:
    """Communes and arrondissements of a département by code, and the digest of its table; read once
    a process."""
    raw = (data / "communes" / f"{departement.code}.csv").read_bytes()
    code_departement, region = departement.code, departement.region
    rows = csv.reader(raw.decode("utf-8").splitlines())
    next(rows)
    communes = {
        code: Commune(
            code,
            nom,
            slug,
            tuple(postcodes.split("|")) if postcodes else (),
            code_departement,
            region,
            epci or None,
            int(population) if population else None,
            float(latitude) if latitude else None,
            float(longitude) if longitude else None,
            float(radius) if radius else None,
            parent or None,
        )
        for (
            code, slug, nom, postcodes, epci, population, latitude, longitude, radius, parent
        ) in rows
    }  # fmt: skip
    return communes, fingerprint_of(raw)


def read_former(data: Path) -> list[FormerCommune]:
    """Names and codes that communes had, by code, the latest first."""
    return [
        FormerCommune(code, nom, present, int(year) if year else None)
        for code, nom, present, year in read_rows(data / "anciennes-communes.csv")
    ]


def read_departements(data: Path) -> dict[str, Departement]:
    """All départements by code, with their school zone and time zone."""
    calendars = {row[0]: (row[1], row[2]) for row in read_rows(data / "calendriers.csv")}
    found: dict[str, Departement] = {}
    for code, nom, region, *box in read_rows(data / "departements.csv"):
        bounds = (float(box[0]), float(box[1]), float(box[2]), float(box[3])) if box[0] else None
        found[code] = Departement(code, nom, slugify(nom), region, *calendars[code], bounds)
    return found


def read_regions(data: Path) -> dict[str, Region]:
    """All régions by code."""
    return {code: Region(code, nom, slugify(nom)) for code, nom in read_rows(data / "regions.csv")}


def read_epcis(data: Path) -> dict[str, Epci]:
    """All EPCI by SIREN, still without the codes of their covered communes."""
    return {
        siren: Epci(siren, nom, kind, tuple(departements.split("|")), (), int(total))
        for siren, nom, kind, total, departements in read_rows(data / "epci.csv")
    }
