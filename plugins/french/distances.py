"""Distances in words."""

from __future__ import annotations

NBSP = "\u00a0"


def whole_metres(km: float) -> int:
    """Metres, in hundreds, of a distance that people say in metres; 0 from 950 m on."""
    return int(km * 10 + 0.5) * 100 if km < 0.95 else 0


def whole_kilometres(km: float) -> float:
    """The same distance as it is said in kilometres: one decimal below ten."""
    return km if km < 9.95 else int(km + 0.5)


def say_metres(metres: int) -> str:
    """«300 m»."""
    return f"{metres}{NBSP}m"


def say_kilometres(km: float) -> str:
    """«2,5 km», «14 km»: one decimal at most."""
    return f"{f'{km:.1f}'.removesuffix('.0').replace('.', ',')}{NBSP}km"


def say_distance(km: float) -> str:
    """Rounded as people say it: «300 m», «2,5 km», «14 km»."""
    return say_metres(whole_metres(km)) if km < 0.95 else say_kilometres(whole_kilometres(km))
