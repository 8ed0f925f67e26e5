"""Other directories: what is kept of them, and which of their places a commune's page shows."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.errors import BuildError
from plugins.gazetteer import Gazetteer, distance_km
from plugins.territories.nearest_by_need import NearestByNeed
from plugins.territories.neighbourhood import Neighbourhood
from plugins.territories.others.across import MOST, Across, HelpAcross
from plugins.territories.others.fetched import fetched, whole
from plugins.territories.others.kept_file import (
    OtherDirectory,
    OtherPlace,
    file_name,
    is_public_address,
    kept_at,
    place_of,
    read_kept,
)
from plugins.territories.others.received import received
from plugins.territories.records import TerritoryRecords
from plugins.territories.views import Views
from tests.support.places import directory, listed, place
from tests.support.theme import environment

TARN = "https://tarn.example"
AZAS = "31038"
GAZETTEER = Gazetteer.load(["31"])


def shown_across(found: list[HelpAcross]) -> str:
    module: Any = environment().get_template("components/across.html").module
    return str(module.help_across(found))


def record(slug: str = "mediatheque", **more: Any) -> dict[str, Any]:
    """As `/donnees/v1/lieux.json` writes it."""
    computed = {
        "url": f"{TARN}/lieux/81/{slug}/",
        "departement": "81",
        "telephones": ["+33563000000", "3949"],
        "licence": "ODbL 1.0",
    } | more.pop("calcule", {})
    base = {"nom": "Médiathèque", "commune": "Lavaur", "code_insee": "81140"}
    return {**base, "latitude": 43.7, "longitude": 1.82, **more, "calcule": computed}


def answers(*records: dict[str, Any], index: Any = None) -> dict[str, bytes]:
    areas = [
        {"sorte": "annuaire", "fichiers": {"json": "lieux.json"}},
        {"sorte": "département", "fichiers": {"json": "81.json"}},
        {"sorte": "annuaire", "fichiers": {"tableur": "lieux-odbl-tableur.csv"}},
    ]
    said = {"format": "annuaire-lieux/1", "nom": "Aide du Tarn", "territoires": areas}
    return {
        f"{TARN}/donnees/v1/index.json": json.dumps(said if index is None else index).encode(),
        f"{TARN}/donnees/v1/lieux.json": json.dumps({"lieux": records}).encode(),
    }


def kept(*records: dict[str, Any]) -> tuple[OtherPlace, ...]:
    return received(TARN, GAZETTEER, answers(*records).__getitem__).lieux


def test_what_is_kept_says_whose_it_is():
    (one,) = kept(record())
    assert one.url == f"{TARN}/lieux/81/mediatheque/"
    assert (one.nom, one.commune, one.licence) == ("Médiathèque", "Lavaur", "ODbL 1.0")
    assert one.phone is not None
    assert one.phone.display == "05 63 00 00 00"


@pytest.mark.parametrize(
    "left_out",
    [
        record(ferme_le="2026-01-01"),
        record(code_insee="31254"),  # ours: our own records say what is there
        record(latitude=48.85),  # far away
        record(latitude=None),
        record(longitude="inf"),
        record(latitude=10**400),
        record(calcule={"url": f"{TARN}/../ailleurs/"}),
        record(calcule={"url": f"{TARN}/%2E%2e/ailleurs/"}),
        record(nom=" \u200b"),
        record(calcule={"telephones": []}),  # nobody knows how to be helped there
        record(calcule={"url": "https://evil.example/lieux/81/x/"}),
        record(calcule={"url": "javascript:alert(1)"}),
        record(calcule={"url": f'{TARN}/" onclick="x'}),
    ],
)
def test_what_could_not_be_shown_is_not_kept(left_out: dict[str, Any]):
    assert kept(left_out, record("autre")) == kept(record("autre"))


@pytest.mark.parametrize(
    "index",
    [
        {"format": "annuaire-lieux/2", "nom": "x", "territoires": []},
        [],
        "annuaire-lieux/1",
        0,
        {"format": "annuaire-lieux/1", "nom": "x"},
        {"format": "annuaire-lieux/1", "nom": "x", "territoires": ["x"]},
        {
            "format": "annuaire-lieux/1",
            "nom": "x",
            "territoires": [{"sorte": "annuaire", "fichiers": {"json": "../secret.json"}}],
        },
    ],
)
def test_a_directory_in_other_words_is_said(index: Any):
    with pytest.raises(BuildError, match=r"tarn\.example » ne répond pas comme un annuaire"):
        received(TARN, GAZETTEER, answers(index=index).__getitem__)


@pytest.mark.parametrize("record_", [{}, {"calcule": {}}, "x", None])
def test_a_record_in_other_words_is_said(record_: Any):
    with pytest.raises(BuildError, match="ne répond pas comme un annuaire"):
        kept(record_)


TEXTS = st.text(st.characters(categories=["L", "N", "P", "Zs"]), min_size=1, max_size=200)
SAID = st.fixed_dictionaries(
    {
        "url": st.integers(0, 99).map(lambda number: f"{TARN}/lieux/81/{number}/"),
        "nom": TEXTS,
        "commune": TEXTS,
        "departement": st.just("81"),
        "latitude": st.floats(-90, 90),
        "longitude": st.floats(-180, 180),
        "telephone": TEXTS,
        "licence": TEXTS,
        "position": st.sampled_from(["", "approximative"]),
    }
)


@given(st.lists(SAID, max_size=5))
def test_what_is_kept_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, said: list[dict[str, Any]]
):
    folder = tmp_path_factory.getbasetemp() / "kept"
    places = tuple(sorted(one for one in map(place_of, said) if one))
    page = f"{TARN}/territoires/{{departement}}/{{commune}}/"
    directory = OtherDirectory("Aide du Tarn", TARN, places, ("81", "243100633"), page)
    kept_at(folder, directory)
    assert read_kept(folder, [TARN]) == ([directory], [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "on n'a encore rien"),
        ("{", "n'est pas lisible"),
        ("[]", "n'est pas lisible"),
        ("[" * 100_000, "n'est pas lisible"),
        ('{"champs": ["nom"], "lieux": [["x", "y"]]}', "n'est pas lisible"),
    ],
)
def test_a_build_goes_on_and_says_which_file_is_wrong(tmp_path: Path, text: str | None, told: str):
    """Whoever is absent or answers nonsense keeps nobody else's site from being built."""
    known = OtherDirectory("Aide du Gers", "https://gers.example", ())
    kept_at(tmp_path, known)
    if text is not None:
        (tmp_path / "tarn.example.json").write_text(text, "utf-8")
    found, (wrong,) = read_kept(tmp_path, [TARN, known.adresse])
    assert found == [known]
    assert re.search(f"{told}.*annuaire federate", wrong)


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("https://aide.example", True),
        ("https://aide.example/annuaire", True),
        ("http://aide.example", False),
        ("https://aide.example/", False),
        ("https://moi@aide.example", False),
        ("https://aide.example?x", False),
        ("https://", False),
        ("https://[", False),
        ("file:///etc/passwd", False),
    ],
)
def test_an_address_is_https_and_a_host(address: str, is_one: bool):
    assert is_public_address(address) == is_one
    if not is_one:
        with pytest.raises(BuildError, match="n'est pas une adresse"):
            read_kept(Path(), [address])


def test_a_file_is_named_after_its_directory():
    assert file_name("https://aide.example/annuaire") == "aide.example-annuaire.json"


def test_nothing_but_https_is_asked():
    with pytest.raises(BuildError, match="https"):
        fetched("file:///etc/passwd")


class Dripping:
    """An answer of `left` parts, each of which takes ten seconds."""

    def __init__(self, left: int, part: bytes = b"x") -> None:
        self.left, self.part, self.now = left, part, 0.0

    def read1(self, amount: int, /) -> bytes:
        self.left -= 1
        self.now += 10.0
        return self.part if self.left >= 0 else b""


def test_an_answer_is_whole():
    answer = Dripping(20)
    assert whole(answer, TARN, lambda: answer.now) == b"x" * 20


@pytest.mark.parametrize(
    ("part", "told"), [(b"x", "trop lentement"), (b"x" * (16 << 20), "trop gros")]
)
def test_an_answer_without_end_is_left(part: bytes, told: str):
    answer = Dripping(10**9, part)
    with pytest.raises(BuildError, match=told):
        whole(answer, TARN, lambda: answer.now)


def test_more_places_than_the_country_has_are_not_kept():
    """A build looks through all that are kept."""
    many = (record(str(number)) for number in range(20_001))
    with pytest.raises(BuildError, match="plus de lieux"):
        kept(*many)


POINTS = st.tuples(st.floats(43.0, 44.4), st.floats(0.5, 2.4))


@given(st.lists(POINTS, max_size=12), st.floats(0, 80))
def test_the_nearest_are_those_of_a_scan(points: list[tuple[float, float]], reach: float):
    places = [
        OtherPlace(f"{TARN}/{number}/", "x", "y", "81", *point, "", "")
        for number, point in enumerate(points)
    ]
    commune = GAZETTEER.communes[AZAS]
    assert commune.centre is not None
    away = [distance_km(*commune.centre, one.latitude, one.longitude) for one in places]
    found = Across([OtherDirectory("x", TARN, tuple(places))]).nearest(commune, reach)
    assert [one.distance_km for one in found] == sorted(km for km in away if km < reach)[:MOST]


def test_what_a_page_shows_of_them_is_named_and_escaped():
    (one,) = kept(record(nom="<b>Média</b> & co"))
    across = Across([OtherDirectory("Aide <du> Tarn", TARN, (one,))])
    html = shown_across(across.nearest(GAZETTEER.communes[AZAS], 30))
    assert "&lt;b&gt;Média&lt;/b&gt; &amp; co" in html
    assert "<b>Média" not in html
    assert f'href="{TARN}/lieux/81/mediatheque/"' in html
    assert "Aide &lt;du&gt; Tarn (ODbL 1.0)" in html
    assert "tel:+33563000000" in html


def test_a_position_that_is_not_that_of_the_door_is_said_so():
    for said, told in (({"position": "approximative"}, "environ"), ({"position": None}, "")):
        across = Across([OtherDirectory("x", TARN, kept(record(**said)))])
        shown = shown_across(across.nearest(GAZETTEER.communes[AZAS], 30))
        assert ("environ" in shown) == bool(told)


def test_a_page_looks_as_far_as_its_own_list():
    """The only place of the directory is in Toulouse, at 24 km of Azas: Lavaur is nearer."""
    known = [place("31/a", code_insee="31555", latitude="43.6", longitude="1.44")]
    near = Neighbourhood(GAZETTEER, [listed(one) for one in known])
    directories = [OtherDirectory("Aide du Tarn", TARN, kept(record()))]
    for code, names in ((AZAS, ["Aide du Tarn"]), ("31555", [])):
        views = Views(
            *(GAZETTEER, near, NearestByNeed(GAZETTEER, near), directory(known)),
            TerritoryRecords({}, {}, {}, {}),
            across=Across(directories),
        )
        assert [one.directory for one in views.commune(code).across] == names


def test_a_page_is_made_again_when_they_change():
    commune = GAZETTEER.communes[AZAS]
    (one,) = kept(record())
    prints = {
        across.fingerprint(commune, reach)
        for across in (
            Across([OtherDirectory("x", TARN, (one,))]),
            Across([OtherDirectory("y", TARN, (one,))]),
            Across([OtherDirectory("x", TARN, (one._replace(telephone=""),))]),
        )
        for reach in (1.0, 80.0)
    }
    assert len(prints) == 4
    assert b"" in prints
