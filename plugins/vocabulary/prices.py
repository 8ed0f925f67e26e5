"""What help costs: the values that records state, what they amount to, and the words for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from plugins.i18n.gettext_functions import to_translate

Fees = Literal["free", "conditional", "paid", "mixed", "unknown"]
"""What a place costs in all; "mixed" where some things are free and others are not."""

FEES: Mapping[str, str] = {
    "Gratuit": to_translate("C'est gratuit"),
    "Gratuit sous condition": to_translate("C'est gratuit dans certains cas"),
    "Payant": to_translate("C'est payant"),
}
"""By the value that a record states: pages, calendars and posters show each of them."""

FEES_IN_ALL: Mapping[Fees, str] = {
    "free": FEES["Gratuit"],
    "conditional": FEES["Gratuit sous condition"],
    "mixed": "Certaines aides sont gratuites, d'autres payantes",
    "paid": FEES["Payant"],
    "unknown": "",
}
"""On a sheet of paper, where a place has one short line: hence one sentence for several values."""

FEES_EASY: Mapping[Fees, str] = {
    "free": "Non. C'est gratuit : vous ne payez rien.",
    "conditional": "Cela dépend. Demandez avant de venir.",
    "mixed": "Cela dépend. Demandez avant de venir.",
    "paid": "Oui. Demandez combien avant de venir.",
    "unknown": "Nous ne savons pas. Posez la question.",
}
"""On an easy page, as answers to «Faut-il payer ?», each with what to do."""

FEES_UNKNOWN = to_translate("Gratuit ou payant ? On ne sait pas. Posez la question.")
"""On a page."""
FEES_UNKNOWN_SHORT = "Gratuit ou payant ? Demandez."
"""On a poster, which is read while standing."""


def fees_of(stated: Collection[str]) -> Fees:
    """What the values that a record states amount to."""
    values = set(stated)
    if not values:
        return "unknown"
    if values == {"Gratuit"}:
        return "free"
    if values == {"Payant"}:
        return "paid"
    return "mixed" if "Payant" in values else "conditional"
