"""The picture of a territory: an SVG drawn at the build, in no language, the same on every page.

It shows the outline, the places of the page, the names around. Words around it (title, what is
where) belong to the template components/picture.html.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from plugins.gazetteer import Commune, Departement, Epci, Gazetteer
from plugins.maps.geometry.outlines import Outlines, bounds_of
from plugins.maps.geometry.projection import Bounds, Viewport
from plugins.maps.geometry.shapes import area_shape
from plugins.maps.picture.bearings import Bearing, directions
from plugins.maps.picture.drawable import ListedPlace, PointedPlace
from plugins.maps.picture.drawing import WIDTH, Drawing
from plugins.maps.picture.extent import PlottedPlace, choose_bounds

_KEPT = 1024
"""So many pictures of communes are kept by a worker: those of the pages of other languages."""
_HEIGHT = 480
"""Of the picture of a commune, in units…"""
_LEAST_HEIGHT, _MOST_HEIGHT = 420, 680
"""… those of larger territories follow their shape."""
_MARGIN = 34
_ABOUT_KM = 3.0
"""What lies around the centre of a commune whose outline we do not have."""
_FINE = 23
"""With fewer units to a kilometre, borders of communes would be a thicket."""
_DOTS = 800
"""At most so many dots in the picture of the country, those that stand close as one."""
_NAMES = 14
"""At most so many names in a picture."""


class Picture(NamedTuple):
    """A picture and what its words say. `body`: inside of an `<svg>` of `width` by `height` units;
    `numbers`: of the places of the list, by id; `dots`: how many places are shown without a number;
    `outside`: how many of the list are beyond the edge; `unplaced`: how many have no position;
    `approximate`: how many are shown whose position is approximate;
    `around`: what stands where; `elsewhere`: how many numbers are another directory's."""

    body: Markup
    numbers: Mapping[str, int]
    dots: int
    outside: int
    unplaced: int
    approximate: int
    around: tuple[Bearing, ...]
    bounds: Bounds
    height: int
    width: int = WIDTH
    elsewhere: int = 0


class Pictures:
    """Draws pictures; the template global `pictures`."""

    def __init__(self, gazetteer: Gazetteer, outlines: Outlines) -> None:
        self._gazetteer = gazetteer
        self._outlines = outlines
        self._commune = lru_cache(_KEPT)(self._draw_commune)

    def commune(
        self, commune: Commune, listed: Iterable[ListedPlace], across: Iterable[ListedPlace] = ()
    ) -> Picture | None:
        """A commune, its neighbours, and the places of its page, numbered in their order, then
        those `across`, of other directories; None when nothing is known of where it is."""
        spots = tuple(
            PlottedPlace(each.id, each.longitude, each.latitude, each.is_approximate, is_elsewhere)
            for is_elsewhere, items in ((False, listed), (True, across))
            for each in (item.place for item in items)
        )
        return self._commune(commune, spots)

    def _draw_commune(self, commune: Commune, spots: tuple[PlottedPlace, ...]) -> Picture | None:
        outline = self._outlines.commune(commune.code)
        centre = _centre(commune)
        bounds = _bounds_of(commune, self._outlines, spots)
        if bounds is None:
            return None
        frame = Viewport(bounds, WIDTH, _HEIGHT, _MARGIN)
        drawing = Drawing(frame, self._outlines)
        drawing.ground()
        if outline:
            drawing.highlight(outline)
        else:
            drawing.surroundings([commune])
        is_fine = frame.units_per_km > _FINE
        drawing.borders("communes" if is_fine else "epci", commune.code)
        drawing.scale()
        if not outline:  # nothing else shows where it is
            drawing.names([commune], 1, own=commune.code)
        numbers = drawing.numbers(spots)
        others = self._gazetteer.within(*frame.bounds)
        others = sorted((c for c in others if c.code != commune.code), key=_largest_first)
        named = [commune, *others] if outline else others
        drawing.names(named, _NAMES, own=commune.code, marked=not is_fine)
        beside = self._outlines.beside(commune.code)
        neighbours = [c for code in beside if (c := self._gazetteer.commune(code))] or others
        known = [spot for spot in spots if spot.is_known]
        return Picture(
            drawing.body(),
            numbers,
            0,
            len(known) - len(numbers),
            len(spots) - len(known),
            sum(spot.is_approximate for spot in known if spot.id in numbers),
            directions(centre or bounds.middle, neighbours),
            frame.bounds,
            frame.height,
            elsewhere=sum(spot.is_elsewhere for spot in known if spot.id in numbers),
        )

    def epci(
        self, epci: Epci, communes: Sequence[tuple[Commune, Sequence[PointedPlace]]]
    ) -> Picture | None:
        """The communes of an EPCI with all their places; None when nothing is known of them."""
        outline = self._outlines.epci(epci.siren)
        bounds = self.bounds_of(epci)
        if bounds is None:
            return None
        drawing = Drawing(_frame(bounds), self._outlines)
        drawing.ground()
        members = sorted((commune for commune, _ in communes), key=_largest_first)
        if outline:
            drawing.highlight(outline)
        else:
            drawing.surroundings(members)
        drawing.borders("communes", epci.siren)
        return self._finish(drawing, communes, members, bounds)

    def departement(
        self, departement: Departement, communes: Sequence[tuple[Commune, Sequence[PointedPlace]]]
    ) -> Picture | None:
        """A département with its groups of communes where we know their outlines, its main towns,
        all its places; None when nothing is known of where it is."""
        bounds = self.bounds_of(departement)
        if bounds is None:
            return None
        drawing = Drawing(_frame(bounds), self._outlines, departement.code)
        drawing.ground()
        outline = self._outlines.departement(departement.code)
        if outline:
            drawing.highlight(outline)
        drawing.borders("epci")
        towns = sorted((commune for commune, _ in communes), key=_largest_first)
        picture = self._finish(drawing, communes, towns, bounds)
        names = {code: other.nom for code, other in self._gazetteer.all_departements.items()}
        drawing.names_around(names)
        return picture._replace(body=drawing.body())

    def country(
        self, bounds: Bounds, departements: Sequence[Departement], places: Iterable[PointedPlace]
    ) -> Picture:
        """All of the directory in `bounds`: its départements, and a dot wherever there is a place;
        no names, which the list beside it has."""
        drawing = Drawing(_frame(bounds), self._outlines, is_coarse=True)
        drawing.ground()
        for departement in departements:
            drawing.highlight_coarsely(departement.code)
        known = [
            (place.longitude, place.latitude)
            for place in places
            if place.longitude is not None and place.latitude is not None
        ]
        total = len(known)
        shown = drawing.dots(known, most=_DOTS)
        frame = drawing.frame
        return Picture(
            drawing.body(), {}, shown, total - shown, 0, 0, (), frame.bounds, frame.height
        )

    def marked_country(
        self, bounds: Bounds, coloured: Iterable[str], spots: Iterable[PlottedPlace]
    ) -> Picture:
        """The country in `bounds`: the départements `coloured` (codes), and a number for each of
        `spots`, in their order."""
        drawing = Drawing(_frame(bounds), self._outlines, is_coarse=True)
        drawing.ground()
        for code in coloured:
            drawing.highlight_coarsely(code)
        listed = tuple(spots)
        known = [spot for spot in listed if spot.is_known]
        numbers = drawing.numbers(known)
        return Picture(
            drawing.body(),
            numbers,
            0,
            len(known) - len(numbers),
            len(listed) - len(known),
            0,
            (),
            drawing.frame.bounds,
            drawing.frame.height,
        )

    def _finish(
        self,
        drawing: Drawing,
        communes: Sequence[tuple[Commune, Sequence[PointedPlace]]],
        named: Sequence[Commune],
        bounds: Bounds,
    ) -> Picture:
        places = [place for _, entries in communes for place in entries]
        known: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for place in places:
            if place.longitude is not None and place.latitude is not None:
                known[place.is_approximate].append((place.longitude, place.latitude))
        drawing.scale()
        rough = drawing.dots(known[True], "dot approximate")
        shown = rough + drawing.dots(known[False])
        placed = len(known[True]) + len(known[False])
        drawing.names(named, _NAMES)
        return Picture(
            drawing.body(),
            {},
            shown,
            placed - shown,
            len(places) - placed,
            rough,
            directions(bounds.middle, named if len(named) > 1 else ()),
            drawing.frame.bounds,
            drawing.frame.height,
        )

    def bounds_of(self, territory: Commune | Epci | Departement) -> Bounds | None:
        """South, west, north, east of a territory, in degrees: of its outline, or else of the
        centres of its communes; None when neither is known."""
        if isinstance(territory, Commune):
            return _bounds_of(territory, self._outlines, ())
        if isinstance(territory, Epci):
            outline = self._outlines.epci(territory.siren)
            communes = [self._gazetteer.commune(code) for code in territory.communes]
            centres = [centre for commune in communes if commune and (centre := _centre(commune))]
            if outline:
                return bounds_of(outline)
            return Bounds.of(centres).wider(_ABOUT_KM) if centres else None
        outline = self._outlines.departement(territory.code)
        if outline:
            return bounds_of(outline)
        return Bounds(*territory.bounds) if territory.bounds else None

    def shape(self, territory: Commune | Epci | Departement) -> str:
        """Its outline for the map of its page (`plugins.maps.geometry.shapes.area_shape`); nothing
        when we have none."""
        if isinstance(territory, Commune):
            outline = self._outlines.commune(territory.code)
        elif isinstance(territory, Epci):
            outline = self._outlines.epci(territory.siren)
        else:
            outline = self._outlines.departement(territory.code)
        return area_shape(outline) if outline else ""


def _bounds_of(
    commune: Commune, outlines: Outlines, spots: Sequence[PlottedPlace]
) -> Bounds | None:
    """The box that a picture of a commune shows."""
    outline = outlines.commune(commune.code)
    box = bounds_of(outline) if outline else None
    return choose_bounds(box, _centre(commune), spots, commune.radius_km or 0.0)


def _frame(bounds: Bounds) -> Viewport:
    """A frame in the shape of what it shows."""
    free = WIDTH - 2 * _MARGIN
    height = round(free * bounds.height_km / max(bounds.width_km, 0.001)) + 2 * _MARGIN
    return Viewport(bounds, WIDTH, min(max(height, _LEAST_HEIGHT), _MOST_HEIGHT), _MARGIN)


def _centre(commune: Commune) -> tuple[float, float] | None:
    """Longitude and latitude."""
    if commune.longitude is None or commune.latitude is None:
        return None
    return commune.longitude, commune.latitude


def _largest_first(commune: Commune) -> tuple[int, str]:
    return -(commune.population or 0), commune.code
