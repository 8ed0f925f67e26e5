"""What the press writes below `/donnees/v1/`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import cast

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.opendata.api import COMMUNES, SCHEMA, communes_file, open_api, place_schema
from plugins.opendata.catalogue import data_package, index_json
from plugins.opendata.export_areas import FOLDER, LARGE, ExportArea
from plugins.opendata.export_files import ExportFile, Prints
from plugins.opendata.formats.api_json import API_JSON
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.losses import (
    LOSSES,
    CountedLoss,
    Tally,
    add_tally,
    counted_losses,
    losses_csv,
)
from plugins.opendata.pieces import Pieces
from plugins.press.delivery import Delivery
from plugins.press.page_set import Page, PageSet
from plugins.press.site import Site


def export_page_set(
    files: Sequence[ExportFile], pieces: Pieces, site: Site, prints: Prints
) -> PageSet:
    """The places of each area in each format."""

    def render(key: object) -> Iterator[bytes]:
        file = cast("ExportFile", key)
        area, form = file
        return form.write(pieces.in_order(form, area.entries), file.about(site))

    pages = [Page(file.path, prints.of(file.area), file) for file in files]
    types = {form.file[form.file.rindex(".") :]: form.media_type for _, form in files}
    return PageSet("données", pages, render, delivery=shared(types))


def beside_page_set(
    files: Sequence[ExportFile],
    pieces: Pieces,
    site: Site,
    gazetteer: Gazetteer,
    prints: Prints,
    covered: Sequence[str],
) -> PageSet:
    """What goes with them: losses, places by commune, and what programs read first. `covered`:
    codes of what the directory covers."""
    areas = list(dict.fromkeys(file.area for file in files))
    in_json = [file.area for file in files if file.form is API_JSON]
    named = fingerprint_of(*(repr((file.path, *file.area[:3])) for file in files))

    def add(name: str, print_: bytes, make: Callable[[], str | Iterator[bytes]]) -> None:
        pages.append(Page(f"{FOLDER}{name}", print_, make))

    pages: list[Page] = []
    told = fingerprint_of(prints.of(*areas), repr(covered))
    add("index.json", told, lambda: index_json(files, site, covered))
    add("datapackage.json", prints.of(*areas), lambda: data_package(files, site))
    add("openapi.json", named, lambda: open_api(in_json, site))
    add(SCHEMA, b"", lambda: place_schema(site))
    for area in areas:
        if area.kind in LARGE:
            add(f"{area.stem}{LOSSES}", prints.of(area), partial(_losses, area, pieces))
        if area.kind == "departement":
            about = ExportFile(area, API_JSON).about(site)
            make = partial(communes_file, area, pieces, gazetteer, about)
            add(f"{area.stem}{COMMUNES}", prints.of(area), make)
    types = {".json": "application/json", ".csv": "text/csv; charset=utf-8"}
    return PageSet("données : descriptions", pages, _made, delivery=shared(types))


def losses_of(areas: Iterable[ExportArea], pieces: Pieces) -> list[CountedLoss]:
    """What the formats lose of the places of large areas."""
    whole: Tally = {}
    for area in areas:
        for name, part in pieces.losses(area.entries, area.licence).items():
            add_tally(whole, name, part)
    return list(counted_losses(whole, FORMATS))


def _losses(area: ExportArea, pieces: Pieces) -> str:
    return losses_csv(losses_of([area], pieces))


def _made(key: object) -> str | Iterator[bytes]:
    return cast("Callable[[], str | Iterator[bytes]]", key)()


def shared(types: Mapping[str, str]) -> Delivery:
    """Anybody's page may read them; hosts do not know all their endings."""
    return Delivery(is_shared=True, types=tuple(sorted(types.items())))
