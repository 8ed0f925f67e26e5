"""«Accès PMR : oui»: an answer that says nothing without the header of its column."""

from __future__ import annotations

import re

from plugins.intake.terms.folding import fold

_ABOUT = (
    ("fauteuil", re.compile(r"\b(?:pmr|fauteuil|wheelchair|mobilite reduite)\b")),
    ("boucle_magnetique", re.compile(r"\bboucle\b|\bhearing loop\b")),
    ("lsf", re.compile(r"\blsf\b|\blangue signe\b")),
)
_SAID = {
    "oui": "oui", "yes": "oui", "true": "oui", "vrai": "oui", "x": "oui", "1": "oui",
    "non": "non", "no": "non", "false": "non", "faux": "non", "0": "non",
}  # fmt: skip


def answer_of(header: str, answer: str) -> str | None:
    """«fauteuil: oui» for «Accès PMR», «oui»; None when the header does not tell for whom, or the
    answer is not plain."""
    said = _SAID.get(fold(answer))
    about = [name for name, pattern in _ABOUT if pattern.search(fold(header))]
    return f"{about[0]}: {said}" if said and len(about) == 1 else None
