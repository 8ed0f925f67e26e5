"""Prices told by a number: «5 €», «10 €/an», «adhésion 10 €». Nothing else is worked out of one."""

from __future__ import annotations

import re

from plugins.intake.terms.folding import fold

_UNIT = (
    r"(?:\s*(?:/|par|l['’]|la|pour)\s*(?:1\s*)?(?:an(?:née)?|mois|h(?:eure)?|séance|atelier|cours"
    r"|personne|pers|trimestre|semaine|jour|demi-journée)\b\.?)?"
)
_NUMBER = r"(?<!\d)(\d{1,9}(?:[.,]\d{1,9})?)"
_AMOUNT = re.compile(rf"{_NUMBER}\s*(?:€|euros?\b|eur\b)(?:\s*ttc)?{_UNIT}", re.I)
_BARE = frozenset({"", "payant", "tarif", "prix", "cout", "tarif unique", "partir", "tarif partir"})
"""What may stand beside an amount without changing it, folded."""
_OF_MEMBERS = frozenset(
    ("adhesion", "adhesion annuelle", "cotisation", "cotisation annuelle", "annuelle adhesion")
)
"""What makes it that of a membership, which the national schema counts among the conditions."""


def amount_of(text: str) -> str | None:
    """«Payant» or «Gratuit» when the text is an amount and nothing else, «Gratuit sous condition»
    for a membership; None otherwise: beside a page or «gratuit», an amount has two readings."""
    amounts = [float(found.replace(",", ".")) for found in _AMOUNT.findall(text)]
    if not amounts:
        return None
    rest = fold(_AMOUNT.sub(" ", text))
    if rest in _OF_MEMBERS:
        return "Gratuit sous condition"
    if rest not in _BARE or (rest and not any(amounts)):
        return None
    return "Payant" if any(amounts) else "Gratuit"
