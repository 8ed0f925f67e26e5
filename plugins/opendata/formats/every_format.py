"""The table of formats, in the order of /donnees/."""

from __future__ import annotations

from plugins.opendata.formats.api_json import API_JSON
from plugins.opendata.formats.changes_feed import CHANGES
from plugins.opendata.formats.export_format import ExportFormat
from plugins.opendata.formats.geojson import GEOJSON
from plugins.opendata.formats.hsds import HSDS
from plugins.opendata.formats.inclusion_v1.structure_rows import SERVICES, STRUCTURES
from plugins.opendata.formats.national_csv import NATIONAL, NATIONAL_BEFORE
from plugins.opendata.formats.openstreetmap import OPENSTREETMAP
from plugins.opendata.formats.spreadsheet_csv import SPREADSHEET

FORMATS: tuple[ExportFormat, ...] = (
    SPREADSHEET,
    NATIONAL,
    NATIONAL_BEFORE,
    GEOJSON,
    API_JSON,
    STRUCTURES,
    SERVICES,
    OPENSTREETMAP,
    HSDS,
    CHANGES,
)
