"""Pelican side: workshops, rounds and their occurrences into the context."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican
from pelican.generators import Generator

from plugins.agenda.agenda import Agenda
from plugins.agenda.reading import read_all
from plugins.places.checks import Context
from plugins.places.generator import say
from plugins.press.errors import stop

if TYPE_CHECKING:
    from plugins.press.press import Press

DAYS = 400
"""A year and a month: whatever the season, its last session is known."""
NEAR_KM = 20


def set_defaults(pelican: Pelican) -> None:
    """Give the settings that this plugin reads their default values."""
    pelican.settings.setdefault("AGENDA_DAYS", DAYS)
    pelican.settings.setdefault("AGENDA_NEAR_KM", NEAR_KM)


def get_generators(pelican: Pelican) -> type[AgendaGenerator]:
    """Name the generator to Pelican."""
    return AgendaGenerator


class AgendaGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Adds `agenda` to the context."""

    def generate_context(self) -> None:
        """Read the records that changed; stop with every fault of every record."""
        press: Press = self.context["press"]
        places_dir = Path(self.settings["PLACES_DIR"])
        gazetteer, entries = self.context["gazetteer"], self.context["places"].by_id
        today, days = press.site.date, self.settings["AGENDA_DAYS"]
        try:
            reading = read_all(
                places_dir,
                Path(self.settings["PLACES_CACHE"]),
                press.code,
                Context(gazetteer, today),
                self.context["labels"],
                entries,
                days,
            )
        except OSError as error:
            stop([f"Impossible de lire les fiches dans « {places_dir} » : {error.strerror}."])
        say(reading.problems, places_dir)
        self.context["agenda"] = Agenda(
            reading.records,
            entries,
            gazetteer,
            today - timedelta(days=1),
            today + timedelta(days=days),
            self.settings["AGENDA_NEAR_KM"],
        )
