"""Names that are a town and somebody: «Lafat - Marie Exemple», as lists of advisers write."""

from __future__ import annotations

import re
from collections.abc import Callable

from plugins.gazetteer import normalize
from plugins.records.persons.honoured_names import HONOURED
from plugins.records.persons.person_names import is_a_person

NAME_LEFT_OUT = (
    "nom : celui d'une personne, à côté de la commune, non repris ; écrivez celui du lieu"
)
_JOINT = re.compile(r"\s+[-–—/]\s*|\s*[-–—/]\s+")


def without_adviser(name: str, is_commune: Callable[[str], bool]) -> str:
    """What is left of a name without the person whom it adds to a town; the name itself when it
    adds none. `is_commune`: whether a text is a commune's name."""
    parts = [part for part in _JOINT.split(name.strip()) if part]
    people = [part for part in parts if is_a_person(part) and normalize(part) not in HONOURED]
    towns = [part for part in parts if part not in people]
    if not people or not towns or not all(map(is_commune, towns)):
        return name
    return " - ".join(towns)
