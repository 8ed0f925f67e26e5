"""Services of data·inclusion v1: one for each national service of a place, of its record or of its
labels. A place that states none has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plugins.gazetteer import slugify
from plugins.opendata.formats.export_format import Lost, value_line
from plugins.opendata.formats.inclusion_v1 import inclusion_words as words
from plugins.opendata.formats.inclusion_v1.inclusion_parts import (
    last_news,
    stated,
    structure_id,
    where,
)
from plugins.opendata.formats.place_facts import osm_hours
from plugins.records.model.place import Place
from plugins.records.writing.one_row import cell_of

OF_SERVICES = (
    "permanence", "publics_specifiquement_adresses", "prise_en_charge_specifique",
    "frais_a_charge", "modalites_acces", "modalites_accompagnement", "prise_rdv", "a_apporter",
)  # fmt: skip
"""Fields of a place that only its services say, beside `services` itself."""

NO_SERVICE = "Le format le dit d'un service, et la fiche ne dit aucun service."
SEVERAL_TYPES = "Le format ne dit qu'une façon d'aider par service."
NO_LINK = "Le format veut l'adresse du rendez-vous en ligne, et la fiche ne la dit pas."

_NOBODY_COMES = "Ce lieu n'accueille pas de public"
_REMOTE = "À distance"


def services_of(place: Place, source: str, lost: list[Lost]) -> Iterator[dict[str, Any]]:
    """A row a service; `lost` takes what none of them says."""
    if not place.all_services:
        return
    day, structure = last_news(place), structure_id(place, source)
    common = stated(_common(place, lost))
    dated = {"date_maj": day} if day else {}
    for service in place.all_services:
        yield {
            "source": source,
            "structure_id": structure,
            "id": f"{structure}--{slugify(service)}",
            "nom": service,
            "description": _description(place, service),
            **dated,
            "thematiques": words.THEMES[service],
            **common,
        }


def _description(place: Place, service: str) -> str:
    text = f"{service}. Lieu : {place.nom} ({place.commune})."
    return f"{text} {place.presentation_resume}" if place.presentation_resume else text


def _common(place: Place, lost: list[Lost]) -> Iterator[tuple[str, Any]]:
    """What all services of a place say alike, in the order of the schema."""
    yield from _help(place, lost)
    yield from where(place)
    contact = set(place.modalites_acces)
    yield "modes_accueil", sorted(_welcome(place))
    yield "lien_mobilisation", place.prise_rdv
    if place.prise_rdv is None and "Prendre un RDV en ligne" in contact:
        lost.append(Lost("modalites_acces", "Prendre un RDV en ligne", NO_LINK))
        contact.remove("Prendre un RDV en ligne")
    yield "modes_mobilisation", sorted(words.CONTACT[way] for way in contact & words.CONTACT.keys())
    beside = [way for way in place.modalites_acces if way not in words.CONTACT]
    yield "mobilisation_precisions", cell_of(beside)
    if place.helps_by_permanence:
        text, unsaid = osm_hours(place.permanence_hours, "permanence")
        yield "horaires_accueil", text
        lost += unsaid


def _help(place: Place, lost: list[Lost]) -> Iterator[tuple[str, Any]]:
    """How one is helped, for what price, and who."""
    types = [words.TYPES[way] for way in place.modalites_accompagnement if way in words.TYPES]
    yield "type", types[0] if len(types) == 1 else ""
    if len(types) > 1:
        told = value_line(place.modalites_accompagnement)
        lost.append(Lost("modalites_accompagnement", told, SEVERAL_TYPES))
    fees = words.FEES.get(place.prices, "")
    yield "frais", fees
    yield "frais_precisions", "" if fees else cell_of(place.prices)
    yield "publics", sorted(words.PUBLICS[one] for one in place.publics_specifiquement_adresses)
    yield "publics_precisions", cell_of(place.prise_en_charge_specifique)
    if place.a_apporter:
        yield "conditions_acces", f"À apporter : {cell_of(place.a_apporter)}"


def _welcome(place: Place) -> Iterator[str]:
    """Where one is helped, as far as the record says it."""
    if _REMOTE in place.modalites_accompagnement:
        yield "a-distance"
    on_site = words.TYPES.keys() & place.modalites_accompagnement
    comes = on_site or "Se présenter" in place.modalites_acces
    if comes and _NOBODY_COMES not in place.modalites_acces:
        yield "en-presentiel"
