"""The files of `/papier/`: their addresses, and fingerprints of all that each shows."""

from __future__ import annotations

from typing import NamedTuple

from plugins.gazetteer import Commune, Epci, Gazetteer
from plugins.paper.sheets import Sheet
from plugins.press import Page
from plugins.territories.area_pages import epci_fingerprints
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints, commune_pages, digest

LIST = "liste"
POSTER = "affiche"


class Papers(NamedTuple):
    """Addresses of the files of one territory."""

    list: str
    poster: str


def papers_of(territory: Commune | Epci) -> Papers:
    """Where the files of a commune or of an EPCI are, from the root of the site."""
    return Papers(_url(territory, LIST), _url(territory, POSTER))


def paper_pages(gazetteer: Gazetteer, neighbourhood: Neighbourhood, common: bytes) -> list[Page]:
    """A list and a poster for every covered commune that has a record, and for every EPCI that has
    something to show: a commune without any prints its page, or the sheets of its EPCI.

    They show places that the territory's own page shows, so its fingerprint is theirs. `common`: a
    fingerprint of what all sheets share: code, names of the site.
    """
    fingerprints = Fingerprints(gazetteer, {})
    communes = gazetteer.communes
    found: list[tuple[Commune | Epci, bytes]] = [
        (communes[str(page.key)], page.fingerprint)
        for page in commune_pages(gazetteer, neighbourhood, fingerprints)
        if has_papers(communes[str(page.key)], neighbourhood)
    ]
    found += [
        (epci, fingerprint)
        for epci, fingerprint in epci_fingerprints(gazetteer, neighbourhood, fingerprints)
        if has_papers(epci, neighbourhood)
    ]
    return [
        Page(_url(territory, name)[1:], digest(fingerprint, common), Sheet(name, territory))
        for territory, fingerprint in found
        for name in (LIST, POSTER)
    ]


def has_papers(territory: Commune | Epci, neighbourhood: Neighbourhood) -> bool:
    """Whether there are sheets of its own to print."""
    if isinstance(territory, Epci):
        return any(neighbourhood.count(code) for code in territory.communes)
    code = territory.code
    return code in neighbourhood.recorded and bool(
        neighbourhood.count(code) or neighbourhood.around_of(code)
    )


def _url(territory: Commune | Epci, name: str) -> str:
    """«/papier/31/labege-liste.pdf», «/papier/epci/243100633-affiche.pdf»: a file that is kept
    among others still says what it is."""
    if isinstance(territory, Epci):
        return f"/papier/epci/{territory.siren}-{name}.pdf"
    return f"/papier/{territory.departement}/{territory.slug}-{name}.pdf"
