"""What changes for a directory when it moves from one program to a newer one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from typing import NamedTuple

from plugins.common.program import SETTINGS
from plugins.press.design_tokens import tokens_in
from plugins.start.beginning import FORGES
from plugins.start.forge_files import editor_files, forge_files
from plugins.start.wheel import ProgramWheel

_SETTING = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|[^|]*\| ([^|]*) \|", re.MULTILINE)
_OVERRIDES = ("theme/templates", "theme/static", "content/pages", "places/labels")
"""Folders of a directory whose files take the place of those of the program."""
_TOKENS = "theme/static/tokens.css"


class ProgramChanges(NamedTuple):
    """`news`: lines of the changelog; `to_do`: what the people of the directory must look at, in
    French; `rewritten`: files of the forge that nobody changed, as the newer program gives them."""

    news: list[str]
    to_do: list[str]
    rewritten: Mapping[str, bytes]


def changes(folder: Path, old: ProgramWheel, new: ProgramWheel) -> ProgramChanges:
    """What is another in `new`, for the directory at `folder`."""
    to_do = [*_settings(folder, old, new), *_overrides(folder, old, new)]
    rewritten: dict[str, bytes] = {}
    sorts: list[Callable[[ProgramWheel], Mapping[str, bytes]]] = [editor_files]
    sorts += [partial(forge_files, forge=each) for each in FORGES]
    for files in sorts:
        before, after = files(old), files(new)
        if not any((folder / name).is_file() for name in before):
            continue  # another forge
        for name, content in after.items():
            if content == before.get(name):
                continue
            own = _content(folder / name)
            if own == before.get(name):
                rewritten[name] = content
            elif own not in (None, content):
                to_do.append(f"{name} : vous l'avez changé ; le nouveau programme aussi. Comparez.")
        to_do += [
            f"{name} : le nouveau programme ne s'en sert plus. Vous pouvez le supprimer."
            for name in sorted(before.keys() - after.keys())
            if (folder / name).is_file()
        ]
    return ProgramChanges(_news(old, new), to_do, rewritten)


def settings_in(document: str) -> dict[str, str]:
    """The settings that docs/settings.md lists, each with its default as it is told."""
    return dict(_SETTING.findall(document))


def _settings(folder: Path, old: ProgramWheel, new: ProgramWheel) -> Iterator[str]:
    before, after = (settings_in(_text(one, "docs/settings.md")) for one in (old, new))
    own = _assigned((folder / SETTINGS).read_text("utf-8-sig"))
    for name in own:
        if name in before and name not in after:
            alike = get_close_matches(name, sorted(after.keys() - before.keys()), n=1)
            told = f"il s'appelle peut-être {alike[0]}" if alike else "enlevez-le"
            yield f"{SETTINGS} : le réglage {name} n'existe plus ; {told}."
    for name in sorted(after.keys() - before.keys() - set(own)):
        if after[name].startswith("none"):
            yield f"{SETTINGS} : le réglage {name} est nouveau ; il faut l'écrire."


def _assigned(text: str) -> list[str]:
    """Names of the settings that a file writes, in their order."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return []
    targets = [
        target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets
    ]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return [one.id for one in targets if isinstance(one, ast.Name) and one.id.isupper()]


def _overrides(folder: Path, old: ProgramWheel, new: ProgramWheel) -> Iterator[str]:
    """The directory's own files that stand for one of the program's, which is another now."""
    for name in sorted(_own_files(folder)):
        before, after = old.carried(name), new.carried(name)
        if name == _TOKENS:
            yield from _lost_tokens(folder / name, (after or b"").decode())
        elif before is not None and after is None:
            yield f"{name} : il remplaçait un fichier que le nouveau programme n'a plus."
        elif before != after and after is not None:
            yield f"{name} : il remplace un fichier du programme, qui a changé. Comparez."


def _own_files(folder: Path) -> Iterator[str]:
    for each in _OVERRIDES:
        for path in (folder / each).rglob("*"):
            if path.is_file():
                yield path.relative_to(folder).as_posix()


def _lost_tokens(file: Path, given: str) -> Iterator[str]:
    known = {token.name for token in tokens_in(given)}
    for token in tokens_in(file.read_text("utf-8-sig")):
        if token.name not in known:
            yield f"{_TOKENS} : la couleur « --{token.name} » n'existe plus ; enlevez-la."


def _news(old: ProgramWheel, new: ProgramWheel) -> list[str]:
    """Lines of the newer changelog that the older one has not."""
    known = set(_text(old, "CHANGELOG.md").splitlines())
    lines = _text(new, "CHANGELOG.md").splitlines()
    return [line for line in lines if line.strip() and line not in known]


def _text(wheel: ProgramWheel, name: str) -> str:
    return (wheel.carried(name) or b"").decode("utf-8")


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None
