"""What paper gives to all templates; its setting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.contracts.settings import FLAG, Setting, one_of
from plugins.contracts.shown import TemplateGlobals

if TYPE_CHECKING:
    from plugins.gazetteer import Commune, Epci
    from plugins.paper.agenda_pages import AgendaPaper
    from plugins.paper.pages import Papers


def _no_drawing(url: str) -> Markup:
    return Markup()


def _no_papers(territory: Commune | Epci) -> None:
    return None


def _no_agenda_papers(url: str) -> list[AgendaPaper]:
    return []


@dataclass(frozen=True, slots=True)
class PaperGlobals(TemplateGlobals):
    """Printed forms of the pages."""

    qr: Callable[[str], Markup] = _no_drawing
    """The QR code of the page at an address, as SVG; empty when there is none to draw."""
    papers: Callable[[Commune | Epci], Papers | None] = _no_papers
    """Addresses of the PDF files of a territory, `list` and `poster`; None when there are none."""
    agenda_papers: Callable[[str], list[AgendaPaper]] = _no_agenda_papers
    """The PDF files of the page of the agenda at an address, each with its `url` and `month`."""


SETTINGS = (
    Setting(
        "PAPER_PDF",
        one_of(FLAG, None),
        None,
        "Whether the PDF files are made; `None`: up to 3,000 communes (docs/adr/0012-paper.md).",
        ("paper",),
    ),
)
