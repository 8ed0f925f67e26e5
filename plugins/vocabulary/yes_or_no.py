"""«Oui» and «non» as people and spreadsheets write them, without accents or capitals."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

YES_OR_NO: Mapping[str, Literal["oui", "non"]] = MappingProxyType(
    {
        **dict.fromkeys(("oui", "o", "x", "1", "vrai", "true", "yes"), "oui"),
        **dict.fromkeys(("non", "n", "0", "faux", "false", "no"), "non"),
    }
)
