"""What a person can act on comes first, then what is near; what nobody knows comes last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.records.entry import Entry, entry_of
from plugins.records.what_helps import Usefulness, is_blank, usefulness_of
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.usefulness import (
    UNKNOWN_FACT_KM,
    NearEntry,
    around_a_commune,
    in_its_commune,
)
from tests.support.places import entry, gazetteer, place

LABEGE, TOULOUSE, CASTANET = "31254", "31555", "31113"
HELP = {"services": ["Aide aux démarches administratives"]}
POINT = {"latitude": "43.53", "longitude": "1.51"}


@dataclass
class Case:
    """What a record states, and what a resident can do with it."""

    states: Mapping[str, Any] = field(default_factory=dict)
    expected: Usefulness = Usefulness.BLANK


@pytest.mark.parametrize(
    "case",
    [
        Case({"telephone": ["05 61 00 00 00"]}, Usefulness.REACHABLE),
        Case({"prise_rdv": "https://rdv.exemple.fr/"}, Usefulness.REACHABLE),
        Case({"courriels": ["a@exemple.fr"]}, Usefulness.KNOWN),
        Case({"site_web": ["https://exemple.fr"]}, Usefulness.KNOWN),
        Case({"horaires": {"lundi": "9h-12h"}}, Usefulness.KNOWN),
        Case({"horaires_brut": "selon les jours"}, Usefulness.KNOWN),
        Case({"permanence": {"lundi": "9h-12h"}}, Usefulness.KNOWN),
        Case({**HELP, "adresse": "1 rue de l'Exemple"}, Usefulness.KNOWN),
        Case({"adresse": "1 rue de l'Exemple"}),
        Case(HELP),
        Case(POINT),
        Case(),
    ],
    ids=lambda case: ",".join(case.states) or "nothing",
)
def test_what_a_resident_can_do(case: Case):
    found = entry_of(place(**case.states), b"")
    assert usefulness_of(found) is case.expected
    assert is_blank(found) == (case.expected is Usefulness.BLANK)


def blank(one: Entry) -> Entry:
    return one._replace(has_phone=False, has_hours=False)


def near_entry(
    number: int,
    km: float | None,
    facts: tuple[bool, bool, bool, bool],
    needs: tuple[str, ...],
    rough: bool,
) -> NearEntry:
    phone, booking, message, hours = facts
    one = entry(f"31/p{number}", LABEGE)._replace(
        has_phone=phone,
        books_online=booking,
        has_message=message,
        has_hours=hours,
        needs=needs,
        has_address=not rough,
    )
    return NearEntry(one, km, rough)


nears = st.builds(
    near_entry,
    st.integers(0, 99),
    st.none() | st.floats(0, 40),
    st.tuples(*[st.booleans()] * 4),
    st.sampled_from([(), ("demarches",)]),
    st.booleans(),
)


@given(st.lists(nears, max_size=12), st.sampled_from([in_its_commune, around_a_commune]))
def test_in_any_list_the_reachable_come_first_and_the_blank_last(found, order):
    listed = sorted(found, key=order)
    ranks = [usefulness_of(near.entry) for near in listed]
    assert ranks == sorted(ranks)
    for near, after in pairwise(listed):
        if alike(near) == alike(after) and near.distance_km is not None:
            assert after.distance_km is None or near.distance_km <= after.distance_km


def alike(near: NearEntry) -> tuple[object, ...]:
    one = near.entry
    return usefulness_of(one), one.has_hours, one.needs, near.is_approximate


@given(nears)
def test_a_key_is_a_finite_number(near: NearEntry):
    for order in (in_its_commune, around_a_commune):
        assert all(isfinite(part) for part in order(near) if isinstance(part, float))


def test_a_fact_that_nobody_knows_counts_as_a_walk():
    known = NearEntry(entry("31/b", LABEGE)._replace(needs=("demarches",)), 1.5, False)
    unsure = NearEntry(entry("31/a", LABEGE), 1.0, False)
    near = NearEntry(entry("31/c", LABEGE), 1.4 - UNKNOWN_FACT_KM, False)
    for order in (in_its_commune, around_a_commune):
        assert sorted([unsure, known], key=order) == [known, unsure]
        assert sorted([known, near], key=order) == [near, known]


def test_doors_come_before_approximate_points():
    rough = NearEntry(entry("31/a", LABEGE), 0.3, True)
    exact = NearEntry(entry("31/b", LABEGE), 0.8, False)
    far = NearEntry(entry("31/c", LABEGE), 3.2, False)
    assert sorted([rough, far, exact], key=in_its_commune) == [exact, far, rough]
    assert sorted([far, rough, exact], key=around_a_commune) == [exact, rough, far]


def test_what_nobody_knows_is_last_at_home_and_not_shown_to_neighbours():
    unknown = blank(entry("31/a", LABEGE, 43.53, 1.51))
    others = [entry(f"31/b{n}", LABEGE, 43.55, 1.53) for n in range(9)]
    neighbourhood = Neighbourhood(gazetteer(), [unknown, *others])
    assert [near.entry.id for near in neighbourhood.here(LABEGE, 10)][-1] == "31/a"
    assert "31/a" not in [near.entry.id for near in neighbourhood.nearest(CASTANET)]
    assert neighbourhood.count(LABEGE) == 10


def test_a_small_directory_shows_what_it_has():
    unknown = blank(entry("31/a", LABEGE, 43.53, 1.51))
    other = entry("31/b", LABEGE, 43.6, 1.6)
    listed = Neighbourhood(gazetteer(), [unknown, other]).nearest(CASTANET)
    assert [near.entry.id for near in listed] == ["31/b", "31/a"]


def silent(id_: str, code: str, latitude: float, longitude: float) -> Entry:
    return entry(id_, code, latitude, longitude)._replace(has_phone=False)


def test_somebody_can_always_be_called_where_the_nearest_cannot():
    near = [silent(f"31/s{n}", CASTANET, 43.515, 1.5 + n / 1000) for n in range(9)]
    far = entry("31/far", TOULOUSE, 43.604, 1.444)
    neighbourhood = Neighbourhood(gazetteer(), [*near, far])
    listed = neighbourhood.nearest(LABEGE)
    assert listed[0].entry.id == "31/far"
    assert len(listed) == 9
    own = entry("31/own", LABEGE, 43.53, 1.51)
    assert len(Neighbourhood(gazetteer(), [*near, far, own]).nearest(LABEGE)) == 7
