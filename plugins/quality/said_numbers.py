"""Shares and distances as the desk says them, in the terminal and on pages."""

from __future__ import annotations

from math import inf

NOWHERE = "aucun lieu"
"""Instead of a distance, where no place of the directory answers the need."""


def decimal(value: float, digits: int) -> str:
    """«0,49»."""
    return f"{value:.{digits}f}".replace(".", ",")


def percent(part: int, whole: int) -> str:
    """«12 %», «moins de 1 %»; «–» of nothing."""
    if not whole:
        return "–"
    share = 100 * part / whole
    return "moins de 1 %" if 0 < share < 1 else f"{share:.0f} %"


def kilometres(km: float | None) -> str:
    """«12,3»; «aucun lieu»; nothing when nobody knows."""
    if km is None:
        return ""
    return NOWHERE if km == inf else decimal(km, 1)
