"""Pelican side: the neighbourhood of every commune into the context, its pages to the press."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.common.errors import BuildError, stop
from plugins.i18n.languages import SOURCE_LANGUAGE
from plugins.press.page_set import PageSet
from plugins.press.plugin import PluginGenerator
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory
from plugins.territories import area_pages, pages
from plugins.territories.area_views import AreaViews
from plugins.territories.contract import (
    CommuneContext,
    CommuneListContext,
    CommunePlacesContext,
    CoordinationContext,
    DepartementContext,
    EpciContext,
    NetworkContext,
    OutsideContext,
    TerritoriesContext,
)
from plugins.territories.limits import Limits, reach_of
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.others.across import Across
from plugins.territories.others.kept_file import OtherDirectory, read_kept
from plugins.territories.pages import ABROAD, EASY
from plugins.territories.records import territory_records
from plugins.territories.shared_pages import SharedPages, with_shared
from plugins.territories.views import Views

if TYPE_CHECKING:
    from plugins.press.press import Press


class Territories(NamedTuple):
    """What this plugin adds to the context.

    `neighbourhood`: places in and around every covered commune; `records`: what territories say of
    themselves, by id («epci/243100633»); `networks`: of actors, by slug; `limits`: where the
    directory ends; `by_need`: where to go for a need that nobody near states; `abroad`, `easy`:
    communes that share the page of their EPCI; `others`: directories of others, as they were named.
    """

    neighbourhood: Neighbourhood
    records: Mapping[str, Territory]
    networks: Mapping[str, Network]
    limits: Limits
    by_need: NearestByNeed
    abroad: SharedPages
    easy: SharedPages
    others: Sequence[OtherDirectory]


class TerritoriesGenerator(PluginGenerator):
    """Adds `territories` to the context; hands the territories' pages to the press."""

    FOLDERS = ("/territoires/",)

    def generate_context(self) -> None:
        """Find the places around every commune; keep what territories say of themselves."""
        press: Press = self.context["press"]
        records = territory_records(self.context["repository"])
        self._records = records
        kept = Path(self.settings["OTHERS_DIR"])
        try:
            others, wrong = read_kept(kept, self.settings["OTHER_DIRECTORIES"])
        except BuildError as error:
            stop([str(error)])
        press.remark(wrong)
        self._across = Across(others)
        neighbourhood = Neighbourhood(
            self.context["gazetteer"],
            self.context["places"].entries,
            Path(self.settings["PLACES_CACHE"]) / "around",
            press.program,
        )
        self.context["territories"] = Territories(
            neighbourhood,
            records.territories,
            records.networks,
            Limits(self.context["gazetteer"]),
            NearestByNeed(self.context["gazetteer"], neighbourhood),
            SharedPages(self.context["gazetteer"], neighbourhood, ABROAD),
            SharedPages(self.context["gazetteer"], neighbourhood, EASY),
            others,
        )
        if len(press.languages) > 1:
            press.share(self.context["territories"].abroad.addresses())

    def _print_across(self, code: str) -> bytes:
        """What changes with the help of other directories on the page of a commune."""
        if not self._across.has_any:
            return b""
        commune = self.context["gazetteer"].communes[code]
        around = self.context["territories"].neighbourhood.nearest(code)
        return self._across.fingerprint(commune, reach_of(around))

    def generate_output(self, writer: object) -> None:
        """Hand the pages to the press."""
        press: Press = self.context["press"]
        gazetteer, labels = self.context["gazetteer"], self.context["labels"]
        places, records = self.context["places"], self._records
        territories: Territories = self.context["territories"]
        neighbourhood, by_need = territories.neighbourhood, territories.by_need
        index = self.context["commune_index"]
        shared = territories.abroad
        across = self._across
        views = Views(
            *(gazetteer, neighbourhood, by_need, places, records, territories.limits, index, across)
        )
        areas = AreaViews(gazetteer, neighbourhood, places, labels, records, index)
        common = pages.Fingerprints(
            gazetteer,
            records.fingerprints,
            self.context["upcoming"].fingerprint_of_commune,
            self.context["upcoming"].fingerprint_of_territory,
        )
        label_fingerprints = {slug: repr(label).encode() for slug, label in labels.items()}
        known = (gazetteer, neighbourhood, common)
        communes = [
            page._replace(fingerprint=page.fingerprint + self._print_across(str(page.key)))
            for page in pages.commune_pages(*known, by_need)
        ]
        told = {str(page.key): page.fingerprint for page in communes}
        for name, kind, made, find in (
            ("communes", CommuneContext, communes, views.commune),
            ("communes : listes", CommunePlacesContext, pages.list_pages(*known), views.full_list),
            ("epci", EpciContext, area_pages.epci_pages(*known, index), areas.epci),
            (
                "départements",
                DepartementContext,
                area_pages.departement_pages(*known, index, label_fingerprints),
                areas.departement,
            ),
            (
                "départements : communes",
                CommuneListContext,
                area_pages.commune_list_pages(*known),
                areas.commune_list,
            ),
            (
                "territoires : coordination",
                CoordinationContext,
                area_pages.coordination_pages(gazetteer, common),
                areas.coordination,
            ),
            (
                "réseaux",
                NetworkContext,
                pages.network_pages(records.networks, records.network_fingerprints, places, common),
                views.network,
            ),
            (
                "territoires : ailleurs",
                OutsideContext,
                pages.outside_pages(views.outside, common),
                views.outside_page,
            ),
            (
                "territoires",
                TerritoriesContext,
                [pages.index_page(*known, views.outside, index)],
                views.index,
            ),
        ):
            kept = list(made)
            press.add(PageSet(name, kept, press.keyed(kind, find)))
            foreign = [one for one in press.languages_of(kind) if one != SOURCE_LANGUAGE]
            if foreign and kind is CommuneContext:
                kept = list(shared.own(kept))
            elif foreign and kind is EpciContext:
                kept = list(with_shared(kept, shared, told))
            for language in foreign:
                press.add(PageSet(name, kept, press.keyed(kind, find, language)), language)
