"""`annuaire new` asks: what a person answers becomes a record that passes, or nothing at all."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.gazetteer import Gazetteer
from plugins.intake.asked.addresses import NoAddressAnswerError, read_answer
from plugins.intake.asked.console import StoppedError
from plugins.intake.asked.interview import interview
from plugins.intake.asked.kept_draft import KeptDraft
from plugins.intake.asked.town import towns_meant
from plugins.records.checks import Context
from plugins.records.commands import check
from plugins.records.model.identity import RecordKind
from tests.support.asked import ScriptedConsole, StubAddresses, found

GAZETTEER = Gazetteer.load([])
TODAY = date(2026, 11, 30)
NAME = ("Le nom", "Médiathèque de Labège")
TOWN = ("commune", "Labège")
WRITE = ("L'écrire", "o")
KNOWN = """\
nom: Médiathèque de Labège
adresse: Rue de la Croix Rose
code_postal: 31670
code_insee: 31254
commune: Labège
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    (tmp_path / "places" / "31").mkdir(parents=True)
    return tmp_path / "places"


class Talk:
    """One conversation and what came of it."""

    def __init__(
        self,
        places: Path,
        *script: tuple[str, str | None],
        kind: RecordKind | None = "place",
        addresses: StubAddresses | None = None,
    ) -> None:
        self.console = ScriptedConsole(script)
        self.addresses = addresses or StubAddresses()
        self.kept = KeptDraft(places.parent / "draft" / "brouillon.json")
        self.path: Path | None = None
        self.is_stopped = False
        context = Context(GAZETTEER, TODAY)
        try:
            self.path = interview(self.console, places, context, self.addresses, self.kept, kind)
        except StoppedError:
            self.is_stopped = True
        self.text = self.path.read_text("utf-8") if self.path else ""
        self.lines = self.text.splitlines()
        if self.path:
            assert not self.console.script, "answers that nobody asked for"
            errors = [one for one in check(places, [self.path], TODAY) if one.severity == "error"]
            assert errors == []


def test_a_name_and_a_commune_are_enough(places: Path):
    talk = Talk(places, NAME, TOWN, WRITE)
    assert talk.path == places / "31" / "mediatheque-de-labege.yaml"
    assert "code_postal: 31670" in talk.lines
    assert "position: approximative" in talk.lines
    assert "telephone:" not in talk.text
    assert check(places, [talk.path], TODAY) == []
    assert not talk.kept.path.exists()


@pytest.mark.parametrize("kind", ["1", "lieu", "Un lieu", ""])
def test_what_to_add_is_told_by_its_number_or_its_words(places: Path, kind: str):
    talk = Talk(places, ("numéro", kind), NAME, TOWN, WRITE, kind=None)
    assert talk.path is not None
    assert talk.path.parent == places / "31"


def test_all_that_is_answered_is_written(places: Path):
    talk = Talk(
        places,
        NAME,
        ("Sorte de lieu", "o"),
        TOWN,
        ("Adresse", "12 rue X, 31670 Labège"),
        ("Lui demander", "o"),
        ("Horaires", "lundi: 9h-12h"),
        ("Horaires", "du mardi au vendredi 14h-18h"),
        ("c'est fermé", "o"),
        ("Téléphone", "05 61 00 00 00"),
        ("électronique", "mediatheque@labege.example"),
        ("Site", "https://www.labege.example"),
        ("vos mots", "papiers, wifi"),
        ("C'est bien cela", "o"),
        ("vos mots", "1"),
        ("vérifié", "mairie"),
        WRITE,
        addresses=StubAddresses([found()]),
    )
    assert talk.addresses.asked == ["12 rue X 31670 Labège"]
    assert talk.text.partition("\n")[2] == (
        "nom: Médiathèque de Labège\n"
        "typologie:\n  - BIB\n"
        "adresse: 12 rue X\n"
        "code_postal: 31670\ncode_insee: 31254\ncommune: Labège\n"
        "latitude: 43.531\nlongitude: 1.532\n"
        "telephone:\n  - 05 61 00 00 00\n"
        "courriels:\n  - mediatheque@labege.example\n"
        "site_web:\n  - https://www.labege.example\n"
        "horaires:\n  lundi: 9h-12h\n  mardi: 14h-18h\n  mercredi: 14h-18h\n  jeudi: 14h-18h\n"
        "  vendredi: 14h-18h\n  samedi et dimanche: fermé\n"
        "services:\n  - Aide aux démarches administratives\n"
        "  - Accès internet et matériel informatique\n"
        "frais_a_charge:\n  - Gratuit\n"
        "equipements:\n  - wifi\n"
        "verifie_le: 2026-11-30\nverifie_par: mairie\n"
    )
    assert check(places, [talk.path], TODAY) == [] if talk.path else False


def test_hours_are_read_back_in_words_and_a_slip_is_asked_again(places: Path):
    script = [("Horaires", "mardi le matin"), ("Horaires", "mardi: 9h-12h"), ("Horaires", "")]
    talk = Talk(places, NAME, TOWN, *script, WRITE)
    assert "→ « matin » ou « après-midi » ne suffit pas ; écrivez les heures" in talk.console.text
    assert "Compris : le mardi de 9\u202fh à 12\u202fh." in talk.console.text
    assert "  mardi: 9h-12h" in talk.lines
    assert "on ne sait pas. La page dira de demander" in talk.console.text


def test_what_a_message_proposes_is_taken_with_one_key(places: Path):
    talk = Talk(places, NAME, TOWN, ("Site", "labege.example"), ("Écrire", ""), WRITE)
    assert "  - https://labege.example" in talk.lines


@pytest.mark.parametrize(
    ("number", "said"), [("15", "numéro d'urgence"), ("05 61 00", "numéro de téléphone")]
)
def test_a_faulty_telephone_is_never_written(places: Path, number: str, said: str):
    talk = Talk(places, NAME, TOWN, ("Téléphone", number), WRITE)
    assert said in talk.console.text
    assert "telephone" not in talk.text


def test_no_word_about_services_is_lost(places: Path):
    words = ("vos mots", "papiers, tricot")
    talk = Talk(places, NAME, TOWN, words, ("vos mots", "papiers"), WRITE)
    assert "Pas compris : « tricot »." in talk.console.text
    assert "  - Aide aux démarches administratives" in talk.lines


def test_a_door_is_exact_and_a_street_is_not(places: Path):
    script = [NAME, TOWN, ("Adresse", "12 rue X"), WRITE]
    talk = Talk(places, *script, addresses=StubAddresses([found(is_door=False)]))
    assert {"latitude: 43.531", "position: approximative"} <= set(talk.lines)


@pytest.mark.parametrize(
    "addresses",
    [
        StubAddresses(),
        StubAddresses(is_down=True),
        StubAddresses([found(code="31555")]),
        StubAddresses([found(latitude=48.8, longitude=2.3)]),
        StubAddresses([found(score=0.4)]),
    ],
    ids=["nothing", "down", "elsewhere", "far", "unsure"],
)
def test_without_a_sure_point_it_is_the_centre_of_the_commune(
    places: Path, addresses: StubAddresses
):
    talk = Talk(places, NAME, TOWN, ("Adresse", "12 rue X"), WRITE, addresses=addresses)
    centre = GAZETTEER.communes_of("31")
    labege = next(one for one in centre if one.code == "31254")
    assert f"latitude: {labege.latitude}" in talk.lines
    assert "position: approximative" in talk.lines
    assert "adresse: 12 rue X" in talk.lines


def test_a_low_score_is_asked_about(places: Path):
    script = [NAME, TOWN, ("Adresse", "12 rue X"), ("pas sûr", "o"), WRITE]
    talk = Talk(places, *script, addresses=StubAddresses([found(score=0.4)]))
    assert "latitude: 43.531" in talk.lines


def test_nothing_is_sent_without_having_been_said(places: Path):
    script = [NAME, TOWN, ("Adresse", "12 rue X"), ("Lui demander", "n"), WRITE]
    talk = Talk(places, *script)
    assert talk.addresses.asked == []
    assert "On lui envoie seulement : 12 rue X 31670 Labège" in talk.console.text


def test_homonyms_are_told_apart(places: Path):
    script = [NAME, ("commune", "Saint-Denis"), ("Son numéro", "Saint-Denis 11"), WRITE]
    talk = Talk(places, *script)
    assert "), Seine-Saint-Denis" in talk.console.text
    assert "Saint-Denis (97400" in talk.console.text
    assert talk.path == places / "11" / "mediatheque-de-labege.yaml"


@pytest.mark.parametrize(
    ("typed", "code", "is_sure"),
    [
        ("31670", "31254", True),
        ("31254", "31254", True),
        ("Labège (31)", "31254", True),
        ("labege 31", "31254", True),
        ("Ramonvile Saint Agne", "31446", False),
        ("ramonville", "31446", False),
        ("Blanzac-Porcheresse", "16046", False),
        ("Paris", "75056", True),
    ],
)
def test_a_commune_is_found_as_people_type_it(typed: str, code: str, is_sure: bool):
    meant = towns_meant(GAZETTEER, typed)
    assert code in [commune.code for commune in meant.communes][:9]
    assert meant.is_sure is is_sure


def test_a_record_that_is_there_is_told_and_not_written_twice(places: Path):
    known = places / "31" / "la-mediatheque.yaml"
    known.write_text(KNOWN, "utf-8")
    talk = Talk(places, NAME, TOWN, ("le même lieu", "o"))
    assert talk.path is None
    assert f"Corrigez plutôt sa fiche : {known}" in talk.console.text
    assert [path.name for path in (places / "31").iterdir()] == [known.name]


def test_another_place_of_the_same_name_gets_a_name_of_its_own(places: Path):
    (places / "31" / "mediatheque-de-labege.yaml").write_text(KNOWN, "utf-8")
    talk = Talk(places, NAME, TOWN, ("le même lieu", "n"), ("Adresse", "Place Y"), WRITE)
    assert talk.path == places / "31" / "mediatheque-de-labege-place-y.yaml"
    assert "  - 31/mediatheque-de-labege" in talk.lines
    assert check(places, [talk.path], TODAY) == []


def test_a_name_that_a_record_had_leads_to_it_still(places: Path):
    former = "anciens_ids:\n  - 31/espace-des-essais\n"
    (places / "31" / "mediatheque-de-labege.yaml").write_text(KNOWN + former, "utf-8")
    talk = Talk(places, ("Le nom", "Espace des Essais"), TOWN, WRITE)
    assert talk.path == places / "31" / "espace-des-essais-labege.yaml"
    assert [one for one in check(places, (), TODAY) if one.severity == "error"] == []


def test_a_name_that_many_communes_have_gets_its_own(places: Path):
    talk = Talk(places, ("Le nom", "Bibliothèque"), ("Sorte de lieu", "n"), TOWN, WRITE)
    assert talk.path == places / "31" / "bibliotheque-labege.yaml"


def test_an_answer_is_changed_before_it_is_written(places: Path):
    again = [("L'écrire", "nom"), ("Le nom", "Mairie de Labège")]
    talk = Talk(places, NAME, TOWN, *again, WRITE)
    assert talk.path == places / "31" / "mairie-de-labege.yaml"


@pytest.mark.parametrize("where", ["commune", "Horaires", "L'écrire"])
def test_who_stops_writes_nothing_and_goes_on_another_day(places: Path, where: str):
    before = [] if where == "commune" else [TOWN]
    first = Talk(places, NAME, *before, (where, None))
    assert first.is_stopped
    assert list(places.rglob("*.yaml")) == []
    assert json.loads(first.kept.path.read_text("utf-8"))["values"]["nom"] == NAME[1]
    rest = [TOWN] if where == "commune" else []
    second = Talk(places, ("Continuer", "o"), *rest, WRITE, kind=None)
    assert second.path == places / "31" / "mediatheque-de-labege.yaml"
    assert second.console.text.count("Quelle commune") == len(rest)


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"kind": "place", "values": {"nom": 3}}'])
def test_a_draft_that_nobody_can_read_is_no_draft(places: Path, kept: str):
    file = places.parent / "draft" / "brouillon.json"
    file.parent.mkdir()
    file.write_text(kept, "utf-8")
    assert Talk(places, NAME, TOWN, WRITE).path


def test_a_workshop_is_in_a_place_of_the_directory(places: Path):
    (places / "31" / "la-mediatheque.yaml").write_text(KNOWN, "utf-8")
    talk = Talk(
        places,
        ("quelques mots", "Retoucher ses photos"),
        ("thème", "photos"),
        TOWN,
        ("Son numéro", "1"),
        ("Quand", "un mardi sur deux"),
        ("Quand", "tous les mardis de 14h à 16h"),
        WRITE,
        kind="workshop",
    )
    assert talk.path == places / "31" / "ateliers" / "retoucher-ses-photos.yaml"
    assert {"theme: autre", "autre_theme: photos", "lieu: 31/la-mediatheque"} <= set(talk.lines)
    assert "commune" not in talk.text
    assert "Compris : tous les mardis de 14\u202fh à 16\u202fh." in talk.console.text


def test_a_round_has_its_stops(places: Path):
    talk = Talk(
        places,
        ("nom", "Bus de l'aide"),
        ("Arrêt 1", "31048"),
        ("endroit", "Place du marché"),
        ("Quand", "le premier lundi du mois de 9h à 12h"),
        ("Arrêt 2", "Montgiscard"),
        WRITE,
        kind="route",
    )
    assert talk.path == places / "31" / "tournees" / "bus-de-l-aide.yaml"
    assert {"statut: en service", "  - commune: Baziège", "    point: Place du marché"} <= set(
        talk.lines
    )
    assert talk.text.count("code_insee") == 2


def test_an_answer_of_the_service_is_read():
    feature = {
        "geometry": {"coordinates": [1.532, 43.531]},
        "properties": {
            "label": "12 Rue X 31670 Labège", "score": 0.95, "type": "housenumber",
            "citycode": "31254", "postcode": "31670",
        },
    }  # fmt: skip
    assert read_answer(json.dumps({"features": [feature]}).encode()) == [found()]
    assert read_answer(b'{"features": []}') == []


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["features", "properties", "geometry", "coordinates", "score", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=40) | _JSON.map(lambda value: json.dumps(value).encode()))
def test_an_answer_of_any_shape_is_an_answer_or_no_answer(body: bytes):
    with suppress(NoAddressAnswerError):
        read_answer(body)


@settings(max_examples=25, deadline=None)
@given(answer=st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=30))
@pytest.mark.parametrize("asked", ["Horaires", "Téléphone", "vos mots", "Adresse", "vérifié"])
def test_whatever_is_answered_the_record_passes(
    tmp_path_factory: pytest.TempPathFactory, asked: str, answer: str
):
    places = tmp_path_factory.mktemp("asked") / "places"
    places.mkdir()
    Talk(places, NAME, TOWN, (asked, answer), ("L'écrire", "o"))
