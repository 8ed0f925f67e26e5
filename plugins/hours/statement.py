"""What there is to say of some days of a week, whatever the words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from plugins.french.normalization import normalize
from plugins.hours.model import WHOLE_DAY, Occasion, State
from plugins.hours.seasons import of_one_year
from plugins.hours.week import Plan, Stretch

UNSAID: Plan = (Stretch(*WHOLE_DAY, State.UNKNOWN, ""),)
"""The day is not mentioned."""

_CONDITION = re.compile(r"rendez[- ]?vous|\brdv\b|réservation|appointment|reservation", re.I)
_WITHOUT = re.compile(r"\b(?:sans|without|no|pas de)\s+(?:rendez[- ]?vous|rdv|appointment)", re.I)

_NO_CONDITION = {
    "accueil", "acces", "accessible", "ouvert", "libre", "libres", "sans", "rendez", "vous", "rdv",
    "permanence", "public", "tous", "tout", "toute", "toutes", "sonnez", "sonner", "frappez",
    "interphone", "sonnette", "fois", "deux", "entree", "porte", "portail", "cour", "batiment",
    "etage", "rez", "chaussee", "bureau", "bureaux", "guichet", "guichets", "salle", "hall",
    "bibliotheque", "mediatheque", "mairie", "magasin", "boutique", "secretariat", "non", "stop",
    "journee", "continue", "physique", "bienvenue", "cote", "droite", "gauche", "rue", "walk", "in",
    "no", "appointment", "without", "reception", "office", "shop", "desk", "door", "bell", "ring",
    "et", "a", "au", "aux", "de", "du", "des", "la", "le", "les", "l", "d", "en", "the", "at", "of",
    "and", "1er", "2e", "premier", "deuxieme", "second",
}  # fmt: skip
"""Words of notes that say nothing of when the hours hold, nor for whom, without accents."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What holds on some days: `days` of the week, narrowed by the other selectors, as in a `Rule`.

    `adds`: the hours come beside those said before. `note`: why it is closed. `quiet`: those of
    `days` on which nothing changes, since the place is closed anyway. `is_implied`: said by no
    words, the other statements leave it.
    """

    days: tuple[int, ...]
    plan: Plan
    occasion: Occasion = Occasion.ANY
    ranks: tuple[int, ...] = ()
    anchor: date | None = None
    dates: str = ""
    adds: bool = False
    note: str = ""
    quiet: frozenset[int] = frozenset()
    place: int = 0
    """That of its rule in the week: where another occasion is said, the last place wins."""
    is_implied: bool = False
    is_rest: bool = False
    """It holds out of the seasons of the other statements."""

    @property
    def is_usual(self) -> bool:
        """It holds every week, but for what other statements say."""
        return not (self.occasion or self.ranks or self.anchor or self.dates)

    @property
    def is_seasonal(self) -> bool:
        """It holds on a weekday of every week of a part of the year, or of one year."""
        return bool(self.dates) and not (self.occasion or self.ranks or self.anchor)

    @property
    def open_days(self) -> tuple[int, ...]:
        """Those of `days` on which it changes something."""
        return tuple(day for day in self.days if day not in self.quiet)

    @property
    def is_shut(self) -> bool:
        """Closed, or nobody knows, the whole day."""
        return not self.plan or (
            self.plan[0].state is State.UNKNOWN and self.plan[0][:2] == WHOLE_DAY
        )

    @property
    def is_notice(self) -> bool:
        """Shut between two days of one year: news, not a week."""
        return self.is_seasonal and self.is_shut and of_one_year(self.dates)

    @property
    def selectors(self) -> tuple[object, ...]:
        """All that says when it holds."""
        return self.days, self.occasion, self.ranks, self.anchor, self.dates


def tidy_plan(plan: Plan) -> Plan:
    """The same hours to be said: stretches of one kind that overlap or touch are one."""
    tidied: list[Stretch] = []
    for one in sorted(plan):
        like = [
            number for number, before in enumerate(tidied)
            if before[2:] == one[2:] and one.start <= before.end
        ]  # fmt: skip
        if like:
            before = tidied[like[-1]]
            tidied[like[-1]] = before._replace(end=max(before.end, one.end))
        else:
            tidied.append(one)
    return tuple(tidied)


def is_plain_note(note: str) -> bool:
    """Whether a note surely says nothing of when its hours hold, nor for whom: «sonnez deux fois»
    does not, «semaines paires» may."""
    return all(word in _NO_CONDITION for word in re.findall(r"\w+", normalize(note)))


def is_conditional(note: str) -> bool:
    """Whether hours with this note ask for an appointment first: nobody may simply come."""
    return bool(_CONDITION.search(_WITHOUT.sub("", note)))
