"""The command speaks French, its own words and those of the library."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

from plugins import cli

CATALOGUE = Path(cli.__file__).parent / "locale" / "fr" / "LC_MESSAGES" / "messages.po"
ENGLISH = ("Usage", "Options:\n  --help  Show", "Show this", "Try ", "Error:", "Missing", "No such")


def run(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "plugins.cli", *arguments],
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [(), *((name, "--aide") for name in cli.annuaire.commands), ("nimporte",), ("check", "--non")],
    ids=" ".join,
)
def test_no_english_word_reaches_the_volunteer(arguments: tuple[str, ...]):
    done = run(*arguments, LANG="en_US.UTF-8", LANGUAGE="en")
    said = done.stdout + done.stderr
    assert "Utilisation" in said
    assert not [word for word in ENGLISH if word in said]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("nimporte",), "La commande 'nimporte' n'existe pas."),
        (("check", "--places", "absent"), "'absent' est introuvable"),
        (("check", "absent.yaml"), "'absent.yaml' est introuvable"),
        (("build", "--date", "demain"), "'demain' n'est pas une date ; écrivez année-mois-jour"),
        (("serve", "--port", "http"), "'http' n'est pas un nombre."),
        (("import",), "Il manque l'argument"),
    ],
)
def test_a_mistyped_command_is_told_in_french_with_exit_code_2(
    arguments: tuple[str, ...], message: str
):
    done = run(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def messages(catalogue: Catalog) -> set[tuple[str, str]]:
    return {(str(message.id), str(message.string)) for message in catalogue if message.id}


def test_the_compiled_catalogue_is_the_source_compiled():
    compiled = io.BytesIO()
    with CATALOGUE.open("rb") as source:
        write_mo(compiled, read_po(source, locale="fr"))
    compiled.seek(0)
    with CATALOGUE.with_suffix(".mo").open("rb") as committed:
        assert messages(read_mo(committed)) == messages(read_mo(compiled))
