"""The files of `/integrer/`: their addresses, and fingerprints of all that each frame shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from plugins.common.paging import file_of
from plugins.gazetteer import AnyTerritory, Gazetteer
from plugins.press import Page
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import (
    Fingerprints,
    commune_pages,
    departement_pages,
    digest,
    epci_pages,
)

FOLDER = "/integrer/"
FrameKind = Literal["commune", "epci", "departement"]


class Frame(NamedTuple):
    """The frame of one territory; what the press gives back to render it."""

    kind: FrameKind
    code: str


def frame_url(territory: AnyTerritory) -> str:
    """«/territoires/31/labege/» → «/integrer/31/labege/»: people may write it by hand."""
    return territory.url.replace("/territoires/", FOLDER, 1)


def territory_of(frame: Frame, gazetteer: Gazetteer) -> AnyTerritory:
    """The covered territory that a frame shows."""
    if frame.kind == "commune":
        return gazetteer.communes[frame.code]
    if frame.kind == "epci":
        return gazetteer.epcis[frame.code]
    return gazetteer.departements[frame.code]


def frame_pages(
    gazetteer: Gazetteer, neighbourhood: Neighbourhood, labels: bytes
) -> Iterator[Page]:
    """A frame for every covered commune, EPCI and département.

    It shows places that the territory's own page shows, and names of labels, of which `labels` is
    a fingerprint; what the territory says of itself stays on its page.
    """
    fingerprints = Fingerprints(gazetteer, {})
    known = (gazetteer, neighbourhood, fingerprints)
    found: tuple[tuple[FrameKind, Iterator[Page]], ...] = (
        ("commune", commune_pages(*known)),
        ("epci", epci_pages(*known)),
        ("departement", departement_pages(*known, {})),
    )
    for kind, pages in found:
        for page in pages:
            frame = Frame(kind, str(page.key))
            path = file_of(frame_url(territory_of(frame, gazetteer)))
            yield Page(path, digest(page.fingerprint, labels), frame)
