"""The colours of a directory, from the one it chooses: `theme/static/tokens.css`.

Every pair that pages show is readable (WCAG 2.2, AA: 4.5), in light and in dark: a colour that is
too light for the paper is made darker, too dark for the night lighter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_COLOUR = re.compile(r"#?([0-9a-fA-F]{6})")
_LEAST = 4.6
"""Of a text on what is behind it, with a little room for rounding."""
_LEAST_AT_NIGHT = 6.0
"""Then black is readable on it too."""
_PAPERS = ("#faf6ee", "#ffffff", "#f1eadd")
_NIGHT = ("#14191a", "#1d2426", "#232c2e")
_ON_ACCENT_AT_NIGHT = "#0b1113"
_STEP = 0.02


def colour_in(text: str) -> str | None:
    """«7A2048» → «#7a2048»; None for what is no colour in six signs."""
    found = _COLOUR.fullmatch(text.strip())
    return f"#{found[1].lower()}" if found else None


def tokens_of(colour: str) -> str:
    """The style sheet of the colours that follow from one («#7a2048»)."""
    soft, night_soft = _mixed("#ffffff", colour, 0.1), _mixed(_NIGHT[0], colour, 0.16)
    accent = _until(colour, "#000000", (*_PAPERS, soft), _LEAST)
    night = _until(colour, "#ffffff", (*_NIGHT, night_soft), _LEAST_AT_NIGHT)
    day = {
        "accent": accent,
        "accent-strong": _mixed(accent, "#000000", 0.3),
        "on-accent": "#ffffff",
        "accent-soft": soft,
        "hill": _mixed("#ffffff", colour, 0.25),
    }
    dark = {
        "accent": night,
        "accent-strong": _mixed(night, "#ffffff", 0.4),
        "on-accent": _ON_ACCENT_AT_NIGHT,
        "accent-soft": night_soft,
        "hill": _mixed(_NIGHT[0], colour, 0.4),
    }
    lines = [f"  --{name}: {value};" for name, value in day.items()]
    night_lines = [f"    --{name}: {value};" for name, value in dark.items()]
    return "\n".join(
        [
            "/* Les couleurs de cet annuaire. Les autres sont celles du programme. */",
            *(":root {", *lines, "}", ""),
            *("@media (prefers-color-scheme: dark) {", "  :root {", *night_lines, "  }", "}", ""),
        ]
    )


def contrast(one: str, other: str) -> float:
    """How much two colours differ, from 1 to 21 (WCAG 2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _until(colour: str, towards: str, behind: Iterable[str], least: float) -> str:
    """The first colour on the way that is readable on all that is behind it."""
    share, found, papers = 0.0, colour, tuple(behind)
    while share < 1 and min(contrast(found, paper) for paper in papers) < least:
        share += _STEP
        found = _mixed(colour, towards, min(share, 1.0))
    return found


def _parts(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def _mixed(one: str, other: str, share: float) -> str:
    """A colour with a share of another, from 0 to 1."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
