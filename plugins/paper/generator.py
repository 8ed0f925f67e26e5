"""Pelican side: functions for the templates, PDF files to the press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, cast

from markupsafe import Markup

from plugins.agenda.sessions.titles import SessionLines
from plugins.gazetteer import Commune, Epci
from plugins.paper.agenda_pages import AgendaPapers, owner_of_sheet
from plugins.paper.agenda_sheets import AgendaSheet, AgendaSheets
from plugins.paper.contract import PaperGlobals
from plugins.paper.pages import Papers, has_papers, paper_pages, papers_of
from plugins.paper.printer import Printer
from plugins.paper.qr import qr_svg
from plugins.paper.sheets import Sheet, Sheets
from plugins.press import Delivery, Page, PageSet
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press

MOST_COMMUNES = 3000
"""By default a directory of more communes makes no PDF file."""


class PaperGenerator(PluginGenerator):
    """Gives templates `qr`, `papers` and `agenda_papers`; hands the PDF files to the press."""

    FOLDERS = ("/papier/",)

    def generate_context(self) -> None:
        """Decide whether to print; put the functions at hand before any template is used."""
        press: Press = self.context["press"]
        wanted = self.settings["PAPER_PDF"]
        if wanted is None:
            wanted = len(self.context["gazetteer"].communes) <= MOST_COMMUNES
        self._agenda_papers = self._papers_of_agenda(press.site.date) if wanted else None
        if self._agenda_papers is None:
            press.provide(PaperGlobals(self._qr))
        else:
            press.provide(PaperGlobals(self._qr, self._papers, self._agenda_papers.of))

    def generate_output(self, writer: object) -> None:
        """Hand the files to the press."""
        if self._agenda_papers is None:
            return
        press: Press = self.context["press"]
        gazetteer = self.context["gazetteer"]
        neighbourhood = self.context["territories"].neighbourhood
        site = press.site
        common = repr((press.program, site.name, site.url, site.publisher)).encode()
        places = self.context["places"]
        sheets = Sheets(gazetteer, neighbourhood, places, site, self.context["territories"].limits)
        dated = AgendaSheets(gazetteer, places, site)
        printer = Printer()

        def render(key: object) -> bytes:
            sheet = cast("Sheet", key)
            return printer.pdf(sheet.template, sheets.data(sheet))

        def render_dated(key: object) -> bytes:
            sheet = cast("AgendaSheet", key)
            return printer.pdf(dated.template(sheet), dated.data(sheet))

        pages = paper_pages(gazetteer, neighbourhood, common)
        press.add(_printed("papier", pages, render, lambda key: cast("Sheet", key).territory.url))
        pages = self._agenda_papers.pages(common)
        press.add(_printed("papier : agenda", pages, render_dated, owner_of_sheet))

    def _papers_of_agenda(self, today: date) -> AgendaPapers:
        """What there is to print of workshops and routes."""
        agenda, gazetteer = self.context["agenda"], self.context["gazetteer"]
        lines = SessionLines(agenda, gazetteer, self.context["places"].by_id, today)
        return AgendaPapers(agenda, lines, gazetteer)

    def _qr(self, url: str) -> Markup:
        """The QR code of a page, for its printed form; nothing without a public address."""
        root = self.context["press"].site.url
        if not root:
            return Markup()
        drawing = qr_svg(f"{root}{url}", ' class="qr" aria-hidden="true"')
        return Markup(drawing)  # noqa: S704 (digits and letters of our own)

    def _papers(self, territory: Commune | Epci) -> Papers | None:
        """Addresses of the PDF files of a commune or an EPCI; None when there are none."""
        neighbourhood = self.context["territories"].neighbourhood
        return papers_of(territory) if has_papers(territory, neighbourhood) else None


def _printed(
    name: str,
    pages: list[Page],
    render: Callable[[object], bytes],
    owner: Callable[[object], str],
) -> PageSet:
    return PageSet(name, pages, render, is_apart=True, delivery=Delivery(None), owner=owner)
