"""The whole build: the same bytes everywhere, right exit codes, a fault leaves the site."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.press import content
from tests.support.sites import share_templates

ROOT = Path(__file__).resolve().parents[2]
DAY = "2026-11-16"
CONF = """
import os
from pelicanconf import *
TERRITORIES_COVERED = ["241700434"]
PAPER_PDF = False  # slow; tests/paper holds that they are always the same
I18N_LANGUAGES = ["fr", "ar"]
BUILD_DATE = "2026-11-16"
PLACES_DIR = os.environ["TEST_PLACES"]
OUTPUT_PATH = os.environ["TEST_OUTPUT"]
PLACES_CACHE = PRESS_CACHE = os.environ["TEST_CACHE"]
PRESS_WORKERS = int(os.environ.get("TEST_WORKERS", "1"))
"""


@pytest.fixture
def places(tmp_path: Path, shared: Path) -> Path:
    """A few of the repository's own records, with all that is not a place."""
    (tmp_path / "shared").symlink_to(shared)
    folder = tmp_path / "places"
    shutil.copytree(ROOT / "places", folder, ignore=shutil.ignore_patterns("16", "17", "31"))
    shutil.copytree(ROOT / "places" / "16" / "tournees", folder / "16" / "tournees")
    (folder / "17").mkdir()
    for path in sorted((ROOT / "places" / "17").glob("*.yaml"))[::12]:
        shutil.copy(path, folder / "17")
    return folder


def run(places: Path, output: Path, command: str = "annuaire", **more: str) -> tuple[int, str]:
    conf = places.parent / "conf.py"
    conf.write_text(more.pop("conf", CONF), "utf-8")
    cache = output.parent / f"cache-{output.name}"
    share_templates(cache, places.parent / "shared")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "TEST_PLACES": str(places),
        "TEST_OUTPUT": str(output),
        "TEST_CACHE": str(cache),
    }
    code = (
        "import sys; from pathlib import Path; from plugins.press.generator import build;"
        f"sys.exit(build(settings=Path({str(conf)!r})))"
    )
    arguments = ["-c", code] if command == "annuaire" else ["-m", "pelican", "-s", str(conf)]
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=more.pop("cwd", str(ROOT)),
        env=environment | more,
        capture_output=True,
        text=True,
        umask=int(more.get("TEST_UMASK", "18")),
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_same_bytes_whatever_the_machine_and_the_command(places: Path, tmp_path: Path):
    code, said = run(places, tmp_path / "one", PYTHONHASHSEED="1")
    assert (code, "Traceback" in said) == (0, False), said
    code, said = run(
        places,
        tmp_path / "two",
        PYTHONHASHSEED="2",
        TZ="Pacific/Noumea",
        LC_ALL="C",
        TEST_WORKERS="3",
        TEST_UMASK="63",
        cwd=str(tmp_path),
    )
    assert code == 0, said
    code, said = run(places, tmp_path / "three", command="pelican", PYTHONHASHSEED="3")
    assert code == 0, said
    assert content(tmp_path / "one") == content(tmp_path / "two") == content(tmp_path / "three")
    modes = [
        {path.relative_to(folder): path.stat().st_mode for path in folder.rglob("*")}
        for folder in (tmp_path / "one", tmp_path / "two")
    ]
    assert modes[0] == modes[1]
    # An edit, an addition and a removal give what a fresh build gives.
    records = sorted((places / "17").glob("*.yaml"))
    records[0].write_text(
        records[0].read_text("utf-8").replace("nom: ", "nom: Nouveau nom de ", 1), "utf-8"
    )
    records[1].rename(records[1].with_name("autre-nom.yaml"))
    records[2].unlink()
    looked_at = ["index.html", "recherche/index.html", "territoires/17/index.html"]
    page = f"lieux/17/{records[0].stem}/index.html"
    looked_at += [page, f"ar/{page}", "qualite/epci/241700434/index.html"]
    code, said = run(places, tmp_path / "one", conf=f"{CONF}PRESS_FIRST = {looked_at}\n")
    assert code == 0, said
    first = {path: (tmp_path / "one" / path).read_bytes() for path in looked_at}
    code, said = run(places, tmp_path / "one")
    assert code == 0, said
    code, said = run(places, tmp_path / "fresh")
    assert code == 0, said
    assert content(tmp_path / "one") == content(tmp_path / "fresh")
    assert first == {path: (tmp_path / "fresh" / path).read_bytes() for path in looked_at}
    assert b"Nouveau nom de" in first[page]
    cited = f"/lieux/17/{records[2].stem}/".encode()
    assert not [path for path, data in content(tmp_path / "one").items() if cited in data]


def test_a_day_that_passes_changes_only_what_it_makes_others(places: Path, tmp_path: Path):
    record = next(
        path
        for path in sorted((places / "17").glob("*.yaml"))
        if "horaires:" in (text := path.read_text("utf-8")) and "exceptions:" not in text
    )
    shut = "exceptions:\n  - du: 2027-02-15\n    horaires: fermé\n"  # announced 60 days before
    record.write_text(record.read_text("utf-8") + shut, "utf-8")
    found = {}
    for day in ("2026-12-17", "2026-12-18", "2026-12-26"):  # Christmas is over
        conf = CONF.replace(DAY, day)
        code, said = run(places, tmp_path / "site", conf=conf)
        assert code == 0, said
        found[day] = content(tmp_path / "site")
        code, said = run(places, tmp_path / "fresh" / day, conf=conf)
        assert code == 0, said
        assert found[day] == content(tmp_path / "fresh" / day)
    before, after, late = found.values()
    changed = {path for path in after if before.get(path) != after[path]} - {".manifeste"}
    assert f"lieux/17/{record.stem}/index.html" in changed
    elsewhere = {path for path in changed if record.stem.encode() not in after[path]}
    passed = ("agenda/", "territoires/16/")  # where the bus comes
    assert all(any(part in path for part in passed) for path in elsewhere), elsewhere
    assert len(elsewhere) <= 0.03 * len(after)
    holiday = {path for path in after if after[path] != late.get(path)}
    assert any(path.startswith("lieux/17/") for path in holiday)


@pytest.mark.parametrize("command", ["annuaire", "pelican"])
def test_faults_of_records_are_all_said_and_nothing_is_written(
    places: Path, tmp_path: Path, command: str
):
    (places / "17" / "faute.yaml").write_text("nom: Mairie\ncode_postal: 1\n", "utf-8")
    (places / "17" / "deux.yaml").write_text("nom: [\n", "utf-8")
    code, said = run(places, tmp_path / "site", command=command)
    assert code == 1
    assert "Traceback" not in said
    assert "places/17/faute.yaml:2:14: code_postal: " in said
    assert "places/17/deux.yaml:" in said
    assert not (tmp_path / "site").exists()


def test_a_site_is_never_built_among_the_records(places: Path):
    code, said = run(places, places / "sortie")
    assert code == 1
    assert "ne peut pas être construit dans" in said
    assert not (places / "sortie").exists()


def test_a_build_that_is_terminated_says_so_and_leaves_nothing(places: Path, tmp_path: Path):
    slow = "\nimport os, signal, plugins.press.press as press\n"
    slow += "press.render_all = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
    code, said = run(places, tmp_path / "site", conf=CONF + slow)
    assert code != 0
    assert "Construction interrompue" in said
    assert "Traceback" not in said
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("site")]


def test_wrong_settings_are_all_said_before_anything_is_read(places: Path, tmp_path: Path):
    code, said = run(places, tmp_path / "site", conf=CONF + "PAPER_PDF = 1\nMAP_TILES = {}\n")
    assert code == 1
    assert "PAPER_PDF ne peut pas être 1 ; écrivez True ou False ou None." in said
    assert "le réglage MAP_TILES n'existe pas ; vouliez-vous dire MAPS_TILES ?" in said
    assert "Traceback" not in said
    assert not (tmp_path / "site").exists()


def test_a_plugin_that_fails_stops_pelican(places: Path, tmp_path: Path):
    conf = CONF.replace("import *", "import *\nPLUGINS = [*PLUGINS, 'plugins.absent']")
    conf += "PRESS_REQUIRES = PLUGINS\n"
    (tmp_path / "plugin.py").write_text(conf, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", str(tmp_path / "plugin.py")],
        cwd=ROOT,
        env=os.environ
        | {
            "PYTHONPATH": str(ROOT),
            "TEST_PLACES": str(places),
            "TEST_OUTPUT": str(tmp_path / "site"),
            "TEST_CACHE": str(tmp_path / "cache"),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "plugins.absent" in done.stderr
    assert not (tmp_path / "site").exists()
