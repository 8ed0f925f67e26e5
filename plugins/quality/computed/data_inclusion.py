"""How complete a record is by the criteria of data·inclusion, for a place instead of a service.

Source: module `score_qualite` of the schema v1, package data-inclusion-schema 1.0.10 (Licence
Ouverte 2.0, https://github.com/gip-inclusion/data-inclusion-schema). Each criterion gives 0 to 1,
or None where it does not apply; the score is the mean of those that apply. What differs, because a
record of this directory is not a service of theirs:

- who may send people («mobilisable_par») is no field here: ways of asking give a half, as there
  when that field is empty;
- a record without publics is for everybody: the criterion does not apply;
- a record without a description, which the schema makes obligatory, gets 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from plugins.records.model.place import Place

_SIX_MONTHS, _TWO_YEARS = 180, 730
"""Days, as the package counts them: months of 30 days, years of 365."""
_SHORT, _IDEAL, _LONG = 50, 200, 2000
"""Characters of a description: from 50 it counts half, from 200 whole, from 2,000 half."""


def _address(place: Place, _: date) -> float | None:
    if place.is_itinerant and "Fixe" not in place.itinerance:
        return None
    return float(place.has_address)


def _ways_of_asking(place: Place, _: date) -> float:
    return 0.5 if place.modalites_acces or place.prise_rdv else 0.0


def _publics(place: Place, _: date) -> float | None:
    return 1.0 if place.publics_specifiquement_adresses else None


def _services(place: Place, _: date) -> float:
    return float(bool(place.all_services))


def _contact(place: Place, _: date) -> float:
    return float(bool(place.courriels or place.prise_rdv or place.telephone))


def _mail(place: Place, _: date) -> float | None:
    asked = any("mail" in way for way in place.modalites_acces)
    return float(bool(place.courriels)) if asked else None


def _phone(place: Place, _: date) -> float | None:
    asked = "Téléphoner" in place.modalites_acces
    return float(bool(place.telephone)) if asked else None


def _recent(place: Place, on: date) -> float:
    news = place.freshness(on).date
    if news is None:
        return 0.0
    days = (on - news).days
    if days < _SIX_MONTHS:
        return 1.0
    return max(0.0, (_TWO_YEARS - days) / (_TWO_YEARS - _SIX_MONTHS))


def _price(place: Place, _: date) -> float:
    if not place.prices:
        return 0.0
    return 1.0 if "Gratuit" in place.prices else 0.5


def _description(place: Place, _: date) -> float:
    size = len(place.presentation_detail or place.presentation_resume or "")
    if size < _SHORT:
        return 0.0
    return 1.0 if _IDEAL <= size < _LONG else 0.5


CRITERIA: Mapping[str, Callable[[Place, date], float | None]] = {
    "adresse": _address,
    "moyens de venir": _ways_of_asking,
    "publics": _publics,
    "services": _services,
    "un moyen de contact": _contact,
    "adresse électronique": _mail,
    "date récente": _recent,
    "prix": _price,
    "présentation": _description,
    "téléphone": _phone,
}
"""By the name that people read, in the order of the package."""


def criteria_of(place: Place, on: date) -> tuple[float | None, ...]:
    """What each of `CRITERIA` gives, in their order, on the day `on`."""
    return tuple(criterion(place, on) for criterion in CRITERIA.values())


def score(criteria: Sequence[float | None]) -> float:
    """0 to 1, to two decimals: the mean of the criteria that apply."""
    found = [round(value, 2) for value in criteria if value is not None]
    return round(sum(found) / len(found), 2)
