"""Pelican side: records into the context, pages to the press."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.common.diagnostic import Diagnostic, has_errors, report
from plugins.common.errors import stop
from plugins.french.numbers import counted
from plugins.gazetteer import Gazetteer
from plugins.gazetteer.areas_covered import AreasCovered
from plugins.hours import Evaluator
from plugins.i18n.languages import SOURCE_LANGUAGE
from plugins.places.contract import (
    LabelContext,
    LabelsContext,
    PlaceContext,
    PlaceGlobals,
    PlaceListContext,
)
from plugins.places.labels_here import labels_here
from plugins.places.listed_sources import listed_sources
from plugins.places.pages import PlacePages
from plugins.places.vcard import contact_link
from plugins.press.plugin import PluginGenerator
from plugins.records.entry import sources_in
from plugins.records.memory.vanished import left_before
from plugins.records.model.label import Label
from plugins.records.model.route import Route
from plugins.records.model.territory import Territory
from plugins.records.model.workshop import Workshop
from plugins.records.repository import Repository, read_repository
from plugins.records.turns.turned import holiday_marks, on_day
from plugins.vocabulary.needs import NEEDS

if TYPE_CHECKING:
    from plugins.press.press import Press

_MOST_WARNINGS = 20


class PlacesGenerator(PluginGenerator):
    """Adds `places`, `labels` and `needs` to the context; hands the places' pages to the press."""

    FOLDERS = ("/lieux/", "/labels/")

    def generate_context(self) -> None:
        """Read the records that changed; stop with every fault of every record."""
        press: Press = self.context["press"]
        places_dir = Path(self.settings["PLACES_DIR"])
        try:
            repository = read_repository(
                places_dir,
                self.context["gazetteer"],
                press.site.date,
                cache_dir=Path(self.settings["PLACES_CACHE"]),
                program=press.program,
                workers=self.settings["PRESS_WORKERS"],
            )
        except OSError as error:
            stop([f"Impossible de lire les fiches dans « {places_dir} » : {error.strerror}."])
        press.remark(remarks_of(repository.diagnostics, places_dir, press.faults))
        repository = on_day(repository, press.program)
        covered: Gazetteer = self.context["gazetteer"]
        gazetteer = self.context["gazetteer"] = covered.also_covering(communes_of(repository))
        if (more := len(gazetteer.communes) - len(covered.communes)) and covered.communes:
            said = counted(more, "commune")
            press.remark([f"TERRITORIES_COVERED : {said} de plus, qui ont des fiches."])
        self.context["repository"] = repository
        self.context["places"] = repository.places
        self.context["labels"] = labels_here(repository, gazetteer)
        self.context["needs"] = NEEDS
        self._fingerprints: list[Callable[[str], bytes]] = [holiday_marks(repository)]
        self.context["place_fingerprints"] = self._fingerprints
        cited = [
            *(entry.sources for entry in repository.places.entries),
            *(sources_in(workshop.source) for workshop in repository.of(Workshop).values()),
            *(sources_in(route.source) for route in repository.of(Route).values()),
        ]
        evaluator = Evaluator.of(press.site.date)
        # Any page may say hours, and a date without its year.
        press.depend_on(f"{evaluator.start} {press.site.date.year}")
        areas = AreasCovered.of(gazetteer)
        press.depend_on(repr(areas))
        press.provide(
            PlaceGlobals(
                evaluator.code,
                lambda: listed_sources(cited),
                lambda place: contact_link(place, press.site.url),
                areas,
            )
        )

    def generate_output(self, writer: object) -> None:
        """Hand the pages to the press."""
        press: Press = self.context["press"]
        repository: Repository = self.context["repository"]
        pages = PlacePages(
            repository.places,
            self.context["labels"],
            repository.fingerprints(Label),
            self.context["gazetteer"],
            self._fingerprints,
            left_before(
                Path(self.settings["PLACES_DIR"]),
                repository.places,
                press.site.date,
                self.settings["PLACES_LEFT_DAYS"],
            ),
            repository.of(Territory).values(),
        )
        for language in press.languages_of(PlaceContext):
            show = press.renderer(PlaceContext, language)
            is_source = language == SOURCE_LANGUAGE
            press.add(pages.place_pages(show, is_source=is_source), language)
            press.add(pages.lists(press.renderer(PlaceListContext, language)), language)
            show_label = press.renderer(LabelContext, language)
            show_labels = press.renderer(LabelsContext, language)
            press.add(pages.label_pages(show_label, show_labels), language)


def communes_of(repository: Repository) -> Iterator[str]:
    """INSEE codes of the communes where there is a place, a workshop or a stop."""
    for entry in repository.places.entries:
        yield entry.code_insee
    for record in (*repository.of(Workshop).values(), *repository.of(Route).values()):
        yield from (stop.code_insee for stop in record.stops.values() if stop.code_insee)


def remarks_of(
    diagnostics: list[Diagnostic], places_dir: Path, faults: Sequence[str] = ()
) -> list[str]:
    """The diagnostics of records, in lines; print them and leave when one is an error, or with
    `faults` of pages of prose."""
    root = places_dir.name
    if faults or has_errors(diagnostics):
        errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
        lines = [*report(errors, root), *faults]
        files = len({line.partition(":")[0] for line in lines})
        told = f"{len(errors) + len(faults)} faute(s) dans {files} fichier(s)."
        stop([*lines, f"{told} Le site publié n'a pas changé."])
    lines = list(report(diagnostics, root))
    rest = len(lines) - _MOST_WARNINGS
    more = [f"et {rest} autres remarques : « annuaire check » les montre."] if rest > 0 else []
    return lines[:_MOST_WARNINGS] + more
