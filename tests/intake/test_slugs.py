"""The file of a new record has a name that a record may have, whatever its name and its street."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from plugins.intake.match.slugs import new_slug
from plugins.records.model.types import SLUG
from tests.support.places import gazetteer

LABEGE = gazetteer().communes["31254"]
WORDS = st.text("abé -'/", min_size=1, max_size=90)


class AllButOne:
    """Names that are taken: every one but the last that is tried."""

    def __init__(self, count: int) -> None:
        self.left = count

    def __contains__(self, _name: object) -> bool:
        self.left -= 1
        return self.left >= 0


@given(WORDS, WORDS, st.integers(0, 4))
def test_a_name_that_a_record_may_have(nom: str, street: str, taken: int) -> None:
    slug = new_slug({"nom": nom, "adresse": street}, LABEGE, AllButOne(taken))
    assert re.fullmatch(SLUG.regex.strip("^$"), slug)


def test_a_name_that_windows_keeps_gets_its_commune() -> None:
    assert new_slug({"nom": "Con"}, LABEGE, ()) == "con-labege"


def test_a_street_is_not_cut_before_a_dash() -> None:
    street = "24 bis avenue de la liberte pole social annexe"
    slug = new_slug({"nom": "France services", "adresse": street}, LABEGE, AllButOne(1))
    assert slug == "france-services-labege-24-bis-avenue-de-la-liberte-pole-social"
