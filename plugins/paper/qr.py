"""QR codes, drawn as one compact SVG path (docs/adr/0012-paper.md has the figures)."""

from __future__ import annotations

import re
from math import isqrt
from typing import cast

import zxingcpp

_RUN = re.compile(rb"(\xff*)(\0+)")
"""White modules, then black ones."""
MARGIN = 4
"""White modules that the standard wants on every side."""


def modules(text: str) -> tuple[bytes, ...]:
    """The rows of the code that says `text`, a byte a module: 0 black, 255 white; no margin.

    Correction level M: it is read with 15 % of it stained or folded.
    """
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    picture = code.to_image(scale=1, add_quiet_zones=False)
    data = bytes(memoryview(cast("bytes", picture)))  # a buffer, which its types do not say
    width = isqrt(len(data))
    return tuple(data[start : start + width] for start in range(0, len(data), width))


def qr_svg(text: str, attributes: str = "") -> str:
    """The code that says `text`, margin included, as an `<svg>` element of the user's `attributes`.

    Each row is a line of strokes, every number relative: 2.2 kB that compress to 0.5.
    """
    rows = modules(text)
    side = len(rows) + 2 * MARGIN
    drawn = []
    for y, row in enumerate(rows):
        drawn.append(f"M{MARGIN} {MARGIN + y}.5")
        drawn += [
            f"m{len(white)} 0h{len(black)}" if white else f"h{len(black)}"
            for white, black in _RUN.findall(row)
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"{attributes}>'
        f'<path stroke="#000" d="{"".join(drawn)}"/></svg>'
    )
