"""What comes back when an export is imported into an empty tree, and what differs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.hours import OpeningHours
from plugins.intake import run_import
from plugins.opendata.formats.export_format import ExportFormat, Surroundings
from plugins.records.model.fields import PlaceFields
from plugins.records.model.place import Place
from plugins.records.repository import read_repository
from tests.support.exports import carried, written
from tests.support.sites import ROOT

TODAY = date(2026, 11, 30)
OF_THE_RECORD = frozenset(
    "id source date_maj verifie_le anciens_ids nom_confirme non_repris distinct_de".split()
)
"""Fields that an import writes by itself: they say where the record comes from now."""
NOT_IMPORTED = frozenset(("langues", "a_apporter", "annonces"))
"""Fields that `annuaire import` reads in no list."""


def brought_back(
    forms: Sequence[ExportFormat], places: Sequence[Place], around: Surroundings, folder: Path
) -> list[Place]:
    """The places of a tree that held nothing but labels, after the import of the first file; the
    files of the other formats lie beside it."""
    for form in forms:
        (folder / f"lieux{form.file}").write_bytes(written(form, places, around))
    tree = folder / "places"
    shutil.copytree(ROOT / "places" / "labels", tree / "labels")
    confirmed = [one.nom for one in places]
    run_import(folder / f"lieux{forms[0].file}", tree, today=TODAY, confirmed=confirmed)
    found = read_repository(tree, Gazetteer.load(()), TODAY).places
    return [found[id_] for id_ in found]


def differences(
    forms: Sequence[ExportFormat],
    places: Iterable[Place],
    back: Iterable[Place],
    around: Surroundings,
) -> dict[str, dict[str, tuple[object, object]]]:
    """By place, the fields that came back otherwise though no format says to have lost them; the
    field «» of a place that did not come back."""
    by_name = {(one.nom, one.code_insee, one.adresse): one for one in back}
    found: dict[str, dict[str, tuple[object, object]]] = {}
    for one in places:
        carry = [carried(form, one, around) for form in forms]
        lost = {loss.field for each in carry for loss in each.lost}
        if not carry[0].rows:
            continue
        twin = by_name.get((one.nom, one.code_insee, one.adresse))
        if twin is None:
            found[one.id] = {"": (one.nom, None)}
        elif told := _told(one, twin, lost | _tied(lost)):
            found[one.id] = told
    return found


def _told(one: Place, twin: Place, lost: set[str]) -> dict[str, tuple[object, object]]:
    pairs = {
        name: (_comparable(one, name), _comparable(twin, name))
        for name in PlaceFields.model_fields
        if name not in lost | OF_THE_RECORD | NOT_IMPORTED
    }
    if twin.position:  # an import doubts a point that nothing confirms
        pairs.pop("position", None)
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _tied(lost: set[str]) -> set[str]:
    """Fields that go with another."""
    ties = {
        "latitude": {"longitude", "position"},
        "labels": {"services", "frais_a_charge"},  # they say some of their places
    }
    return {name for field in lost for name in ties.get(field, ())}


def _comparable(one: Place, name: str) -> object:
    """What a field amounts to: labels say some services and prices, hours have many spellings."""
    hours: Mapping[str, OpeningHours | None] = {
        "horaires": one.opening_hours,
        "permanence": one.permanence_hours,
    }
    if name in hours:
        found = hours[name]
        return found.expression if found else ""
    if name == "telephone":  # an import takes no mobile number of a list that anybody made
        return {phone.number for phone in one.phones if not phone.is_mobile}
    if name == "structure_parente" and one.structure_parente == one.nom:
        return None
    value = {"services": one.all_services, "frais_a_charge": one.prices}.get(name)
    value = getattr(one, name) if value is None else value
    return set(value) if isinstance(value, tuple) else value or None
