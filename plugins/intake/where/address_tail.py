"""Addresses of geocoders: «1 rue X, 51200, Épernay, Marne, Grand Est, FRA» ends like a letter."""

from __future__ import annotations

import re

from plugins.gazetteer import Gazetteer, normalize

_COUNTRIES = frozenset("fra fr france metropolitaine".split()) | {"france metropolitaine"}
_POSTCODE = re.compile(r"(?:F-?)?(\d{5})")
_LAST = re.compile(r"(.*?[^\W\d])\s+(\d{5})")


def with_town_last(gazetteer: Gazetteer, address: str) -> str:
    """The address that ends by «postcode commune»; as it was when its parts do not tell it."""
    parts = [part.strip() for part in address.split(",") if part.strip()]
    if len(parts) < 2 or not any(map(str.isdigit, address)):
        return address
    departements = {normalize(each.nom) for each in gazetteer.all_departements.values()}
    regions = {normalize(each.nom) for each in gazetteer.all_regions.values()}
    wide = _COUNTRIES | departements | regions
    kept = list(parts)
    while len(kept) > 2 and normalize(kept[-1]) in wide and not _is_town(gazetteer, kept):
        kept.pop()
    codes = [at for at, part in enumerate(kept) if at and _POSTCODE.fullmatch(part)]
    if len(codes) == 1:
        at = codes[0]
        postcode = kept[at][-5:]
        after, before = kept[at + 1 :], kept[:at]
        towns = [name for name in after if _has(gazetteer, postcode, name)]
        if not after and len(before) > 1 and _has(gazetteer, postcode, before[-1]):
            return f"{', '.join(before[:-1])}, {postcode} {before[-1]}"
        if towns:
            return f"{', '.join(before)}, {postcode} {towns[-1]}"
        return address
    last = _LAST.fullmatch(kept[-1])
    if last and _has(gazetteer, last[2], last[1]):
        return f"{', '.join(kept[:-1])}, {last[2]} {last[1]}"
    return ", ".join(kept) if len(kept) < len(parts) else address


def _is_town(gazetteer: Gazetteer, parts: list[str]) -> bool:
    """Whether the last part is the commune of the postcode before it: Paris is both."""
    code = _POSTCODE.fullmatch(parts[-2])
    return code is not None and _has(gazetteer, code[1], parts[-1])


def _has(gazetteer: Gazetteer, postcode: str, name: str) -> bool:
    found = {commune.page_code for commune in gazetteer.by_postcode(postcode)}
    return any(commune.page_code in found for commune in gazetteer.find(name))
