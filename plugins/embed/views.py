"""What the templates of frames receive."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypedDict

from markupsafe import Markup

from plugins.embed.choice_words import all_tokens, masks, tokens_among, tokens_of
from plugins.embed.contract import (
    CommuneLine,
    FrameCommunesContext,
    FramePlacesContext,
    PlaceGroup,
    Shown,
)
from plugins.embed.pages import Frame, frame_url, territory_of
from plugins.embed.snippet import title_of
from plugins.gazetteer import AnyTerritory, Commune, Epci, Gazetteer
from plugins.records.entry import Entry
from plugins.records.model.label import Label
from plugins.records.model.place import Place
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import NearEntry

LISTED_MOST = 100
"""The frame of a commune shows at most so many of its places: 25 kB in all is the budget…"""
EPCI_MOST = 40
"""… that of an EPCI with more places than this shows its communes instead…"""
DRAWN_MOST = 200
"""… and that of a département with more communes that have places shows no picture: it would not
fit; nor does that of a commune, whose picture would cost as much as all the rest."""


class FrameLook(NamedTuple):
    """What is the same in all frames (see `FrameContext`)."""

    label_words: Sequence[tuple[str, str]]
    frame_sheet: str
    frame_drawings: Markup


class _FrameCommon(TypedDict):
    """What both kinds of frames show (`FrameContext`), but for the words used."""

    frame: Frame
    territory: AnyTerritory
    name: str
    title: str
    total: int
    codes: Sequence[str]
    members: Sequence[tuple[Commune, Sequence[Entry]]]
    label_words: Sequence[tuple[str, str]]
    frame_sheet: str
    frame_drawings: Markup


class FrameViews:
    """The context of every frame, by the key that `pages` gave to the press."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        neighbourhood: Neighbourhood,
        places: Mapping[str, Place],
        labels: Mapping[str, Label],
        look: FrameLook,
    ) -> None:
        self._gazetteer = gazetteer
        self._neighbourhood = neighbourhood
        self._places = places
        self._tokens = all_tokens(labels)
        self._look = look

    def show(self, frame: Frame) -> FramePlacesContext | FrameCommunesContext:
        """The places of a territory, or its communes where they would be too many."""
        communes = self._communes(frame)
        total = sum(self._neighbourhood.count(commune.code) for commune in communes)
        if frame.kind == "departement" or (frame.kind == "epci" and total > EPCI_MOST):
            lines = [line for line in map(self._line, communes) if line.total]
            is_drawn = frame.kind == "epci" or len(lines) <= DRAWN_MOST
            common = self._common(frame, communes, total, is_drawn=is_drawn)
            used = {token for line in lines for token in line.tokens}
            return FrameCommunesContext(**common, used=used, lines=lines)
        groups = (
            self._of_commune(communes[0])
            if frame.kind == "commune"
            else [self._group(commune) for commune in communes]
        )
        groups = [group for group in groups if group.shown]
        common = self._common(frame, communes, total, is_drawn=frame.kind == "epci")
        used = {token for group in groups for token in group.tokens}
        return FramePlacesContext(**common, used=used, groups=groups)

    def _common(
        self, frame: Frame, communes: Sequence[Commune], total: int, *, is_drawn: bool
    ) -> _FrameCommon:
        territory = territory_of(frame, self._gazetteer)
        name = territory.full_name if isinstance(territory, Epci) else territory.nom
        drawn = communes if is_drawn else ()
        return _FrameCommon(
            frame=frame,
            territory=territory,
            name=name,
            title=title_of(name),
            total=total,
            codes=sorted({commune.departement for commune in communes}),
            members=[(each, self._neighbourhood.entries_of(each.code)) for each in drawn],
            label_words=self._look.label_words,
            frame_sheet=self._look.frame_sheet,
            frame_drawings=self._look.frame_drawings,
        )

    def _communes(self, frame: Frame) -> list[Commune]:
        known = self._gazetteer.communes
        if frame.kind == "commune":
            return [known[frame.code]]
        if frame.kind == "epci":
            found: Iterable[Commune] = (
                known[code] for code in self._gazetteer.epcis[frame.code].communes
            )
        else:
            found = (commune for commune in known.values() if commune.departement == frame.code)
        return sorted(found, key=lambda commune: (commune.slug, commune.code))

    def _of_commune(self, commune: Commune) -> list[PlaceGroup]:
        here = self._neighbourhood.here(commune.code, LISTED_MOST)
        around = self._neighbourhood.nearest(commune.code)
        return [self._near(commune, here), self._near(None, around)._replace(is_here=False)]

    def _near(self, commune: Commune | None, found: Iterable[NearEntry]) -> PlaceGroup:
        shown = [
            Shown(place, tokens_of(place), near.distance_km, near.is_approximate)
            for near in found
            for place in [self._places[near.entry.id]]
        ]
        return self._grouped(commune, shown)

    def _group(self, commune: Commune) -> PlaceGroup:
        found = self._neighbourhood.here(commune.code)
        places = [self._places[near.entry.id] for near in found]
        return self._grouped(commune, [Shown(place, tokens_of(place)) for place in places])

    def _grouped(self, commune: Commune | None, shown: list[Shown]) -> PlaceGroup:
        return PlaceGroup(commune, shown, self._in_order(tokens_among(one.place for one in shown)))

    def _line(self, commune: Commune) -> CommuneLine:
        places = self._places_of(commune)
        tokens = self._in_order(tokens_among(places))
        found = masks(places, self._tokens)
        return CommuneLine(commune, frame_url(commune), len(places), tokens, found)

    def _places_of(self, commune: Commune) -> list[Place]:
        entries = self._neighbourhood.entries_of(commune.code)
        return [self._places[entry.id] for entry in entries]

    def _in_order(self, found: set[str]) -> list[str]:
        return [token for token in self._tokens if token in found]
