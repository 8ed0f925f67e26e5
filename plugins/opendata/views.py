"""What the pages of open data show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from plugins.common.one_line import one_line
from plugins.gazetteer import Gazetteer
from plugins.opendata.api import COMMUNES
from plugins.opendata.contract import (
    AreaDownloadsContext,
    AreaFiles,
    DownloadsContext,
    FileLink,
    LossesContext,
    ShownLoss,
)
from plugins.opendata.export_areas import FOLDER, LARGE, ExportArea
from plugins.opendata.export_files import ExportFile
from plugins.opendata.export_page_sets import losses_of
from plugins.opendata.formats.every_format import FORMATS
from plugins.opendata.losses import LOSSES, CountedLoss
from plugins.opendata.pieces import Pieces
from plugins.records.model.parts import Source
from plugins.records.model.place import Place

PAGES = "/donnees/fichiers/"
_EXAMPLES = 2
_LONGEST = 60
"""Letters of an example on the page; the reports have more."""


class OpenDataViews:
    """Contexts of all pages."""

    def __init__(self, files: Sequence[ExportFile], gazetteer: Gazetteer, pieces: Pieces) -> None:
        self._pieces = pieces
        self._forms: dict[ExportArea, list[ExportFile]] = defaultdict(list)
        for file in files:
            self._forms[file.area].append(file)
        self._gazetteer = gazetteer

    @cached_property
    def departements(self) -> Mapping[str, Sequence[ExportArea]]:
        """Those that have places, by code, once for each licence."""
        found: dict[str, list[ExportArea]] = defaultdict(list)
        for area in self._of_kind("departement"):
            found[area.code].append(area)
        return found

    def downloads(self, key: object) -> DownloadsContext:
        """All that is not of one département alone."""
        return DownloadsContext(
            formats=FORMATS,
            whole=self._shown("directory"),
            regions=self._shown("region"),
            departements=[
                self._files(areas[0], page=f"{PAGES}{code}/")
                for code, areas in self.departements.items()
            ],
            labels=self._shown("label"),
            folder=f"/{FOLDER}",
        )

    def of_departement(self, code: Any) -> AreaDownloadsContext:
        """Its files, and those of the EPCI that begin there."""
        own = self.departements[code]
        epcis = [area for area in self._of_kind("epci") if self._home(area.code) == code]
        return AreaDownloadsContext(
            url=f"{PAGES}{code}/",
            departement=[self._files(area) for area in own],
            communes=[
                FileLink(area.licence.title, f"/{FOLDER}{area.stem}{COMMUNES}") for area in own
            ],
            epcis=[self._files(area) for area in sorted(epcis, key=lambda area: area.name)],
        )

    def losses(self, key: object) -> LossesContext:
        """Those of the whole directory, whatever the licences."""
        whole = self._of_kind("directory")
        found = losses_of(whole, self._pieces)
        copies = (form for form in FORMATS if not form.is_news)
        return LossesContext(
            losses=[(form, [_shown(one) for one in found if one.form is form]) for form in copies],
            places=sum(len(area.entries) for area in whole),
        )

    def _home(self, siren: str) -> str:
        """The first département of an EPCI that has a page."""
        epci = self._gazetteer.epci(siren)
        codes = epci.departements if epci else ()
        return next((code for code in codes if code in self.departements), "")

    def _of_kind(self, kind: str) -> list[ExportArea]:
        return [area for area in self._forms if area.kind == kind]

    def _shown(self, kind: str) -> list[AreaFiles]:
        return [self._files(area) for area in self._of_kind(kind)]

    def _files(self, area: ExportArea, page: str = "") -> AreaFiles:
        links = [FileLink(file.form.title, f"/{file.path}") for file in self._forms[area]]
        losses = f"/{FOLDER}{area.stem}{LOSSES}" if area.kind in LARGE else ""
        return AreaFiles(area.name, len(area.entries), area.licence, links, page, losses)


def _shown(loss: CountedLoss) -> ShownLoss:
    examples = [one_line(value, _LONGEST) for value, _ in loss.values if value][:_EXAMPLES]
    more = len(loss.values) + loss.more - len(examples) if examples else 0
    return ShownLoss(
        field_title(loss.field), loss.why, loss.is_written, loss.places, examples, more
    )


def field_title(name: str) -> str:
    """What a record calls a field: «Téléphone», «Sources : licence»."""
    whole, _, part = name.partition(".")
    field = Place.model_fields.get(whole)
    title = (field.title if field else None) or whole
    if part and whole == "source":
        inner = Source.model_fields[part].title or part
        return f"{title} : {inner.lower()}"
    return title
