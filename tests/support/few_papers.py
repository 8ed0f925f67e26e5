"""A plugin of the site that tests look at: it prints the sheets of a few territories only.

Typst takes nine tenths of a whole build. Pages stay what they are, with their links to all sheets;
the addresses of all those that a build would print are written to the file `PAPERS_NAMED`.
"""

from pathlib import Path
from typing import Any

from pelican import Pelican, signals

from plugins.gazetteer import Gazetteer
from plugins.press.page_set import PageSet

SICOVAL, TOULOUSE_METROPOLE = "243100633", "243100518"
ALSO = (f"epci/{TOULOUSE_METROPOLE}", "31/toulouse", "17/la-rochelle")
"""The longest list, the commune with the most places, one that is far away."""


def printed(gazetteer: Gazetteer) -> tuple[str, ...]:
    """Beginnings of the addresses of what is printed: one EPCI whole, and a few of each kind."""
    communes = (gazetteer.communes[code] for code in gazetteer.epcis[SICOVAL].communes)
    own = [f"{commune.departement}/{commune.slug}" for commune in communes]
    return tuple(f"papier/{name}-" for name in (f"epci/{SICOVAL}", *own, *ALSO))


def keep_few(pelican: Pelican) -> None:
    """Let the press take the sheets of few territories; those of the agenda are few anyway."""
    press, settings = pelican.settings["press"], pelican.settings
    add = press.add

    def add_few(page_set: PageSet, *language: Any) -> None:
        if page_set.name == "papier":
            names = "\n".join(page.path for page in page_set.pages)
            Path(settings["PAPERS_NAMED"]).write_text(names, "utf-8")
            few = printed(Gazetteer.load(["17", "31"]))
            pages = [page for page in page_set.pages if page.path.startswith(few)]
            page_set = page_set._replace(pages=pages)
        add(page_set, *language)

    press.add = add_few


def register() -> None:
    """Connect to Pelican's signals, after the press."""
    signals.initialized.connect(keep_few)
