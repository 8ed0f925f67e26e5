"""`docs/records.md`: every field of every record, in French, made from the model."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.records.hints.closed_lists import literals_of
from plugins.records.hints.unknown_fields import part_model
from plugins.records.kinds import KINDS
from plugins.records.model.off_page import off_page
from plugins.records.writing.example import example_of, is_list, is_needed, typed
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
    facts = ["obligatoire"] if is_needed(field) else []
    if is_list(field):
        facts.append("liste")
    lines = [f"### `{name}`", "", f"**{field.title}**{_bracketed(facts)}. {field.description}", ""]
    if values := literals_of(field.annotation):
        lines += ["Valeurs possibles : " + " · ".join(f"`{value}`" for value in values) + ".", ""]
    if (example := example_of(field)) is not None and (is_list(field) or not values):
        lines += [_shown(typed(name.rpartition(".")[2], example)), ""]
    if off := off_page(field):
        lines += [f"Pour les machines seulement : aucune page ne le montre. {off.why}", ""]
    return "\n".join(lines)


def _shown(example: str) -> str:
    if "\n" in example:
        return f"Exemple :\n\n```yaml\n{example}\n```"
    return f"Exemple : `{example}`"


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
