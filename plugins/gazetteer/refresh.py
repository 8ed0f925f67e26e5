"""Remake the tables of `data/` from the public inputs.

``python -m plugins.gazetteer.refresh PACKAGE/data [--history FILE] [--centres CENTRES.csv]``

* PACKAGE/data: folder `data` of the npm package ``@etalab/decoupage-administratif`` (Licence
  Ouverte): communes.json, epci.json, departements.json, regions.json.
* FILE: historique-communes.json of version 0.7.0 of the same package, which has every commune since
  1943 to 2019, with dates. Without it, the former names and years of the present table are kept.
* CENTRES.csv: columns insee, lat, lon (degrees, WGS84; empty when unknown). Without it, and for
  the codes it does not have, the centres of the present tables are kept.

`calendriers.csv` (school zone and time zone of each département), `noms-usuels.csv` (names that no
commune has had) and `statuts.csv` (what is no département) are written by hand.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.gazetteer.former_names import FormerRow, former_rows, from_history
from plugins.gazetteer.names import slugify
from plugins.gazetteer.spacing import radii_km
from plugins.gazetteer.tables import DATA, departement_of, read_rows, usual_departements

Centre = tuple[float, float]
"""Latitude and longitude in degrees."""

COMMUNE_COLUMNS = [
    "insee",
    "slug",
    "nom",
    "codes_postaux",
    "epci",
    "population",
    "lat",
    "lon",
    "rayon_km",
    "commune_parente",
]


def read_centres(path: Path) -> dict[str, Centre]:
    """Centres by INSEE code; rows without a position are left out."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["insee"]: (float(row["lat"]), float(row["lon"]))
            for row in csv.DictReader(file)
            if row["lat"]
        }


def complete_centres(
    communes: Sequence[Mapping[str, Any]], epci_of: Mapping[str, str], known: dict[str, Centre]
) -> dict[str, Centre]:
    """Give a commune without a centre (re-created since the outlines) the mean of the communes
    that share both its postcode and its EPCI."""
    around: dict[tuple[str, str], list[Centre]] = defaultdict(list)
    for commune in communes:
        code = commune["code"]
        if code in known and code in epci_of:
            for postcode in commune.get("codesPostaux", ()):
                around[postcode, epci_of[code]].append(known[code])
    complete = dict(known)
    for commune in communes:
        code = commune["code"]
        if code in known or code not in epci_of:
            continue
        points = [
            point
            for postcode in commune.get("codesPostaux", ())
            for point in around[postcode, epci_of[code]]
        ]
        if points:
            latitude = sum(point[0] for point in points) / len(points)
            longitude = sum(point[1] for point in points) / len(points)
            complete[code] = (round(latitude, 3), round(longitude, 3))
    return complete


def bounds(departement: str, centres: Mapping[str, Centre]) -> tuple[float | str, ...]:
    """South, west, north, east of the centres of a département; empty cells when none is known."""
    points = [point for code, point in centres.items() if departement_of(code) == departement]
    if not points:
        return ("", "", "", "")
    latitudes, longitudes = zip(*points, strict=True)
    return (min(latitudes), min(longitudes), max(latitudes), max(longitudes))


def slugs(communes: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """A slug by code, unique in the département: namesakes take their INSEE code behind it."""
    plain = {commune["code"]: slugify(commune["nom"]) for commune in communes}
    counts = Counter((departement_of(code), slug) for code, slug in plain.items())
    return {
        code: slug if counts[departement_of(code), slug] == 1 else f"{slug}-{code.lower()}"
        for code, slug in plain.items()
    }


def write(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write one table, UTF-8, comma, LF."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def refresh(
    package: Path, centres: dict[str, Centre], target: Path, known: Iterable[FormerRow] = ()
) -> None:
    """Write every table into `target`. `known`: former names, where the package has only codes."""
    tables: dict[str, list[dict[str, Any]]] = {
        name: json.loads((package / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("communes", "epci", "departements", "regions")
    }
    present = [row for row in tables["communes"] if row["type"] == "commune-actuelle"]
    districts = [row for row in tables["communes"] if row["type"] == "arrondissement-municipal"]
    epci_of = {
        member["code"]: epci["code"] for epci in tables["epci"] for member in epci["membres"]
    }
    centres = complete_centres(present, epci_of, centres)
    radii = radii_km(
        {row["code"]: centres[row["code"]] for row in present if row["code"] in centres}
    )
    slug_of = slugs(present)

    by_departement: dict[str, list[list[object]]] = defaultdict(list)
    elsewhere: set[tuple[str, str]] = set()
    for row in sorted(present + districts, key=lambda row: str(row["code"])):
        code, page = row["code"], row.get("commune", row["code"])
        departement = departement_of(code)
        if departement != row["departement"]:
            raise ValueError(f"{code}: its département does not show in its code")
        latitude, longitude = centres.get(code, ("", ""))
        postcodes = sorted(row.get("codesPostaux", ()))
        elsewhere.update(
            (postcode, departement)
            for postcode in postcodes
            if departement not in usual_departements(postcode)
        )
        by_departement[departement].append(
            [code, slug_of[page], row["nom"], "|".join(postcodes), epci_of.get(page, ""),
             row.get("population", ""), latitude, longitude, radii.get(page, ""),
             row.get("commune", "")]
        )  # fmt: skip

    shutil.rmtree(target / "communes", ignore_errors=True)
    (target / "communes").mkdir(parents=True)
    for departement, rows in by_departement.items():
        write(target / "communes" / f"{departement}.csv", COMMUNE_COLUMNS, rows)
    write(target / "codes-postaux-ailleurs.csv", ["code_postal", "departement"], sorted(elsewhere))
    write(
        target / "anciennes-communes.csv",
        ["insee", "nom", "commune_actuelle", "annee"],
        former_rows(tables["communes"], known),
    )
    write(
        target / "epci.csv",
        ["siren", "nom", "type", "nb_communes", "departements"],
        sorted(
            (
                epci["code"], epci["nom"], epci["type"], len(epci["membres"]),
                "|".join(sorted({departement_of(m["code"]) for m in epci["membres"]})),
            )
            for epci in tables["epci"]
        ),
    )  # fmt: skip
    write(
        target / "departements.csv",
        ["code", "nom", "region", "sud", "ouest", "nord", "est"],
        sorted(
            (row["code"], row["nom"], row["region"], *bounds(row["code"], centres))
            for row in tables["departements"]
        ),
    )
    write(
        target / "regions.csv",
        ["code", "nom"],
        sorted((row["code"], row["nom"]) for row in tables["regions"]),
    )


def main() -> None:
    """Read the arguments, keep the known centres, write the tables."""
    parser = argparse.ArgumentParser(description="Remake the tables of official codes.")
    parser.add_argument("package", type=Path, help="folder data/ of the npm package")
    parser.add_argument("--history", type=Path, help="historique-communes.json of 0.7.0")
    parser.add_argument("--centres", type=Path, help="CSV with columns insee, lat, lon")
    arguments = parser.parse_args()
    centres: dict[str, Centre] = {}
    for path in sorted((DATA / "communes").glob("*.csv")):
        centres.update(read_centres(path))
    if arguments.centres:
        centres.update(read_centres(arguments.centres))
    if arguments.history:
        known = from_history(json.loads(arguments.history.read_text(encoding="utf-8")))
    else:
        known = [FormerRow(*row) for row in read_rows(DATA / "anciennes-communes.csv")]
    refresh(arguments.package, centres, DATA, known)


if __name__ == "__main__":
    main()
