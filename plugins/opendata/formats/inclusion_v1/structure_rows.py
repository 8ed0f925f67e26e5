"""data·inclusion v1: structures in one file, their services in another, as data·inclusion itself
publishes them.

Source: `data-inclusion-schema` 1.0 (`data_inclusion.schema.v1`). Its validation takes any order in
a list and drops what it does not know without a word: lists are sorted here, and no other field is
sent. What it refuses and a record states is written all the same, and told (ADR 0053).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.opendata.formats.export_format import (
    Carried,
    ExportFormat,
    Lost,
    Surroundings,
    around_list,
    bars_in,
    json_bytes,
)
from plugins.opendata.formats.inclusion_v1 import inclusion_words as words
from plugins.opendata.formats.inclusion_v1.inclusion_parts import (
    last_news,
    source_of,
    stated,
    structure_id,
    where,
)
from plugins.opendata.formats.inclusion_v1.service_rows import (
    NO_SERVICE,
    OF_SERVICES,
    services_of,
)
from plugins.opendata.formats.place_facts import national_labels, osm_hours, unread_phones
from plugins.opendata.formats.unsaid import OWN_NOTES, lost_fields, lost_rest
from plugins.records.model.place import Place

CARRIED = frozenset(
    "nom typologie adresse complement_adresse code_postal code_insee commune latitude longitude "
    "position telephone courriels site_web horaires fiche_acces_libre presentation_resume "
    "presentation_detail labels verifie_le pivot date_maj".split()
)
"""Fields that a structure has room for, in part at least."""

REASONS = {
    **OWN_NOTES,
    "horaires_brut": "Ces horaires ne sont pas compris : le format veut ceux d'OpenStreetMap.",
    "exceptions": "Le format n'a que la semaine habituelle.",
    "itinerance": "Le format ne dit pas si le lieu est fixe ou itinérant.",
    "structure_parente": "Le format ne dit pas de qui le lieu dépend.",
    "autres_formations_labels": "Ce label n'est pas dans la liste des réseaux porteurs.",
    "equipements": "Le format ne dit pas l'équipement.",
    "accessibilite": "Le format n'a que l'adresse d'une fiche Acceslibre.",
    "langues": "Le format ne dit pas les langues parlées.",
    "acces": "Le format ne dit pas comment venir.",
    "annonces": "Le format n'a pas d'annonces datées.",
    "source": "Le format ne dit pas de quelle liste vient une information.",
}
"""Fields that neither a structure nor its services can say."""

CLOSED = "Le format ne sait pas dire qu'un lieu est fermé : le lieu n'y est pas."
MORE_THAN_PERMANENCE = "Le lieu aide aussi hors de ces heures : seules celles du lieu sont dites."
ONE_ONLY = "Le format n'en prend qu'un : le premier est gardé."
NO_NETWORK = "Ce type n'est pas dans la liste des réseaux porteurs."
WIDE_NETWORK = "Le réseau est dit, mais il réunit des lieux de plusieurs types."
NO_LABEL_NETWORK = "Ce label n'est pas dans la liste des réseaux porteurs."
NOT_SIRET = "Le format ne prend qu'un SIRET, de 14 chiffres."
NO_DATE = "La validation officielle veut une date, et la fiche n'en a pas."
ONE_DATE = "Le format n'a qu'une date : la plus récente."
TOO_OLD = "La validation officielle refuse une date d'avant 2000."
SHORT_NAME = "La validation officielle refuse un nom de moins de trois lettres."
SHORT_TEXT = "Le format refuse un texte de moins de cinq lettres."
NO_SITE = "Sans adresse publique du site, la fiche n'a pas de lien."


def carry_structure(place: Place, around: Surroundings) -> Carried:
    """The structure, and all that is lost of a place in both files but what services lose."""
    if place.is_closed:
        return Carried((), (Lost("ferme_le", str(place.ferme_le), CLOSED),))
    lost = [*lost_fields(place, around, REASONS), *unread_phones(place)]
    if not place.all_services:
        lost += lost_fields(place, around, dict.fromkeys(OF_SERVICES, NO_SERVICE))
    elif place.permanence and not place.helps_by_permanence:
        lost += lost_fields(place, around, {"permanence": MORE_THAN_PERMANENCE})
    return Carried((stated(_structure(place, around, lost)),), tuple(lost))


def carry_services(place: Place, around: Surroundings) -> Carried:
    """A row a service of the place, with what they lose."""
    if place.is_closed:
        return Carried(())
    lost: list[Lost] = []
    rows = tuple(services_of(place, source_of(around.site_url), lost))
    if rows:
        lost += bars_in(place, around, ("a_apporter",))
    return Carried(rows, tuple(lost))


def _structure(place: Place, around: Surroundings, lost: list[Lost]) -> Iterator[tuple[str, Any]]:
    source, day = source_of(around.site_url), last_news(place)
    yield "source", source
    yield "id", structure_id(place, source)
    yield "nom", place.nom
    if len(place.nom) < 3:
        lost.append(Lost("nom", place.nom, SHORT_NAME, is_written=True))
    yield "date_maj", day
    if not day:
        lost.append(Lost("date_maj", "", NO_DATE, is_written=True))
    elif day < "2000":
        lost.append(Lost("date_maj", day, TOO_OLD, is_written=True))
    if place.date_maj and str(place.date_maj) != day:
        lost.append(Lost("date_maj", str(place.date_maj), ONE_DATE))
    text = "\n\n".join(filter(None, (place.presentation_resume, place.presentation_detail)))
    yield "description", text if len(text) > 4 else ""
    if 0 < len(text) < 5:
        lost.append(Lost("presentation_resume", text, SHORT_TEXT))
    yield "lien_source", around.site_url and f"{around.site_url}{place.url}"
    is_siret = place.pivot is not None and place.pivot.isdigit() and len(place.pivot) == 14
    yield "siret", place.pivot if is_siret else ""
    if place.pivot and not is_siret:
        lost.append(Lost("pivot", place.pivot, NOT_SIRET))
    yield from where(place, lost)
    yield "telephone", place.phones[0].number if place.phones else ""
    lost += lost_rest("telephone", (phone.number for phone in place.phones[1:]), ONE_ONLY)
    yield "courriel", next(iter(place.courriels), "")
    lost += lost_rest("courriels", place.courriels[1:], ONE_ONLY)
    yield "site_web", next(iter(place.site_web), "")
    lost += lost_rest("site_web", place.site_web[1:], ONE_ONLY)
    text, unsaid = osm_hours(place.opening_hours, "horaires")
    yield "horaires_accueil", text
    lost += unsaid
    yield "accessibilite_lieu", place.fiche_acces_libre
    yield "reseaux_porteurs", _networks(place, around, lost)


def _networks(place: Place, around: Surroundings, lost: list[Lost]) -> list[str]:
    found: set[str] = set()
    for code in place.typologie:
        found.update(words.NETWORK_OF_KIND.get(code, ()))
        if code not in words.NETWORK_OF_KIND:
            lost.append(Lost("typologie", code, NO_NETWORK))
        elif code in words.SEVERAL_KINDS:
            lost.append(Lost("typologie", code, WIDE_NETWORK))
    for slug, value in national_labels(place, around).items():
        if network := words.NETWORK_OF_LABEL.get(value):
            found.add(network)
        else:
            lost.append(Lost("labels", slug, NO_LABEL_NETWORK))
    return sorted(found)


STRUCTURES = ExportFormat(
    name="data-inclusion-structures",
    file="-data-inclusion-structures.json",
    media_type="application/json",
    title="data·inclusion v1 : les structures",
    purpose="Pour data·inclusion et ce qui s'en sert : DORA, les Emplois de l'inclusion.",
    carry=carry_structure,
    encode=json_bytes,
    around=around_list,
    reads_back=True,
)
SERVICES = ExportFormat(
    name="data-inclusion-services",
    file="-data-inclusion-services.json",
    media_type="application/json",
    title="data·inclusion v1 : les services",
    purpose="Les services de ces structures.",
    carry=carry_services,
    encode=json_bytes,
    around=around_list,
)
