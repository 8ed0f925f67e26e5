"""What somebody answers, and the folder that it makes."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.cli import annuaire
from plugins.common.program import SETTINGS
from plugins.press.design_tokens import read_tokens, tokens_in
from plugins.start.beginning import AnswerError, Beginning, asked, logo_of, territory_of
from plugins.start.colours import colour_in, contrast, tokens_of
from plugins.start.new_folder import settings_text
from plugins.start.which_territory import territories_meant
from tests.support.asked import ScriptedConsole
from tests.support.theme import THEME
from tests.support.wheels import wheel_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("974", "974"), ("la réunion", "974"), ("Réunion", "974"), ("2a", "2A"), ("1", "01"),
        ("corse du sud", "2A"), ("nouvelle caledonie", "988"), ("R76", "R76"),
        ("243100633", "243100633"), ("sicoval", "243100633"), ("Mayotte", "976"),
    ],
)  # fmt: skip
def test_a_territory_is_meant_by_its_code_or_its_name(text: str, code: str):
    assert territories_meant(text)[0].code == code


def test_what_may_mean_several_is_asked_again():
    with pytest.raises(AnswerError, match="Lyon"):
        territory_of("Lyon")


def test_only_the_territory_must_be_answered():
    console = ScriptedConsole([("Quel territoire", "974")])
    found = asked(console, Beginning())
    assert found.title == "Aide numérique La Réunion"
    assert (found.forge, found.repository, found.colour, found.logo) == ("aucune", "", "", None)


def test_a_wrong_answer_is_asked_again_and_says_what_to_write():
    console = ScriptedConsole(
        [
            ("Quel territoire", "Atlantide du Nord"), ("Quel territoire", "Corse"),
            ("Lequel", "1"), ("Un autre", "974"), ("Le nom du site", "L'aide « ici »"),
            ("Qui publie", "Ville"), ("Où est le dépôt", ""), ("Son numéro", "GitLab"),
            ("L'adresse du dépôt", "ville/annuaire"),
            ("L'adresse du dépôt", "https://gitlab.com/ville/annuaire.git"),
            ("La couleur", "rouge"), ("La couleur", "#FF0000"),
        ]
    )  # fmt: skip
    console.script = [one for one in console.script if one[0] != "Où est le dépôt"]
    found = asked(console, Beginning())
    assert console.script == []
    assert len(found.territories) == 2
    assert found.repository == "https://gitlab.com/ville/annuaire"
    assert found.colour == "#ff0000"
    assert "Ce territoire n'est pas connu" in console.text
    assert "Écrivez l'adresse du dépôt, par exemple" in console.text


def settings_of(beginning: Beginning, folder: Path) -> dict[str, Any]:
    (folder / SETTINGS).write_text(settings_text(beginning), "utf-8")
    return runpy.run_path(str(folder / SETTINGS))


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@settings(max_examples=30)
@given(
    name=TEXTS.filter(str.strip),
    publisher=TEXTS,
    repository=st.sampled_from(["", "https://x.fr/a"]),
)
def test_any_answer_makes_settings_that_can_be_read(
    name: str, publisher: str, repository: str, tmp_path_factory: pytest.TempPathFactory
):
    beginning = Beginning((territory_of("974"),), name, (("nom", publisher),), "gitlab", repository)
    text = settings_text(beginning)
    assert len(text.splitlines()) <= 40
    folder = tmp_path_factory.mktemp("settings")
    found = settings_of(beginning, folder)
    assert found["SITENAME"] == name
    assert found["PUBLISHER"]["nom"] == publisher
    assert found["TERRITORIES_COVERED"] == ["974"]
    assert found["FORGE_EDITOR"] == (f"{repository}/-/edit/main" if repository else "")
    assert found["PLACES_DIR"] == str(folder / "places")


COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colour=COLOURS)
def test_every_colour_becomes_colours_that_are_readable(colour: str):
    given_tokens = read_tokens(THEME / "static" / "tokens.css")
    own = tokens_in(tokens_of(colour))
    assert {token.name for token in own} <= {token.name for token in given_tokens}
    for side in ("value", "dark"):
        found = {one.name: getattr(one, side) or one.value for one in given_tokens}
        found |= {one.name: getattr(one, side) for one in own}
        for ink in ("ink", "ink-soft", "accent"):
            for surface in ("paper", "card", "sunk", "accent-soft"):
                assert contrast(found[ink], found[surface]) >= 4.5, (ink, surface)
        for surface in ("accent", "accent-strong"):
            assert contrast(found["on-accent"], found[surface]) >= 4.5


@pytest.mark.parametrize(
    ("text", "colour"),
    [("7A2048", "#7a2048"), (" #0f5563 ", "#0f5563"), ("red", None), ("#fff", None)],
)
def test_a_colour_is_six_signs(text: str, colour: str | None):
    assert colour_in(text) == colour


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg><script>alert(1)</script></svg>", '<svg onload="x()"/>', "<html></html>",
        '<!DOCTYPE x [<!ENTITY a "b">]><svg/>', "<svg>" + "x" * 70_000 + "</svg>",
    ],
)  # fmt: skip
def test_a_logo_that_runs_or_is_too_heavy_is_refused(drawing: str, tmp_path: Path):
    file = tmp_path / "logo.svg"
    file.write_text(drawing, "utf-8")
    with pytest.raises(AnswerError):
        logo_of(str(file))
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert logo_of(str(file)) == file


def test_a_script_must_say_the_territory(tmp_path: Path):
    done = CliRunner().invoke(annuaire, ["start", str(tmp_path / "x")])
    assert done.exit_code == 2
    assert "--territoire 974" in done.stderr


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path: Path):
    wheel = wheel_of(tmp_path, "0.1.0").path
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "mine.txt").write_text("1", "utf-8")
    arguments = ["start", str(tmp_path / "taken"), "--territoire", "974", "--programme", str(wheel)]
    done = CliRunner().invoke(annuaire, arguments)
    assert done.exit_code == 1
    assert "n'est pas vide" in done.stderr
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["mine.txt"]


def test_a_repository_that_was_just_cloned_is_filled(tmp_path: Path):
    (tmp_path / "cloned" / ".git").mkdir(parents=True)
    wheel = wheel_of(tmp_path, "0.1.0").path
    arguments = ["start", str(tmp_path / "cloned"), "--territoire", "2A", "--programme", str(wheel)]
    done = CliRunner().invoke(annuaire, arguments)
    assert done.exit_code == 0, done.stderr
    assert {".git", "pelicanconf.py", "programme"} <= {
        path.name for path in (tmp_path / "cloned").iterdir()
    }
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
