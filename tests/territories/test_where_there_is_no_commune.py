"""Pages of what is no commune, or of which nobody knows where it is, claim nothing of it."""

import re
from html import unescape
from typing import Any

import pytest

from plugins.easy.contract import EasyCommunesContext
from plugins.gazetteer import Gazetteer
from plugins.territories.contract import CommuneListContext
from plugins.vocabulary.needs import NEEDS
from tests.support.places import full_place, near, place
from tests.support.theme import commune_page, component, environment, page, place_page, shown

KNOWN = Gazetteer.load(["31", "75", "977", "978", "986", "988"])


def text_of(html: str) -> str:
    without = re.sub(r"<(script|style|svg)\b.*?</\1>", " ", html, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", " ", without))
    return " ".join(text.split()).replace(" .", ".").replace(" ,", ",")


def page_of(code: str, *, here: int = 0, around: int = 0) -> str:
    commune = KNOWN.communes[code]
    places = [near(full_place(), None)]
    return text_of(
        commune_page(
            places * here, places * around,
            commune=commune, epci=None, departement=KNOWN.departements[commune.departement],
        )
    )  # fmt: skip


@pytest.mark.parametrize("code", ["97701", "97801", "98613"])
def test_what_is_no_commune_is_not_called_one(code: str):
    for told in (page_of(code, here=1), page_of(code, around=1), page_of(code)):
        assert "la commune" not in told
        assert "cette commune" not in told
        assert "mairie" not in told


def test_a_commune_of_which_nobody_knows_the_centre_does_not_say_what_is_near():
    told = page_of("98801", around=1)
    assert "Nous ne connaissons pas de lieu d’aide dans cette commune. En voici d’autres." in told
    assert "Nous ne savons pas lequel est le plus proche." in told
    assert "D’autres lieux" in told
    for claim in ("plus proches", "Autour ", "vol d’oiseau", "et autour"):
        assert claim not in told


def test_nothing_is_announced_where_nothing_follows():
    told = page_of("97801")
    assert "Nous ne connaissons pas de lieu d’aide ici." in told
    assert "Voici" not in told
    assert "En voici" not in told


def test_a_commune_of_a_departement_says_what_is_near():
    told = page_of("31254", around=1)
    assert (
        "Nous ne connaissons pas de lieu d’aide dans cette commune. Voici les plus proches." in told
    )
    assert "1 lieu dans la commune" in page_of("31254", here=1)


def test_who_finds_a_fault_is_sent_to_a_town_hall_only_where_there_is_one():
    assert "à la mairie" in text_of(component("report", "report", place(), True))
    assert "mairie" not in text_of(component("report", "report", place(), False))
    island = KNOWN.communes["97801"]
    told = place_page(place(), commune=island, departement=KNOWN.departements["978"])
    assert "mairie" not in text_of(told)


def lists_of(code: str) -> tuple[str, str]:
    """`/territoires/…/communes/`, and where one lives, easy to read."""
    area = KNOWN.departements[code]
    communes = [one for one in KNOWN.communes.values() if one.departement == code]
    pairs: Any = [(one, []) for one in communes]
    plain = shown(CommuneListContext(area, pairs))
    easy = shown(EasyCommunesContext(area, None, [(one, one.url) for one in communes]))
    return plain, easy


@pytest.mark.parametrize("code", ["75", "978", "986"])
def test_few_are_chosen_by_their_names(code: str):
    plain, easy = lists_of(code)
    for html in (plain, easy):
        assert "première lettre" not in html
        for commune in KNOWN.communes.values():
            assert (f'{commune.url}"' in html) == (commune.departement == code)


def test_many_are_chosen_by_their_initial():
    for html in lists_of("988"):
        assert "Première lettre du nom" in html


@pytest.mark.parametrize(
    ("code", "title"), [("986", "Toute la liste"), ("75", "Toutes les communes")]
)
def test_a_list_of_what_is_no_commune_is_a_list(code: str, title: str):
    assert f"<h1>{title}</h1>" in lists_of(code)[0]


def test_the_page_of_a_need_does_not_name_a_town_hall_in_vain(monkeypatch: pytest.MonkeyPatch):
    asked: Any = {"need": NEEDS[0], "departements": [], "commune_index": ""}
    assert "Demandez à votre mairie." in text_of(page("need.html", **asked))
    given: Any = environment().globals
    monkeypatch.setitem(given, "areas", given["areas"]._replace(have_town_halls=False))
    told = text_of(page("need.html", **asked))
    assert "Aucun lieu de l’annuaire ne dit qu’il aide pour cela." in told
    assert "mairie" not in told
