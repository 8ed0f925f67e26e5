"""What a list of places can be narrowed to: one row a fact that records state.

Pages carry the word of each fact beside a place, as the addresses of filters do
(`#besoin-demarches`). A place of which a fact is not known does not have the word: only an open
question, never a «no». Buttons, frames, maps, the full-text search and the rules of style sheets
are all made from `FACETS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from plugins.i18n.gettext_functions import to_translate
from plugins.vocabulary.needs import NEEDS, Need
from plugins.vocabulary.prices import Fees


class Entrance(Protocol):
    """What is known of entering a place."""

    @property
    def fauteuil(self) -> str | None:
        """«oui», «non», or nobody knows."""


class Facts(Protocol):
    """What the facets look at: the model of a place has all of it."""

    @property
    def needs(self) -> Sequence[Need]:
        """What a resident can come for."""

    @property
    def fees(self) -> Fees:
        """What it costs in all."""

    @property
    def accessibilite(self) -> Entrance | None:
        """Whether one can enter."""

    @property
    def modalites_acces(self) -> Sequence[str]:
        """How one asks for help."""

    @property
    def prise_rdv(self) -> str | None:
        """Address where an appointment is made."""


class Facet(NamedTuple):
    """`word`: in addresses and beside places; `label`: on its button; `icon`: its drawing;
    `holds`: whether a place has it; `in_search`: beside its box in the full-text search, which
    does not offer it when this is empty."""

    word: str
    label: str
    icon: str
    holds: Callable[[Facts], bool]
    in_search: str = ""

    def said(self, say: Callable[[str], str]) -> Facet:
        """In another language, of which `say` is the gettext."""
        return self._replace(label=say(self.label), in_search=say(self.in_search))


NEED = "besoin-"
"""Before the slug of a need."""


def _has_need(need: Need) -> Callable[[Facts], bool]:
    return lambda place: need in place.needs


FACETS: Sequence[Facet] = (
    *(Facet(NEED + need.slug, need.short, need.slug, _has_need(need)) for need in NEEDS),
    Facet(
        "gratuit",
        to_translate("Gratuit"),
        "coin",
        lambda place: place.fees == "free",
        in_search=to_translate("Gratuit"),
    ),
    Facet(
        "fauteuil",
        to_translate("Fauteuil roulant"),
        "wheelchair",
        lambda place: place.accessibilite is not None and place.accessibilite.fauteuil == "oui",
        in_search=to_translate("Accessible en fauteuil roulant"),
    ),
    Facet(
        "sans-rendez-vous",
        to_translate("Sans rendez-vous"),
        "yes",
        lambda place: "Se présenter" in place.modalites_acces,
    ),
    Facet(
        "rendez-vous",
        to_translate("Sur rendez-vous"),
        "calendar",
        lambda place: bool(place.prise_rdv) or "Prendre un RDV en ligne" in place.modalites_acces,
    ),
)
"""All of them, in the order in which buttons show them."""

FACET_WORDS: tuple[str, ...] = tuple(facet.word for facet in FACETS)


def facets_of(place: Facts) -> tuple[str, ...]:
    """The words of a place, in the order of `FACETS`."""
    return tuple(facet.word for facet in FACETS if facet.holds(place))


def filter_rules(words: Iterable[str]) -> str:
    """A style sheet in which a link is a filter, without scripts: what has not the word that it
    leads to disappears. `:target` is the paragraph that says what is shown."""
    selectors = [
        f'#{word}:not(.absent):target~[data-any] [data-facets]:not([data-facets~="{word}"]),\n'
        f'#{word}:not(.absent):target~[data-any]:not([data-any~="{word}"])'
        for word in words
    ]
    return ",\n".join(selectors) + "{display:none}\n"
