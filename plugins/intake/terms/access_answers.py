"""What is said of entering a place: «Accès PMR : oui», «Les bâtiments sont accessibles aux PMR»."""

from __future__ import annotations

import re

from plugins.intake.terms.folding import fold
from plugins.vocabulary.yes_or_no import YES_OR_NO

_ABOUT = (
    ("fauteuil", re.compile(r"\b(?:pmr|fauteuil|wheelchair|mobilite reduite)\b")),
    ("boucle_magnetique", re.compile(r"\bboucle\b|\bhearing loop\b")),
    ("lsf", re.compile(r"\blsf\b|\blangue signe\b")),
)
_SAYS_NOTHING = re.compile(r"acce(?:ssib\w+)?(?: (?:lieu|batiment|locau|site|structure))?")
"""A folded header that is but the name of the field."""
_THE_PLACE = r"(?:batiment|locau|local|lieu|espace|site|structure|etablissement|est|sont|ne|n) "
"""Words of the whole place: a room, a floor, a part of it does not say that one can enter."""
_ENTERED = re.compile(
    rf"(?:(?P<not>(?:{_THE_PLACE})*(?:pas|non) )"
    rf"|(?:{_THE_PLACE}|(?:entierement|totalement|tou|tout|toute) )*)"
    r"accessible (?:pour |public )?"
    r"(?:pmr|(?:personne |public )?mobilite reduite|(?:personne )?fauteuil(?: roulant)?)"
)
"""«Pas entièrement accessible», «tous … ne sont pas accessibles» say neither."""


def says_nothing(header: str) -> bool:
    """Whether the header of a column is «accessibilité» and no more."""
    return _SAYS_NOTHING.fullmatch(fold(header)) is not None


def answer_in(folded: str) -> str | None:
    """«fauteuil: oui» of a folded sentence that says of the place that one enters it in a
    wheelchair, or «fauteuil: non», and nothing else."""
    said = _ENTERED.fullmatch(folded)
    return said and f"fauteuil: {'non' if said['not'] else 'oui'}"


def answer_of(header: str, answer: str) -> str | None:
    """«fauteuil: oui» for «Accès PMR», «oui»; None when the header does not tell for whom, or the
    answer is not plain."""
    said = YES_OR_NO.get(fold(answer))
    about = [name for name, pattern in _ABOUT if pattern.search(fold(header))]
    return f"{about[0]}: {said}" if said and len(about) == 1 else None
