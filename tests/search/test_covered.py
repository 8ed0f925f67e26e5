"""What the site says that it covers."""

import pytest

from plugins.gazetteer import Gazetteer
from plugins.search.covered import covered_names


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (["17", "31"], ["Charente-Maritime (17)", "Haute-Garonne (31)"]),
        (["243100633"], ["Communauté d'agglomération du Sicoval"]),
        (["R94"], ["Corse"]),
        (["31", "*"], []),
    ],
)
def test_the_names_of_the_setting(codes, names):
    assert covered_names(Gazetteer.load(codes), codes) == names


def test_without_the_setting_the_departements_that_have_records():
    assert covered_names(Gazetteer.load(["31"]), None) == ["Haute-Garonne (31)"]
