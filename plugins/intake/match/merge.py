"""One record out of several rows: the national list, then the newest; the older fill gaps.

Rows of one list complete each other: the days of their weeks when none contradicts, the fees of
services that only one of them has.

Three facts have a rule of their own. Hours of the building: of one day, the wider week. Permanence:
the hours of an adviser, who comes on Wednesdays, stand beside those of the library that is open all
week, and the newest is right. Where: address, postcode and point of one row belong together, and
where one row stands alone, two others are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.french.days import DAYS
from plugins.gazetteer import distance_km
from plugins.intake.hours.permanences import is_of_permanence
from plugins.intake.match.candidate import Candidate, Origin, RowFields, list_of, text_of
from plugins.intake.terms.term_table import CLOSED
from plugins.records.model.fields import longest

UNITED = (
    "typologie",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "equipements",
)
"""Lists whose elements stand alone: those of all rows together."""
_FIRST = (
    "nom",
    "nom_confirme",
    "code_insee",
    "commune",
    "pivot",
    "prise_rdv",
    "fiche_acces_libre",
    "itinerance",
    "structure_parente",
    "presentation_resume",
    "presentation_detail",
    "accessibilite",
    "acces",
    "exceptions",
    "annonces",
)
CONTACTS = ("telephone", "courriels", "site_web")
"""Of several lists, the first one and those that share a value with it: nothing is lost of them,
and a number of another place is not added."""
# Together or not at all: one source's hours in another's text would be wrong.
_HOURS = ("horaires", "horaires_brut")
_PERMANENCE = ("permanence",)
_ADDRESS = ("adresse", "complement_adresse", "code_postal")
_POINT = ("latitude", "longitude", "position")
_DAYS = {day: at for at, day in enumerate((*DAYS, "jours fériés", "vacances scolaires"))}
_SITE_ENDS = re.compile(r"^https?://(?:www\.)?|/+$")
_NEAR_KM = 1.0
"""Rows whose points are this near agree on where the place is."""

Part = tuple[Origin, RowFields]


def by_authority(parts: Iterable[Part]) -> list[Part]:
    """The national France services list first, then the newest; a fixed order between equals."""
    ordered = sorted(parts, key=lambda part: part[0].key)
    ordered.sort(key=lambda part: (part[0].is_official, part[0].date), reverse=True)
    return ordered


def first_by_authority(candidates: Sequence[Candidate]) -> Candidate:
    """The row that makes the record of several."""
    first = by_authority((found.origin, found.fields) for found in candidates)[0][0]
    return next(found for found in candidates if found.origin == first)


def merge(parts: Sequence[Part]) -> RowFields:
    """The fields of one record. Text only; no `source`, `date_maj` is the newest date."""
    ordered = by_authority(parts)
    merged: RowFields = {}
    for name in _FIRST:
        value = next((fields[name] for _, fields in ordered if fields.get(name)), None)
        if value:
            merged[name] = value
    if fees := _fees(ordered):
        merged["frais_a_charge"] = fees
    for name in CONTACTS:
        if contacts := _contacts(name, ordered):
            merged[name] = contacts
    newest = sorted(ordered, key=_newness, reverse=True)
    there = _by_agreement(ordered)
    for group, needed, rows in (
        (_HOURS, _HOURS, _by_hours(ordered)),
        (_PERMANENCE, _PERMANENCE, newest),
        (_ADDRESS, ("adresse",), there),
        (_POINT, ("latitude",), there),
    ):
        for origin, fields in rows:
            if any(fields.get(name) for name in needed):
                merged.update({name: fields[name] for name in group if fields.get(name)})
                if group in (_HOURS, _PERMANENCE):
                    _unite_weeks(needed[0], merged, origin, rows)
                if group is _POINT and not fields.get("adresse"):
                    merged["position"] = "approximative"  # that of a town, or of a quarter
                break
    postcode = next((fields["code_postal"] for _, fields in there if "code_postal" in fields), "")
    if postcode:
        merged.setdefault("code_postal", postcode)
    for name in UNITED:
        united = dict.fromkeys(value for _, fields in ordered for value in list_of(fields, name))
        if united:
            merged[name] = _ordered(name, list(united))[: longest(name)]
    if kept := _kept_words(ordered):
        merged["non_repris"] = kept
    dates = [origin.date for origin, _ in ordered if origin.date]
    if dates:
        merged["date_maj"] = max(dates)
    return merged


def _kept_words(ordered: Sequence[Part]) -> dict[str, str]:
    """What the rows say and a record cannot: each of their words once."""
    words: dict[str, dict[str, None]] = {}
    for _, fields in ordered:
        kept = fields.get("non_repris")
        for name, text in kept.items() if isinstance(kept, dict) else ():
            words.setdefault(name, {}).update(dict.fromkeys(text.split(" ; ")))
    return {name: " ; ".join(each) for name, each in words.items()}


def _fees(ordered: Sequence[Part]) -> list[str]:
    """Of the first row that says them; of rows of its list that each speak of other services, the
    fees of all: united otherwise, «Gratuit» and «Payant» would mean nothing."""
    said = [part for part in ordered if part[1].get("frais_a_charge")]
    if not said:
        return []
    rows = [fields for origin, fields in said if origin.stem == said[0][0].stem]
    services = [list_of(fields, "services") for fields in rows]
    told = [service for some in services for service in some]
    if not all(services) or len(set(told)) < len(told):
        return list_of(rows[0], "frais_a_charge")
    united = {fee for fields in rows for fee in list_of(fields, "frais_a_charge")}
    return _ordered("frais_a_charge", list(united))


def _unite_weeks(name: str, merged: RowFields, origin: Origin, rows: Sequence[Part]) -> None:
    """Add to the hours of a row the days that other rows of its list say, of one day with it, when
    no day has two hours."""
    united = merged.get(name)
    if not isinstance(united, dict) or not _DAYS.keys() >= united.keys():
        return
    for other, fields in rows:
        week = fields.get(name)
        if (other.stem, other.date) != (origin.stem, origin.date) or not isinstance(week, dict):
            continue
        agrees = all(united.get(day, hours) == hours for day, hours in week.items())
        if agrees and _DAYS.keys() >= week.keys():
            united = {**united, **week}
    merged[name] = {day: united[day] for day in sorted(united, key=_DAYS.__getitem__)}


def same_contact(value: str) -> str:
    """What two spellings of a telephone, a mail or a site have in common: «https://www.x.fr/» and
    «http://x.fr»."""
    return _SITE_ENDS.sub("", value.lower())


def _contacts(name: str, ordered: Sequence[Part]) -> list[str]:
    united: dict[str, str] = {}
    left = [fields for _, fields in ordered if fields.get(name)]
    while left:
        values = [{same_contact(value): value for value in list_of(f, name)} for f in left]
        joins = [not united or not united.keys().isdisjoint(told) for told in values]
        if not any(joins):
            break
        at = joins.index(True)
        united |= {key: value for key, value in values[at].items() if key not in united}
        del left[at]
    return list(united.values())[: longest(name)]


def point_in(fields: Mapping[str, Any]) -> tuple[float, float] | None:
    """Degrees, latitude first; None when a row has no point."""
    try:
        return float(text_of(fields, "latitude")), float(text_of(fields, "longitude"))
    except ValueError:
        return None


def _by_agreement(ordered: Sequence[Part]) -> list[Part]:
    """The order in which rows tell where the place is: the most agreed point first, rows with an
    address before those without, whose point is that of a town, or of another; then authority."""
    if len(ordered) == 1:
        return list(ordered)
    points = [point_in(fields) for _, fields in ordered]

    def agreeing(point: tuple[float, float] | None) -> int:
        near = [p for p in points if p and point and distance_km(*p, *point) <= _NEAR_KM]
        return len(near) if len(near) > 1 else 1

    ranked = sorted(
        zip(points, ordered, strict=True),
        key=lambda pair: (not _is_exact(pair[1][1]), -agreeing(pair[0])),
    )
    return [part for _, part in ranked]


def _is_exact(fields: RowFields) -> bool:
    return bool(fields.get("adresse")) and "position" not in fields


def _by_hours(ordered: Sequence[Part]) -> list[Part]:
    """The order in which rows tell the hours of the building: authority and, of one day, the wider
    week; what nobody could read of a permanence comes last."""
    if len(ordered) == 1:
        return list(ordered)
    ranked = sorted(ordered, key=lambda part: _open_days(part[1], "horaires"), reverse=True)
    ranked.sort(key=lambda part: (part[0].is_official, part[0].date), reverse=True)
    return sorted(ranked, key=lambda part: is_of_permanence(text_of(part[1], "horaires_brut")))


def _newness(part: Part) -> tuple[str, int]:
    """By date and, of one day, by the wider week."""
    origin, fields = part
    return origin.date, _open_days(fields, "permanence")


def _open_days(fields: RowFields, name: str) -> int:
    week = fields.get(name)
    return sum(hours != "fermé" for hours in week.values()) if isinstance(week, dict) else 0


def sources(parts: Sequence[Part]) -> list[dict[str, str]]:
    """The `source` entries of a record, one a row, in the order of authority."""
    return [origin.entry() for origin, _ in by_authority(parts)]


def _ordered(name: str, values: list[str]) -> list[str]:
    if name in CLOSED:
        return sorted(values, key=CLOSED[name].index)
    return sorted(values) if name == "labels" else values
