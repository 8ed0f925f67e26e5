"""Exported, imported into an empty tree: the same places, but for what the losses tell."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, get_args

import pytest
from data_inclusion.schema.v1 import Service, Structure  # type: ignore[import-untyped]
from geojson_pydantic import FeatureCollection
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from plugins.gazetteer import Gazetteer
from plugins.opendata.formats.hsds import HSDS
from plugins.opendata.formats.inclusion_v1.structure_rows import SERVICES, STRUCTURES
from plugins.opendata.formats.openstreetmap import OPENSTREETMAP
from plugins.records.model.label import Label, gains_of
from plugins.records.model.place import Place
from plugins.records.repository import Repository
from plugins.vocabulary import national
from tests.support.exports import surroundings, written
from tests.support.hsds import SERVICES_SCHEMA
from tests.support.places import gazetteer, in_commune
from tests.support.round_trip import brought_back, differences

FORMS = {
    "data·inclusion": (STRUCTURES, SERVICES),
    "OpenStreetMap": (OPENSTREETMAP,),
    "HSDS": (HSDS,),
}


@pytest.fixture(scope="module", autouse=True)
def gazetteers_read_once() -> Iterator[None]:
    """The names of all communes cost more than an import of a small list."""
    load = cache(Gazetteer.load)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Gazetteer, "load", lambda codes, **_: load(tuple(codes)))
        yield


@pytest.mark.parametrize("name", FORMS)
def test_the_whole_directory_comes_back(
    name: str, repository: Repository, labels: Mapping[str, Label], tmp_path: Path
) -> None:
    places = [repository.places[id_] for id_ in repository.places]
    around = surroundings(labels, Gazetteer.load(()))
    back = brought_back(FORMS[name], places, around, tmp_path)
    assert differences(FORMS[name], places, back, around) == {}


Choose = Callable[[Random], Any]


def some(words: Any, *but: str) -> Choose:
    """Up to three words of a closed list."""
    known = [word for word in get_args(words) if word not in but]
    return lambda chance: chance.sample(known, chance.randrange(4))


def one_of(*values: object) -> Choose:
    return lambda chance: chance.choice(values)


WEEKS = (
    {"mardi": "9h-12h, 14h-17h30"},
    {"lundi": "fermé", "mercredi": "9h-12h", "samedi": "10h-12h30"},
    {"lundi": "9h-12h", "vacances scolaires": "fermé"},
    {"jeudi": "14h-18h", "jours fériés": "fermé"},
    "Mo-Fr 09:00-17:00",
    "Mo[1,3] 09:00-12:00",
    "Jul-Aug Mo-Fr 09:00-12:00",
    None,
)
CHOICES: dict[str, Choose] = {
    # Without «RFS»: data·inclusion has one word for it and for its label.
    "typologie": some(national.Typologie, "RFS"),
    "adresse": one_of("12 rue du Lac", "3 bis avenue des Arts", "Place Haute"),
    "complement_adresse": one_of(None, "Au premier étage"),
    "telephone": one_of([], ["05 61 00 00 00"], ["05 61 00 00 01", "3949"]),
    "courriels": one_of([], ["accueil@exemple.fr", "contact@exemple.fr"]),
    "site_web": one_of([], ["https://www.exemple.fr/a?b=1&c=2", "http://exemple.fr"]),
    "prise_rdv": one_of(None, "https://rdv.exemple.fr/"),
    "horaires": one_of(*WEEKS, "24/7"),
    "permanence": one_of(*WEEKS),
    "services": some(national.Service),
    "publics_specifiquement_adresses": some(national.Public),
    "prise_en_charge_specifique": some(national.PriseEnCharge),
    "frais_a_charge": some(national.Frais),
    "modalites_acces": some(national.ModaliteAcces),
    "modalites_accompagnement": some(national.ModaliteAccompagnement),
    "presentation_resume": one_of(None, "Un coup de main, « ici » & là."),
    "equipements": one_of([], ["wifi"], ["wifi", "ordinateurs", "prêt"]),
    "accessibilite": one_of(None, {"fauteuil": "oui"}, {"fauteuil": "non", "lsf": "oui"}),
    "acces": one_of(None, {"bus": "Ligne 79"}),
    "langues": one_of([], ["fr", "ar"]),
    "itinerance": one_of([], ["Fixe"]),
    "structure_parente": one_of(None, "Communauté de communes du Lac"),
    "autres_formations_labels": one_of([], ["Fabrique numérique du Lac"]),
    "fiche_acces_libre": one_of(None, "https://acceslibre.beta.gouv.fr/app/31-lac/a/erp/lac/"),
    "pivot": one_of(None, "21310254400011"),
    "date_maj": one_of("2024-01-10", "2026-03-03"),
}


@pytest.fixture(scope="module")
def any_places(labels: Mapping[str, Label]) -> list[Place]:
    """One in each of eighty communes, of chance; the same in each run."""
    choices: dict[str, Choose] = {
        **CHOICES,
        "labels": lambda chance: chance.sample(sorted(labels), 2),
    }
    chance = Random(15)
    communes = sorted(gazetteer().communes)[:400:5]
    return [
        in_commune(
            f"31/espace-{code}",
            code,
            gazetteer().communes[code].latitude,
            gazetteer().communes[code].longitude,
            **{field: choose(chance) for field, choose in choices.items()},
        ).gaining(gains_of(labels))
        for code in communes
    ]


@pytest.mark.parametrize("name", FORMS)
def test_any_places_come_back(
    name: str, labels: Mapping[str, Label], any_places: list[Place], tmp_path: Path
) -> None:
    around = surroundings(labels, Gazetteer.load(()))
    back = brought_back(FORMS[name], any_places, around, tmp_path)
    assert differences(FORMS[name], any_places, back, around) == {}


def test_any_places_are_valid(labels: Mapping[str, Label], any_places: list[Place]) -> None:
    around = surroundings(labels, Gazetteer.load(()))
    for form, model in ((STRUCTURES, Structure), (SERVICES, Service)):
        for row in json.loads(written(form, any_places, around)):
            model.model_validate(row, context={"ignore_warnings": False})
            assert row.keys() <= model.model_fields.keys()
    FeatureCollection.model_validate_json(written(OPENSTREETMAP, any_places, around))
    Draft202012Validator(SERVICES_SCHEMA).validate(json.loads(written(HSDS, any_places, around)))
