"""The files of `/integrer/`: their addresses, and fingerprints of all that each frame shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from plugins.common.paging import file_of
from plugins.gazetteer import AnyTerritory, Gazetteer
from plugins.press import Page
from plugins.territories.area_pages import departement_fingerprints, epci_fingerprints
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.pages import Fingerprints, commune_pages, digest

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
    """A frame for every covered EPCI and département, and for every commune with a record.

    It shows places that the territory's own page shows, and names of labels, of which `labels` is
    a fingerprint; what the territory says of itself stays on its page.
    """
    fingerprints = Fingerprints(gazetteer, {})
    known = (gazetteer, neighbourhood, fingerprints)
    found: list[tuple[Frame, bytes]] = [
        (Frame("commune", str(page.key)), page.fingerprint)
        for page in commune_pages(*known)
        if page.key in neighbourhood.recorded
    ]
    found += [(Frame("epci", epci.siren), shown) for epci, shown in epci_fingerprints(*known)]
    found += [
        (Frame("departement", departement.code), shown)
        for departement, shown in departement_fingerprints(*known)
    ]
    for frame, shown in found:
        path = file_of(frame_url(territory_of(frame, gazetteer)))
        yield Page(path, digest(shown, labels), frame)
