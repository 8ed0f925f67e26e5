"""The static JSON API, described: its JSON Schema, its OpenAPI 3.1, its files by commune.

A commune has no file of its own: 35,000 of them would fill a host. Those of a département stand in
one file, by code, and readers take theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from plugins.gazetteer import Gazetteer
from plugins.opendata.export_areas import FOLDER, ExportArea
from plugins.opendata.formats.api_json import API_JSON
from plugins.opendata.formats.export_format import KEPT_BACK, About, json_bytes
from plugins.opendata.pieces import Pieces
from plugins.press.site import Site
from plugins.records.entry import Entry
from plugins.records.writing.one_row import COMPUTED_PART, OWN_FORMAT
from plugins.records.writing.schema import editor_schema
from plugins.vocabulary.licences import OPEN_LICENCE

SCHEMA = "lieu.schema.json"
COMMUNES = "-communes.json"
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_COMPUTED: dict[str, tuple[str, dict[str, Any]]] = {
    "url": ("L'adresse de sa page.", _TEXT),
    "departement": ("Le code du département, ou de ce qui en tient lieu (988).", _TEXT),
    "region": ("Le code de la région ; vide où il n'y en a pas.", _TEXT),
    "epci": ("Le numéro SIREN de l'intercommunalité.", _TEXT),
    "horaires_osm": ("Les horaires, au format opening_hours d'OpenStreetMap.", _TEXT),
    "permanence_osm": ("La permanence, au même format.", _TEXT),
    "telephones": ("Les numéros, comme on les compose.", _TEXTS),
    "services": ("Les services de la fiche, puis ceux de ses labels.", _TEXTS),
    "frais_a_charge": ("Le prix que dit la fiche, ou celui de ses labels.", _TEXTS),
    "licence": ("La licence de la fiche, d'après ses sources.", _TEXT),
}


def place_schema(site: Site) -> str:
    """The JSON Schema (2020-12) of a place of the API: that of its record, its id, and what is
    computed."""
    schema: dict[str, Any] = json.loads(editor_schema("place"))
    own = {name: each for name, each in schema["properties"].items() if name != KEPT_BACK}
    computed = {name: {**kind, "description": text} for name, (text, kind) in _COMPUTED.items()}
    schema["$id"] = f"{site.url}/{FOLDER}{SCHEMA}"
    schema["title"] = "Un lieu de l'annuaire"
    schema["properties"] = {
        "id": {"type": "string", "description": "Le nom de la fiche : « 31/mairie-de-labege »."},
        **own,
        COMPUTED_PART: {"type": "object", "properties": computed, "additionalProperties": False},
    }
    schema["required"] = ["id", *schema["required"], COMPUTED_PART]
    return _written(schema)


def open_api(areas: Iterable[ExportArea], site: Site) -> str:
    """OpenAPI 3.1: every address of the API that is not in another format. `areas`: those that have
    a file of it."""
    found = list(areas)
    departements = [area for area in found if area.kind == "departement"]
    paths: dict[str, Any] = {f"/{FOLDER}index.json": _get("Tous les fichiers", "Index")}
    if departements:
        code = {
            "name": "departement",
            "in": "path",
            "required": True,
            "description": "Le code d'un territoire (31, 2A, 988), suivi de sa licence si elle "
            "est à part.",
            "schema": {"type": "string", "enum": [area.stem for area in departements]},
        }
        about = "Les lieux d'un territoire"
        paths[f"/{FOLDER}{{departement}}.json"] = _get(about, "Lieux", code)
        paths[f"/{FOLDER}{{departement}}{COMMUNES}"] = _get(
            f"{about}, par commune", "Communes", code
        )
    for area in found:
        if area.kind in ("directory", "region"):
            paths[f"/{FOLDER}{area.stem}.json"] = _get(f"Les lieux : {area.name}", "Lieux")
    return _written(
        {
            "openapi": "3.1.0",
            "info": {
                "title": site.name,
                "version": "1",
                "description": "Des fichiers, sans clé ni limite. Les adresses ne changent pas.",
                "license": {"name": OPEN_LICENCE.title, "url": OPEN_LICENCE.url},
            },
            **({"servers": [{"url": site.url}]} if site.url else {}),
            "paths": paths,
            "components": {"schemas": _SCHEMAS},
        }
    )


def _get(summary: str, schema: str, *parameters: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    answers = {
        "200": {"description": summary, "content": content},
        "404": {"description": "Ce fichier n'existe pas."},
    }
    said: dict[str, Any] = {"summary": summary, "responses": answers}
    return {"get": {**said, **({"parameters": list(parameters)} if parameters else {})}}


_PLACES = {"type": "array", "items": {"$ref": SCHEMA}}
_HEAD = {
    "format": {"const": OWN_FORMAT},
    "nom": _TEXT,
    "editeur": _TEXT,
    "licence": {
        "type": "object",
        "properties": {"titre": _TEXT, "spdx": _TEXT, "url": _TEXT},
        "required": ["titre"],
    },
}
_SCHEMAS: dict[str, Any] = {
    "Lieux": {
        "type": "object",
        "properties": {**_HEAD, "lieux": _PLACES},
        "required": [*_HEAD, "lieux"],
    },
    "Communes": {
        "type": "object",
        "properties": {
            **_HEAD,
            "communes": {
                "type": "object",
                "additionalProperties": {
                    "type": "object",
                    "properties": {"nom": _TEXT, "epci": _TEXT, "lieux": _PLACES},
                    "required": ["nom", "epci", "lieux"],
                },
            },
        },
        "required": [*_HEAD, "communes"],
    },
    "Index": {
        "type": "object",
        "properties": {
            "format": {"const": OWN_FORMAT},
            "nom": _TEXT,
            "couvre": {**_TEXTS, "description": "Les codes des territoires couverts."},
            "page_de_commune": {
                "type": "string",
                "description": "L'adresse de la page d'une commune (RFC 6570) : le code de son "
                "territoire (31, 2A, 988), puis son nom en minuscules, sans accent, avec des "
                "tirets.",
            },
            "formats": {"type": "object", "additionalProperties": _TEXT},
            "territoires": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {
                        "sorte": _TEXT,
                        "code": _TEXT,
                        "nom": _TEXT,
                        "lieux": {"type": "integer"},
                        "licence": _TEXT,
                        "fichiers": {"type": "object", "additionalProperties": _TEXT},
                    },
                },
            },
        },
    },
}


def communes_file(
    area: ExportArea, pieces: Pieces, gazetteer: Gazetteer, about: About
) -> Iterator[bytes]:
    """The places of a département by code of their commune, in parts."""
    by_commune: dict[str, list[Entry]] = {}
    for entry in area.entries:
        commune = gazetteer.page_of(entry.code_insee)
        by_commune.setdefault(commune.code if commune else entry.code_insee, []).append(entry)
    head, _ = API_JSON.around(about)
    yield head.replace(b'"lieux":[\n', b'"communes":{')
    for number, code in enumerate(sorted(by_commune)):
        named = gazetteer.commune(code)
        said = {"nom": named.nom if named else "", "epci": named.epci or "" if named else ""}
        yield (b",\n" if number else b"\n") + json_bytes(code) + b":" + json_bytes(said)[:-1]
        places = pieces.in_order(API_JSON, by_commune[code])
        yield b',"lieux":[\n' + API_JSON.between.join(places) + b"]}"
    yield b"\n}}\n"


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
