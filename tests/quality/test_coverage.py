"""How far help is, and for how many people: counted again here, in another way."""

from __future__ import annotations

from math import inf
from pathlib import Path

import pytest

from plugins.gazetteer import Gazetteer, distance_km
from plugins.quality.areas import area_of, desk_areas
from plugins.quality.computed.reach import NEED_SLUGS
from plugins.quality.terminal import UNKNOWN_CENTRES, told
from plugins.records.writing.record_layout import dump_record
from tests.support.desk import BALMA, LABEGE, SICOVAL, directory, table

DEMARCHES, APPRENDRE = NEED_SLUGS.index("demarches"), NEED_SLUGS.index("apprendre")
POINTS = {DEMARCHES: [(43.5309, 1.5308)], APPRENDRE: [(43.6103, 1.4989)]}


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return directory(tmp_path, labege=LABEGE, balma=BALMA)


@pytest.mark.parametrize("rank", [DEMARCHES, APPRENDRE])
@pytest.mark.parametrize("code", ["31", SICOVAL])
def test_people_are_counted_by_the_centre_of_their_commune(two: Path, rank: int, code: str):
    gazetteer = Gazetteer.load(["31"])
    area = area_of(gazetteer, code)
    assert area
    expected = {5: [0, 0], 10: [0, 0], 20: [0, 0]}
    for member in area.communes:
        commune = gazetteer.communes[member]
        assert commune.latitude is not None
        assert commune.longitude is not None
        away = min(
            distance_km(commune.latitude, commune.longitude, *point) for point in POINTS[rank]
        )
        for limit, counted in expected.items():
            if away > limit:
                counted[0] += commune.population or 0
                counted[1] += 1
    found = table(two, code).sums.coverage[rank]
    assert {one.km: [one.people, one.communes] for one in found.beyond} == expected
    assert found.places == (1 if code == "31" or rank == DEMARCHES else 0)


def test_a_need_that_nobody_states_is_far_from_everybody(two: Path):
    sums = table(two).sums
    nobody = sums.coverage[NEED_SLUGS.index("s-equiper")]
    assert nobody.is_nowhere
    assert {one.people for one in nobody.beyond} == {sums.people}


def test_a_label_brings_its_help(tmp_path: Path):
    directory(tmp_path, labege=LABEGE | {"services": [], "labels": ["france-services"]})
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "france-services.yaml").write_text(
        "nom: France services\nnature: label\nresume: On vous aide.\nstatut: actif\n"
        "apporte:\n  services:\n    - Aide aux démarches administratives\n",
        encoding="utf-8",
    )
    line = next(one for one in table(tmp_path).communes if one.nom == "Labège")
    assert line.km[DEMARCHES] != inf


@pytest.mark.parametrize(
    "changes",
    [
        {"ferme_le": "2026-01-01"},
        {"telephone": [], "adresse": "", "services": ["Aide aux démarches administratives"]},
    ],
    ids=["closed", "nobody can be asked"],
)
def test_what_helps_nobody_is_no_help(tmp_path: Path, changes: dict[str, object]):
    fields = {name: value for name, value in (LABEGE | changes).items() if value}
    directory(tmp_path, labege=fields)
    assert table(tmp_path).sums.coverage[DEMARCHES].is_nowhere


def test_a_place_without_a_point_stands_at_the_centre_of_its_commune(tmp_path: Path):
    fields = {k: v for k, v in LABEGE.items() if k not in ("latitude", "longitude")}
    directory(tmp_path, labege=fields)
    line = next(one for one in table(tmp_path).communes if one.nom == "Labège")
    assert line.km[DEMARCHES] == 0


def test_where_no_centre_is_known_nothing_is_said_of_distances(tmp_path: Path):
    noumea = LABEGE | {
        "nom": "Médiathèque de Nouméa",
        "code_insee": "98818",
        "code_postal": "98800",
        "commune": "Nouméa",
        "telephone": ["+687 24 20 90"],
        "latitude": "-22.27",
        "longitude": "166.44",
    }
    (tmp_path / "988").mkdir()
    (tmp_path / "988" / "noumea.yaml").write_text(dump_record(noumea), encoding="utf-8")
    found = table(tmp_path, "988")
    assert all(coverage.is_unknown for coverage in found.sums.coverage)
    assert {one.people for one in found.sums.coverage[0].beyond} == {0}
    said = "\n".join(told(found))
    assert "plus de 5 km" in said
    assert "(0 %)" not in said
    assert said.count(UNKNOWN_CENTRES) == len(NEED_SLUGS)


def test_communes_without_a_place_are_counted_with_their_people(two: Path):
    gazetteer = Gazetteer.load(["31"])
    sums = table(two).sums
    others = [c for code, c in gazetteer.communes.items() if code not in ("31254", "31044")]
    assert len(sums.without) == len(others)
    assert sums.without_people == sum(commune.population or 0 for commune in others)


def test_every_person_counts_once_for_the_calls(two: Path):
    found = table(two)
    assert abs(sum(line.people for line in found.places) - found.sums.people) <= len(found.places)


def test_every_covered_territory_has_a_desk_of_its_own():
    gazetteer = Gazetteer.load(["31", "17"])
    areas = list(desk_areas(gazetteer))
    assert len({area.url for area in areas}) == len(areas) == 2 + len(gazetteer.epcis)
    assert {c for area in areas if area.kind == "epci" for c in area.communes} <= set(
        gazetteer.communes
    )
