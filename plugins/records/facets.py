"""What a list of places can be narrowed to: one short word a fact that the record states.

Lists carry these words beside each place, as the addresses of filters do (`#besoin-demarches`). A
place of which a fact is not known does not have the word: only an open question, never a «no».
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from plugins.records.needs import NEEDS

if TYPE_CHECKING:
    from plugins.records.model.place import Place

FREE, WHEELCHAIR, WALK_IN, APPOINTMENT = "gratuit", "fauteuil", "sans-rendez-vous", "rendez-vous"
FACETS: tuple[str, ...] = (
    *(f"besoin-{need.slug}" for need in NEEDS),
    FREE,
    WHEELCHAIR,
    WALK_IN,
    APPOINTMENT,
)
"""All the words, in the order in which filters show them."""


def facets_of(place: Place) -> tuple[str, ...]:
    """The words of a place, in the order of `FACETS`."""
    found = [f"besoin-{need.slug}" for need in place.needs]
    if place.fees == "free":
        found.append(FREE)
    if place.accessibilite and place.accessibilite.fauteuil == "oui":
        found.append(WHEELCHAIR)
    if "Se présenter" in place.modalites_acces:
        found.append(WALK_IN)
    if place.prise_rdv or "Prendre un RDV en ligne" in place.modalites_acces:
        found.append(APPOINTMENT)
    return tuple(found)
