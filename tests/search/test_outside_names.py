"""Names that the site does not cover: there is a file for each letter, and none of ours in them."""

from string import ascii_lowercase

from plugins.gazetteer import Gazetteer
from plugins.search.outside_names import outside_files


def test_every_letter_has_its_names_and_none_that_is_covered():
    files = outside_files(Gazetteer.load(["31"]))
    assert set(files) == {"cities.txt", *(f"x-{letter}.txt" for letter in ascii_lowercase)}
    assert {"paris", "rochelle"} <= {*files["cities.txt"].splitlines()}
    assert not {"toulouse", "isle jourdain"} & {*files["cities.txt"].splitlines()}
    assert "villefranche de rouergue" in files["x-v.txt"].splitlines()
    assert "isle jourdain" in files["x-i.txt"].splitlines()  # under the word, not its article
    assert {"dordogne", "deux sevres"} <= {*files["x-d.txt"].splitlines()}
    assert "toulouse" not in files["x-t.txt"].splitlines()


def test_nothing_is_outside_of_all_of_france():
    assert not any(outside_files(Gazetteer.load(["*"])).values())
