"""What somebody says of the directory that they begin: by options, or asked for on a terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from plugins.intake.asked.console import Console, chosen
from plugins.start.colours import colour_in
from plugins.start.which_territory import TerritoryChoice, territories_meant

AnyAnswer = TypeVar("AnyAnswer")

PUBLISHER = {
    "nom": "Qui publie le site ? (exemple : Communauté de communes du Val d'Or)",
    "adresse": "Son adresse ?",
    "courriel": "Son courriel ? (celui d'un service, jamais d'une personne)",
    "telephone": "Son téléphone ?",
    "responsable": "Qui répond de la publication ? (une fonction : le maire, la présidente)",
    "hebergeur": "Qui héberge le site ? (exemple : GitHub Pages)",
}
"""What the legal notice says of who publishes, and how it is asked."""
FORGES = {"github": "GitHub", "gitlab": "GitLab", "aucune": "aucun, ou un autre"}
_ADDRESS = re.compile(r"https://[\w.-]+/[\w./~-]+")
_MOST_LOGO_BYTES = 60_000
_RUNS = re.compile(r"<!ENTITY|<script|javascript:|<foreignObject|\son\w+\s*=", re.IGNORECASE)
_WELCOME = """\
Quelques questions pour commencer un annuaire. Répondez en une ligne.
Vous ne savez pas ? Entrée : vous pourrez le changer dans pelicanconf.py.
Pour arrêter : Ctrl-C. Rien n'est écrit avant la fin.
"""


class AnswerError(Exception):
    """An answer that cannot be; the message is in French and says what to write."""


@dataclass(frozen=True)
class Beginning:
    """`territories`: at least one in the end. `publisher`: of the keys of `PUBLISHER`; `forge`: of
    those of `FORGES`, `repository`: its address; `colour`: «#7a2048»; `logo`: an SVG file. What is
    empty is left as the program has it."""

    territories: tuple[TerritoryChoice, ...] = ()
    name: str = ""
    publisher: tuple[tuple[str, str], ...] = ()
    forge: str = ""
    repository: str = ""
    colour: str = ""
    logo: Path | None = None

    @property
    def title(self) -> str:
        """The name of the site."""
        return self.name or f"Aide numérique {', '.join(one.nom for one in self.territories)}"


def territory_of(text: str) -> TerritoryChoice:
    """The one that a text means. Raises AnswerError when there is none, or several."""
    found = territories_meant(text)
    if len(found) == 1:
        return found[0]
    if not found:
        raise AnswerError(
            f"« {text} » n'est pas connu ; écrivez un département, une collectivité d'outre-mer, "
            "une intercommunalité ou une région : son nom ou son code"
        )
    told = ", ".join(one.told for one in found)
    raise AnswerError(f"« {text} » peut vouloir dire : {told}. Écrivez un code")


def repository_of(text: str) -> str:
    """The address of a repository, without what follows it. Raises AnswerError for another text."""
    address = text.strip().rstrip("/").removesuffix(".git")
    if address and not _ADDRESS.fullmatch(address):
        raise AnswerError(
            "écrivez l'adresse du dépôt, par exemple https://github.com/ville/annuaire"
        )
    return address


def colour_of(text: str) -> str:
    """The colour in six signs. Raises AnswerError for another text."""
    colour = colour_in(text) if text else ""
    if colour is None:
        raise AnswerError("écrivez une couleur en six signes, par exemple #7a2048")
    return colour


def logo_of(text: str) -> Path | None:
    """The file of a logo. Raises AnswerError when it is no drawing that can be published."""
    if not text:
        return None
    file = Path(text).expanduser()
    try:
        drawing = file.read_bytes()[: _MOST_LOGO_BYTES + 1].decode("utf-8")
    except (OSError, UnicodeDecodeError):
        raise AnswerError(f"« {text} » ne se lit pas ; donnez un dessin .svg") from None
    if file.suffix.lower() != ".svg" or "<svg" not in drawing:
        raise AnswerError("le logo doit être un dessin .svg")
    if len(drawing) > _MOST_LOGO_BYTES:
        raise AnswerError("ce dessin est trop lourd : 60 ko au plus")
    if _RUNS.search(drawing):
        raise AnswerError("ce dessin contient un programme : enregistrez-le en « SVG simple »")
    return file


def asked(console: Console, known: Beginning) -> Beginning:
    """Ask for all that is not known yet. Raises StoppedError when they stop."""
    console.say(_WELCOME)
    found = known
    if not found.territories:
        found = replace(found, territories=_territories(console))
    if not found.name:
        found = replace(found, name=console.ask(f"Le nom du site ? (Entrée : {found.title})"))
    told = dict(found.publisher)
    for key, question in PUBLISHER.items():
        if key not in told:
            told[key] = console.ask(question)
    found = replace(found, publisher=tuple(told.items()))
    if not found.forge:
        found = replace(found, forge=_forge(console))
    if not found.repository and found.forge != "aucune":
        question = "L'adresse du dépôt ? (exemple : https://github.com/ville/annuaire)"
        found = replace(found, repository=_until_right(console, question, repository_of))
    if not found.colour:
        question = "La couleur du site ? (six signes, exemple : #7a2048 ; Entrée : bleu pétrole)"
        found = replace(found, colour=_until_right(console, question, colour_of))
    if found.logo is None:
        question = "Le logo ? (le chemin d'un dessin .svg ; Entrée : une main)"
        found = replace(found, logo=_until_right(console, question, logo_of))
    return found


def _until_right(console: Console, question: str, read: Callable[[str], AnyAnswer]) -> AnyAnswer:
    while True:
        try:
            return read(console.ask(question))
        except AnswerError as error:
            console.say(f"{error}.".capitalize())


def _forge(console: Console) -> str:
    console.say("Où est le dépôt des fiches ?")
    names = list(FORGES)
    while True:
        found = chosen(console, "Son numéro ? (Entrée : aucun)", list(FORGES.values()))
        if not isinstance(found, str):
            return names[-1 if found is None else found]
        console.say("Écrivez un numéro de la liste.")


def _territories(console: Console) -> tuple[TerritoryChoice, ...]:
    found: list[TerritoryChoice] = []
    question = (
        "Quel territoire ? (département, collectivité d'outre-mer, intercommunalité ou région : "
        "son nom ou son code)"
    )
    while True:
        text = console.ask(question)
        if not text and found:
            return tuple(found)
        one = _one_of(console, territories_meant(text)) if text else None
        if one is None:
            console.say("Ce territoire n'est pas connu. Écrivez par exemple : La Réunion, ou 974.")
            continue
        console.say(one.told)
        found.append(one)
        question = "Un autre ? (Entrée : non)"


def _one_of(console: Console, meant: Sequence[TerritoryChoice]) -> TerritoryChoice | None:
    if len(meant) < 2:
        return next(iter(meant), None)
    found = chosen(console, "Lequel ? (son numéro)", [one.told for one in meant])
    return meant[found] if isinstance(found, int) else None
