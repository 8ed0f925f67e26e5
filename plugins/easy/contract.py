"""What the easy pages receive; whether they are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from plugins.contracts.settings import FLAG, Setting, one_of
from plugins.contracts.shown import TemplateContext, TemplateGlobals

if TYPE_CHECKING:
    from plugins.gazetteer import Commune, Departement, Epci
    from plugins.records.model.place import Place
    from plugins.territories.contract import Nearby
    from plugins.vocabulary.needs import Need


@dataclass(frozen=True, slots=True)
class EasyGlobals(TemplateGlobals):
    """What pages that have an easy twin ask."""

    has_easy: bool = False
    """Whether the easy pages are made; `easy_link(url)` of components/easy.html leads there."""


@dataclass(frozen=True, slots=True)
class EasyHomeContext(TemplateContext):
    """`/facile/`."""

    TEMPLATE: ClassVar[str] = "easy_home.html"
    TRANSLATED: ClassVar[bool] = True

    needs: Sequence[Need]
    """The five needs."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""


@dataclass(frozen=True, slots=True)
class EasyNeedContext(TemplateContext):
    """A need, easy to read."""

    TEMPLATE: ClassVar[str] = "easy_need.html"
    TRANSLATED: ClassVar[bool] = True

    need: Need
    """The need."""
    commune_index: str
    """Folder of the index of communes, for the macro `find`."""
    departements: Sequence[Departement]
    """Each has a list of communes that keeps the need, in French."""


@dataclass(frozen=True, slots=True)
class EasyDepartementsContext(TemplateContext):
    """`/facile/territoires/`."""

    TEMPLATE: ClassVar[str] = "easy_departements.html"

    departements: Sequence[Departement]
    """Each has its list of communes."""


@dataclass(frozen=True, slots=True)
class EasyCommunesContext(TemplateContext):
    """The communes of a département, to choose one's own."""

    TEMPLATE: ClassVar[str] = "easy_communes.html"

    departement: Departement
    """The département."""
    need: Need | None
    """What one came for, if one has said it: links keep it."""
    communes: Sequence[tuple[Commune, str]]
    """All its communes, by name, each with the address of its easy page, or its place on the one
    that it shares."""


@dataclass(frozen=True, slots=True)
class EasyPlaceContext(TemplateContext):
    """A place, easy to read."""

    TEMPLATE: ClassVar[str] = "easy_place.html"

    place: Place
    """The place."""
    commune: Commune
    """The commune whose page shows it."""


class EasyAnswer(NamedTuple):
    """Where to go for a need."""

    need: Need
    """The need."""
    places: Sequence[Nearby]
    """At most three, the first to call first; none where nobody is known."""
    is_far: bool
    """No place near the commune states it: this is the nearest that does."""


class EasyNearest(NamedTuple):
    """A place, and what one may go there for."""

    near: Nearby
    """The place, with its distance."""
    needs: Sequence[Need]
    """Those for which it is the first to call."""


@dataclass(frozen=True, slots=True)
class EasyCommuneContext(TemplateContext):
    """A commune, easy to read."""

    TEMPLATE: ClassVar[str] = "easy_commune.html"

    commune: Commune
    """The commune."""
    answers: Sequence[EasyAnswer]
    """One a need."""


@dataclass(frozen=True, slots=True)
class EasyEpciContext(TemplateContext):
    """The communes of an EPCI that have no record, easy to read: the address chooses one."""

    TEMPLATE: ClassVar[str] = "easy_epci.html"

    epci: Epci
    """The EPCI."""
    communes: Sequence[Commune]
    """Those communes, by name."""
    nearest: Callable[[Commune], Sequence[EasyNearest]]
    """Where to go from a commune: a place for each need."""
    anchor: Callable[[Commune], str]
    """The fragment that leads to a commune."""


SETTINGS = (
    Setting(
        "EASY_TO_READ",
        one_of(FLAG, None),
        None,
        "Whether the easy pages are made; `None`: up to 3,000 places, since they double the pages "
        "of places.",
        ("easy",),
    ),
)
