"""OpenStreetMap: GeoJSON whose properties are tags, to be compared with the map in JOSM.

A tag says what the record says and nothing near it: OpenStreetMap wants one main feature, the very
point of the door, hours in its own words, 255 letters at most (ADR 0053). Its words are those of
its wiki; `plugins/intake/read/layouts/annuaire-openstreetmap.yaml` reads them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plugins.opendata.formats.export_format import (
    Carried,
    ExportFormat,
    Lost,
    Surroundings,
    around_features,
    json_bytes,
    value_line,
)
from plugins.opendata.formats.place_facts import (
    beside_source_names,
    osm_hours,
    point_of,
    unread_phones,
)
from plugins.opendata.formats.unsaid import OWN_NOTES, lost_fields, lost_rest
from plugins.records.model.place import Place

CARRIED = frozenset(
    "nom typologie adresse code_postal commune latitude longitude position telephone courriels "
    "site_web horaires permanence presentation_resume structure_parente equipements accessibilite "
    "verifie_le pivot date_maj source ferme_le".split()
)
"""Fields that tags have words for, in part at least."""

REASONS = {
    **OWN_NOTES,
    "code_insee": "La carte connaît déjà la commune de chaque point.",
    "complement_adresse": "Il n'y a pas de mot sûr pour le bâtiment ou l'étage.",
    "prise_rdv": "Il n'y a pas de mot reconnu pour prendre rendez-vous.",
    "horaires_brut": "Ces horaires ne sont pas compris.",
    "exceptions": "Seule la semaine habituelle est donnée.",
    "itinerance": "La carte n'a pas de mot pour « fixe » : tout y reste en place.",
    "services": "Il n'y a pas de mot reconnu pour l'aide au numérique.",
    "publics_specifiquement_adresses": "Il n'y a pas de mot reconnu pour ces publics.",
    "prise_en_charge_specifique": "Il n'y a pas de mot reconnu.",
    "frais_a_charge": "Le prix d'une aide n'est pas le prix d'entrée du lieu.",
    "modalites_acces": "Il n'y a pas de mot reconnu.",
    "modalites_accompagnement": "Il n'y a pas de mot reconnu.",
    "autres_formations_labels": "Il n'y a pas de mot reconnu pour les labels.",
    "fiche_acces_libre": "Il n'y a pas de mot reconnu pour cette adresse.",
    "presentation_detail": "Un texte long n'a pas sa place sur la carte.",
    "labels": "Il n'y a pas de mot reconnu pour les labels.",
    "langues": "Il n'y a pas de mot reconnu pour les langues parlées.",
    "acces": "La carte montre elle-même les arrêts et les parkings.",
    "a_apporter": "Il n'y a pas de mot reconnu.",
    "annonces": "La carte ne dit que ce qui dure.",
}

MOVES = "La carte ne montre que ce qui reste en place : ce lieu qui se déplace n'y est pas."
CLOSED = "La carte ne montre que ce qui existe : ce lieu fermé n'y est pas."
ONE_MAIN = "La carte n'a pas de mot sûr pour ce type, ou en a déjà un autre pour ce lieu."
ONE_SITE = "La carte n'a qu'une adresse de site : la première est gardée."
TOO_LONG = "La carte ne prend pas plus de 255 lettres."
ONLY_NAMES = "La carte ne dit que le nom des sources."
NO_WORD = "Il n'y a pas de mot reconnu."
NOT_FRENCH = "La carte ne connaît que le SIRET et le RNA."

LONGEST = 255
"""Letters that the database of OpenStreetMap takes in a value."""

MAIN_TAGS: Mapping[str, tuple[str, str]] = {
    "BIB": ("amenity", "library"),
    "CS": ("amenity", "social_centre"),
    "LA_POSTE": ("amenity", "post_office"),
    "MUNI": ("amenity", "townhall"),
    "FT": ("office", "employment_agency"),
    "ASSO": ("office", "association"),
}
"""What a place is, by code of `typologie`, where both words mean the same."""

_NUMBERED = re.compile(
    r"(\d{1,4}(?: ?(?:bis|ter|quater|[A-Za-z]))?) +"
    r"((?:all[ée]e|avenue|boulevard|chemin|cours|esplanade|faubourg|impasse|mail|passage|place"
    r"|promenade|quai|route|rue|sentier|square|voie)\b.+)",
    re.IGNORECASE,
)
_INTERNET = {"wifi": "wlan", "ordinateurs": "terminal"}
_MACHINES = {"imprimante": "service:print", "scanner": "service:scan"}
_ANSWERS = {"oui": "yes", "non": "no"}
_DOORS = {"fauteuil": "wheelchair", "boucle_magnetique": "hearing_loop"}


def carry(place: Place, around: Surroundings) -> Carried:
    """The feature of a place; none for one that is closed for good, or that moves."""
    if place.is_closed:
        return Carried((), (Lost("ferme_le", str(place.ferme_le), CLOSED),))
    if place.is_itinerant:
        return Carried((), (Lost("itinerance", value_line(place.itinerance), MOVES),))
    lost = [*lost_fields(place, around, REASONS), *unread_phones(place)]
    latitude, longitude, approximate = point_of(place)
    lost += approximate
    lost += beside_source_names(place, ONLY_NAMES)
    tags = {}
    for name, field, value in _tags(place, around, lost):
        if len(value) > LONGEST:
            lost.append(Lost(field, value_line(value), TOO_LONG))
        elif value:
            tags[name] = value
    point = {"type": "Point", "coordinates": [longitude, latitude]}
    geometry = None if latitude is None else point
    feature = {"type": "Feature", "id": place.id, "geometry": geometry, "properties": tags}
    return Carried((feature,), tuple(lost))


def _tags(place: Place, around: Surroundings, lost: list[Lost]) -> Iterator[tuple[str, str, str]]:
    """Key, field of the record, value."""
    yield "name", "nom", place.nom
    main = next((code for code in place.typologie if code in MAIN_TAGS), None)
    if main is not None:
        key, value = MAIN_TAGS[main]
        yield key, "typologie", value
    lost += lost_rest("typologie", (code for code in place.typologie if code != main), ONE_MAIN)
    yield from _address(place)
    phones = (phone.display if phone.is_short else _spaced(phone.number) for phone in place.phones)
    yield "phone", "telephone", ";".join(phones)
    yield "email", "courriels", ";".join(place.courriels)
    yield "website", "site_web", next(iter(place.site_web), "")
    lost += lost_rest("site_web", place.site_web[1:], ONE_SITE)
    for name, field, hours in (
        ("opening_hours", "horaires", place.opening_hours),
        ("opening_hours:permanence", "permanence", place.permanence_hours),
    ):
        text, unsaid = osm_hours(hours, field)
        yield name, field, text
        lost += unsaid
    yield "description", "presentation_resume", place.presentation_resume or ""
    yield "operator", "structure_parente", place.structure_parente or ""
    yield from _identity(place, lost)
    yield from _inside(place, lost)
    yield "check_date", "verifie_le", str(place.verifie_le or "")
    yield "source", "source", ";".join(dict.fromkeys(source.nom for source in place.source))
    yield "source:date", "date_maj", str(place.date_maj or "")
    yield "source:url", "nom", f"{around.site_url}{place.url}"


def _address(place: Place) -> Iterator[tuple[str, str, str]]:
    """A number and its street where nothing else can be meant; the whole line otherwise."""
    street = place.adresse or ""
    if found := _NUMBERED.fullmatch(street):
        yield "addr:housenumber", "adresse", found[1]
        yield "addr:street", "adresse", found[2]
    else:
        yield "addr:full", "adresse", street
    yield "addr:postcode", "code_postal", place.code_postal
    yield "addr:city", "commune", place.commune


def _identity(place: Place, lost: list[Lost]) -> Iterator[tuple[str, str, str]]:
    pivot = place.pivot or ""
    if pivot.isdigit() and len(pivot) == 14:
        yield "ref:FR:SIRET", "pivot", pivot
    elif re.fullmatch(r"W\d{9}", pivot):
        yield "ref:FR:RNA", "pivot", pivot
    elif pivot:
        lost.append(Lost("pivot", pivot, NOT_FRENCH))


def _inside(place: Place, lost: list[Lost]) -> Iterator[tuple[str, str, str]]:
    """What one can use there, and how one gets in."""
    internet = (_INTERNET[one] for one in place.equipements if one in _INTERNET)
    yield "internet_access", "equipements", ";".join(sorted(internet, reverse=True))
    for one in place.equipements:
        if one in _MACHINES:
            yield _MACHINES[one], "equipements", "yes"
        elif one not in _INTERNET:
            lost.append(Lost("equipements", one, NO_WORD))
    for name, answer in place.accessibilite or ():
        if answer and name in _DOORS:
            yield _DOORS[name], "accessibilite", _ANSWERS[answer]
        elif answer:
            lost.append(Lost("accessibilite", f"{name} : {answer}", NO_WORD))


def _spaced(number: str) -> str:
    """«+33561000000» as the wiki writes numbers: «+33 5 61 00 00 00»."""
    if number.startswith("+33") and len(number) == 12:
        pairs = " ".join(number[at : at + 2] for at in range(4, 12, 2))
        return f"+33 {number[3]} {pairs}"
    return number


OPENSTREETMAP = ExportFormat(
    name="openstreetmap",
    file="-openstreetmap.geojson",
    media_type="application/geo+json",
    title="OpenStreetMap",
    purpose="Pour comparer avec la carte, dans JOSM. Rien ne s'y verse sans relecture.",
    carry=carry,
    encode=json_bytes,
    around=around_features,
    reads_back=True,
)
"""«31-openstreetmap.geojson»."""
