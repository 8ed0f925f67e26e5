"""What HSDS 3.1 asks of the objects that we write: names, types and what must be there.

Written down from openreferral/specification, `schema/*.json`, version 3.1, of which no package is
published: the schemas themselves accept any other name.
"""

from __future__ import annotations

from typing import Any

_TEXT, _UUID = {"type": "string"}, {"type": "string", "format": "uuid"}
_URI, _EMAIL, _DATE = (
    {"type": "string", "format": "uri"},
    {"type": "string", "format": "email"},
    {"type": "string", "format": "date"},
)
_NUMBER = {"type": "number"}
_PLACED = {"enum": ["physical", "postal", "virtual"]}


def _list(name: str) -> dict[str, Any]:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _object(required: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"id": _UUID, **properties},
        "required": ["id", *required.split()],
        "additionalProperties": False,
    }


_DEFS = {
    "service": _object(
        "name status",
        name=_TEXT, description=_TEXT, url=_URI, additional_urls=_list("url"), email=_EMAIL,
        status={"enum": ["active", "inactive", "defunct", "temporarily closed"]},
        application_process=_TEXT, fees_description=_TEXT, eligibility_description=_TEXT,
        assured_date=_DATE, alert=_TEXT, last_modified={"type": "string", "format": "date-time"},
        phones=_list("phone"), service_at_locations=_list("service_at_location"),
        languages=_list("language"), organization={"$ref": "#/$defs/organization"},
        required_documents=_list("required_document"), contacts=_list("contact"),
        attributes=_list("attribute"),
    ),
    "service_at_location": _object(
        "", schedules=_list("schedule"), location={"$ref": "#/$defs/location"}
    ),
    "location": _object(
        "location_type",
        location_type=_PLACED, name=_TEXT, transportation=_TEXT, latitude=_NUMBER,
        longitude=_NUMBER, addresses=_list("address"), accessibility=_list("accessibility"),
        schedules=_list("schedule"), attributes=_list("attribute"),
    ),
    "address": _object(
        "address_1 city state_province postal_code country address_type",
        address_1=_TEXT, address_2=_TEXT, city=_TEXT, region=_TEXT, state_province=_TEXT,
        postal_code=_TEXT, country={"type": "string", "pattern": "^[A-Z]{2}$"},
        address_type=_PLACED,
    ),
    "schedule": _object(
        "",
        freq={"enum": ["WEEKLY", "MONTHLY"]}, interval=_NUMBER, dtstart=_DATE,
        byday={"type": "string", "pattern": "^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,.+)?$"},
        opens_at={"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
        closes_at={"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
        description=_TEXT, notes=_TEXT,
    ),
    "organization": _object(
        "name description",
        name=_TEXT, description=_TEXT, organization_identifiers=_list("organization_identifier"),
    ),
    "organization_identifier": _object(
        "identifier_type identifier", identifier_type=_TEXT, identifier=_TEXT
    ),
    "phone": _object("number", number=_TEXT, type=_TEXT),
    "language": _object("", code=_TEXT),
    "required_document": _object("", document=_TEXT),
    "contact": _object("", email=_EMAIL),
    "url": _object("url", label=_TEXT, url=_URI),
    "accessibility": _object("", description=_TEXT, url=_URI),
    "attribute": _object("", link_type=_TEXT, value=_TEXT),
}  # fmt: skip

SERVICES_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {"$ref": "#/$defs/service"},
    "$defs": _DEFS,
}
"""Of a file; a name that HSDS does not have is a fault here."""
