"""Names and codes that communes had: what the package and its history say, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class FormerRow(NamedTuple):
    """A line of `anciennes-communes.csv`; `year`: when the commune stopped being one of that name;
    empty when no source says it."""

    code: str
    nom: str
    present: str
    year: str


OVERSEAS = (
    FormerRow("97123", "Saint-Barthélemy", "97701", "2007"),
    FormerRow("97127", "Saint-Martin", "97801", "2007"),
)
"""Two islands that left Guadeloupe (law of 21 February 2007); the package does not say it."""


def from_history(history: Iterable[Mapping[str, Any]]) -> list[FormerRow]:
    """Each name under which a code was a commune since 1943; `present` is left empty."""
    ends: dict[tuple[str, str], str] = {}
    for entry in history:
        if entry["type"] == "COM":
            key = (entry["code"], entry["nom"])
            end = entry.get("dateFin", "")[:4]
            known = ends.get(key)
            ends[key] = end if known is None else max(known, end) if known and end else ""
    return [FormerRow(code, nom, "", year) for (code, nom), year in ends.items()]


def former_rows(
    communes: Iterable[Mapping[str, Any]], known: Iterable[FormerRow]
) -> list[FormerRow]:
    """The table, by code, the latest name of a code first.

    `communes`: those of the package, whose `anciensCodes` and `chefLieu` lead from a code to the
    present commune. `known`: names and years; a name that is the present one of its code is left
    out, as is a code of which nobody knows what became of it.
    """
    present: dict[str, str] = {}
    names: dict[str, str] = {}
    parts: dict[tuple[str, str], str] = {}
    for row in communes:
        if row.get("chefLieu") and "rangChefLieu" not in row:
            parts[row["code"], row["nom"]] = row["chefLieu"]
        elif row["type"] == "commune-actuelle":
            names[row["code"]] = row["nom"]
            present[row["code"]] = row["code"]
            present.update(dict.fromkeys(row.get("anciensCodes", ()), row["code"]))
    for (code, _), chief in parts.items():
        present.setdefault(code, chief)
    found = {(code, nom): FormerRow(code, nom, chief, "") for (code, nom), chief in parts.items()}
    for code, nom, _, year in known:
        if code in present and names.get(code) != nom:
            found[code, nom] = FormerRow(code, nom, present[code], year)
    for island in OVERSEAS:
        if island.present in names:
            found[island.code, island.nom] = island
    return sorted(found.values(), key=lambda one: (one.code, -int(one.year or 9999), one.nom))
