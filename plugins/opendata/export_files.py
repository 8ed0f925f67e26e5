"""Files of `/donnees/v1/`: their addresses, their fingerprints, their content in parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.opendata.export_areas import FOLDER, LARGE, ExportArea
from plugins.opendata.formats.export_format import About, ExportFormat
from plugins.opendata.pieces import Pieces
from plugins.press.delivery import Delivery
from plugins.press.page_set import Page, PageSet
from plugins.press.site import Site


class ExportFile(NamedTuple):
    """The places of an area in a format."""

    area: ExportArea
    form: ExportFormat

    @property
    def path(self) -> str:
        """«donnees/v1/31.geojson»."""
        return f"{FOLDER}{self.area.stem}{self.form.file}"


def export_files(areas: Iterable[ExportArea], formats: Sequence[ExportFormat]) -> list[ExportFile]:
    """Every format for large territories, those that people open for the others."""
    return [
        ExportFile(area, form)
        for area in areas
        for form in formats
        if form.everywhere or area.kind in LARGE
    ]


def export_page_set(
    files: Sequence[ExportFile], pieces: Pieces, site: Site, common: bytes
) -> PageSet:
    """What the press writes; `common`: fingerprint of what all pieces show beside their places."""

    def render(key: object) -> Iterator[bytes]:
        area, form = cast("ExportFile", key)
        about = About(
            area.name, f"{site.url}/{FOLDER}{area.stem}{form.file}", area.licence, site.name
        )
        return form.write(pieces.in_order(form, area.entries), about)

    prints = {
        area.stem: fingerprint_of(
            common, area.name, area.licence.title, *(entry.stated for entry in area.entries)
        )
        for area, _ in files
    }
    pages = [Page(file.path, prints[file.area.stem], file) for file in files]
    return PageSet("données", pages, render, delivery=_delivery(files))


def _delivery(files: Iterable[ExportFile]) -> Delivery:
    """Anybody's page may read them; hosts do not know all their endings."""
    types = {form.file[form.file.rindex(".") :]: form.media_type for _, form in files}
    return Delivery(is_shared=True, types=tuple(sorted(types.items())))
