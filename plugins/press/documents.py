"""docs/templates.md and docs/settings.md, compiled from the contracts: `make docs` writes them."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.contracts.collected import Contract, contracts
from plugins.contracts.settings import Required, Setting
from plugins.contracts.shown import TemplateContext, TemplateGlobals, lines_of
from plugins.press.press import Press

_COMPILED = "<!-- Compiled by `make docs` from the modules `contract` of plugins/: edit those. -->"
_TEMPLATES = """
A template may use the names of its own table, those given to all templates, and nothing else; a
test compares both with what it reads (tests/contracts). Its words are `{{ _("…") }}` or
`{% trans %}`; macros stand in `components/`, which know only the names given to all. A page that
exists in every language is marked so here, and every word of its template is in `theme/i18n`; it
shows a text of a record by `french(text)`, hours by `hours.stated(locale)`. A Markdown text of a
record is shown by the filter `prose`. Links are written from the root («/lieux/…»): the press puts
the path of the public address, and the language, before them.
"""
_SETTINGS = """
They stand in `pelicanconf.py`, or in a settings file that begins with `from pelicanconf import *`.
A wrong value, or a name that looks like one of these and is none, stops the build before it reads
anything. Pelican's own settings are in its documentation.
"""
_METHODS = (
    "add",
    "put",
    "provide",
    "renderer",
    "keyed",
    "languages_of",
    "template",
    "asset",
    "page_sets",
    "repeat",
    "depend_on",
)
"""What plugins ask of the press."""


def templates_document(found: Iterable[Contract]) -> str:
    """docs/templates.md."""
    known = list(found)
    lines = ["# What templates may count on", "", _COMPILED, *_TEMPLATES.splitlines(), ""]
    lines += ["## Names given to all templates", ""]
    for contract in known:
        for given in contract.gives:
            lines += [f"By `{contract.package}`. {_paragraph(given.__doc__)}", "", *_names(given)]
    for contract in known:
        for kind in contract.contexts:
            lines += _template(contract.package, kind)
    lines += ["## What plugins ask of the press", "", *_press()]
    return _text(lines)


def settings_document(found: Iterable[Contract]) -> str:
    """docs/settings.md."""
    lines = ["# Settings", "", _COMPILED, *_SETTINGS.splitlines(), ""]
    for contract in found:
        if contract.settings:
            lines += [f"## {contract.package}", ""]
            lines += ["| name | what it may be | default | read by | meaning |"]
            lines += ["|---|---|---|---|---|"]
            lines += [_setting(setting) for setting in contract.settings]
            lines.append("")
    return _text(lines)


def compiled(root: Path) -> dict[Path, str]:
    """Every file that is made from the contracts, with its text; `root`: of the repository."""
    found = contracts()
    return {
        root / "docs/templates.md": templates_document(found),
        root / "docs/settings.md": settings_document(found),
    }


def _template(package: str, kind: type[TemplateContext]) -> Iterator[str]:
    translated = " In every language of the site." if kind.TRANSLATED else ""
    yield f"## {kind.TEMPLATE}"
    yield ""
    yield f"`{package}.contract.{kind.__name__}`. {_paragraph(kind.__doc__)}{translated}"
    yield ""
    yield from _names(kind)


def _names(kind: type[TemplateContext | TemplateGlobals]) -> Iterator[str]:
    said = lines_of(kind)
    if not said:
        yield from ("It receives nothing of its own.", "")
        return
    yield from ("| name | type | meaning |", "|---|---|---|")
    for line in said:
        given = f"`{line.default}`" if line.default[:1].isupper() else "nothing"
        default = f" Without the plugin: {given}." if line.default else ""
        yield f"| `{line.name}` | `{_cell(line.type)}` | {_cell(line.meaning)}{default} |"
    yield ""


def _press() -> Iterator[str]:
    yield from ("| `press.` | |", "|---|---|")
    for name in _METHODS:
        method = getattr(Press, name)
        parameters = [each for each in inspect.signature(method).parameters if each != "self"]
        asked = f"{name}({', '.join(parameters)})"
        yield f"| `{asked}` | {_cell(_paragraph(inspect.getdoc(method)))} |"
    yield ""


def _setting(setting: Setting) -> str:
    name, kind, default, meaning, readers, is_territorial = setting
    shown = "none: it must be said" if isinstance(default, Required) else f"`{default!r}`"
    owner = "" if is_territorial else " Not for a territory to change."
    cells = (f"`{name}`", kind.words, shown, ", ".join(readers), f"{meaning}{owner}")
    return f"| {' | '.join(map(_cell, cells))} |"


def _paragraph(text: str | None) -> str:
    """The whole of a docstring on one line."""
    return " ".join((text or "").split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Write the compiled files where they are committed."""
    for path, text in compiled(Path(__file__).parents[2]).items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
