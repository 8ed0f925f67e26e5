"""What the templates of frames, and of the page that writes the line to paste, receive."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from markupsafe import Markup

    from plugins.embed.pages import Frame
    from plugins.gazetteer import Commune, Departement, Epci
    from plugins.records.entry import Entry
    from plugins.records.model.label import Label
    from plugins.records.model.place import Place


class Shown(NamedTuple):
    """A place in a frame. `distance_km`: from the centre of the commune; None: not known."""

    place: Place
    tokens: tuple[str, ...]
    distance_km: float | None = None
    is_approximate: bool = False


class PlaceGroup(NamedTuple):
    """Places under one heading, and all their words. `is_here`: in the territory, not around it."""

    commune: Commune | None
    shown: Sequence[Shown]
    tokens: Sequence[str]
    is_here: bool = True


class CommuneLine(NamedTuple):
    """A commune in a list: how many places, their words, and which place has which (`masks`)."""

    commune: Commune
    url: str
    total: int
    tokens: Sequence[str]
    masks: str


@dataclass(frozen=True, slots=True)
class FrameContext(TemplateContext):
    """What all frames receive; in them `icon` gives drawings of the page itself."""

    frame: Frame
    """Kind and code of the territory."""
    territory: Commune | Epci | Departement
    """The territory."""
    name: str
    """Its name."""
    title: str
    """Title of the frame, for those who do not see it."""
    total: int
    """How many open places it has."""
    codes: Sequence[str]
    """Départements that its map shows."""
    members: Sequence[tuple[Commune, Sequence[Entry]]]
    """Its communes with their open places, for the picture; none where there is no picture."""
    used: Set[str]
    """Words of the `#` choice that some place here has (plugins/embed/choice_words.py)."""
    label_words: Sequence[tuple[str, str]]
    """Word and name of every label."""
    frame_sheet: str
    """Address of the style sheet of the choices."""
    frame_drawings: Markup
    """The drawings that cards show, as SVG symbols of the page itself."""


@dataclass(frozen=True, slots=True)
class FramePlacesContext(FrameContext):
    """A frame of places."""

    TEMPLATE: ClassVar[str] = "frame_places.html"

    groups: Sequence[PlaceGroup]
    """Places, by commune or by distance; none is empty."""


@dataclass(frozen=True, slots=True)
class FrameCommunesContext(FrameContext):
    """A frame of communes: of a département, of an EPCI with many places."""

    TEMPLATE: ClassVar[str] = "frame_communes.html"

    lines: Sequence[CommuneLine]
    """Communes that have places."""


@dataclass(frozen=True, slots=True)
class IntegrateContext(TemplateContext):
    """`/integrer/`: the page that writes the line to paste."""

    TEMPLATE: ClassVar[str] = "integrate.html"

    labels: Sequence[Label]
    """Labels of some open place."""
    departements: Sequence[Departement]
    """All covered départements."""
    epcis: Sequence[Epci]
    """All EPCI that have a frame, by name."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""
    line: Callable[..., str]
    """`line(address, title, page, height)`: the line to paste, the frame and a link to the page."""
    height: int
    """Height of a frame, in pixels, unless somebody chooses another."""


@dataclass(frozen=True, slots=True)
class ElementContext(TemplateContext):
    """The script of the custom element, whose address never changes."""

    TEMPLATE: ClassVar[str] = "element.js"

    height: int
    """Height of a frame, in pixels, before it tells its own."""
    sandbox: str
    """What a frame may do."""
