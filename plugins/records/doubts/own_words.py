"""The words by which a record is known: they may stand in the addresses of its office."""

from __future__ import annotations

from typing import Any

from plugins.gazetteer import normalize

_OWN_NAMES = (
    "nom", "titre", "commune", "structure_parente", "operateur", "organisateur", "animateur",
)  # fmt: skip


def own_words(record: Any) -> frozenset[str]:
    """Folded words of its name, its commune, its organisation."""
    fields = type(record).model_fields
    names = (getattr(record, name) or "" for name in _OWN_NAMES if name in fields)
    return frozenset(normalize(" ".join(name for name in names if "@" not in name)).split())
