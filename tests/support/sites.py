"""Whole sites, each built once a run whatever the number of workers; read only."""

import contextlib
import fcntl
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD_DATE = "2026-11-16"
PROGRAM = """
import sys
from pathlib import Path
from plugins.press.generator import build
settings, output, records, day = sys.argv[1:]
sys.exit(build(Path(records) if records else None, Path(output), Path(settings), day or None))
"""


def built_once(
    shared: Path,
    name: str,
    settings: Path,
    *,
    records: Path | None = None,
    day: str = "",
    environment: Mapping[str, str] | None = None,
) -> Path:
    """The folder `name` of `shared`: the site of `settings`, made by the first who asks.

    `environment`: what the settings read beside `SITE_SHARED`, the folder of the run. Fails with
    what the build said.
    """
    site = shared / name
    with (shared / f"{name}.asked").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not site.exists():
            command = [
                sys.executable,
                "-c",
                PROGRAM,
                str(settings),
                str(site),
                str(records or ""),
                day,
            ]
            done = subprocess.run(
                command,
                cwd=ROOT,
                env={**os.environ, "SITE_SHARED": str(shared), **(environment or {})},
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
    return site


def cache_of(name: str) -> str:
    """A folder of the run for what a site keeps between its builds; for settings, which
    `built_once` reads."""
    shared = Path(os.environ["SITE_SHARED"])
    share_templates(shared / name, shared)
    return str(shared / name)


def share_templates(cache: Path, shared: Path) -> None:
    """Let a build that keeps what it made in `cache` use the templates that others of the run have
    compiled: what else it keeps stays its own. Compiling is half of what a small site takes."""
    (shared / "compiled").mkdir(parents=True, exist_ok=True)
    cache.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        (cache / "templates").symlink_to(shared / "compiled")
