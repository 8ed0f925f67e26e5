"""The folder of a new directory: what is its own, and the program as one file."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from plugins.common.program import SETTINGS
from plugins.start.beginning import PUBLISHER, Beginning
from plugins.start.colours import tokens_of
from plugins.start.forge_files import common_files, editor_files, forge_files
from plugins.start.wheel import ProgramWheel

PROGRAM_FOLDER = "programme"
"""Where the wheel lies in a directory."""
_LEGAL_NOTICE = "content/pages/mentions-legales.md"


_MAY_BE_THERE = {".git"}
"""Of a repository that a forge made, and that somebody cloned."""


class FolderTakenError(Exception):
    """There is something in the folder already."""


def begin(folder: Path, answers: Beginning, wheel: ProgramWheel) -> list[str]:
    """Write a new directory, all of it or nothing; the paths of its files, sorted.

    Raises:
        FolderTakenError: the folder is there and not empty (a new repository is).
        OSError: it cannot be written.
    """
    there = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    if not _MAY_BE_THERE.issuperset(there) or (folder.exists() and not folder.is_dir()):
        raise FolderTakenError(folder)
    files = files_of(answers, wheel)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".", dir=folder.parent))
    try:
        made.chmod(0o755)
        for name, content in files.items():
            (made / name).parent.mkdir(parents=True, exist_ok=True)
            (made / name).write_bytes(content)
        (made / PROGRAM_FOLDER).mkdir()
        shutil.copyfile(wheel.path, made / PROGRAM_FOLDER / wheel.path.name)
        folder.mkdir(exist_ok=True)
        for path in sorted(made.iterdir()):
            path.rename(folder / path.name)
        made.rmdir()
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return sorted([*files, f"{PROGRAM_FOLDER}/{wheel.path.name}"])


def files_of(answers: Beginning, wheel: ProgramWheel) -> Mapping[str, bytes]:
    """Content of each file by its path, but for the program."""
    files = {
        **common_files(wheel, answers.title),
        **editor_files(wheel),
        **forge_files(wheel, answers.forge),
        SETTINGS: settings_text(answers).encode(),
        _LEGAL_NOTICE: wheel.carried(_LEGAL_NOTICE) or b"",
    }
    if answers.colour:
        files["theme/static/tokens.css"] = tokens_of(answers.colour).encode()
    if answers.logo:
        files["theme/static/favicon.svg"] = answers.logo.read_bytes()
    return files


def settings_text(answers: Beginning) -> str:
    """The settings file, of 40 lines at most."""
    told = dict(answers.publisher)
    publisher = [f'    "{key}": {_written(told.get(key, ""))},' for key in PUBLISHER]
    codes = ", ".join(_written(one.code) for one in answers.territories)
    is_gitlab = answers.forge == "gitlab" and answers.repository
    lines = [
        '"""Les réglages de cet annuaire. Tous les autres : annuaire guide settings."""',
        "",
        "from plugins.press.program_settings import *",
        "from plugins.press.program_settings import settings_here",
        "",
        "globals().update(settings_here(__file__))",
        "",
        f"SITENAME = {_written(answers.title)}",
        "",
        "# Ce que l'annuaire couvre : départements et collectivités (31, 988), intercommunalités",
        "# (SIREN), régions (R76).",
        f"TERRITORIES_COVERED = [{codes}]",
        "",
        "# Qui publie le site, pour les mentions légales.",
        "PUBLISHER = {",
        *publisher,
        "}",
        "",
        "# Le dépôt des fiches : « Corriger cette fiche » y mène. FORGE_EDITOR : hors de GitHub.",
        f"FORGE_URL = {_written('' if is_gitlab else answers.repository)}",
        f"FORGE_EDITOR = {_written(f'{answers.repository}/-/edit/main' if is_gitlab else '')}",
        "",
        '# Les langues des pages, le français d\'abord ; aussi : "en", "ar", "uk", "pt", "tr".',
        'I18N_LANGUAGES = ["fr"]',
        "",
    ]
    return "\n".join(lines)


def _written(text: str) -> str:
    """A text as Python reads it, in double quotes."""
    return json.dumps(text, ensure_ascii=False)
