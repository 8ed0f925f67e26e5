"""`docs/records.md`: every field of every record, in French, made from the model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from plugins.records.kinds import KINDS
from plugins.records.model.off_page import off_page
from plugins.records.reading.explain import literals_of, part_model
from plugins.vocabulary.needs import NEEDS

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
    for kind in KINDS.values():
        parts.append(f"## {kind.title}\n\n{kind.introduction}\n")
        parts += _fields(kind.model, "")
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
    if off := off_page(field):
        lines += [f"Pour les machines seulement : aucune page ne le montre. {off.why}", ""]
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
