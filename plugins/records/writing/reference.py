"""`docs/records.md`: every field of every record, in French, made from the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from plugins.records.needs import NEEDS
from plugins.records.reading.checking import MODELS
from plugins.records.reading.explain import literals_of, part_model
from plugins.records.reading.paths import RecordKind

_INTRODUCTIONS: dict[RecordKind, str] = {
    "place": "Un lieu : `places/<département>/<nom>.yaml`, par exemple "
    "`places/31/mediatheque-de-labege.yaml`. Le nom du fichier fait l'adresse de la page : il ne "
    "change plus.",
    "label": "Un label, un programme ou un réseau national : `places/labels/<nom>.yaml`.",
    "territory": "Ce qu'un territoire dit de lui-même : `places/territoires/<sorte>/<code>.yaml`, "
    "où la sorte est `epci`, `departement`, `region`, `commune` ou `autre`.",
    "network": "Un réseau d'acteurs : `places/reseaux/<nom>.yaml`.",
    "workshop": "Un atelier, une suite de séances : `places/<département>/ateliers/<nom>.yaml`. "
    "Avec le nom de la fiche d'un lieu, l'atelier a lieu là. Ce nom ne change plus : les agendas "
    "des téléphones le suivent. Comment écrire les dates : [CONTRIBUTING](../CONTRIBUTING.md).",
    "route": "Une tournée, un véhicule ou une personne qui va d'arrêt en arrêt : "
    "`places/<département>/tournees/<nom>.yaml`.",
}
_TITLES: dict[RecordKind, str] = {
    "place": "Lieu", "label": "Label", "territory": "Territoire", "network": "Réseau",
    "workshop": "Atelier", "route": "Tournée",
}  # fmt: skip
_HEAD = """# Les fiches, champ par champ

Ce fichier est fait à partir du modèle (`python -m plugins.records.writing.schema`) : ne le
modifiez pas.

Une fiche est un fichier de texte : une ligne par champ, `nom: valeur`. Une liste s'écrit avec un
tiret et une ligne par élément. Une ligne laissée vide compte comme absente. Une date s'écrit
`2026-03-31`. Ce que l'on ne sait pas, on ne l'écrit pas. `annuaire check` dit ce qui ne va pas, et
quoi écrire.
"""


def reference() -> str:
    """The whole page, as Markdown."""
    parts = [_HEAD]
    for kind, model in MODELS.items():
        parts.append(f"## {_TITLES[kind]}\n\n{_INTRODUCTIONS[kind]}\n")
        parts += _fields(model, "")
    parts.append(_needs())
    return "\n".join(parts)


def _fields(model: type[BaseModel], prefix: str) -> Iterator[str]:
    """One entry a field; the fields of a part follow it, under its name."""
    for name, field in model.model_fields.items():
        if field.alias is not None:
            continue
        yield _entry(f"{prefix}{name}", field)
        inner = part_model(field.annotation)
        if inner is not None:
            yield from _fields(inner, f"{prefix}{name}.")


def _entry(name: str, field: FieldInfo) -> str:
    facts = ["obligatoire"] if field.default is PydanticUndefined else []
    if "tuple" in str(field.annotation):
        facts.append("liste")
    lines = [f"### `{name}`", "", f"**{field.title}**{_bracketed(facts)}. {field.description}", ""]
    if values := literals_of(field.annotation):
        lines += ["Valeurs possibles : " + " · ".join(f"`{value}`" for value in values) + ".", ""]
    elif field.examples:
        lines += [f"Exemple : `{_example(name, field.examples[0])}`", ""]
    return "\n".join(lines)


def _example(name: str, example: Any) -> str:
    return f"{name.rpartition('.')[2]}: {example}" if ": " not in str(example) else str(example)


def _bracketed(facts: list[str]) -> str:
    return f" ({', '.join(facts)})" if facts else ""


def _needs() -> str:
    lines = [
        "## Les cinq besoins",
        "",
        "Les pages publiques parlent de besoins, en mots simples. Chacun vient de ces valeurs.",
        "",
    ]
    for need in NEEDS:
        sources = [*sorted(need.services), *sorted(need.equipment), *sorted(need.support)]
        lines.append(f"- **{need.title}** (`{need.slug}`) : " + ", ".join(sources) + ".")
    return "\n".join(lines) + "\n"
