"""What stands in a directory as the program gives it: texts about it, what editors of records ask
for, and what a forge runs.

`annuaire start` writes these files, `annuaire upgrade` writes again those that nobody changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from plugins.start.wheel import ProgramWheel, carried_name

_FILES = "plugins/start/files"
_HIDDEN = {"gitignore", "gitattributes"}
_SCHEMAS = "places/schema"
"""Records name them in their first line: an editor then knows their fields."""
_FORMS = {"github": [".github/ISSUE_TEMPLATE"], "gitlab": [".gitlab/issue_templates"]}
"""Of each forge, the forms, which are those of the program's own repository."""


def common_files(wheel: ProgramWheel, title: str) -> Mapping[str, bytes]:
    """What every directory has; `title`: the name of its site."""
    found: dict[str, bytes] = {}
    for name in wheel.below(f"{_FILES}/common"):
        path = name.removeprefix(f"{_FILES}/common/")
        content = wheel.read(name) or b""
        found[f".{path}" if path in _HIDDEN else path] = content.replace(b"{nom}", title.encode())
    return found


def forge_files(wheel: ProgramWheel, forge: str) -> Mapping[str, bytes]:
    """What a forge («github», «gitlab») reads; nothing for another."""
    found: dict[str, bytes] = {}
    for name in wheel.below(f"{_FILES}/{forge}") if forge in _FORMS else ():
        path = name.removeprefix(f"{_FILES}/{forge}/")
        target = f".{path}" if path == "gitlab-ci.yml" else f".{forge}/{path}"
        found[target] = wheel.read(name) or b""
    for folder in _FORMS.get(forge, ()):
        found.update(_carried(wheel, folder))
    return found


def editor_files(wheel: ProgramWheel) -> Mapping[str, bytes]:
    """The schemas of records."""
    return dict(_carried(wheel, _SCHEMAS))


def _carried(wheel: ProgramWheel, folder: str) -> Iterator[tuple[str, bytes]]:
    for name in wheel.below(carried_name(folder)):
        yield name.removeprefix(carried_name("")), wheel.read(name) or b""
