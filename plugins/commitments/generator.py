"""Pelican side: the pages of charters, coordinations and documents to the press."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from plugins.commitments.contract import (
    ChartersContext,
    CommitmentGlobals,
    CoordinationsContext,
    DocumentsContext,
)
from plugins.commitments.coordinations import coordinations
from plugins.commitments.documents_cited import TellingRecord, cited_documents
from plugins.commitments.plans import measured_plans, told_figures
from plugins.commitments.signatories import Signatory, signatories, signatory_map
from plugins.commitments.totals import printed_totals
from plugins.common.fingerprint import fingerprint_of
from plugins.common.paging import file_of
from plugins.contracts.shown import TemplateContext
from plugins.french.numbers import number
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.picture.picture import Pictures
from plugins.press.page_set import Page, PageSet
from plugins.press.plugin import PluginGenerator
from plugins.records.model.label import Label
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory, TitledText

if TYPE_CHECKING:
    from plugins.gazetteer import Gazetteer
    from plugins.press.press import Press
    from plugins.quality.measured_axes import MeasuredAxes
    from plugins.records.repository import Repository

CHARTERS, COORDINATIONS, DOCUMENTS = "/charte/", "/ctin/", "/documents/"


class CommitmentsGenerator(PluginGenerator):
    """Gives `commitment_pages` to the templates; hands the pages to the press."""

    FOLDERS = (CHARTERS, COORDINATIONS, DOCUMENTS)

    def generate_context(self) -> None:
        """Say which of the pages exist."""
        press: Press = self.context["press"]
        press.provide(CommitmentGlobals(tuple(self._pages)))

    def generate_output(self, writer: object) -> None:
        """Hand the pages to the press."""
        press: Press = self.context["press"]
        axes: MeasuredAxes = self.context["axes"]
        repository: Repository = self.context["repository"]
        said = [
            repr(record)
            for model in (Territory, Network, Label)
            for record in repository.of(model).values()
        ]
        planned = [axes.fingerprint(id_) for id_, one in self._records.items() if one.plan]
        for url, kind in self._pages.items():
            measured = planned if url == CHARTERS else []
            page = Page(file_of(url), fingerprint_of(url, *said, *measured), url)
            press.add(PageSet(f"engagements : {url}", [page], press.keyed(kind, self._made[url])))

    @cached_property
    def _records(self) -> Mapping[str, Territory]:
        repository: Repository = self.context["repository"]
        return repository.of(Territory)

    @cached_property
    def _networks(self) -> Mapping[str, Network]:
        repository: Repository = self.context["repository"]
        return repository.of(Network)

    @cached_property
    def _pages(self) -> Mapping[str, type[TemplateContext]]:
        """Those that have something to say, by address."""
        records = self._records.values()
        found: dict[str, type[TemplateContext]] = {}
        if any(record.charte for record in records):
            found[CHARTERS] = ChartersContext
        if self._networks or any(record.coordination for record in records):
            found[COORDINATIONS] = CoordinationsContext
        if records:
            found[DOCUMENTS] = DocumentsContext
        return found

    @property
    def _made(self) -> Mapping[str, Callable[[object], TemplateContext]]:
        return {
            CHARTERS: self._charters,
            COORDINATIONS: self._coordinations,
            DOCUMENTS: self._documents,
        }

    def _charters(self, key: object) -> ChartersContext:
        gazetteer: Gazetteer = self.context["gazetteer"]
        axes: MeasuredAxes = self.context["axes"]
        signed = signatories(self._records, gazetteer)
        names: dict[str, list[Signatory]] = {}
        actions: dict[str, TitledText] = {}
        for one in signed:
            names.setdefault(one.charter.intitule, []).append(one)
            for action in one.charter.actions:
                actions.setdefault(action.titre, action)
        records = self._records.values()
        return ChartersContext(
            signed,
            signatory_map(signed, Pictures(gazetteer, Outlines.load()), gazetteer),
            names,
            list(actions.values()),
            measured_plans(records, axes.of, gazetteer),
            told_figures(records, gazetteer),
        )

    def _coordinations(self, key: object) -> CoordinationsContext:
        gazetteer: Gazetteer = self.context["gazetteer"]
        return CoordinationsContext(
            coordinations(self._records, gazetteer),
            list(self._networks.values()),
            list(printed_totals(self._records, gazetteer)),
            number,
        )

    def _documents(self, key: object) -> DocumentsContext:
        told: tuple[TellingRecord, ...] = (
            *self._records.values(),
            *self._networks.values(),
            *self.context["labels"].values(),
        )
        return DocumentsContext(cited_documents(told, self.context["gazetteer"]))
