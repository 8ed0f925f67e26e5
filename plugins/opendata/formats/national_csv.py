"""The national schema «lieux de médiation numérique», 1.0.2 and 1.0.1: 32 columns, one CSV.

What its official validation wrongly refuses is written right, and told (`Lost.is_written`): short
numbers (3949), a place without street, without date. The SIRET that nobody knows is written as the
national pipeline writes it, zeros, and told too. Lists keep the order of the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from plugins.common.spreadsheet import csv_line, guarded
from plugins.opendata.formats.export_format import (
    About,
    Carried,
    ExportFormat,
    Lost,
    Surroundings,
    bars_in,
    fields_said,
    losses_among,
    once_a_place,
    once_a_row,
    value_line,
)
from plugins.opendata.formats.place_facts import beside_source_names
from plugins.records.model.place import Place
from plugins.records.writing.one_row import joined
from plugins.vocabulary.national import COLUMNS, NO_PIVOT

_AS_THEY_ARE = (
    "nom", "commune", "code_postal", "code_insee", "adresse", "complement_adresse", "typologie",
    "courriels", "site_web", "presentation_resume", "presentation_detail", "itinerance",
    "structure_parente", "publics_specifiquement_adresses", "prise_en_charge_specifique",
    "modalites_acces", "modalites_accompagnement", "fiche_acces_libre", "prise_rdv",
)  # fmt: skip
_KNOWN = frozenset((*COLUMNS, "labels", "horaires_brut", "verifie_le", "date_maj", "source"))
_JOINED = frozenset((*COLUMNS, "source.nom")) - {"source"}
_SEPARATOR = ","
_UNGUARDED = frozenset(("telephone", "latitude", "longitude"))
"""Columns of digits and signs, which a spreadsheet may not change and cannot run."""
_REQUIRED = {
    "adresse": "Le schéma exige une adresse. La case reste vide : on ne la connaît pas.",
    "date_maj": "Le schéma exige une date. La case reste vide : on ne la connaît pas.",
}
_PHONE = re.compile(r"\+(33|590|594|262|596|269|687|689|508|681)\d{6,9}")
_ONLY_IN_2 = "Étapes numériques(La Poste)"
_LABEL_FIELDS = ("dispositif_programmes_nationaux", "formations_labels", "autres_formations_labels")


def _no_column(name: str) -> str:
    return f"Le schéma national n'a pas de colonne « {name} »."


@once_a_place
def _carry(place: Place, around: Surroundings) -> Carried:
    """The row of a place, cells by column."""
    if place.is_closed:
        why = "Le schéma national ne sait pas dire qu'un lieu est fermé : il n'y est pas."
        return Carried((), (Lost("ferme_le", str(place.ferme_le), why),))
    said = fields_said(place, around)
    stated = {name: said.get(name, "") for name in _AS_THEY_ARE}
    cells = {
        name: value if isinstance(value, str) else _joined(value) for name, value in stated.items()
    }
    cells |= {
        "id": place.id,
        "pivot": place.pivot or NO_PIVOT,
        "services": _joined(place.all_services),
        "frais_a_charge": _joined(place.prices),
        "source": _joined(list(dict.fromkeys(source.nom for source in place.sources))),
        "horaires": place.opening_hours.expression,
        **{name: _joined(values) for name, values in label_cells(place, around).items()},
    }
    lost = [
        *_lost_hours(place),
        *losses_among(said, _KNOWN, _no_column),
        *bars_in(place, around, _JOINED),
    ]
    lost += _phone(place, cells)
    lost += _point(place, cells)
    lost += _dates_and_sources(place, cells)
    if not place.pivot:
        why = f"Le schéma exige un SIRET. On ne le connaît pas : {NO_PIVOT} est écrit."
        lost.append(Lost("pivot", "", why))
    lost += (Lost(name, "", why) for name, why in _REQUIRED.items() if not cells[name])
    return Carried(({name: cells[name] for name in COLUMNS},), tuple(lost))


def _carry_before(place: Place, around: Surroundings) -> Carried:
    """The same row for version 1.0.1, which lacks one value."""
    carried = _carry(place, around)
    rows, lost = [], list(carried.lost)
    for row in carried.rows:
        before = row
        labels = row["formations_labels"].split("|")
        if _ONLY_IN_2 in labels:
            before = dict(row)
            others = filter(None, (_ONLY_IN_2, row["autres_formations_labels"]))
            before["formations_labels"] = "|".join(each for each in labels if each != _ONLY_IN_2)
            before["autres_formations_labels"] = "|".join(others)
            why = "La version 1.0.1 n'a pas ce label : il est parmi les autres."
            lost.append(Lost("labels", _ONLY_IN_2, why, is_written=True))
        rows.append(before)
    return Carried(tuple(rows), tuple(lost))


def label_cells(place: Place, around: Surroundings) -> Mapping[str, Sequence[str]]:
    """The labels of a place in the three columns for them; one without a national value goes by its
    name among the others."""
    found: dict[str, list[str]] = {name: [] for name in _LABEL_FIELDS}
    for slug in place.labels:
        label = around.labels.get(slug)
        export = label.exporte if label else None
        if export:
            found[export.champ].append(export.valeur)
        else:
            found["autres_formations_labels"].append(label.nom if label else slug)
    found["autres_formations_labels"] += place.autres_formations_labels
    return {name: list(dict.fromkeys(values)) for name, values in found.items()}


def newest_day(place: Place) -> date | None:
    """The day of the newest of its facts: checked, dated, or of one of its sources."""
    days = [place.verifie_le, place.date_maj, *(source.date for source in place.source)]
    return max((day for day in days if day), default=None)


def _lost_hours(place: Place) -> Iterator[Lost]:
    if place.horaires and not place.opening_hours.expression:
        why = "Ces horaires ne disent aucune heure sûre."
        yield Lost("horaires", value_line(place.horaires), why)
    if any(rule.anchor for rule in place.opening_hours.week.rules):
        why = "OpenStreetMap ne sait pas dire « un jour sur deux semaines » : c'est en commentaire."
        yield Lost("horaires", value_line(place.horaires), why)
    if place.horaires_brut:
        why = "Ces horaires n'ont pas été compris : ils ne sont pas écrits."
        yield Lost("horaires_brut", value_line(place.horaires_brut), why)


def _phone(place: Place, cells: dict[str, str]) -> Iterator[Lost]:
    whole = [phone for phone in place.phones if not phone.is_short]
    first = next(iter((*whole, *place.phones)), None)
    cells["telephone"] = first.number if first else ""
    if first and not _PHONE.fullmatch(first.number):
        why = "La validation nationale refuse ce numéro, qui est juste : il est écrit."
        yield Lost("telephone", first.display, why, is_written=True)
    for phone in place.phones:
        if phone is not first:
            why = "Le schéma national n'a de place que pour un numéro : le premier qui soit entier."
            yield Lost("telephone", phone.display, why)


def _point(place: Place, cells: dict[str, str]) -> Iterator[Lost]:
    point = place.exact_point
    cells["latitude"], cells["longitude"] = point.texts if point else ("", "")
    if place.point and not point:
        why = "Le schéma national ne sait pas dire qu'un point est approximatif : il reste vide."
        for name, text in zip(("latitude", "longitude"), place.point.texts, strict=True):
            yield Lost(name, text, why)


def _dates_and_sources(place: Place, cells: dict[str, str]) -> Iterator[Lost]:
    newest = newest_day(place)
    cells["date_maj"] = newest.isoformat() if newest else ""
    why = "Le schéma national n'a qu'une date : la plus récente."
    for name, day in (("verifie_le", place.verifie_le), ("date_maj", place.date_maj)):
        if day and (day != newest or name == "verifie_le"):
            yield Lost(name, day.isoformat(), why)
    yield from beside_source_names(place, "Le schéma national ne dit que le nom des sources.")


def _joined(value: Any) -> str:
    return value if isinstance(value, str) else joined(value, "|")


@once_a_row
def _encode(row: Mapping[str, str]) -> bytes:
    cells = [guarded(text) if name not in _UNGUARDED else text for name, text in row.items()]
    return csv_line(cells, _SEPARATOR).encode()


def _around(about: About) -> tuple[bytes, bytes]:
    return csv_line(COLUMNS, _SEPARATOR).encode(), b""


NATIONAL = ExportFormat(
    name="national",
    file=".csv",
    media_type="text/csv; charset=utf-8",
    title="Schéma national 1.0.2",
    purpose="Pour la cartographie nationale et les outils qui lisent son fichier.",
    carry=_carry,
    encode=_encode,
    around=_around,
    between=b"",
    reads_back=True,
    everywhere=True,
    most_places=50_000,  # its rows are short
)
NATIONAL_BEFORE = replace(
    NATIONAL,
    name="national-1.0.1",
    file="-national-1.0.1.csv",
    title="Schéma national 1.0.1",
    purpose="La version d'avant, que publie encore schema.data.gouv.fr.",
    carry=_carry_before,
    everywhere=False,
)
