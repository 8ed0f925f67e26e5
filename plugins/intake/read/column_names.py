"""Everyday names of columns, and the field of the national schema that each one means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plugins.common.phrase_list import phrase_list

FIELDS = frozenset(
    """id pivot nom commune code_postal code_insee adresse complement_adresse latitude longitude
    typologie telephone courriels site_web horaires presentation_resume presentation_detail source
    itinerance structure_parente date_maj services publics_specifiquement_adresses
    prise_en_charge_specifique frais_a_charge dispositif_programmes_nationaux formations_labels
    autres_formations_labels modalites_acces modalites_accompagnement fiche_acces_libre prise_rdv
    departement equipements horaires_brut permanence point telephone_brut accessibilite
    transports""".split()
)
"""What a layout may fill: the 32 fields of the national schema, those of common tables; `point`
is a latitude and a longitude in one cell."""

_POINTS = phrase_list(
    """coord|coordonnee|coordonnees|coordonnees xy|coordonnees wgs84|coordonnees geographiques
    |coordonnees gps|coordinates|coords|geo|geo point|geo point 2d|geolocalisation|geom
    |geometrie|geometry|geopoint|gps|lat lng|lat lon|lat long|latitude longitude|latlng|latlon
    |latlong|localisation|localisation gps|localisation geographique|point geo|point gps
    |position|the geom|wgs84|wkt|x y|xy|y x"""
)
_LAT, _LON = r"(?:lat|latitude|y)", r"(?:lon|lng|long|longitude|x)"
_PART_OF_POINT = re.compile(rf"(.+) (?:({_LAT})|{_LON}|coordinates)")
_OF_A_GRID = re.compile(r" (?:wgs84|4326|epsg 4326|2d)$")
_AXIS = re.compile(rf"(?:({_LAT})|{_LON})(?: (?:wgs ?84|gps|4326|{_LAT}|{_LON}))?")

_OTHER_NAMES: Mapping[str, str] = {
    "identifiant": "id",
    "siret": "pivot",
    "nom du lieu": "nom",
    "nom de la structure": "nom",
    "nom structure": "nom",
    "nom lieu": "nom",
    "nom de l etablissement": "nom",
    "etablissement": "nom",
    "intitule": "nom",
    "lieu": "nom",
    "structure": "nom",
    "ville": "commune",
    "nom commune": "commune",
    "nom de la commune": "commune",
    "cp": "code_postal",
    "insee": "code_insee",
    "code commune": "code_insee",
    "code insee commune": "code_insee",
    "adresse postale": "adresse",
    "adresse du lieu": "adresse",
    "adresse de la structure": "adresse",
    "adresse complete": "adresse",
    "rue": "adresse",
    "voie": "adresse",
    "complement": "complement_adresse",
    "complement d adresse": "complement_adresse",
    "lat": "latitude",
    "lon": "longitude",
    "lng": "longitude",
    "long": "longitude",
    "type": "typologie",
    "tel": "telephone",
    "telephones": "telephone",
    "numero de telephone": "telephone",
    "telephone fixe": "telephone",
    "telephone du lieu": "telephone",
    "courriel": "courriels",
    "email": "courriels",
    "e mail": "courriels",
    "mail": "courriels",
    "adresse mail": "courriels",
    "adresse e mail": "courriels",
    "adresse electronique": "courriels",
    "site": "site_web",
    "site internet": "site_web",
    "url": "site_web",
    "horaires d ouverture": "horaires",
    "horaire": "horaires",
    "permanences": "permanence",
    "horaires de permanence": "permanence",
    "horaires des permanences": "permanence",
    "heures de permanence": "permanence",
    "jours de permanence": "permanence",
    "date de mise a jour": "date_maj",
    "publics accueillis": "publics_specifiquement_adresses",
    "profils": "publics_specifiquement_adresses",
    "conditions acces": "frais_a_charge",
    "conditions access": "frais_a_charge",
    "modes accueil": "modalites_acces",
    "modes mobilisation": "modalites_acces",
    "modes orientation beneficiaire": "modalites_acces",
    "labels nationaux": "dispositif_programmes_nationaux",
    "labels autres": "autres_formations_labels",
    "rdv": "prise_rdv",
    "wifi": "equipements",
}

PERHAPS_PROJECTED = re.compile(r"[xy](?: .*)?|.* [xy]")
"""Folded names of columns whose numbers may be metres: read where no other column tells a point."""


_GLUED = {name.replace(" ", ""): field for name, field in _OTHER_NAMES.items() if " " in name} | {
    name.replace(" ", ""): "point" for name in _POINTS if len(name) > 5
}
"""The same names as forms glue them: «adresseelectronique», «coordonneesgps»."""


def field_of(folded: str) -> str:
    """The field that a folded column name means; "" when it is not known."""
    name = folded.replace(" ", "_")
    if name in FIELDS:
        return name
    known = _OTHER_NAMES.get(folded, "") or _of_point(folded)
    return known or _GLUED.get(folded.replace(" ", ""), "")


def _of_point(folded: str) -> str:
    """The field of a column that holds a point or, undone from JSON, half of one."""
    folded = folded.replace("wgs 84", "wgs84")
    if folded in _POINTS or _OF_A_GRID.sub("", folded) in _POINTS:
        return "point"
    if axis := _AXIS.fullmatch(folded):
        return "latitude" if axis[1] else "longitude"
    part = _PART_OF_POINT.fullmatch(folded)
    if part is None or part[1] not in _POINTS:
        return ""
    return "latitude" if part[2] else "point" if folded.endswith("coordinates") else "longitude"
