"""What a program reads first: the index of the JSON API, and the Data Package of the directory.

No day of the build is in them, nor any count that the records do not give: they change when an area
or a format appears.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from plugins.gazetteer.area_status import status_of
from plugins.opendata.api import COMMUNES
from plugins.opendata.export_areas import LARGE, ExportArea
from plugins.opendata.export_files import ExportFile
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.formats.national_csv import NATIONAL
from plugins.opendata.formats.spreadsheet_csv import SPREADSHEET
from plugins.opendata.losses import LOSSES
from plugins.press.site import Site
from plugins.records.writing.one_row import COLUMNS as ROW_COLUMNS
from plugins.records.writing.one_row import OWN_FORMAT
from plugins.vocabulary import national
from plugins.vocabulary.licences import Licence
from plugins.vocabulary.sources import SOURCES, stem_of

NATIONAL_SCHEMA = (
    "https://raw.githubusercontent.com/LaMednum/standard-mediation-num/v1.0.2/schema.json"
)
_KINDS = {
    "directory": "annuaire",
    "region": "région",
    "epci": "intercommunalité",
    "label": "label",
}
_COMMUNE_PAGE = "/territoires/{departement}/{commune}/"
"""A URI template (RFC 6570): `Commune.url`, with the code of the département and the slug."""
_BESIDE = {"communes": "JSON, par commune", "pertes": "Ce que chaque format ne dit pas"}
"""What stands beside the formats, called as they are."""


def _kind_of(area: ExportArea) -> str:
    """«département», «collectivité»…: not all that stand in the list of départements are one."""
    return status_of(area.code).kind if area.kind == "departement" else _KINDS[area.kind]


def index_json(files: Sequence[ExportFile], site: Site, covered: Sequence[str]) -> str:
    """Every file, by area: what `/donnees/v1/` holds, for a program. `covered`: codes of what the
    directory covers, which with the address of a commune's page lets others lead here."""
    areas: dict[str, dict[str, Any]] = {}
    for area, form in files:
        said = areas.setdefault(
            area.stem,
            {
                "sorte": _kind_of(area),
                "code": area.code,
                "nom": area.name,
                "lieux": len(area.entries),
                "licence": area.licence.title,
                "fichiers": {},
            },
        )
        said["fichiers"][form.name] = f"{area.stem}{form.file}"
        if area.kind in LARGE:
            said["fichiers"]["pertes"] = f"{area.stem}{LOSSES}"
        if area.kind == "departement":
            said["fichiers"]["communes"] = f"{area.stem}{COMMUNES}"
    formats = {form.name: form.title for form in FORMATS} | _BESIDE
    return _text(
        {
            "format": OWN_FORMAT,
            "nom": site.name,
            "couvre": list(covered),
            "page_de_commune": f"{site.url}{_COMMUNE_PAGE}",
            "formats": formats,
            "territoires": list(areas.values()),
        }
    )


def data_package(files: Iterable[ExportFile], site: Site) -> str:
    """The Data Package (v1) of the files of the whole directory, régions and départements: their
    licences, the lists that they come from. Rows say their own sources: in the table, with the day
    and the licence of each."""
    large = [file for file in files if file.area.kind in LARGE]
    licences = dict.fromkeys(file.area.licence for file in large)
    cited = sorted({stem_of(s[0]) for f in large for e in f.area.entries for s in e.sources})
    return _text(
        {
            "profile": "data-package",
            "name": "lieux-aide-numerique",
            "title": site.name,
            "version": "1",
            **({"homepage": f"{site.url}/donnees/"} if site.url else {}),
            "licenses": [_licence(licence) for licence in licences],
            "sources": [{"title": SOURCES.get(stem, stem)} for stem in cited],
            "resources": [_resource(file) for file in large],
        }
    )


def _resource(file: ExportFile) -> dict[str, Any]:
    area, form = file
    path = f"{area.stem}{form.file}"
    said: dict[str, Any] = {
        "name": path.lower(),
        "title": f"{area.name} : {form.title}",
        "path": path,
        "format": path.rpartition(".")[2],
        "mediatype": form.media_type.partition(";")[0],
        "encoding": "utf-8",
        "licenses": [_licence(area.licence)],
    }
    if form is SPREADSHEET:
        said |= {
            "profile": "tabular-data-resource",
            "dialect": {"delimiter": ";", "lineTerminator": "\r\n"},
            "schema": {"fields": [_field(name) for name in ROW_COLUMNS], "primaryKey": "id"},
        }
    elif form.file.endswith(".csv"):
        said |= {
            "profile": "tabular-data-resource",
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n"},
            "schema": {
                "fields": [_field(name, decimal=".") for name in national.COLUMNS],
                "primaryKey": "id",
            },
        }
        if form is NATIONAL:
            said["conformsTo"] = NATIONAL_SCHEMA
    return said


def _field(name: str, decimal: str = ",") -> Mapping[str, str]:
    if name in ("latitude", "longitude"):
        return {"name": name, "type": "number", "decimalChar": decimal}
    return {"name": name, "type": "date" if name in _DATES else "string"}


_DATES = frozenset(("date_maj", "verifie_le", "ferme_le"))


def _licence(licence: Licence) -> dict[str, str]:
    # The specification wants a name or an address: one that SPDX lacks goes by ours.
    name = licence.spdx or licence.slug
    said = {"name": name, "title": licence.title, "path": licence.url}
    return {name: text for name, text in said.items() if text}


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
