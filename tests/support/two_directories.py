"""Two directories side by side, each built once a run: what one publishes, the other keeps."""

from __future__ import annotations

import fcntl
import re
import shutil
from pathlib import Path

from plugins.gazetteer import Gazetteer
from plugins.territories.others.kept_file import kept_at
from plugins.territories.others.received import received
from tests.support.sites import BUILD_DATE, ROOT, built_once

SICOVAL, MURETAIN = "243100633", "200068641"
ADDRESS = "https://sicoval.example"
SETTINGS = ROOT / "tests" / "support" / "neighbour_settings.py"
_CODE = re.compile(r"^code_insee: \"?(\w+)", re.MULTILINE)


def neighbours(shared: Path) -> tuple[Path, Path]:
    """Folders of the sites: the Sicoval, which names nobody, and the Muretain, which names it."""
    first = _built(shared, "sicoval", SICOVAL)
    with (shared / "federated.asked").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "autres-annuaires").exists():
            kept_at(
                shared / "autres-annuaires",
                received(
                    ADDRESS,
                    Gazetteer.load([MURETAIN]),
                    lambda url: (first / url.removeprefix(f"{ADDRESS}/")).read_bytes(),
                ),
            )
    return first, _built(shared, "muretain", MURETAIN)


def _built(shared: Path, name: str, epci: str) -> Path:
    with (shared / f"{name}-records.asked").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        records = shared / f"{name}-records"
        if not records.exists():
            _copy_records(records, Gazetteer.load([epci]))
    environment = {"NEIGHBOUR": name}
    return built_once(
        shared, name, SETTINGS, records=records, day=BUILD_DATE, environment=environment
    )


def _copy_records(records: Path, covered: Gazetteer) -> None:
    """Labels, and the places of its communes."""
    shutil.copytree(ROOT / "places" / "labels", records / "labels")
    (records / "31").mkdir()
    for file in sorted((ROOT / "places" / "31").glob("*.yaml")):
        code = _CODE.search(file.read_text("utf-8"))
        if code and code[1] in covered.communes:
            shutil.copy(file, records / "31")
