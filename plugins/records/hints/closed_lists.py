"""What to write in place of a value that is not in a closed list: by its letters, by its sense."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Any, Literal, get_args, get_origin

from plugins.common.diagnostic import quote
from plugins.records.hints.list_hints import one_each, parts_of
from plugins.records.hints.written_lines import write_line, written
from plugins.records.reading.closest_spelling import nearest
from plugins.vocabulary.meant_values import meant_values
from plugins.vocabulary.typologie import ALSO_CALLED, KINDS
from plugins.vocabulary.yes_or_no import YES_OR_NO

_MOST_LISTED = 12
_EVERYBODY = re.compile(r"tou[ts]\b.*\bpublics?|tout le monde|grand public|tous", re.IGNORECASE)


def literals_of(annotation: Any) -> list[str]:
    """The values of the `Literal` inside a field's type; empty when there is none."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    inner = (literals_of(argument) for argument in get_args(annotation))
    return next((values for values in inner if values), [])


def listed(words: Iterable[str]) -> str:
    """«« a », « b »»."""
    return ", ".join(f"« {word} »" for word in words)


def not_in_list(
    value: str, field: str, allowed: Sequence[str], example: str, *, in_list: bool
) -> tuple[str, str]:
    """Message and hint. `field`: its name; `in_list`: whether it is an item of a list, which may
    become several."""
    word = value.strip('«»“”" \u00a0')
    message = f"{quote(value)} n'est pas dans la liste"
    if "oui" in allowed:
        said = YES_OR_NO.get(word.lower())
        if said in allowed:
            return message, f"vouliez-vous dire « {said} » ?"
        if "non" not in allowed:
            return message, "écrivez « oui », ou supprimez la ligne"
        return message, "écrivez oui ou non, ou supprimez la ligne si personne ne sait"
    if field == "theme":
        near = nearest(word, allowed)
        if near is None:
            return message, write_theme(word)
        return message, f"vouliez-vous dire « {near} » ?"
    meant = values_meant(word, allowed)
    parts = [values_meant(part, allowed) for part in parts_of(word)]
    each = {part[0] for part in parts if len(part) == 1}
    if in_list and len(each) > 1 and all(len(part) == 1 for part in parts):
        return message, one_each(part[0] for part in parts)
    if len(meant) == 1:
        return message, f"vouliez-vous dire « {meant[0]} » ?"
    if 1 < len(meant) < 4:
        return message, "écrivez " + " ou ".join(f"« {each} »" for each in meant)
    if field == "publics_specifiquement_adresses" and _EVERYBODY.search(word):
        return message, "supprimez la ligne : sans elle, le lieu est pour tout le monde"
    if len(allowed) <= _MOST_LISTED:
        return message, f"les valeurs possibles sont {listed(allowed)}"
    return message, f"la liste est dans docs/records.md, par exemple « {example} »"


def write_theme(topic: str) -> str:
    """The list of topics is open: any other is written in two fields."""
    return f"{write_line('theme: autre')} et « autre_theme: {written(topic)} »"


def values_meant(word: str, allowed: Collection[str]) -> list[str]:
    """The values that somebody meant: the one that looks like theirs, the code of what they name,
    those that mean what they say."""
    words = {said: code for code, said in KINDS.items()} | {**ALSO_CALLED}
    codes = {said: code for said, code in words.items() if code in allowed}
    if named := nearest(word, codes):
        return [codes[named]]
    if spelt := nearest(word, allowed):
        return [spelt]
    begun = {code for said, code in codes.items() if word.lower().startswith(said.lower() + " ")}
    return sorted(begun)[:1] or meant_values(word, allowed)
