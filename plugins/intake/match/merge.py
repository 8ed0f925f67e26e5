"""One record out of several rows: the national list, then the newest; the older fill gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plugins.intake.match.candidate import Origin, RowFields, list_of
from plugins.intake.read.vocabulary import CLOSED

_UNITED = (
    "typologie",
    "services",
    "publics_specifiquement_adresses",
    "prise_en_charge_specifique",
    "labels",
    "autres_formations_labels",
    "modalites_acces",
    "modalites_accompagnement",
    "equipements",
)
_FIRST = (
    "nom",
    "code_insee",
    "commune",
    "pivot",
    "telephone",
    "courriels",
    "site_web",
    "prise_rdv",
    "fiche_acces_libre",
    "itinerance",
    "frais_a_charge",  # united, «Gratuit» and «Payant» would mean nothing
    "structure_parente",
    "presentation_resume",
    "presentation_detail",
)
# Together or not at all: one source's hours in another's text would be wrong.
_HOURS = ("horaires", "horaires_brut")
_ADDRESS = ("adresse", "complement_adresse", "code_postal")
_POINT = ("latitude", "longitude")

Part = tuple[Origin, RowFields]


def by_authority(parts: Iterable[Part]) -> list[Part]:
    """The national France services list first, then the newest; a fixed order between equals."""
    ordered = sorted(parts, key=lambda part: part[0].key)
    ordered.sort(key=lambda part: (part[0].is_official, part[0].date), reverse=True)
    return ordered


def merge(parts: Sequence[Part]) -> RowFields:
    """The fields of one record. Text only; no `source`, `date_maj` is the newest date."""
    ordered = by_authority(parts)
    merged: RowFields = {}
    for name in _FIRST:
        value = next((fields[name] for _, fields in ordered if fields.get(name)), None)
        if value:
            merged[name] = value
    for group, needed in ((_HOURS, None), (_ADDRESS, "adresse"), (_POINT, "latitude")):
        for _, fields in ordered:
            if any(fields.get(name) for name in ([needed] if needed else group)):
                merged.update({name: fields[name] for name in group if fields.get(name)})
                break
    postcode = next((fields["code_postal"] for _, fields in ordered if "code_postal" in fields), "")
    if postcode:
        merged.setdefault("code_postal", postcode)
    for name in _UNITED:
        united = dict.fromkeys(value for _, fields in ordered for value in list_of(fields, name))
        if united:
            merged[name] = _ordered(name, list(united))
    dates = [origin.date for origin, _ in ordered if origin.date]
    if dates:
        merged["date_maj"] = max(dates)
    return merged


def sources(parts: Sequence[Part]) -> list[dict[str, str]]:
    """The `source` entries of a record, one a row, in the order of authority."""
    return [origin.entry() for origin, _ in by_authority(parts)]


def _ordered(name: str, values: list[str]) -> list[str]:
    if name in CLOSED:
        return sorted(values, key=CLOSED[name].index)
    return sorted(values) if name == "labels" else values
