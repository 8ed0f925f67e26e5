"""Communes with few records share the page of their EPCI, in other languages and in easy words.

Their French page is for everybody who looks for a commune. Five languages and easy words made each
of them six times more, for a few readers: one page says the same for all communes of an EPCI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Commune, Epci, Gazetteer
from plugins.press.page_set import Page
from plugins.territories.area_pages import EpciPage
from plugins.territories.neighbourhood import Neighbourhood


class SharedPages:
    """Which communes have pages of their own besides the French one, those with `least` records,
    and where the others are told of."""

    def __init__(self, gazetteer: Gazetteer, neighbourhood: Neighbourhood, least: int) -> None:
        self._gazetteer = gazetteer
        self._recorded = neighbourhood.recorded
        self._least = least

    def address(self, commune: Commune) -> str:
        """«/territoires/epci/243100633/#31-auzielle»; empty for a commune with pages of its own:
        one that has records enough, or, on a few islands, no EPCI."""
        if not commune.epci or self._recorded[commune.code] >= self._least:
            return ""
        return f"{self._gazetteer.epcis[commune.epci].url}#{anchor(commune)}"

    def addresses(self) -> dict[str, str]:
        """Those of all communes that share a page, by the address of their French page."""
        found = ((one.url, self.address(one)) for one in self._gazetteer.communes.values())
        return {url: address for url, address in found if address}

    def own(self, pages: Iterable[Page]) -> Iterator[Page]:
        """Of pages of communes, whose keys are codes, those that no other page replaces."""
        communes = self._gazetteer.communes
        return (page for page in pages if not self.address(communes[str(page.key)]))

    def members(self, epci: Epci) -> list[Commune]:
        """The communes that share the page of an EPCI, by name."""
        members = (self._gazetteer.communes[code] for code in epci.communes)
        return sorted((one for one in members if self.address(one)), key=lambda one: one.slug)


def anchor(commune: Commune) -> str:
    """«31-auzielle»: where a commune is on a page that it shares; scripts write it too."""
    return f"{commune.departement}-{commune.slug}"


def with_shared(
    pages: Iterable[Page], shared: SharedPages, communes: Mapping[str, bytes]
) -> Iterator[Page]:
    """Pages of EPCI in other languages: the first says too where the help nearest to each commune
    that shares it is. `communes`: fingerprints of the pages of communes, by code."""
    for page in pages:
        key = page.key
        assert isinstance(key, EpciPage)  # noqa: S101
        if key.paging.number > 1:
            yield page
            continue
        told = b"".join(communes[one.code] for one in shared.members(key.epci))
        yield page._replace(fingerprint=fingerprint_of(page.fingerprint + told))
