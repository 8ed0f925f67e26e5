"""The records as they were at a commit, in a folder that lasts as long as one looks at them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class UnknownCommitError(Exception):
    """There is no such commit, or no git here; the message is French."""


@contextmanager
def records_at(reference: str, places_dir: Path) -> Iterator[Path]:
    """The folder of records as the commit `reference` has it; empty if it has none.

    Raises:
        UnknownCommitError: git does not know it, or the folder is in no repository.
    """
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}"]
    commit = _git(places_dir, *asked).decode().strip()
    if not commit:
        raise UnknownCommitError(
            f"le commit « {reference} » n'est pas connu ici ; donnez par exemple --since main"
        )
    inside = _git(places_dir, "rev-parse", "--show-prefix").decode().strip().rstrip("/")
    top = Path(_git(places_dir, "rev-parse", "--show-toplevel").decode().strip())
    with TemporaryDirectory(prefix="annuaire-") as folder:
        found = _git(top, "archive", "--format=zip", f"{commit}:{inside}")
        if found:
            # Not of tar: what keeps its links inside is not in the Python of Debian 12 (3.11.2).
            with zipfile.ZipFile(io.BytesIO(found)) as archive:
                archive.extractall(folder)  # no path leads out of it, and links become texts
        yield Path(folder)


def _git(folder: Path, *arguments: str) -> bytes:
    """What git answers; nothing where it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise UnknownCommitError("git n'est pas installé ici") from None
    return done.stdout if done.returncode == 0 else b""
