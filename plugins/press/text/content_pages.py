"""What is wrong with the pages of prose (`content/pages`), before Pelican reads them.

A page is a Markdown file: its name is its address, its first lines say its title and what it is
about. `annuaire check` and `annuaire build` both ask here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.common.diagnostic import Diagnostic
from plugins.common.hidden_characters import invisible, refused_in
from plugins.common.program import given_beside
from plugins.press.text.prose import LONGEST, is_endless

FOLDER = "pages"
METADATA = {"title": "Title", "description": "Description"}
"""What a page may say of itself, and how it is written. Nothing that chooses a file or a
template."""
TAKEN = frozenset(
    """agenda assets besoins cartes charte composants ctin documents facile hors-ligne integrer
    labels lieux papier qualite recherche sitemaps territoires ar en fr pt tr uk""".split()
)
"""First parts of addresses that other pages have."""
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELD = re.compile(r" {0,3}([A-Za-z0-9_-]+):\s*(.*)")
_TO_A_PAGE = re.compile(r"\{filename\}/?([^\s)#?]+)")
_FRENCH = {"titre": "title", "resume": "description", "summary": "description"}
_EXAMPLE = "Title: Ateliers"


class ProsePage(NamedTuple):
    """A page as typed: `name` within the folder of content («pages/partage.md»)."""

    name: str
    lines: list[str]
    others: frozenset[str]
    """Names of the files of all pages."""

    @property
    def head(self) -> list[str]:
        """The lines above the first one that is empty."""
        return self.lines[: self.lines.index("")] if "" in self.lines else self.lines

    def fault(self, line: int, field: str, message: str, hint: str) -> Diagnostic:
        """Something wrong at a line, counted from 1."""
        return Diagnostic(self.name, line, 1, field, message, hint)


def check_pages(content: Path) -> list[Diagnostic]:
    """Everything wrong below the folder of content; nothing when there is none."""
    found: list[Diagnostic] = []
    folders = (content, given_beside(content, "content") or content)
    names = frozenset(path.name for each in folders for path in (each / FOLDER).glob("*.md"))
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        if (path.is_dir() and not path.is_symlink()) or any(
            part.startswith(".") for part in Path(name).parts
        ):
            continue
        if fault := _misplaced(name, path.stem) or _link(path, name):
            found.append(fault)
            continue
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            found.append(
                Diagnostic(name, 1, 1, "", "ce texte n'est pas en UTF-8", "enregistrez-le en UTF-8")
            )
            continue
        page = ProsePage(name, [line.rstrip() for line in text.split("\n")], names)
        found += [fault for check in CHECKS for fault in check(page)]
    return found


def _misplaced(name: str, stem: str) -> Diagnostic | None:
    if name != f"{FOLDER}/{stem}.md":
        told, hint = "ce fichier n'est pas publié", f"mettez les pages dans {FOLDER}/, en « .md »"
    elif not _NAME.fullmatch(stem):
        told = "ce nom ne peut pas faire l'adresse d'une page"
        hint = "écrivez des minuscules sans accent, des chiffres et des tirets"
    elif stem in TAKEN:
        told, hint = f"une autre page a l'adresse /{stem}/", "donnez un autre nom à ce fichier"
    else:
        return None
    return Diagnostic(name, 1, 1, "", told, hint)


def _link(path: Path, name: str) -> Diagnostic | None:
    """A link may lead to any file of the machine that builds."""
    if path.is_file() and not path.is_symlink():
        return None
    hint = "mettez à sa place le fichier lui-même, ou supprimez-le"
    return Diagnostic(name, 1, 1, "", "ce n'est pas un fichier ordinaire", hint)


def _head(page: ProsePage) -> Iterator[Diagnostic]:
    """Fields: known, once each, the title among them."""
    seen = set[str]()
    for number, line in enumerate(page.head, 1):
        typed = _FIELD.fullmatch(line)
        if typed is None:
            if number == 1 or not line.startswith("    "):
                hint = f"commencez par « {_EXAMPLE} », puis laissez une ligne vide avant le texte"
                yield page.fault(number, "", "une page commence par son titre", hint)
                return
            continue
        name, field = typed[1], typed[1].lower()
        if field not in METADATA:
            yield page.fault(number, name, "ce champ n'existe pas", _meant(typed))
        elif field in seen:
            yield page.fault(number, name, "ce champ est déjà écrit", "supprimez cette ligne")
        elif not typed[2]:
            yield page.fault(number, name, "rien n'est écrit ici", "complétez cette ligne")
        seen.add(field if field in METADATA else _near(field))
    if "title" not in seen:
        yield page.fault(1, "Title", "le titre manque", f"commencez par « {_EXAMPLE} »")


def _near(field: str) -> str:
    from rapidfuzz.process import extractOne  # imported late: most fields are well spelt

    found = extractOne(field, list(METADATA), score_cutoff=75)
    return _FRENCH.get(field, found[0] if found else "")


def _meant(typed: re.Match[str]) -> str:
    if near := _near(typed[1].lower()):
        return f"écrivez « {METADATA[near]}: {typed[2]} »"
    return "supprimez la ligne ; champs possibles : " + ", ".join(METADATA.values())


def _length(page: ProsePage) -> Iterator[Diagnostic]:
    if sum(map(len, page.lines)) > LONGEST:
        yield page.fault(1, "", "cette page est trop longue", f"{LONGEST} caractères au plus")


def _endless(page: ProsePage) -> Iterator[Diagnostic]:
    for number, line in enumerate(page.lines, 1):
        if is_endless(line):
            hint = "mettez chaque point sur sa ligne"
            yield page.fault(number, "", "cette ligne a trop de listes ou de crochets", hint)


def _links(page: ProsePage) -> Iterator[Diagnostic]:
    """A link to another page names its file."""
    for number, line in enumerate(page.lines, 1):
        for target in _TO_A_PAGE.findall(line):
            if target not in page.others:
                told = f"la page « {target} » n'existe pas"
                hint = "écrivez le nom d'un fichier de ce dossier, par exemple {filename}partage.md"
                yield page.fault(number, "", told, hint)


def _hidden(page: ProsePage) -> Iterator[Diagnostic]:
    for number, line in enumerate(page.lines, 1):
        if sign := refused_in(line):
            yield page.fault(number, "", invisible(sign), "effacez ce caractère")


CHECKS: tuple[Callable[[ProsePage], Iterator[Diagnostic]], ...] = (
    _head,
    _length,
    _endless,
    _links,
    _hidden,
)
"""Each one thing; a new one is a function and its name here."""
