"""The line of a place in the table of the desk: how old its facts are, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from plugins.french.days import DAYS
from plugins.quality.computed.data_inclusion import criteria_of, score
from plugins.records.freshness import FRESH_DAYS, OLD_DAYS
from plugins.records.model.place import Place
from plugins.vocabulary.sources import stem_of

Age = Literal["6", "12", "24", "older", "unknown"]
AGES: tuple[Age, ...] = ("6", "12", "24", "older", "unknown")
"""Within so many months, older, unknown; each place is in one of them."""
AGE_WORDS: dict[Age, str] = {
    "6": "moins de 6 mois",
    "12": "de 6 à 12 mois",
    "24": "de 12 à 24 mois",
    "older": "plus de 24 mois",
    "unknown": "date inconnue",
}
_YEAR_DAYS = 366

Fact = Literal["telephone", "horaires", "services", "prix", "acces", "transports"]
FACTS: dict[Fact, str] = {
    "telephone": "téléphone",
    "horaires": "horaires",
    "services": "services",
    "prix": "prix",
    "acces": "accès en fauteuil",
    "transports": "bus, métro, train",
}
"""What a record should say, most useful first, in the words of a table."""


class Doubt(NamedTuple):
    """Something that a person should settle. `kind`: «left» (its list),
    «label», «sources», «point», «check»; `told`:
    French, one sentence without its full stop; `group`: the same for doubts of one sort."""

    kind: Literal["left", "label", "sources", "point", "check"]
    told: str
    group: str


class PlaceLine(NamedTuple):
    """One open place. `code`: of the commune whose page shows it; `phone`, `phone_uri` and
    `mail`: of the first, or empty; `hours`: in one line, or empty, and as short as a sheet of
    paper wants them; `news`: the day of its last news, `verified` when a
    person checked it then, `by` whom; `missing`: what it does not say; `sources`: names of its
    lists without their edition; `for_whom`: it says whom it is there for first; `criteria`:
    those of `plugins.quality.computed.data_inclusion`; `people`: counted as
    `plugins.quality.computed.shares` says."""

    id: str
    nom: str
    url: str
    code: str
    commune: str
    phone: str
    phone_uri: str
    mail: str
    hours: str
    short_hours: str
    news: date | None
    verified: bool
    by: str
    age: Age
    missing: tuple[Fact, ...]
    sources: tuple[str, ...]
    needs: tuple[str, ...]
    labels: tuple[str, ...]
    for_whom: bool
    is_approximate: bool
    criteria: tuple[float | None, ...]
    people: int
    doubts: tuple[Doubt, ...]

    @property
    def score(self) -> float:
        """Of data·inclusion, 0 to 1."""
        return score(self.criteria)


def age_of(news: date | None, on: date) -> Age:
    """The age on the day `on` of facts of a day."""
    if news is None:
        return "unknown"
    days = (on - news).days
    if days <= FRESH_DAYS:
        return "6"
    if days <= _YEAR_DAYS:
        return "12"
    return "24" if days <= OLD_DAYS else "older"


def missing_in(place: Place) -> tuple[Fact, ...]:
    """What a record does not say. Hours that nobody could read are missing: they must be asked."""
    access = place.accessibilite
    coming = place.acces
    said: dict[Fact, bool] = {
        "telephone": bool(place.phones),
        "horaires": bool(place.horaires or place.permanence),
        "services": bool(place.needs),
        "prix": bool(place.prices),
        "acces": bool(access and access.fauteuil) or bool(place.fiche_acces_libre),
        "transports": bool(coming and (coming.bus or coming.metro or coming.train)),
    }
    return tuple(fact for fact in FACTS if not said[fact])


def short_hours(place: Place) -> str:
    """When one can come, as short as it can be read: «lu, ma 9h-12h ; je 14h-17h»; closed days are
    left out."""
    typed = place.permanence if place.helps_by_permanence else place.horaires
    if not isinstance(typed, Mapping):
        return typed or ""
    days: dict[str, list[str]] = {}
    for name, hours in typed.items():
        if hours != "fermé":
            days.setdefault(hours, []).append(name[:2] if name in DAYS else name)
    return " ; ".join(f"{', '.join(names)} {hours}" for hours, names in days.items())


def place_line(
    place: Place, code: str, commune: str, people: float, doubts: Sequence[Doubt], on: date
) -> PlaceLine:
    """The line of a place on the day `on`; `code` and `commune`: of the page that shows it."""
    news = place.freshness(on)
    return PlaceLine(
        id=place.id,
        nom=place.nom,
        url=place.url,
        code=code,
        commune=commune,
        phone=place.phones[0].display if place.phones else "",
        phone_uri=place.phones[0].uri if place.phones else "",
        mail=place.courriels[0] if place.courriels else "",
        hours=place.help_hours.line(today=on) if place.horaires or place.permanence else "",
        short_hours=short_hours(place),
        news=news.date,
        verified=news.verified,
        by=(place.verifie_par or "") if news.verified else "",
        age=age_of(news.date, on),
        missing=missing_in(place),
        sources=tuple(dict.fromkeys(stem_of(source.nom) for source in place.sources)),
        needs=tuple(need.slug for need in place.needs),
        labels=place.labels,
        for_whom=bool(place.publics_specifiquement_adresses or place.prise_en_charge_specifique),
        is_approximate=place.is_approximate,
        criteria=criteria_of(place, on),
        people=round(people),
        doubts=tuple(doubts),
    )
