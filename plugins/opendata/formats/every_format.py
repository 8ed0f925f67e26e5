"""The table of formats, in the order of /donnees/."""

from __future__ import annotations

from plugins.opendata.formats.export_format import ExportFormat
from plugins.opendata.formats.geojson import GEOJSON

FORMATS: tuple[ExportFormat, ...] = (GEOJSON,)
