"""How a build stops: plain French lines on stderr, exit code 1, the published site untouched."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable
from typing import NoReturn

_REASONS = {
    errno.ENOSPC: "le disque est plein",
    errno.EDQUOT: "la place accordée sur le disque est épuisée",
    errno.EROFS: "ce disque est en lecture seule",
    errno.EACCES: "l'écriture n'y est pas permise",
    errno.EPERM: "l'écriture n'y est pas permise",
    errno.ENAMETOOLONG: "un nom de fichier est trop long",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ENOENT: "le dossier n'existe pas",
    errno.ENOTDIR: "ce n'est pas un dossier",
}


class BuildError(Exception):
    """The site cannot be made; the message is in French and says what to do."""


def reason(error: OSError) -> str:
    """An operating system's error in a few French words."""
    return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)


def blame(error: Exception) -> str:
    """What failed and where: «UndefinedError : 'x' is undefined (place.html, ligne 12)»."""
    import traceback  # here: the command must start at once

    frames = traceback.extract_tb(error.__traceback__)
    in_templates = [frame for frame in frames if frame.filename.endswith(".html")]
    frame = (in_templates or list(frames))[-1]
    where = f"{os.path.basename(frame.filename)}, ligne {frame.lineno}"
    return f"{type(error).__name__} : {error} ({where})"


def stop(lines: Iterable[str]) -> NoReturn:
    """Print `lines` on stderr and leave with exit code 1, without a traceback.

    `SystemExit` is the one exception that Pelican lets through in silence.
    """
    for line in lines:
        print(line, file=sys.stderr)
    raise SystemExit(1)
