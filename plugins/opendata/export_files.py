"""The files of areas: which there are, their addresses, what changes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plugins.common.fingerprint import fingerprint_of
from plugins.opendata.export_areas import FOLDER, LARGE, ExportArea
from plugins.opendata.formats.export_format import About, ExportFormat
from plugins.press.site import Site


class ExportFile(NamedTuple):
    """The places of an area in a format."""

    area: ExportArea
    form: ExportFormat

    @property
    def path(self) -> str:
        """«donnees/v1/31.geojson»."""
        return f"{FOLDER}{self.area.stem}{self.form.file}"

    def about(self, site: Site) -> About:
        """What it says of itself."""
        return About(self.area.name, f"{site.url}/{self.path}", self.area.licence, site.name)


class Prints:
    """Fingerprints of areas. `common`: of what all pieces show beside their places."""

    def __init__(self, common: bytes) -> None:
        self._common = common
        self._known: dict[str, bytes] = {}

    def of(self, *areas: ExportArea) -> bytes:
        """What changes with any place of these areas, with their names and licences."""
        return fingerprint_of(self._common, *map(self._one, areas))

    def _one(self, area: ExportArea) -> bytes:
        if area.stem not in self._known:
            said = (area.name, area.licence.title)
            stated = (entry.stated for entry in area.entries)
            self._known[area.stem] = fingerprint_of(area.stem, *said, *stated)
        return self._known[area.stem]


def export_files(areas: Iterable[ExportArea], formats: Sequence[ExportFormat]) -> list[ExportFile]:
    """Every format for large territories, those that people open for the others; format after
    format, so that the pieces of one are at hand (`Pieces`)."""
    found = list(areas)
    return [
        ExportFile(area, form)
        for form in formats
        for area in found
        if (form.everywhere or area.kind in LARGE) and len(area.entries) <= form.most_places
    ]
