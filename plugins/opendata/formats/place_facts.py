"""Facts that several formats write alike: hours in OSM's words, numbers, words of labels."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.hours import OpeningHours
from plugins.opendata.formats.export_format import Lost, Surroundings, value_line
from plugins.records.model.place import Place

FORTNIGHT = "Le format des horaires ne sait pas dire « une semaine sur deux »."
UNREAD_PHONE = "Ce numéro n'est pas entier : il ne peut pas être composé."
APPROXIMATE = "Le point n'est pas celui de la porte : il mènerait ailleurs."


def osm_hours(hours: OpeningHours | None, name: str) -> tuple[str, list[Lost]]:
    """Hours of the field `name` as OSM says them, «» when nothing is known; what it says as a
    comment only is lost."""
    if hours is None or not hours.expression:
        return "", []
    if any(rule.anchor for rule in hours.week.rules):
        return hours.expression, [Lost(name, value_line(hours.line()), FORTNIGHT)]
    return hours.expression, []


def unread_phones(place: Place) -> Iterator[Lost]:
    """Numbers that nobody can dial as they are typed."""
    if len(place.phones) < len(place.telephone):
        yield Lost("telephone", value_line(place.telephone), UNREAD_PHONE)


def beside_source_names(place: Place, why: str) -> Iterator[Lost]:
    """What a format that names sources does not say of them."""
    for source in place.source:
        for name in ("id", "date", "licence"):
            if value := getattr(source, name):
                yield Lost(f"source.{name}", str(value), why)


def point_of(place: Place) -> tuple[float | None, float | None, list[Lost]]:
    """Latitude and longitude of the door, in degrees; those of a town or a quarter are lost: what
    reads this format would lead people there."""
    if point := place.exact_point:
        return point.latitude, point.longitude, []
    if place.point is None:
        return None, None, []
    return None, None, [Lost("latitude", " ; ".join(place.point.texts), APPROXIMATE)]


def national_labels(place: Place, around: Surroundings) -> dict[str, str]:
    """Slug of each label of a place → its value in the national schema; «» when it has none."""
    found = {}
    for slug in place.labels:
        label = around.labels.get(slug)
        found[slug] = label.exporte.valeur if label and label.exporte else ""
    return found
