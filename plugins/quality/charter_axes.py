"""What exists behind each axis that a territory signed or planned, and what is missing.

The four actions that the charter supports are those of the State's press release no. 232; a plan
has its own axes. What the directory cannot measure is said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plugins.french.numbers import counted, number
from plugins.gazetteer import normalize
from plugins.quality.computed.sums import AreaSums, NeedCoverage
from plugins.records.model.network import Network
from plugins.records.model.territory import Territory

CHARTER_ACTIONS = (
    "Identifier les publics fragiles",
    "Apporter un premier niveau d'aide numérique",
    "Développer des ateliers de formation",
    "Coordonner les acteurs de la médiation sociale et numérique",
)
"""As the press release words them; shown where a territory states no charter."""
_FAR = 1
"""Rank in `LIMITS_KM` of the 10 km of these sentences."""
UNMEASURED = "L'annuaire ne mesure pas cet axe."


class Behind(NamedTuple):
    """An axis: what `exists` and what `lacks`, in short French sentences."""

    title: str
    exists: Sequence[str]
    lacks: Sequence[str]


class AxisFacts(NamedTuple):
    """What axes are measured by. `for_whom`: places that say whom they are there for; `workshops`:
    of the territory that are not over; `dated`: those of them that say when; `territory`: its own
    record."""

    sums: AreaSums
    for_whom: int
    workshops: int
    dated: int
    territory: Territory | None
    networks: Sequence[Network]


def axes_of(facts: AxisFacts) -> list[Behind]:
    """The axes of the plan of a territory after those of its charter."""
    territory = facts.territory
    charter = territory.charte if territory else None
    titles = [action.titre for action in charter.actions] if charter else []
    plan = territory.plan if territory else None
    planned = [axis.titre for axis in plan.axes] if plan else []
    return [_behind(title, facts) for title in (*(titles or CHARTER_ACTIONS), *planned)]


def _behind(title: str, facts: AxisFacts) -> Behind:
    verb = normalize(title).split()[0]
    measures = MEASURES.get(verb)
    if measures is None:
        return Behind(title, (), (UNMEASURED,))
    found = list(measures(facts))
    exists = [words for is_there, words in found if is_there]
    return Behind(title, exists, [words for is_there, words in found if not is_there])


Measured = Iterator[tuple[bool, str]]
"""Sentences, each with whether it says what exists."""


def _publics(facts: AxisFacts) -> Measured:
    places = facts.sums.places
    yield True, f"{counted(facts.for_whom, 'fiche')} sur {number(places)} disent pour qui"
    figures = len(facts.territory.chiffres) if facts.territory else 0
    if figures:
        yield True, f"{counted(figures, 'chiffre')} dans la fiche du territoire"
    else:
        yield False, "la fiche du territoire ne donne aucun chiffre"


def _first_help(facts: AxisFacts) -> Measured:
    yield from _need(facts.sums, "demarches", "pour faire une démarche")
    posts = facts.territory.postes if facts.territory else ()
    if posts:
        told = counted(len(posts), "annonce")
        yield True, f"{told} de postes, plus bas"  # never added up: documents tell of the same
    else:
        yield False, "la fiche du territoire n'annonce aucun poste"


def _workshops(facts: AxisFacts) -> Measured:
    yield from _need(facts.sums, "apprendre", "pour apprendre")
    if facts.workshops:
        dated = counted(facts.dated, "a ses dates", "ont leurs dates")
        yield True, f"{counted(facts.workshops, 'atelier')} dans l'agenda, dont {dated}"
    else:
        yield False, "l'agenda n'a aucun atelier"


def _coordination(facts: AxisFacts) -> Measured:
    names = [one.nom for one in facts.territory.coordination] if facts.territory else []
    names += [network.nom for network in facts.networks]
    for name in dict.fromkeys(names):
        yield True, name
    if not names:
        yield False, "la fiche du territoire ne nomme aucune coordination"


def _informing(facts: AxisFacts) -> Measured:
    sums = facts.sums
    yield True, f"{counted(sums.places, 'lieu', 'lieux')} dans l'annuaire"
    if sums.old:
        yield False, f"{counted(sums.old, 'fiche')} de plus de 24 mois ou sans date"
    for fact in sums.facts:
        if fact.fact in ("telephone", "horaires") and fact.places < sums.places:
            yield False, f"{counted(sums.places - fact.places, 'fiche')} sans {fact.words}"


def _connecting(facts: AxisFacts) -> Measured:
    yield from _need(facts.sums, "se-connecter", "pour utiliser internet")
    yield from _need(facts.sums, "s-equiper", "pour s'équiper moins cher")


def _accompanying(facts: AxisFacts) -> Measured:
    yield from _need(facts.sums, "demarches", "pour faire une démarche")
    yield from _need(facts.sums, "apprendre", "pour apprendre")


def _need(sums: AreaSums, slug: str, words: str) -> Measured:
    coverage: NeedCoverage = next(one for one in sums.coverage if one.need.slug == slug)
    yield bool(coverage.places), f"{counted(coverage.places, 'lieu', 'lieux')} {words}"
    far = coverage.beyond[_FAR]
    if coverage.is_unknown:
        yield False, "on ne sait pas qui en vit loin : le centre des communes n'est pas connu"
    elif far.people:
        yield False, f"{counted(far.people, 'habitant')} à plus de {far.km} km de ces lieux"


MEASURES: Mapping[str, Callable[[AxisFacts], Measured]] = {
    "identifier": _publics,
    "reperer": _publics,
    "apporter": _first_help,
    "donner": _first_help,
    "developper": _workshops,
    "creer": _workshops,
    "coordonner": _coordination,
    "reunir": _coordination,
    "renseigner": _informing,
    "permettre": _connecting,
    "accompagner": _accompanying,
}
"""By the verb that an axis begins with."""
