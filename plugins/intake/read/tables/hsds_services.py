"""A service of Open Referral HSDS 3 as cells named by the fields of the national schema.

Its location is where it is given; a service of several locations is read at the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from plugins.common.plain_number import plain_number

_STATUS = {
    "defunct": "fermé définitivement",
    "inactive": "inactif",
    "temporarily closed": "fermé temporairement",
}
_FIELD_OF = {"labels": "dispositif_programmes_nationaux"}
"""`link_type` of an attribute → the field of the schema that is not called so."""
_BOOKING = "Prendre rendez-vous"
_OWN_PAGE = "Fiche de l'annuaire"
_BUS = "Bus : "
_DOORS = {
    "Fauteuil roulant : ": "fauteuil: ",
    "Boucle magnétique : ": "boucle_magnetique: ",
    "Langue des signes française : ": "lsf: ",
}
"""Texts of our own exports, in the words of records."""
_SHORT = 280
"""Letters of what stands as the summary of a place."""


def is_service(item: Mapping[str, object]) -> bool:
    """Whether an object is a service as HSDS nests it."""
    return "service_at_locations" in item and "status" in item


def service_cells(item: Mapping[str, Any]) -> dict[str, str]:
    """What it says of its place."""
    at_location = _first(item.get("service_at_locations"))
    location = _mapping(at_location.get("location"))
    cells: dict[str, list[str]] = {}
    for name, value in (*_service(item), *_at_location(at_location), *_location(location)):
        if isinstance(value, str | int | float):
            text = plain_number(value)
            if text not in cells.setdefault(name, []):
                cells[name].append(text)
    return {name: "|".join(filter(None, values)) for name, values in cells.items() if any(values)}


def _service(item: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield "id", item.get("id")
    yield "nom", item.get("name")
    text = str(item.get("description") or "")
    is_summary = len(text) <= _SHORT and "\n" not in text
    yield "presentation_resume" if is_summary else "presentation_detail", text
    yield "site_web", item.get("url")
    for link in _mappings(item.get("additional_urls")):
        if link.get("label") != _OWN_PAGE:
            yield "prise_rdv" if link.get("label") == _BOOKING else "site_web", link.get("url")
    yield "courriels", item.get("email")
    for contact in _mappings(item.get("contacts")):
        yield "courriels", contact.get("email")
    yield "statut", _STATUS.get(str(item.get("status")))
    day = item.get("last_modified") or item.get("assured_date")
    yield "date_maj", str(day or "").partition("T")[0]
    for phone in _mappings(item.get("phones")):
        if phone.get("type") in (None, "voice"):
            yield "telephone", phone.get("number")
    yield from _attributes(item)
    organization = _mapping(item.get("organization"))
    if organization.get("name") != item.get("name"):
        yield "structure_parente", organization.get("name")
    yield "pivot", _first(organization.get("organization_identifiers")).get("identifier")


def _at_location(at_location: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    yield "permanence", _hours(at_location)


def _location(location: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    address = _first(location.get("addresses"))
    yield "adresse", address.get("address_1")
    yield "complement_adresse", address.get("address_2")
    yield "code_postal", address.get("postal_code")
    yield "commune", address.get("city")
    yield "latitude", location.get("latitude")
    yield "longitude", location.get("longitude")
    yield "horaires", _hours(location)
    ways = str(location.get("transportation") or "")
    yield "transports", ways.removeprefix(_BUS) if " ; " not in ways else ways
    for entrance in _mappings(location.get("accessibility")):
        yield "accessibilite", _door(str(entrance.get("description") or ""))
        yield "fiche_acces_libre", entrance.get("url")
    yield from _attributes(location)


def _door(text: str) -> str:
    for own, name in _DOORS.items():
        text = text.replace(own, name)
    return text


def _hours(of: Mapping[str, Any]) -> str:
    """Hours in words where the first schedule has them, else as its rules say, in OSM's."""
    schedules = _mappings(of.get("schedules"))
    said = [str(one["description"]) for one in schedules if one.get("description")]
    if said:
        return said[0]
    weekly = [
        f"{_days(str(one['byday']))} {str(one['opens_at'])[:5]}-{str(one['closes_at'])[:5]}"
        for one in schedules
        if one.get("freq") == "WEEKLY"
        and one.get("interval", 1) == 1
        and not one.keys() & {"valid_to", "until", "count", "byweekno"}
        and all(one.get(name) for name in ("byday", "opens_at", "closes_at"))
    ]
    is_whole = len(weekly) == len(schedules)
    return ", ".join(weekly) if is_whole else str(_first(schedules).get("notes") or "")


def _days(byday: str) -> str:
    """«MO,TU» → «Mo,Tu»."""
    return ",".join(day.strip().capitalize() for day in byday.split(","))


def _attributes(of: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for attribute in _mappings(of.get("attributes")):
        name = str(attribute.get("link_type"))
        yield _FIELD_OF.get(name, name), attribute.get("value")


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _mappings(value: object) -> Sequence[Mapping[str, Any]]:
    found = value if isinstance(value, list) else []
    return [one for one in found if isinstance(one, Mapping)]


def _first(value: object) -> Mapping[str, Any]:
    return next(iter(_mappings(value)), {})
