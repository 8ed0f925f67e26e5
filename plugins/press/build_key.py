"""The fingerprint of a build: everything that all pages share.

When it changes every page is made again. It does not depend on where the checkout lies.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

_LIBRARIES = {
    "babel",
    "branca",
    "folium",
    "holidays",
    "icalendar",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "opening_hours_py",
    "pelican",
    "phonenumberslite",
    "pydantic",
    "pydantic_core",
    "python_dateutil",
    "python_stdnum",
    "pyyaml",
    "scipy",
    "typst",
    "tzdata",
    "zxing_cpp",
}
"""Those whose version can change what a page says; distribution names, lower case, with `_`."""

_NOT_ABOUT_PAGES = {
    "AUTORELOAD",
    "BIND",
    "BUILD_DATE",
    "CACHE_CONTENT",
    "DEBUG",
    "LISTEN",
    "LOAD_CONTENT_CACHE",
    "LOG_FILTER",
    "PORT",
    "PRESS_ALONE",
    "PRESS_FIRST",
    "PRESS_JOINED",
    "PRESS_KEEP_FORMER",
    "PRESS_PART",
    "PRESS_PLAN",
    "PRESS_SWAP_ABOVE",
    "PRESS_WORKERS",
}


def code_fingerprint(folder: Path) -> str:
    """Hex digest of our code and its data (`folder`) and of the libraries' versions."""
    digest = blake2b(digest_size=16)
    _add_files(digest, folder)
    digest.update(" ".join(_versions()).encode())
    digest.update(f"python {sys.version_info[:2]}".encode())
    return digest.hexdigest()


def theme_fingerprint(code: str, theme: Path) -> str:
    """Hex digest of the code (see above) and the files of the theme: what templates are compiled
    of, whatever the settings."""
    digest = blake2b(code.encode(), digest_size=16)
    _add_files(digest, theme)
    return digest.hexdigest()


def build_fingerprint(theme: str, settings: Mapping[str, Any]) -> str:
    """Hex digest of the theme (see above) and the settings; not of the day: each page's own
    fingerprint holds what it says on that day."""
    digest = blake2b(theme.encode(), digest_size=16)
    digest.update(_settings_text(settings).encode())
    return digest.hexdigest()


def _add_files(digest: blake2b, folder: Path) -> None:
    for path in _files(folder):
        relative = path[len(str(folder)) :].replace(os.sep, "/")
        with open(path, "rb") as file:
            content = file.read()
        digest.update(f"{relative} {len(content)}\n".encode())
        digest.update(content)


def _files(folder: Path) -> list[str]:
    found = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__" and name[0] != "."]
        found += [os.path.join(parent, name) for name in names if name[0] != "."]
    return sorted(found)


def _settings_text(settings: Mapping[str, Any]) -> str:
    """The settings that can be written as JSON, but the paths: they say where, not what."""
    kept = {}
    for name, value in sorted(settings.items()):
        if not name.isupper() or name in _NOT_ABOUT_PAGES:
            continue
        try:
            text = json.dumps(value, sort_keys=True, ensure_ascii=False)
        except (TypeError, ValueError):
            continue
        if not _holds_path(value):
            kept[name] = text
    return json.dumps(kept)


def _holds_path(value: object) -> bool:
    if isinstance(value, str):
        return os.path.isabs(value) and not value.startswith("//")
    if isinstance(value, list | tuple):
        return any(_holds_path(item) for item in value)
    if isinstance(value, dict):
        return any(_holds_path(item) for item in value.values())
    return False


def _versions() -> list[str]:
    """«jinja2-3.1.6», from the names of the `.dist-info` folders: their content is slow to read."""
    found = set()
    for folder in sys.path:
        if not folder.endswith("site-packages"):
            continue
        for name in os.listdir(folder) if os.path.isdir(folder) else ():
            library, _, rest = name.lower().partition("-")
            if rest.endswith(".dist-info") and library in _LIBRARIES:
                found.add(name.lower().removesuffix(".dist-info"))
    return sorted(found)
