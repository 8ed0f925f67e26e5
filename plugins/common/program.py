"""Where the program's own files lie, and which folder is the directory that somebody works in.

In a checkout they are its folders; a wheel carries them in a folder `program`. A directory is a
folder with a settings file: it has its records, its texts, its colours, and the rest of the
program. The checkout is one too, whose own files are those of the program.

`python -m plugins.common.program` says where the list of exact libraries is, for `pip install -r`.
"""

from __future__ import annotations

from pathlib import Path

SETTINGS = "pelicanconf.py"
"""The file that makes a folder a directory."""
PLUGINS = Path(__file__).resolve().parents[1]
_PACKED = PLUGINS / "program"
IS_PACKED = _PACKED.is_dir()
"""Whether the program runs from a wheel."""
PROGRAM = _PACKED if IS_PACKED else PLUGINS.parent
"""The folder of `theme`, `content`, `places/labels`, `docs` and `CHANGELOG.md`."""


def home(start: Path | None = None) -> Path:
    """The directory that `start` (without it: the current folder) is in; the checkout when it is
    in none, or else `start` itself, which then has no settings file."""
    start = (start or Path()).absolute()
    for folder in (start, *start.parents):
        if (folder / SETTINGS).is_file():
            return folder
    return start if IS_PACKED else PROGRAM


def given_beside(own: Path, name: str) -> Path | None:
    """The program's folder `name` («content», «places/labels») that completes `own`, the one of a
    directory: what is not in `own` is taken there. None where `own` is it, or in no directory."""
    given, parts = PROGRAM / name, len(Path(name).parts)
    own = own.absolute()
    folder = own.parents[parts - 1]
    is_directory = folder != PROGRAM and (folder / SETTINGS).is_file()
    return given if is_directory and own.resolve() != given.resolve() else None


if __name__ == "__main__":
    print(PROGRAM / "requirements.lock")
