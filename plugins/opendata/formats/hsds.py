"""Open Referral HSDS 3: a list of services, each with its organisation and its one location.

A place is one service at one location: HSDS calls service what one comes for, and all that a
record says of how one is helped stands on it. Lists of words are its attributes: `link_type` is
the field of the national schema, `value` its word. Identifiers are made of the address of the page
and stay the same as long as it does (ADR 0053).

Source: openreferral/specification, version 3.1, `schema/`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL

from plugins.common.name_uuids import name_uuids
from plugins.french.dates import say_date, say_period
from plugins.opendata.formats.export_format import (
    Carried,
    ExportFormat,
    Lost,
    Surroundings,
    around_list,
    json_bytes,
)
from plugins.opendata.formats.hsds_schedules import Schedule, schedules_of
from plugins.opendata.formats.place_facts import national_labels, point_of, unread_phones
from plugins.opendata.formats.unsaid import OWN_NOTES, lost_fields
from plugins.records.model.place import Place
from plugins.records.writing.one_row import cell_of

REASONS = {
    **OWN_NOTES,
    "exceptions": "HSDS n'a pas de jours de fermeture : c'est dit en toutes lettres.",
    "source": "HSDS ne dit pas de quelle liste vient une information.",
    "ferme_le": "HSDS dit qu'un service a cessé, pas depuis quel jour.",
}
"""Every other field of a place is carried."""

NO_STREET = "HSDS veut une rue, et la fiche n'en dit pas : la ligne est vide."

ATTRIBUTES = (
    "typologie", "services", "publics_specifiquement_adresses", "prise_en_charge_specifique",
    "frais_a_charge", "modalites_acces", "modalites_accompagnement", "labels",
    "autres_formations_labels", "equipements", "itinerance",
)  # fmt: skip
"""Lists of words, by the field that has them."""

_DOORS = {
    "fauteuil": "Fauteuil roulant",
    "boucle_magnetique": "Boucle magnétique",
    "lsf": "Langue des signes française",
}
_BY = {"bus": "Bus", "metro": "Métro ou tramway", "train": "Train", "velo": "Vélo"}
Naming = Callable[[str], str]
"""The identifier of a part of what has an address: that of `address#part`."""
_own_name = name_uuids(NAMESPACE_URL)


def carry(place: Place, around: Surroundings) -> Carried:
    """The service that a place is."""
    lost = [*lost_fields(place, around, REASONS), *unread_phones(place)]
    address = f"{around.site_url}{place.url}"
    named = name_uuids(NAMESPACE_URL, f"{address}#")
    service = {"id": _own_name(address), **dict(_service(place, around, named, lost))}
    return Carried((_stated(service),), tuple(lost))


def _service(
    place: Place, around: Surroundings, named: Naming, lost: list[Lost]
) -> Iterator[tuple[str, Any]]:
    yield "name", place.nom
    yield (
        "description",
        "\n\n".join(filter(None, (place.presentation_resume, place.presentation_detail))),
    )
    yield "url", next(iter(place.site_web), "")
    yield "additional_urls", list(_links(place, around, named))
    yield "email", next(iter(place.courriels), "")
    yield "status", "defunct" if place.is_closed else "active"
    yield "application_process", ", ".join(place.modalites_acces)
    yield "fees_description", ", ".join(place.prices)
    yield "eligibility_description", ", ".join(place.publics_specifiquement_adresses)
    yield "assured_date", str(place.verifie_le or "")
    yield "alert", " ".join(_alerts(place))
    yield "last_modified", f"{place.date_maj}T00:00:00Z" if place.date_maj else ""
    numbers = (phone.number for phone in place.phones)
    yield "phones", _parts(named, "telephone", numbers, "number", type="voice")
    yield "service_at_locations", [_stated(dict(_at_location(place, around, named, lost)))]
    yield "languages", _parts(named, "langue", place.langues, "code")
    yield "organization", _organization(place, named)
    yield "required_documents", _parts(named, "document", place.a_apporter, "document")
    yield "contacts", _parts(named, "courriel", place.courriels[1:], "email")
    yield (
        "attributes",
        [
            {"id": named(f"{field}-{number}"), "link_type": field, "value": value}
            for field in ATTRIBUTES
            for number, value in enumerate(_words(place, field, around), 1)
        ],
    )


def _at_location(
    place: Place, around: Surroundings, named: Naming, lost: list[Lost]
) -> Iterator[tuple[str, Any]]:
    yield "id", named("lieu-du-service")
    if place.permanence and (hours := place.permanence_hours):
        made, unsaid = schedules_of(hours, cell_of(place.permanence), "permanence", named)
        yield "schedules", made
        lost += unsaid
    yield "location", _stated(dict(_location(place, around, named, lost)))


def _location(
    place: Place, around: Surroundings, named: Naming, lost: list[Lost]
) -> Iterator[tuple[str, Any]]:
    latitude, longitude, approximate = point_of(place)
    lost += approximate
    departement = around.gazetteer.all_departements[place.departement]
    yield "id", named("lieu")
    yield "location_type", "physical"
    yield "name", place.nom
    yield "transportation", " ; ".join(_ways(place))
    yield "latitude", latitude
    yield "longitude", longitude
    address = {
        "id": named("adresse"),
        "address_1": place.adresse or "",
        "city": place.commune,
        "region": around.gazetteer.all_regions[departement.region].nom,
        "state_province": departement.nom,
        "postal_code": place.code_postal,
        "country": "FR",
        "address_type": "physical",
    }
    if place.complement_adresse:
        address["address_2"] = place.complement_adresse
    if not place.adresse:
        lost.append(Lost("adresse", "", NO_STREET))
    yield "addresses", [address]
    yield "accessibility", list(_doors(place, named))
    yield "schedules", _hours(place, named, lost)
    insee = {"id": named("code-insee"), "link_type": "code_insee", "value": place.code_insee}
    yield "attributes", [insee]


def _hours(place: Place, named: Naming, lost: list[Lost]) -> list[Schedule]:
    made: list[Schedule] = []
    if place.horaires:
        made, unsaid = schedules_of(place.opening_hours, cell_of(place.horaires), "horaires", named)
        lost += unsaid
    if place.horaires_brut:
        made.append({"id": named("horaires-brut"), "notes": place.horaires_brut})
    return made


def _organization(place: Place, named: Naming) -> dict[str, Any]:
    """Who keeps the place. Its description is asked for, and records have none."""
    found: dict[str, Any] = {
        "id": named("organisme"),
        "name": place.structure_parente or place.nom,
        "description": f"L'organisme de ce lieu : {place.nom} ({place.commune}).",
    }
    if pivot := place.pivot:
        kind = "SIRET" if pivot.isdigit() and len(pivot) == 14 else "RNA ou RIDET"
        identifier = {"identifier_type": kind, "identifier": pivot}
        found["organization_identifiers"] = [{"id": named("pivot"), **identifier}]
    return found


def _links(place: Place, around: Surroundings, named: Naming) -> Iterator[dict[str, str]]:
    if place.prise_rdv:
        yield {"id": named("rdv"), "label": "Prendre rendez-vous", "url": place.prise_rdv}
    for number, address in enumerate(place.site_web[1:], 2):
        yield {"id": named(f"site-{number}"), "label": "Site", "url": address}
    if around.site_url:
        address = f"{around.site_url}{place.url}"
        yield {"id": named("fiche"), "label": "Fiche de l'annuaire", "url": address}


def _doors(place: Place, named: Naming) -> Iterator[dict[str, str]]:
    """What is known of entering; the page on Acceslibre with the first."""
    for name, answer in place.accessibilite or ():
        if answer is None:
            continue
        yield {"id": named(name), "description": f"{_DOORS[name]} : {answer}"}
    if place.fiche_acces_libre:
        yield {"id": named("acceslibre"), "url": place.fiche_acces_libre}


def _ways(place: Place) -> Iterator[str]:
    for name, text in place.acces or ():
        if text is not None:
            yield f"{_BY.get(name, 'Voiture')} : {text}"


def _alerts(place: Place) -> Iterator[str]:
    """What is announced, and days on which the usual hours do not hold, with their days."""
    for one in place.annonces:
        yield f"{_period(one.du, one.au)} : {one.texte}"
    for other in place.exceptions:
        why = f" ({other.motif})" if other.motif else ""
        yield f"{_period(other.du, other.au or other.du)} : {cell_of(other.horaires)}{why}."


def _period(first: date, last: date | None) -> str:
    if last is None:
        return f"À partir du {say_date(first)}"
    text = say_period(first, last) if last > first else f"le {say_date(first)}"
    return text[:1].upper() + text[1:]


def _words(place: Place, field: str, around: Surroundings) -> tuple[str, ...]:
    """The words of a list; services and prices with those that labels bring."""
    if field == "services":
        return place.all_services
    if field == "frais_a_charge":
        return place.prices
    if field == "labels":
        national = national_labels(place, around)
        return tuple(national[slug] or slug for slug in place.labels)
    stated: tuple[str, ...] = getattr(place, field)
    return stated


def _parts(
    named: Naming, kind: str, values: Iterable[str], name: str, **more: str
) -> list[dict[str, str]]:
    return [
        {"id": named(f"{kind}-{number}"), name: value, **more}
        for number, value in enumerate(values, 1)
    ]


def _stated(row: Mapping[str, Any]) -> dict[str, Any]:
    """Without what nobody knows. 0 is a coordinate."""
    return {name: value for name, value in row.items() if value or value == 0}


HSDS = ExportFormat(
    name="hsds",
    file="-hsds.json",
    media_type="application/json",
    title="Open Referral (HSDS 3)",
    purpose="Pour les annuaires sociaux d'autres pays, et leurs logiciels.",
    carry=carry,
    encode=json_bytes,
    around=around_list,
    reads_back=True,
)
