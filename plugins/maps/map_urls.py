"""Where the files of the maps stand: what templates need to ask for a map."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from plugins.press import Delivery

FOLDER = "cartes"
POINTS, CARDS, OUTLINES = f"{FOLDER}/points", f"{FOLDER}/fiches", f"{FOLDER}/fonds"
WORDS = f"{FOLDER}/mots"
FRANCE = "france"
SHARED = Delivery(is_shared=True)
"""Frames on other sites load these files, from an origin of their own when they are sandboxed."""


class MapAssets(NamedTuple):
    """A kind of map: addresses, separated by spaces, of its classic scripts and style sheets, in
    the order in which they must run."""

    scripts: str
    styles: str


class Maps:
    """Addresses of the maps' files, as templates ask for them (global `maps`).

    `root`: path under which the site lies («/aide», or nothing); `asset`: address of a file of the
    theme; `files`: for each kind of map, its scripts and style sheets in the theme, then the path
    of the script that folium renders; `departements`: codes of those that have files.
    """

    def __init__(
        self,
        root: str,
        asset: Callable[[str], str],
        kinds: Mapping[str, tuple[Sequence[str], Sequence[str], str]],
        departements: Collection[str],
    ) -> None:
        self.root = root
        self._departements = frozenset(departements)
        self._kinds = {
            name: MapAssets(
                " ".join([*(f"{root}{asset(file)}" for file in scripts), f"{root}/{script}"]),
                " ".join(f"{root}{asset(file)}" for file in styles),
            )
            for name, (scripts, styles, script) in kinds.items()
        }

    def kind(self, name: str) -> MapAssets:
        """What to load for a map of that kind: «territoire» or «france»; KeyError otherwise."""
        return self._kinds[name]

    def points(self, departements: Iterable[str]) -> str:
        """Addresses of the points of some départements, separated by spaces, each once."""
        return self._list(POINTS, departements)

    def outlines(self, departements: Iterable[str] = ()) -> str:
        """Addresses of the outlines of some départements, or of all of France."""
        return self._list(OUTLINES, departements) or f"{self.root}/{OUTLINES}/{FRANCE}.json"

    @property
    def france(self) -> str:
        """Address of the points of the whole directory."""
        return f"{self.root}/{POINTS}/{FRANCE}.json"

    @property
    def cards(self) -> str:
        """Folder of the cards; «31.json» follows."""
        return f"{self.root}/{CARDS}/"

    def words(self, language: str) -> str:
        """Address of the frame of an open map, in a language."""
        return f"{self.root}/{WORDS}/{language}.json"

    def _list(self, folder: str, departements: Iterable[str]) -> str:
        codes = sorted(set(departements) & self._departements)
        return " ".join(f"{self.root}/{folder}/{code}.json" for code in codes)
