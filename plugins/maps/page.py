"""The page of the whole directory, `/cartes/`: the same as text, then the map."""

from __future__ import annotations

from collections.abc import Callable

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Departement, Gazetteer
from plugins.maps.contract import NationalMapContext
from plugins.maps.geometry.projection import Bounds
from plugins.maps.map_urls import FOLDER, SHARED
from plugins.maps.picture.picture import Pictures
from plugins.press import Page, PageSet
from plugins.records.entry import Places

_MAINLAND = Bounds(41.0, -6.0, 52.0, 10.0)


def country_page_set(
    places: Places,
    gazetteer: Gazetteer,
    pictures: Pictures,
    show: Callable[[NationalMapContext], str],
) -> PageSet:
    """One page: départements with their number of open places, and a picture of them all."""
    entries = [entry for entry in places.entries if not entry.is_closed]
    departements = [
        (gazetteer.all_departements[code], sum(not entry.is_closed for entry in entries))
        for code, entries in places.by_departement.items()
    ]
    points = [(entry.latitude, entry.longitude) for entry in entries]
    fingerprint = fingerprint_of(repr((departements, points)))

    def render(_: object) -> str:
        known = [departement for departement, _ in departements]
        view = first_view(known)
        picture = pictures.country(view, known, entries) if view else None
        return show(NationalMapContext(departements, view, picture))

    return PageSet(
        "cartes", [Page(f"{FOLDER}/index.html", fingerprint, None)], render, delivery=SHARED
    )


def first_view(departements: list[Departement]) -> Bounds | None:
    """The box that shows them all; where some are in mainland France, it shows those: with the
    others it would be the whole world. None when no position is known."""
    boxes = [Bounds(*found.bounds) for found in departements if found.bounds]
    mainland = [box for box in boxes if box.meets(_MAINLAND)]
    return Bounds.union(mainland or boxes) if boxes else None
