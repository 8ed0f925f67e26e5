"""The files that maps load, for the press: points, cards, outlines, scripts, a background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from plugins.common.fingerprint import fingerprint_of
from plugins.gazetteer import Gazetteer
from plugins.maps.backgrounds import Background, VectorTiles
from plugins.maps.cards import cards
from plugins.maps.geometry.outlines import Outlines
from plugins.maps.geometry.shapes import departement_shapes, national_shapes
from plugins.maps.map_kinds import MapKind
from plugins.maps.map_urls import CARDS, FRANCE, OUTLINES, POINTS, SHARED
from plugins.maps.points import departement_points, national_points, on_map
from plugins.press import Page, PageSet
from plugins.records.entry import Entry, Places

if TYPE_CHECKING:
    from collections.abc import Callable

    from plugins.maps.contract import MapCardContext


class MapFiles:
    """Files by département, and of the whole country.

    Every département that is covered has its files, be they empty: whether a page asks for one must
    not depend on places that the page does not show. `program`: fingerprint of our code,
    `root`: path under which the site lies.
    """

    def __init__(self, places: Places, gazetteer: Gazetteer, program: str, root: str) -> None:
        self._places = places
        self._gazetteer = gazetteer
        self._program = program.encode()
        self._root = root
        self.departements = sorted({*gazetteer.departements, *places.by_departement})

    @cached_property
    def on_map(self) -> Mapping[str, Sequence[Entry]]:
        """What the map of each département shows."""
        by_departement = self._places.by_departement
        return {code: on_map(by_departement.get(code, ())) for code in self.departements}

    def points(self) -> PageSet:
        """Places of each département, then those of the whole directory."""

        def render(key: object) -> str:
            if key == FRANCE:
                return national_points(self.on_map, self._gazetteer)
            code = cast("str", key)
            return departement_points(code, self.on_map[code], self._places, self._gazetteer)

        fingerprints = {code: self._fingerprint(code) for code in self.departements}
        fingerprints[FRANCE] = b"".join(fingerprints.values())
        return self._page_set("cartes : points", POINTS, fingerprints, render, is_apart=True)

    def cards(self, show: Callable[[MapCardContext], str]) -> PageSet:
        """The cards of each département's places."""

        def render(key: object) -> str:
            return cards(self.on_map[cast("str", key)], self._places, show, self._root)

        fingerprints = {code: _join(self.on_map[code]) for code in self.departements}
        return self._page_set("cartes : fiches", CARDS, fingerprints, render)

    def shapes(self, outlines: Outlines) -> PageSet:
        """Outlines of each département, then those of all."""

        def render(key: object) -> str:
            if key == FRANCE:
                return national_shapes(outlines, self._gazetteer)
            return departement_shapes(cast("str", key), outlines, self._gazetteer)

        fingerprints = dict.fromkeys([*self.departements, FRANCE], b"")
        return self._page_set("cartes : fonds", OUTLINES, fingerprints, render, is_apart=True)

    def _fingerprint(self, code: str) -> bytes:
        table = self._gazetteer.fingerprint(code)
        return fingerprint_of(table, *(entry.stated for entry in self.on_map[code]))

    def _page_set(
        self,
        name: str,
        folder: str,
        fingerprints: Mapping[str, bytes],
        render: Callable[[object], str],
        *,
        is_apart: bool = False,
    ) -> PageSet:
        pages = [
            Page(f"{folder}/{key}.json", fingerprint_of(self._program + fingerprint), key)
            for key, fingerprint in fingerprints.items()
        ]
        return PageSet(name, pages, render, is_apart, SHARED)


def script_page_set(paths: Mapping[str, MapKind], background: Background, root: str) -> PageSet:
    """The scripts that folium renders, by path; the paths say all that they are made of."""

    def render(key: object) -> str:
        from plugins.maps.map import DirectoryMap  # takes half a second: only when one is made

        return DirectoryMap(cast("MapKind", key), background, root).script()

    pages = [Page(path, b"script", kind) for path, kind in paths.items()]
    return PageSet("cartes : scripts", pages, render, is_apart=True, delivery=SHARED)


def background_page_set(background: VectorTiles) -> PageSet:
    """The file of vector tiles, as it is."""
    page = Page(background.address, b"background", None)
    return PageSet(
        "cartes : fond",
        [page],
        lambda _: background.path.read_bytes(),
        is_apart=True,
        delivery=SHARED,
    )


def _join(entries: Sequence[Entry]) -> bytes:
    return b"".join(entry.fingerprint for entry in entries)
