"""Remake the outlines of `data/` from open GeoJSON files.

``python -m plugins.maps.geometry.refresh DEPARTEMENTS.geojson COMMUNES.geojson EPCI.geojson``

* DEPARTEMENTS: property `code`; coordinates of three decimals are kept, thinned to what a picture
  shows.
* COMMUNES: properties `code`, `departement` and `epci`; whole départements, four decimals, not
  thinned.
* EPCI: property `code` (SIREN); used for those that lie in several départements.

The files are of France métropolitaine and overseas départements: data/README.md names their source.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.maps.geometry.outlines import DATA, LOCAL_SCALE, NATIONAL_SCALE
from plugins.maps.geometry.topology import Areas, GridPoint, Ring, cut, dissolve, thin

_TOLERANCE = 2.5
"""Of the outlines of départements, in thousandths of a degree of latitude: 280 m."""


def read_rings(path: Path, scale: int) -> dict[str, tuple[dict[str, Any], list[Ring]]]:
    """Properties and rings of each feature of a file, by code."""
    found = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = feature["geometry"]
        whole = geometry["coordinates"]
        polygons = [whole] if geometry["type"] == "Polygon" else whole
        rings = [_quantised(ring, scale) for polygon in polygons for ring in polygon]
        properties = feature["properties"]
        found[properties["code"]] = (properties, [ring for ring in rings if len(ring) > 2])
    return dict(sorted(found.items()))


def _quantised(ring: Sequence[Sequence[float]], scale: int) -> list[GridPoint]:
    """Points in steps, without those that fall on the one before."""
    points: list[GridPoint] = []
    for longitude, latitude in ring:
        point = (round(longitude * scale), round(latitude * scale))
        if not points or points[-1] != point:
            points.append(point)
    return points[:-1] if points[0] == points[-1] else points


def national(path: Path) -> dict[str, Any]:
    """The outlines of all départements, thinned; islets that become a line are left out."""
    read = read_rings(path, NATIONAL_SCALE)
    arcs, areas = cut({code: rings for code, (_, rings) in read.items()})
    thinned = [thin(arc, _TOLERANCE, NATIONAL_SCALE) for arc in arcs]
    kept: Areas = {}
    for code, rings in areas.items():
        kept[code] = [ring for ring in rings if _is_large(ring, thinned)] or rings
    return _stated(NATIONAL_SCALE, thinned, departements=kept)


def _is_large(ring: Sequence[int], arcs: Sequence[Ring]) -> bool:
    """More than a line or a triangle is left of it."""
    return len(ring) > 1 or len(arcs[max(ring[0], ~ring[0])]) > 4


def local(communes: Path, epci: Path) -> dict[str, dict[str, Any]]:
    """For each département of a file of communes: communes, EPCI and itself, of the same arcs.

    An EPCI is the line around its communes; one that goes beyond the département is taken from its
    own file.
    """
    rings = read_rings(communes, LOCAL_SCALE)
    groups = {code: found for code, (_, found) in read_rings(epci, LOCAL_SCALE).items()}
    members: dict[str, set[str]] = defaultdict(set)
    sirens: dict[str, set[str]] = defaultdict(set)
    for code, (properties, _) in rings.items():
        members[properties["departement"]].add(code)
        sirens[properties["departement"]].add(properties["epci"])
    epci_of = {code: properties["epci"] for code, (properties, _) in rings.items()}
    gazetteer = Gazetteer.load([])
    made = {}
    for departement, codes in sorted(members.items()):
        across = {
            siren: groups[siren]
            for siren in sorted(sirens[departement] & groups.keys())
            if (known := gazetteer.epci(siren)) is None or known.departements != (departement,)
        }
        arcs, areas = cut({code: rings[code][1] for code in sorted(codes)} | across)
        inside = {code: areas[code] for code in sorted(codes)}
        whole = {
            siren: dissolve((inside[code] for code in inside if epci_of[code] == siren), arcs)
            for siren in sorted(sirens[departement] - across.keys())
        }
        made[departement] = _stated(
            LOCAL_SCALE,
            arcs,
            communes=inside,
            epci=whole | {siren: areas[siren] for siren in across},
            departements={departement: dissolve(inside.values(), arcs)},
        )
    return made


def _stated(scale: int, arcs: Sequence[Ring], **kinds: Areas) -> dict[str, Any]:
    """What a file says: only the arcs in use, in the order in which areas use them."""
    order: dict[int, int] = {}
    renamed = {
        kind: {
            code: [[_renamed(reference, order) for reference in ring] for ring in rings]
            for code, rings in areas.items()
        }
        for kind, areas in kinds.items()
    }
    return {"scale": scale, "arcs": [_deltas(arcs[old]) for old in order], **renamed}


def _renamed(reference: int, order: dict[int, int]) -> int:
    index = order.setdefault(max(reference, ~reference), len(order))
    return index if reference >= 0 else ~index


def _deltas(arc: Ring) -> list[int]:
    """The first point, then the steps from each point to the next, flat."""
    flat = list(arc[0])
    for before, after in pairwise(arc):
        flat += [after[0] - before[0], after[1] - before[1]]
    return flat


def write(path: Path, stated: dict[str, Any]) -> None:
    """Compact JSON, one line for each of the things that a file says."""
    lines = ",\n".join(
        f"{json.dumps(name)}:{json.dumps(value, separators=(',', ':'))}"
        for name, value in stated.items()
    )
    path.write_text(f"{{{lines}}}\n", encoding="utf-8")


def main() -> None:
    """Remake the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("departements", "communes", "epci"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    write(DATA / "departements.json", national(given.departements))
    for departement, stated in local(given.communes, given.epci).items():
        write(DATA / f"{departement}.json", stated)


if __name__ == "__main__":
    main()
