"""A plugin for sites that tests look at: it prints the sheets of a few territories only.

Typst takes nine tenths of a whole build. Pages stay what they are, with their links to all sheets.
`PAPERS_PRINTED`: beginnings of the addresses of what is printed, beside the few of the agenda.
`PAPERS_NAMED`: the file that gets the addresses of all that a build would print.
"""

from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.gazetteer import Gazetteer
from plugins.press.page_set import PageSet

SICOVAL, TOULOUSE_METROPOLE = "243100633", "243100518"
ALSO = (f"epci/{TOULOUSE_METROPOLE}", "31/toulouse", "17/la-rochelle")
"""The longest list, the commune with the most places, one that is far away."""


def beginnings() -> tuple[str, ...]:
    """An EPCI with Labège and one in four of its communes, and a few of each kind."""
    gazetteer = Gazetteer.load(["31"])
    communes = sorted(gazetteer.communes[code].slug for code in gazetteer.epcis[SICOVAL].communes)
    own = [f"31/{slug}" for slug in sorted({"labege", *communes[::4]})]
    return tuple(f"papier/{name}-" for name in (f"epci/{SICOVAL}", *own, *ALSO))


def keep_few(pelican: Pelican) -> None:
    """Let the press take the sheets of few territories."""
    press, settings = pelican.settings["press"], pelican.settings
    add = press.add

    def add_few(page_set: PageSet, *language: Any) -> None:
        if page_set.name == "papier":
            names = [page.path for page in page_set.pages]
            Path(settings["PAPERS_NAMED"]).write_text("\n".join(names), "utf-8")
            few = tuple(settings["PAPERS_PRINTED"])
            pages = [page for page in page_set.pages if page.path.startswith(few)]
            assert 0 < len(pages) < len(names)
            page_set = page_set._replace(pages=pages)
        add(page_set, *language)

    press.add = add_few


def register() -> None:
    """Connect to Pelican's signals, after the press."""
    signals.initialized.connect(keep_few)
