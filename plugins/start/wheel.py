"""The program as one file: a wheel, read without installing it, found, or built in a checkout."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from plugins.common.program import IS_PACKED, PROGRAM

_NAME = re.compile(r"annuaire-(\d+(?:\.\d+)*)-py3-none-any\.whl")
_CARRIED = "plugins/program/"
_MOST_BYTES = 100_000_000
"""Of a file within a wheel."""
_SOURCES = (
    *("plugins", "theme", "content", "docs", "places/labels", "places/schema"),
    *(".github/ISSUE_TEMPLATE", ".gitlab/issue_templates"),
    *("pyproject.toml", "README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md"),
    "requirements.lock",
)
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "1704067200", "PYTHONDONTWRITEBYTECODE": "1"}


class WheelError(Exception):
    """There is no such program; the message is in French and says what to do."""


class ProgramWheel:
    """The wheel at `path`. Raises WheelError when it is none of ours."""

    def __init__(self, path: Path) -> None:
        named = _NAME.fullmatch(path.name)
        if named is None:
            raise WheelError(
                f"« {path.name} » n'est pas le programme : "
                "son nom est comme annuaire-0.1.0-py3-none-any.whl"
            )
        self.path, self.version = path, named[1]
        try:
            with zipfile.ZipFile(path) as opened:
                self.names = frozenset(opened.namelist())
        except (OSError, zipfile.BadZipFile):
            raise WheelError(f"« {path} » ne se lit pas. Téléchargez-le à nouveau.") from None
        if f"{_CARRIED}CHANGELOG.md" not in self.names:
            raise WheelError(f"« {path.name} » n'est pas le programme entier.")

    @property
    def release(self) -> tuple[int, ...]:
        """Its version, to compare."""
        return tuple(map(int, self.version.split(".")))

    def read(self, name: str) -> bytes | None:
        """A file of the code («plugins/start/files/…»); None when it is not there."""
        if name not in self.names:
            return None
        with zipfile.ZipFile(self.path) as opened:
            if opened.getinfo(name).file_size > _MOST_BYTES:
                raise WheelError(f"« {self.path.name} » n'est pas le programme.")
            return opened.read(name)

    def carried(self, name: str) -> bytes | None:
        """A file that the program carries («theme/templates/base.html»); None without it."""
        return self.read(f"{_CARRIED}{name}")

    def below(self, folder: str) -> list[str]:
        """Names of the files of a folder of the code, sorted."""
        return sorted(name for name in self.names if name.startswith(f"{folder}/"))


def carried_name(name: str) -> str:
    """The name within a wheel of a file that the program carries."""
    return f"{_CARRIED}{name}"


def own_wheel(made_in: Path) -> ProgramWheel:
    """The wheel of the program that runs: the one it was installed from, or, in a checkout, one
    that is built in the folder `made_in`. Raises WheelError when there is none."""
    if not IS_PACKED:
        return ProgramWheel(build_wheel(PROGRAM, made_in))
    try:
        origin = json.loads(distribution("annuaire").read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        origin = {}
    address = urlsplit(origin.get("url", ""))
    file = Path(unquote(address.path))
    if address.scheme != "file" or not file.is_file():
        raise WheelError(
            "le fichier du programme n'est plus là. Donnez-le : "
            "--programme annuaire-0.1.0-py3-none-any.whl"
        )
    return ProgramWheel(file)


def build_wheel(checkout: Path, to: Path) -> Path:
    """Build the wheel of a checkout in the folder `to`, without the network; the same sources make
    the same bytes. Raises WheelError with what went wrong."""
    sources = to / "sources"
    for name in _SOURCES:
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        if (checkout / name).is_dir():
            left_out = shutil.ignore_patterns("__pycache__")
            shutil.copytree(checkout / name, sources / name, ignore=left_out)
        else:
            shutil.copyfile(checkout / name, sources / name)
    asked = ["--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--wheel-dir", str(to)]
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *asked, str(sources)],
        capture_output=True,
        text=True,
        check=False,
        env={**_environment(), **_SAME_BYTES},
    )
    found = next(iter(sorted(to.glob("annuaire-*.whl"))), None)
    if done.returncode or found is None:
        raise WheelError(f"le programme ne s'emballe pas : {done.stderr.strip()[-500:]}")
    shutil.rmtree(sources)
    return found


def _environment() -> dict[str, str]:
    import os

    return {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}


def main() -> None:
    """`python -m plugins.start.wheel`: build the wheel of this checkout in the current folder."""
    import tempfile

    with tempfile.TemporaryDirectory() as made_in:
        built = build_wheel(PROGRAM, Path(made_in))
        print(shutil.copy(built, Path.cwd()))


if __name__ == "__main__":
    main()
