"""The parts of a picture, drawn one over the other in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import log10

from markupsafe import Markup, escape

from plugins.gazetteer import Commune
from plugins.maps import picture_paths as paths
from plugins.maps.outlines import Outlines, Rings, Sheet
from plugins.maps.picture_frame import Spot
from plugins.maps.picture_names import DISC, Name, Room
from plugins.maps.projection import Frame

WIDTH, HEIGHT = 640, 480
"""Units of every picture."""

_DOT = 7
"""Radius of the dot of a place or a town, in units."""
_ROUND_METRES = (500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
_LONGEST = 150
"""A scale bar is at most so long, in units."""


class Drawing:
    """Collects the parts of one picture. Colours and sizes of text are in picture.css."""

    def __init__(self, frame: Frame, outlines: Outlines) -> None:
        self.frame = frame
        self._outlines = outlines
        self._room = Room(frame)
        self._parts: list[str] = []
        self._departements = outlines.near(frame.bounds)
        self._locals = {
            code: sheet for code in self._departements if (sheet := outlines.local(code))
        }

    def body(self) -> Markup:
        """All parts, as the inside of an `<svg>`."""
        return Markup("".join(self._parts))  # noqa: S704 (names are escaped, the rest is ours)

    def _path(self, kind: str, path: str) -> None:
        if path:
            self._parts.append(f'<path class="{kind}" d="{path}"/>')

    def ground(self) -> None:
        """The land, then the borders of départements."""
        national = self._outlines.national
        near = national.near(self.frame.bounds)
        if self._is_inland(near):
            self._path("land", f"M0 0h{self.frame.width}v{self.frame.height}H0z")
        else:
            for code in self._departements:
                for sheet in (national, self._locals.get(code)):
                    rings = sheet.rings("departements", code) if sheet else None
                    self._path("land", paths.area(rings or (), self.frame))
        owners = national.owners
        between = [n for n in near if len(owners[n]) > 1 and not self._locals.keys() & owners[n]]
        path = self._lines(national, between)
        for code, sheet in self._locals.items():
            path += self._lines(sheet, sheet.references("departements", code))
        self._path("edge", path)

    def _is_inland(self, near: Iterable[int]) -> bool:
        """No coast and no frontier is to be seen."""
        national, box = self._outlines.national, self.frame.bounds
        outer = (index for index in near if len(national.owners[index]) == 1)
        return not any(national.arcs[index].bounds.meets(box) for index in outer)

    def borders(self, kind: str) -> None:
        """Between the communes or the EPCI of départements whose outlines we have."""
        path = ""
        for code, sheet in self._locals.items():
            edge = sheet.references("departements", code)
            seen = sheet.borders(kind).intersection(sheet.near(self.frame.bounds))
            path += self._lines(sheet, seen - edge)
        self._path("mesh", path)

    def _lines(self, sheet: Sheet, indexes: Iterable[int]) -> str:
        box = self.frame.bounds
        return "".join(
            paths.lines(paths.project(arc.points, self.frame), self.frame)
            for arc in (sheet.arcs[index] for index in sorted(indexes))
            if arc.bounds.meets(box)
        )

    def highlight(self, outline: Rings) -> None:
        """The territory of the page."""
        self._path("own", paths.area(outline, self.frame))

    def numbers(self, spots: Iterable[Spot]) -> dict[str, int]:
        """Discs with a number for the places in the frame, in their order; a disc without room
        stands aside, with a line to its place."""
        numbers: dict[str, int] = {}
        leads, discs = "", ""
        for spot in spots:
            if spot.longitude is None or spot.latitude is None:
                continue
            at = self.frame.place(spot.longitude, spot.latitude)
            if not self.frame.holds(*at):
                continue
            stands = self._room.number(at)
            if stands is None:
                continue
            number = numbers[spot.id] = len(numbers) + 1
            x, y = stands
            if stands != at:
                leads += f"M{at[0]} {at[1]}h0L{x} {y}"
            discs += f'<circle cx="{x}" cy="{y}" r="{DISC}"/>'
            discs += f'<text x="{x}" y="{y + 9}">{number}</text>'
        self._path("lead", leads)
        if discs:
            self._parts.append(f'<g class="pin">{discs}</g>')
        return numbers

    def dots(self, points: Iterable[tuple[float, float]]) -> int:
        """A dot for each point (longitude, latitude) in the frame, one for those at the same spot;
        how many points these are."""
        places = [self.frame.place(*point) for point in points]
        shown = [place for place in places if self.frame.holds(*place)]
        self._path("dot", paths.dots(sorted(set(shown))))
        return len(shown)

    def names(self, communes: Sequence[Commune], most: int, own: str = "") -> None:
        """Names of communes, the first that find room; a town without outline gets a mark."""
        towns: list[paths.Place] = []
        texts = ""
        count = 0
        for commune in communes:
            if count == most or commune.longitude is None or commune.latitude is None:
                continue
            at = self.frame.place(commune.longitude, commune.latitude)
            if not self.frame.holds(*at):
                continue
            marked = self._outlines.commune(commune.code) is None
            name = self._room.name(commune.nom, at, beside=_DOT + 3 if marked else 0)
            if name is None:
                continue
            if marked:
                towns.append(at)
            texts += _text(name, "here" if commune.code == own else "")
            count += 1
        self._path("town", paths.dots(towns))
        if texts:
            self._parts.append(f'<g class="names" lang="fr">{texts}</g>')

    def scale(self) -> None:
        """A bar at the foot that says how far things are; to be drawn before names and numbers."""
        per_metre = self.frame.units_per_km / 1000
        metres = max((m for m in _ROUND_METRES if m * per_metre <= _LONGEST), default=500)
        long = round(metres * per_metre)
        words = f"{metres // 1000} km" if metres >= 1000 else f"{metres} m"
        y = self.frame.height - 14
        self._room.take(4, y - 24, long + 110, y + 10)
        self._parts.append(
            f'<g class="scale"><path d="M14 {y - 8}v8h{long}v-8"/>'
            f'<text x="{24 + long}" y="{y + 4}">{words}</text></g>'
        )


def _text(name: Name, kind: str) -> str:
    marked = f' class="{kind}"' if kind else ""
    first = escape(name.lines[0])
    rest = "".join(f'<tspan x="{name.x}" dy="30">{escape(line)}</tspan>' for line in name.lines[1:])
    return f'<text{marked} x="{name.x}" y="{name.y}">{first}{rest}</text>'
