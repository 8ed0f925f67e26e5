"""From an empty folder to a site, with the program as one file and no network."""

import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.cli.directory.guide import GUIDES
from plugins.gazetteer import Gazetteer
from plugins.hosting.audited.whole_folder import audit
from plugins.hosting.served.ready import PRIVATE
from plugins.start.wheel import ProgramWheel, build_wheel

ROOT = Path(__file__).resolve().parents[2]
LISTS = Path(__file__).parent / "fixtures"
PLACES = {
    "974": ["France services de Cilaos", "France services de Saint-Paul"],
    "2A": ["Espace numérique de Propriano", "Mairie annexe de Porto-Vecchio"],
    "978": ["Médiathèque des Tilleuls"],
    "988": ["Case numérique des Îles", "Espace municipal du Port", "Médiathèque du Nord"],
}
NO_DEPARTEMENT = re.compile("département|région|intercommunalité|groupes de communes|préfecture")
"""What the pages of a directory of collectivities overseas do not speak of."""
NO_COMMUNE = re.compile("(?:dans|de) (?:la|cette) commune|mairie|(?:Voici|lieux) les plus proches")
"""What the pages of Saint-Martin do not claim."""
ELSEWHERE = re.compile("Sicoval|Haute-Garonne|Toulouse|Charente|La Rochelle|Coup de main")
"""What only the records of the program's own directory know."""
EXAMPLES = {"composants", "labels"}
"""Pages that show examples, or say where a programme of the nation was told."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> ProgramWheel:
    return ProgramWheel(build_wheel(ROOT, tmp_path_factory.mktemp("wheel")))


def annuaire(arguments: Sequence[str], folder: Path, program: Path) -> str:
    """What the command says, run as its user runs it."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.cli", *arguments],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(program)},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def begun(
    code: str, folder: Path, program: Path, wheel: ProgramWheel, beside: Sequence[str] = ()
) -> Path:
    """A new directory, with a list imported; `beside`: other territories that it covers."""
    asked = ["--territoire", code, "--programme", str(wheel.path), "--couleur", "#7A2048"]
    for other in beside:
        asked += ["--territoire", other]
    annuaire(["start", code, *asked], folder, program)
    (found,) = LISTS.glob(f"{code}.*")
    known = ["--licence", "Licence Ouverte 2.0", "--date", "2024-08-01", "--report", "r.html"]
    annuaire(["import", str(found), *known], folder / code, program)
    return folder / code


def look_at(site: Path, code: str) -> None:
    """Every commune has its page, each row its own; nothing leads nowhere."""
    covered = Gazetteer.load([code])
    for commune in covered.communes.values():
        assert (site / commune.url.strip("/") / "index.html").is_file(), commune
    pages = [page.read_text("utf-8") for page in (site / "lieux" / code).glob("*/index.html")]
    titles = sorted(title for page in pages for title in re.findall("<h1[^>]*>([^<]+)", page))
    assert [title for title in titles if title in PLACES[code]] == PLACES[code]
    faults = [
        fault for fault in audit(site, left_out=PRIVATE).diagnostics if fault.severity == "error"
    ]
    assert faults == []
    assert (site / "labels" / "pix" / "index.html").is_file()
    strangers = {
        page.relative_to(site).parts[0]
        for page in site.rglob("*.html")
        if ELSEWHERE.search(page.read_text("utf-8"))
    }
    assert strangers <= EXAMPLES
    told = (site / "comprendre" / "index.html").read_text("utf-8")
    assert ('href="/labels/france-services/"' in told) == ("Nos mots" not in told)


ENDED_BY_CTRL_C = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored by what a shell began behind
from plugins.cli import main
main()
"""


def test_a_territory_from_nothing_to_a_served_site(wheel: ProgramWheel, tmp_path: Path):
    program = tmp_path / "program"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
         "--no-compile", "--target", program, wheel.path],
        check=True,
    )  # fmt: skip
    folder = begun("974", tmp_path, program, wheel)
    settings = (folder / "pelicanconf.py").read_text("utf-8")
    assert len(settings.splitlines()) <= 40
    served = subprocess.Popen(
        [sys.executable, "-c", ENDED_BY_CTRL_C, "serve", "--port", "0"],
        cwd=folder, env={**os.environ, "PYTHONPATH": str(program)},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    said = []
    try:
        for line in served.stdout or ():
            said.append(line)
            if found := re.search(r"http://localhost:\d+", line):
                break
        assert found, said
        with urllib.request.urlopen(f"{found[0]}/territoires/974/cilaos/") as page:  # noqa: S310
            commune = page.read().decode()
    finally:
        served.send_signal(signal.SIGINT)
        served.wait(60)
        if served.stdout:
            served.stdout.close()
    assert "France services de Cilaos" in commune
    assert "--accent:#7a2048" in commune
    assert "Aide numérique La Réunion" in commune
    look_at(folder / "output", "974")
    assert not any(program.rglob("pelicanconf.py"))  # its places stay at home


@pytest.mark.parametrize("code", ["2A", "988"])
def test_another_territory(code: str, wheel: ProgramWheel, tmp_path: Path):
    folder = begun(code, tmp_path, ROOT, wheel)
    quickly(folder)
    own_words(folder)
    annuaire(["build"], folder, ROOT)
    site = folder / "output"
    look_at(site, code)
    assert "Nos mots à nous" in (site / "comprendre" / "index.html").read_text("utf-8")
    assert "/comprendre/" in (site / "nos-ateliers" / "index.html").read_text("utf-8")
    (logo,) = (site / "assets").glob("favicon.*.svg")
    assert "Notre logo" in logo.read_text("utf-8")
    assert "Un modèle à nous" in (site / "labels" / "index.html").read_text("utf-8")
    if code == "2A":
        look_beyond(folder)
    else:
        assert claims(site, NO_DEPARTEMENT) == {}


def claims(site: Path, pattern: re.Pattern[str], *folders: str) -> dict[str, str]:
    """What pages say of a pattern, by path; all pages but those that explain the nation's words."""
    every = (page for folder in folders or ("",) for page in (site / folder).rglob("*.html"))
    return {
        str(page.relative_to(site)): found[0]
        for page in sorted(every)
        if page.relative_to(site).parts[0] not in EXAMPLES
        if (found := pattern.search(page.read_text("utf-8")))
    }


def test_islands_that_are_neither_communes_nor_departements(wheel: ProgramWheel, tmp_path: Path):
    folder = begun("978", tmp_path, ROOT, wheel, ["977", "986"])
    with (folder / "pelicanconf.py").open("a") as settings:
        settings.write("PAPER_PDF = SEARCH_FULL_TEXT = False\n")
    annuaire(["build"], folder, ROOT)
    site = folder / "output"
    look_at(site, "978")
    assert claims(site, NO_DEPARTEMENT) == {}
    own = ["lieux/978", *(f"territoires/{code}" for code in ("977", "978", "986"))]
    assert claims(site, NO_COMMUNE, *own, *(f"facile/{one}" for one in own)) == {}
    assert "Choisissez votre territoire" in (site / "lieux" / "index.html").read_text("utf-8")
    index = json.loads((site / "donnees" / "v1" / "index.json").read_text("utf-8"))
    assert {area["sorte"] for area in index["territoires"]} == {"annuaire", "collectivité"}
    assert index["couvre"] == ["978", "977", "986"]


def look_beyond(folder: Path) -> None:
    """Records beyond what the settings cover have the page of their commune."""
    settings = folder / "pelicanconf.py"
    narrow = settings.read_text("utf-8").replace('["2A"]', '["242010056"]')  # around Ajaccio
    settings.write_text(narrow, "utf-8")
    said = annuaire(["build"], folder, ROOT)
    assert "TERRITORIES_COVERED : 2 communes de plus, qui ont des fiches." in said
    communes = {path.name for path in (folder / "output" / "territoires" / "2A").iterdir()}
    assert {"ajaccio", "porto-vecchio", "propriano"} <= communes
    assert "bonifacio" not in communes
    found = audit(folder / "output", left_out=PRIVATE)
    assert [fault for fault in found.diagnostics if fault.severity == "error"] == []


def quickly(folder: Path) -> None:
    with (folder / "pelicanconf.py").open("a") as settings:
        settings.write("PAPER_PDF = SEARCH_FULL_TEXT = EASY_TO_READ = False\n")


def own_words(folder: Path) -> None:
    """A text and a template in the place of the program's, one more text, a logo."""
    files = {
        "content/pages/comprendre.md": "Title: Comprendre\n\nNos mots à nous.\n",
        "content/pages/nos-ateliers.md": "Title: Ateliers\n\n[Ici]({filename}comprendre.md).\n",
        "theme/static/favicon.svg": "<svg><desc>Notre logo</desc></svg>",
        "theme/templates/labels.html": (
            '{% extends "base.html" %}{% set title = "Labels" %}{% set description = "Labels" %}'
            '{% set url = "/labels/" %}{% block main %}<h1>Un modèle à nous</h1>{% endblock %}'
        ),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def test_the_program_does_not_say_when_it_was_made(wheel: ProgramWheel):
    with zipfile.ZipFile(wheel.path) as opened:
        assert {entry.date_time[:3] for entry in opened.infolist()} == {(2024, 1, 1)}


def test_the_program_has_every_document_of_the_guide(wheel: ProgramWheel):
    for file, _ in GUIDES.values():
        assert wheel.carried(file), file
    assert f"annuaire guide {next(iter(GUIDES))}" in annuaire(["guide"], ROOT, ROOT)
    assert "Importer" in annuaire(["guide", "import"], ROOT, ROOT)
