"""Rows that are the stops of one route: «Bus X - [Place de la mairie]», twelve times.

A table of places has no other way to say it. Written as places, they would be twelve places that
are open every day; as one route, each stop has its dates.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from plugins.french.dates import say_date
from plugins.french.days import DAYS
from plugins.gazetteer import normalize, slugify
from plugins.intake.match.candidate import Candidate, Origin, list_of, text_of
from plugins.intake.write.own_check import OwnCheck
from plugins.intake.write.record_files import entries_of
from plugins.intake.write.report import RowReport, RowStatus
from plugins.records.former import claims_in
from plugins.records.kinds import KINDS
from plugins.records.listing import ids_in, list_records
from plugins.records.model.route import Route
from plugins.records.reading.paths import RecordPath
from plugins.records.reading.reader import read_record
from plugins.records.writing.record_layout import dump_record, in_order, modeline

_FEWEST = 3
"""With fewer stops than this, rows stay places."""
_NAME = re.compile(r"(?P<route>.+?)\s+-\s+\[(?P<point>[^\]]+)\]\s*")
_HOURS = re.compile(
    rf"Semaine (?P<parity>paire|impaire) : (?P<day>{'|'.join(DAYS)}) (?P<hours>[0-9:, -]+?)"
    r"(?P<closed> ; jours fériés fermé)?"
)
_VEHICLES = ("bus", "camion")


class RouteRows(NamedTuple):
    """The rows of one route, in the order of the table."""

    name: str
    stops: Sequence[Candidate]

    @property
    def id(self) -> str:
        """Its identity: the département of its first stop, its name and who runs it."""
        operator = text_of(self.stops[0].fields, "structure_parente")
        return f"{self.stops[0].commune.departement}/{slugify(f'{self.name} {operator}')[:80]}"


def gather_routes(candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[RouteRows]]:
    """(Rows that are places, routes): rows of a list that share a name before «- [stop]», that
    move, in as many communes, with a rhythm and a date from which to count it."""
    groups: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    places: list[Candidate] = []
    for candidate in candidates:
        fields = candidate.fields
        name = _NAME.fullmatch(text_of(fields, "nom"))
        if (
            name is None
            or "Itinérant" not in list_of(fields, "itinerance")
            or not candidate.origin.date
            or _HOURS.fullmatch(text_of(fields, "horaires_brut")) is None
        ):
            places.append(candidate)
            continue
        key = (candidate.origin.stem, name["route"], text_of(fields, "structure_parente"))
        groups[key].append(candidate)
    routes = []
    for (_, name_, _), stops in groups.items():
        if len({stop.commune.code for stop in stops}) < _FEWEST:
            places += stops
        else:
            routes.append(RouteRows(name_, stops))
    return sorted(places, key=lambda candidate: candidate.row), routes


def told_by_route(
    candidates: Iterable[Candidate], places_dir: Path
) -> tuple[list[Candidate], list[RowReport]]:
    """(Other rows, rows that a route names among its sources): a national list that shows the
    vehicle as one more place says nothing that its route does not say better."""
    kept: list[Candidate] = []
    told: list[RowReport] = []
    known: dict[str, dict[str, tuple[str, list[str]]]] = {}
    for candidate in candidates:
        departement = candidate.commune.departement
        if departement not in known:
            known[departement] = _sources_of_route(places_dir, departement)
        route = known[departement].get(candidate.origin.key)
        if route is None:
            kept.append(candidate)
            continue
        identity, phones = route
        why = "cette ligne est une source de la tournée"
        row = RowReport(candidate.row, RowStatus.UNCHANGED, identity, why)
        row.doubts += _other_number(candidate, phones)
        told.append(row)
    return kept, told


def _other_number(candidate: Candidate, phones: list[str]) -> list[str]:
    """A doubt when a row and the record of its route have no telephone number in common."""
    given = list_of(candidate.fields, "telephone")
    if not given or not phones or set(map(_digits, given)) & set(map(_digits, phones)):
        return []
    told = f"{candidate.origin.nom} dit « {', '.join(given)} »"
    return [f"telephone : {told}, la fiche de la tournée dit « {', '.join(phones)} »"]


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


def _sources_of_route(places_dir: Path, departement: str) -> dict[str, tuple[str, list[str]]]:
    """Keys of the rows that the routes of a département name in `source` → the route and its
    telephone numbers."""
    found: dict[str, tuple[str, list[str]]] = {}
    for identity in ids_in(places_dir, "route", departement):
        name = KINDS["route"].file(identity)
        tree = read_record(places_dir / name, places_dir)
        if isinstance(tree, dict):
            for entry in entries_of(tree):
                if entry.get("id"):
                    origin = Origin(entry.get("nom", ""), entry["id"], "", "")
                    found[origin.key] = name.removesuffix(".yaml"), list_of(tree, "telephone")
    return found


def route_record(
    route: RouteRows, places_dir: Path, check: OwnCheck
) -> tuple[dict[Path, str], list[RowReport]]:
    """(The file of a route that has none yet, what became of its rows). A record that exists is
    left as it is: a person may have put its dates right; one that `check` refuses is not made."""
    where = RecordPath("route", route.id)
    path = places_dir / KINDS["route"].file(route.id)
    identity = KINDS["route"].file(route.id).removesuffix(".yaml")
    renamed = None if path.exists() else _renamed(route.id, places_dir)
    if path.exists() or renamed:
        why = "arrêt d'une tournée qui a déjà sa fiche : comparez-les, elle n'est pas réécrite"
        there = renamed or identity
        written = read_record(places_dir / f"{there}.yaml", places_dir)
        phones = list_of(written, "telephone") if isinstance(written, dict) else []
        return {}, [
            RowReport(stop.row, RowStatus.UNCHANGED, there, why, doubts=_other_number(stop, phones))
            for stop in route.stops
        ]
    tree = in_order(_tree(route), Route)
    text = dump_record(tree, tuple(tree), modeline(where))
    if errors := check.errors(where, text):
        why = f"arrêt d'une tournée que l'on ne peut pas écrire : {errors[0].message}"
        return {}, [RowReport(stop.row, RowStatus.KEPT, why=why) for stop in route.stops]
    why = f"arrêt de la tournée « {route.name} »"
    first = route.stops[0].row
    return {path: text}, [
        RowReport(
            stop.row,
            RowStatus.IMPORTED if stop.row == first else RowStatus.MERGED,
            identity,
            why,
            [*_left_out(stop), "dates comptées d'après la parité des semaines : à vérifier"],
            with_row=None if stop.row == first else first,
        )
        for stop in route.stops
    ]


def _renamed(former: str, places_dir: Path) -> str | None:
    """The record of a route that says that it was called `former`."""
    if not places_dir.is_dir():
        return None
    names = [KINDS["route"].file(id_) for id_ in sorted(list_records(places_dir).ids("route"))]
    found = (claim for claim in claims_in(places_dir, names) if former in claim.former)
    return next((claim.path.file.removesuffix(".yaml") for claim in found), None)


def _tree(route: RouteRows) -> dict[str, Any]:
    fields = route.stops[0].fields
    words = normalize(route.name).split()
    tree: dict[str, Any] = {
        "nom": route.name,
        "nature": next((vehicle for vehicle in _VEHICLES if vehicle in words), "autre"),
        "statut": "en service",
        "operateur": text_of(fields, "structure_parente"),
        "pivot": text_of(fields, "pivot"),
        "date_maj": max(stop.origin.date for stop in route.stops),
        "arrets": [_stop(stop) for stop in route.stops],
        "remarque": "La source dit « semaine paire » ou « semaine impaire ». Les dates sont "
        f"comptées, une semaine sur deux, depuis le {say_date(_monday(route.stops[0]))}. "
        "L'opérateur n'a pas confirmé ces dates.",
        # Of the rows of one list, the first stands for all.
        "source": [{k: v for k, v in route.stops[0].origin.entry().items() if k != "id"}],
    }
    for name in ("labels", "services", "frais_a_charge", "telephone", "courriels", "site_web"):
        values = [value for stop in route.stops for value in list_of(stop.fields, name)]
        tree[name] = list(dict.fromkeys(values))
    return {name: value for name, value in tree.items() if value}


def _stop(candidate: Candidate) -> dict[str, Any]:
    fields = candidate.fields
    name = _NAME.fullmatch(text_of(fields, "nom"))
    stop: dict[str, Any] = {
        "commune": candidate.commune.nom,
        "code_insee": candidate.commune.code,
        "point": name["point"] if name else "",
        "adresse": text_of(fields, "adresse"),
        "latitude": text_of(fields, "latitude"),
        "longitude": text_of(fields, "longitude"),
        "passages": [_passage(candidate)],
        "remarque": " ".join(
            f"{remark[0].upper()}{remark[1:]}." for remark in _left_out(candidate)
        ),
    }
    return {key: value for key, value in stop.items() if value}


def _left_out(candidate: Candidate) -> list[str]:
    """What was not taken of a row, but for its rhythm, which now has a date."""
    doubts = [doubt for doubt in candidate.doubts if not doubt.startswith("position")]
    return [told for told in (*candidate.remarks, *doubts) if not told.startswith("horaires")]


def _passage(candidate: Candidate) -> str:
    """«un lundi sur deux à partir du 25 septembre 2023, de 9h30 à 12h30, sauf jours fériés»."""
    found = _HOURS.fullmatch(text_of(candidate.fields, "horaires_brut"))
    assert found is not None  # noqa: S101 (`gather_routes` kept no other row)
    day = DAYS.index(found["day"])
    anchor = _monday(candidate) + timedelta(days=day)
    spans = [_typed(*span.split("-")) for span in found["hours"].split(",")]
    skips = ", sauf jours fériés" if found["closed"] else ""
    when = " et ".join(spans)
    return f"un {found['day']} sur deux à partir du {say_date(anchor)}, {when}{skips}"


def _monday(candidate: Candidate) -> date:
    """The last Monday, on the day of the source, of a week of the parity that the row states."""
    found = _HOURS.fullmatch(text_of(candidate.fields, "horaires_brut"))
    day = date.fromisoformat(candidate.origin.date)
    monday = day - timedelta(days=day.weekday())
    is_odd = found is not None and found["parity"] == "impaire"
    return monday if monday.isocalendar().week % 2 == is_odd else monday - timedelta(days=7)


def _typed(start: str, end: str) -> str:
    return f"de {_clock(start)} à {_clock(end)}"


def _clock(text: str) -> str:
    hours, _, minutes = text.strip().partition(":")
    return f"{int(hours)}h{minutes if minutes != '00' else ''}"
