"""What to write in place of a telephone number that cannot be read: the value proposed is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from plugins.common.diagnostic import quote
from plugins.records.dialling.in_text import phones_in
from plugins.records.dialling.numbering import plan_of
from plugins.records.hints.list_hints import one_each
from plugins.records.hints.written_lines import write_value
from plugins.records.phones import compact_number, digits_typed

_EXAMPLES: Mapping[str, str] = MappingProxyType(
    {
        "33": "dix chiffres, par exemple 05 61 00 00 00",
        "590": "dix chiffres, par exemple 05 90 20 00 00",
        "596": "dix chiffres, par exemple 05 96 30 00 00",
        "594": "dix chiffres, par exemple 05 94 10 00 00",
        "262": "dix chiffres, par exemple 02 62 20 00 00",
        "508": "l'indicatif et six chiffres, par exemple +508 41 00 00",
        "681": "l'indicatif et six chiffres, par exemple +681 72 00 00",
        "687": "l'indicatif et six chiffres, par exemple +687 26 00 00",
        "689": "l'indicatif et huit chiffres, par exemple +689 40 50 00 00",
    }
)
"""By plan: how its numbers are written in a record."""

_CODE = re.compile(r"(?:\+|00)(?:33|590|594|596|262)\s*(?:\(0\)|0(?=[1-9]))?")
_MOST_OF_ONE = 14
"""Digits above which somebody wrote two numbers."""


def phone_advice(text: str, departement: str) -> str:
    """What to write instead of `text`: the number that stands in it, as people of the place dial
    it, else how the plan of the place writes numbers."""
    text = digits_typed(text)
    found = phones_in(text, departement)
    if found.faxes and not found.phones:
        return "supprimez cette ligne : personne ne répond à un fax"
    if len(found.phones) > 1 and not found.unread:
        return one_each(phone.display for phone in found.phones)
    if len(found.phones) != 1:
        return _cut(text) or f"écrivez {_EXAMPLES[plan_of(departement)]}"
    written = found.phones[0].display
    digits = compact_number(written).removeprefix("+" + plan_of(departement)).removeprefix("0")
    whole = "".join(filter(str.isdigit, text)).removeprefix("0") == digits
    return write_value(written) if whole else f"écrivez seulement {quote(written)}"


def _cut(text: str) -> str:
    """A number of ten digits that lacks some, or has some more: nobody can tell which."""
    digits = "".join(filter(str.isdigit, _CODE.sub("0", text.strip())))
    if re.search(r"[^\d\s./()+-]", text) or digits[:1] != "0" or len(digits) in (*range(7), 10):
        return ""
    if len(digits) > _MOST_OF_ONE:
        return f"écrivez un numéro par ligne, chacun de dix chiffres : il y en a {len(digits)}"
    return f"écrivez ses dix chiffres : il y en a {len(digits)}"
