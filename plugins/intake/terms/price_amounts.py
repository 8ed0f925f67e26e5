"""Prices told by a number: «5 €», «10 €/an». Nothing else is worked out of a price."""

from __future__ import annotations

import re

from plugins.intake.terms.folding import fold

_UNIT = (
    r"(?:\s*(?:/|par|l['’]|la|pour)\s*(?:1\s*)?(?:an(?:née)?|mois|h(?:eure)?|séance|atelier|cours"
    r"|personne|pers|trimestre|semaine|jour|demi-journée)\b\.?)?"
)
_AMOUNT = re.compile(rf"(\d+(?:[.,]\d+)?)\s*(?:€|euros?\b|eur\b)(?:\s*ttc)?{_UNIT}", re.I)
_BARE = frozenset({"", "payant", "tarif", "prix", "cout", "tarif unique", "partir", "tarif partir"})
"""What may stand beside an amount without changing it, folded."""


def amount_of(text: str) -> str | None:
    """«Payant» or «Gratuit» when the text is an amount and nothing else; None otherwise: an amount
    beside a membership, a page or «gratuit» may be read in two ways."""
    amounts = [float(found.replace(",", ".")) for found in _AMOUNT.findall(text)]
    if not amounts:
        return None
    rest = fold(_AMOUNT.sub(" ", text))
    if rest not in _BARE or (rest and not any(amounts)):
        return None
    return "Payant" if any(amounts) else "Gratuit"
