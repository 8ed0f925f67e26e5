"""Numbers as French writes them."""

from __future__ import annotations

from plugins.french.clocks import NARROW


def number(value: int) -> str:
    """«1 234 567», with narrow spaces that do not break."""
    return f"{value:,}".replace(",", NARROW)


def counted(value: int, one: str, many: str = "") -> str:
    """«1 commune», «586 communes»."""
    return f"{number(value)} {one if value < 2 else many or one + 's'}"
