"""The sheets of small agendas, from the text of their records."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from plugins.agenda.sessions.titles import SessionLines
from plugins.gazetteer import Gazetteer
from plugins.paper.agenda_pages import AgendaPapers
from plugins.paper.agenda_sheets import AgendaSheets
from plugins.paper.printer import Printer
from tests.support.agenda import PLACE, TODAY, agenda_of
from tests.support.places import place
from tests.support.sheets import SITE

GAZETTEER = Gazetteer.load(["16", "31"])
PRINTER = Printer()
WORKSHOP = """titre: Premiers pas
theme: Échanger avec ses proches
telephone:
  - 05 36 49 00 01
code_insee: 31254
commune: Labège
dates:
  - tous les mardis de 14h à 16h du 6 octobre 2026 au 29 juin 2027, sauf vacances scolaires
"""
ROUTE = """nom: Bus
statut: en service
arrets:
  - commune: Tusson
    code_insee: 16390
    point: Place de la poste
    passages:
      - un mardi sur deux à partir du 1er décembre 2026, de 9h à 12h30 et de 13h30 à 15h30
  - commune: Valence
    code_insee: 16392
    point: En face de la mairie
"""
FILES = {"31/ateliers/premiers-pas.yaml": WORKSHOP, "16/tournees/bus.yaml": ROUTE}


class Sheets:
    """What is printed of records, by address."""

    def __init__(self, folder: Path, files: dict[str, str], *, today: date = TODAY) -> None:
        agenda = agenda_of(folder, files, today=today)
        entries = {PLACE.id: PLACE}
        self.papers = AgendaPapers(
            agenda, SessionLines(agenda, GAZETTEER, entries, today), GAZETTEER
        )
        places = {PLACE.id: place(PLACE.id)}
        site = replace(SITE, date=today)
        self._sheets = AgendaSheets(GAZETTEER, places, site)

    def data(self, url: str) -> dict[str, Any]:
        """What a sheet shows."""
        return json.loads(self._sheets.data(self.papers.sheets[url]))  # type: ignore[no-any-return]

    def pdf(self, url: str) -> bytes:
        """Its file."""
        sheet = self.papers.sheets[url]
        return PRINTER.pdf(self._sheets.template(sheet), self._sheets.data(sheet))

    def read(self, url: str) -> PdfReader:
        """Its file, read."""
        return PdfReader(io.BytesIO(self.pdf(url)))

    def text(self, url: str) -> str:
        """All its text, its spaces made equal."""
        return " ".join(" ".join(page.extract_text() for page in self.read(url).pages).split())

    def fingerprints(self) -> dict[str, bytes]:
        """The fingerprint of each file."""
        return {page.path: page.fingerprint for page in self.papers.pages(b"")}
