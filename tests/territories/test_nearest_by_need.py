"""The nearest place for a need that nobody near a commune states; the easy page that shows it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from plugins.easy.commune_answers import answers_of
from plugins.gazetteer import Gazetteer, distance_km
from plugins.records.entry import Entry
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.vocabulary.needs import NEEDS
from tests.support.places import entry

LABEGE, TOULOUSE, LUCHON = "31254", "31555", "31042"


class Names(dict[str, Any]):
    """Stands for the places."""

    def __missing__(self, id_: str) -> str:
        return id_


def known(*entries: Entry) -> tuple[Neighbourhood, NearestByNeed]:
    gazetteer = Gazetteer.load(["31"])
    neighbourhood = Neighbourhood(gazetteer, entries)
    return neighbourhood, NearestByNeed(gazetteer, neighbourhood)


def made(id_: str, code: str, where: tuple[float, float], *needs: str, phone: bool = True) -> Entry:
    return entry(id_, code, *where)._replace(needs=needs, has_phone=phone)


AT_LABEGE = made("31/a", LABEGE, (43.53, 1.51), "demarches")
FAR = made("31/far", LUCHON, (42.79, 0.59), "s-equiper")
FARTHER = made("31/farther", LUCHON, (42.7, 0.5), "s-equiper")._replace(stated=b"farther")
MUTE = made("31/mute", LUCHON, (42.9, 0.7), "s-equiper", phone=False)


def many_near() -> list[Entry]:
    """More than a page shows around, so that it does not reach to the mountains."""
    return [made(f"31/n{n}", TOULOUSE, (43.55, 1.5), "demarches") for n in range(30)]


def test_only_a_need_that_nobody_near_states_is_absent():
    _, by_need = known(*many_near(), FAR)
    assert by_need.absent(LABEGE) == ["s-equiper"]
    assert "s-equiper" not in by_need.absent(LUCHON)


def test_who_can_be_called_comes_before_who_is_nearer():
    _, by_need = known(*many_near(), MUTE, FAR)
    near = by_need.nearest(LABEGE, "s-equiper")
    assert near
    assert near.entry.id == "31/far"
    assert near.distance_km
    assert 100 < near.distance_km < 120


def test_nobody_at_all_is_nobody():
    _, by_need = known(AT_LABEGE)
    assert by_need.nearest(LABEGE, "s-equiper") is None
    assert by_need.absent(LABEGE) == []


def test_the_fingerprint_follows_the_far_place():
    _, one = known(*many_near(), FAR)
    _, other = known(*many_near(), FAR._replace(stated=b"changed"))
    assert one.fingerprint(LABEGE) != other.fingerprint(LABEGE)


def test_the_fingerprint_does_not_follow_a_place_that_is_farther_still():
    _, one = known(*many_near(), FAR, FARTHER)
    _, other = known(*many_near(), FAR, FARTHER._replace(stated=b"changed"))
    assert one.fingerprint(LABEGE) == other.fingerprint(LABEGE)
    assert one.fingerprint(LABEGE) != known(*many_near(), FARTHER)[1].fingerprint(LABEGE)


@given(
    st.lists(st.tuples(st.floats(41, 51), st.floats(-5, 9)), min_size=1, max_size=30),
)
def test_no_place_is_nearer_than_the_nearest(spots: list[tuple[float, float]]):
    entries = [made(f"31/{n:02}", LUCHON, spot, "s-equiper") for n, spot in enumerate(spots)]
    _, by_need = known(*entries)
    commune = Gazetteer.load(["31"]).communes[LABEGE]
    assert commune.latitude
    assert commune.longitude
    found = by_need.nearest(LABEGE, "s-equiper")
    assert found
    assert found.distance_km is not None
    least = min(distance_km(commune.latitude, commune.longitude, *spot) for spot in spots)
    assert found.distance_km <= least * 1.1  # on a flat map, of which far corners are narrower


def test_an_easy_page_has_three_places_a_need_or_the_nearest():
    neighbourhood, by_need = known(*many_near(), FAR)
    found = answers_of(LABEGE, NEEDS, Names(), neighbourhood, by_need)
    said = {one.need.slug: ([str(near.place) for near in one.places], one.is_far) for one in found}
    assert len(said["demarches"][0]) == 3
    assert not said["demarches"][1]
    assert said["s-equiper"] == (["31/far"], True)
    assert said["apprendre"] == ([], False)


def test_a_record_of_which_nothing_helps_is_no_answer_and_the_nearest_who_does_is():
    blank = made("31/blank", LABEGE, (43.53, 1.51), "s-equiper", phone=False)
    blank = blank._replace(has_address=False, has_hours=False)
    neighbourhood, by_need = known(*many_near(), blank, FAR)
    found = answers_of(LABEGE, NEEDS, Names(), neighbourhood, by_need)
    said = {one.need.slug: ([str(near.place) for near in one.places], one.is_far) for one in found}
    assert said["s-equiper"] == (["31/far"], True)
    assert "s-equiper" in by_need.absent(LABEGE)
    assert by_need.fingerprint(LABEGE) != known(*many_near(), blank)[1].fingerprint(LABEGE)
    assert known(*many_near(), blank)[1].nearest(LABEGE, "s-equiper") is None
