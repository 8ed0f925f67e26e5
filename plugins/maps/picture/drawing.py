"""The parts of a picture, drawn one over the other in a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from statistics import median

from markupsafe import Markup, escape

from plugins.gazetteer import Commune
from plugins.i18n.typography import FRENCH_SIGNS
from plugins.maps.geometry.outlines import OutlineFile, Outlines, Rings
from plugins.maps.geometry.projection import Viewport
from plugins.maps.picture import svg_paths as paths
from plugins.maps.picture.extent import PlottedPlace
from plugins.maps.picture.place_names import DISC, KEPT, PlacedName, Room

WIDTH = 640
"""Units across every picture."""

_MARK = 8
"""Room around the ring of a town, in units."""
_OWN_SHARE = 0.33
"""Of the plausible radius of a commune (which reaches to its eighth neighbour), what is its own."""
_WIDEST = 280
"""A disc around a town is at most so wide, in units."""
_SQUARE = f'<rect x="-{DISC}" y="-{DISC}" width="{2 * DISC}" height="{2 * DISC}"/>'
_ROUND_METRES = (500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
_LONGEST = 150
"""A scale bar is at most so long, in units."""


class Drawing:
    """Collects the parts of one picture. Colours and sizes of text are in picture.css.

    `own`: code of the département that the picture is of, drawn by `highlight` alone. `is_coarse`:
    of a whole country, where the outlines of single départements would be too fine.
    """

    def __init__(
        self, frame: Viewport, outlines: Outlines, own: str = "", *, is_coarse: bool = False
    ) -> None:
        self.frame = frame
        self._outlines = outlines
        self._room = Room(frame)
        self._parts: list[str] = []
        self._own = own
        self._departements = outlines.near(frame.bounds)
        self._locals = {
            code: sheet
            for code in self._departements
            if not is_coarse and (sheet := outlines.local(code))
        }
        self._near = {
            code: frozenset(sheet.near(frame.bounds)) for code, sheet in self._locals.items()
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
        near = set(national.near(self.frame.bounds))
        if near.isdisjoint(national.outer):  # no coast and no frontier is to be seen
            self._path("land", f"M0 0h{self.frame.width}v{self.frame.height}H0z")
        else:
            for code in self._others():
                for sheet in (national, self._locals.get(code)):
                    rings = sheet.cut_rings("departements", code) if sheet else ()
                    land = [paths.near(ring, self.frame) for ring in rings]
                    self._path("land", paths.area(land, self.frame))
        finer = {self._own, *self._locals}
        owners = national.owners
        between = [n for n in sorted(near - national.outer) if finer.isdisjoint(owners[n])]
        cut = [paths.near(national.cut_arc(index), self.frame) for index in between]
        path = "".join(paths.lines(points, self.frame) for points in cut)
        for code in self._others():
            if sheet := self._locals.get(code):
                edge = sheet.references("departements", code) & self._near[code]
                path += self._lines(sheet, edge)
        self._path("edge", path)

    def _others(self) -> list[str]:
        return [code for code in self._departements if code != self._own]

    def borders(self, kind: str, own: str = "") -> None:
        """Between the communes or the EPCI of départements whose outlines we have; those of the
        area `own` are left to `highlight`."""
        path = ""
        for code, sheet in self._locals.items():
            if self._own and code != self._own:
                continue
            inner = sheet.borders(kind) & self._near[code]
            inner -= sheet.references("departements", code)
            inner -= sheet.references("communes", own) | sheet.references("epci", own)
            path += self._lines(sheet, inner)
        self._path("mesh", path)

    def _lines(self, sheet: OutlineFile, indexes: Iterable[int]) -> str:
        """Borders near the frame, by their indexes."""
        arcs = sheet.arcs
        return "".join(paths.lines(arcs[index].points, self.frame) for index in sorted(indexes))

    def highlight(self, outline: Rings) -> None:
        """The territory of the page."""
        self._path("own", paths.area(outline, self.frame))

    def highlight_coarsely(self, departement: str) -> None:
        """One of the départements of the picture of a country."""
        rings = self._outlines.national.rings("departements", departement)
        self._path("covered", paths.area(rings or (), self.frame))

    def numbers(self, spots: Iterable[PlottedPlace]) -> dict[str, int]:
        """Discs with a number for the places in the frame, in their order; a disc without room
        stands aside, with a line to its place. That of an approximate place is hollow, its edge
        broken; that of another directory is a square."""
        numbers: dict[str, int] = {}
        leads, discs = "", ""
        for spot in spots:
            if spot.longitude is None or spot.latitude is None:
                continue
            at = self.frame.place(spot.longitude, spot.latitude)
            if not self.frame.holds(*at):
                continue
            stands = self._room.number(at)
            number = numbers[spot.id] = len(numbers) + 1
            x, y = stands
            if stands != at:
                leads += f"M{at[0]} {at[1]}h0L{x} {y}"
            kind = ' class="approximate"' if spot.is_approximate else ""
            shape = _SQUARE if spot.is_elsewhere else f'<circle r="{DISC}"/>'
            drawn = f'{shape}<text y="9">{number}</text>'
            discs += f'<g{kind} transform="translate({x} {y})">{drawn}</g>'
        self._path("lead", leads)
        if discs:
            self._parts.append(f'<g class="pin">{discs}</g>')
        return numbers

    def dots(
        self, points: Iterable[tuple[float, float]], kind: str = "dot", most: int | None = None
    ) -> int:
        """A dot for each point (longitude, latitude) in the frame, one for those at the same spot,
        or, with more than `most` dots, nearly so; how many points these are. A `kind` with
        «approximate» is hollow."""
        places = [self.frame.place(*point) for point in points]
        shown = [place for place in places if self.frame.holds(*place)]
        spread, step = set(shown), 1
        while most is not None and len(spread) > most:
            step *= 2
            spread = {(x // step * step, y // step * step) for x, y in shown}
        for spot in spread:
            self._room.keep_clear(spot)
        spots = paths.dots(sorted(spread))
        self._path(kind, spots)
        if "approximate" in kind:
            self._path("dot core", spots)
        return len(shown)

    def names(
        self, communes: Sequence[Commune], most: int, own: str = "", *, marked: bool = False
    ) -> None:
        """Names of communes, the first that find room; a town without outline gets a ring, and
        all but the own one when `marked`."""
        towns: list[paths.SvgPoint] = []
        texts = ""
        count = 0
        for commune in communes:
            if count == most:
                break
            if commune.longitude is None or commune.latitude is None:
                continue
            at = self.frame.place(commune.longitude, commune.latitude)
            if not self.frame.holds(*at, margin=_MARK + 4):
                continue
            is_own = commune.code == own
            has_ring = (marked and not is_own) or self._outlines.commune(commune.code) is None
            mark = _MARK if has_ring else 0
            name = self._room.name(commune.nom, at, mark=mark, is_bold=is_own, is_large=count == 0)
            if name is None:
                continue
            if has_ring:
                towns.append(at)
            texts += _text(name, "here" if is_own else "")
            count += 1
        marks = paths.dots(towns)
        self._path("town", marks)
        self._path("town core", marks)
        if texts:
            self._parts.append(f'<g class="names" lang="fr">{texts}</g>')

    def names_around(self, names: Mapping[str, str]) -> None:
        """Names, by code, of the départements around the own one, where they find room."""
        texts = ""
        for code in self._others():
            rings = self._outlines.national.rings("departements", code)
            seen = paths.seen(rings or (), self.frame)
            name = self._room.name_within(names[code], seen) if seen else None
            texts += _text(name, "") if name else ""
        if texts:
            self._parts.append(f'<g class="names far" lang="fr">{texts}</g>')

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

    def surroundings(self, communes: Iterable[Commune]) -> None:
        """Discs around the centres of communes whose outline we do not have, about as wide as a
        commune is there."""
        known = [
            (c.longitude, c.latitude, c.radius_km or 0)
            for c in communes
            if c.longitude is not None and c.latitude is not None
        ]
        if known:
            reach_km = median(radius for _, _, radius in known) * _OWN_SHARE
            wide = min(round(2 * reach_km * self.frame.units_per_km), _WIDEST)
            centres = paths.dots(self.frame.place(x, y) for x, y, _ in known)
            self._parts.append(f'<path class="disc" stroke-width="{wide}" d="{centres}"/>')


def _text(name: PlacedName, kind: str) -> str:
    marked = f' class="{kind}"' if kind else ""
    first, *others = map(_line, name.lines)
    rest = "".join(f'<tspan x="{name.x}" dy="30">{line}</tspan>' for line in others)
    return f'<text{marked} x="{name.x}" y="{name.y}">{first}{rest}</text>'


@lru_cache(KEPT)
def _line(line: str) -> str:
    return str(escape(FRENCH_SIGNS(line)))
