"""A code says what it should to whoever photographs it."""

import gzip
import re
from collections.abc import Iterator

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.paper.qr import MARGIN, modules, qr_svg

ADDRESS = "https://coup-de-main.exemple.fr/lieux/31/mediatheque-de-labege/"
ADDRESSES = st.text("abcdefghijklmnopqrstuvwxyz0123456789/-.", max_size=120).map(
    lambda path: f"https://exemple.fr/{path}"
)


def drawn(svg: str) -> list[bytearray]:
    """The picture that the strokes of `svg` make, a byte a module."""
    found = re.search(r'viewBox="0 0 (\d+) \1"', svg)
    assert found
    side = int(found[1])
    picture = [bytearray(b"\xff" * side) for _ in range(side)]
    x = y = 0
    path = re.search(r' d="([^"]*)"', svg)
    assert path
    for command, first, second in re.findall(r"([Mmh])(\d+)(?: (\d+))?", path[1]):
        if command == "M":
            x, y = int(first), int(second)
        elif command == "m":
            x += int(first)
        else:
            picture[y][x : x + int(first)] = bytes(int(first))
            x += int(first)
    return picture


def photographed(rows: list[bytearray], scale: int = 4) -> Iterator[str]:
    """What a reader of codes sees in a picture, enlarged."""
    side = len(rows) * scale
    lines = [bytes(value for value in row for _ in range(scale)) for row in rows]
    content = b"".join(line for line in lines for _ in range(scale))
    picture = np.frombuffer(content, dtype=np.uint8).reshape(side, side)
    return (code.text for code in zxingcpp.read_barcodes(picture))


@settings(max_examples=25, deadline=None)
@given(ADDRESSES)
def test_what_is_drawn_is_read_back(address: str):
    assert list(photographed(drawn(qr_svg(address)))) == [address]


def test_a_stain_does_not_stop_a_reader():
    picture = drawn(qr_svg(ADDRESS))
    middle = len(picture) // 2
    for row in picture[middle : middle + 5]:
        row[middle : middle + 8] = bytes(8)
    assert list(photographed(picture)) == [ADDRESS]


def test_the_margin_is_white_and_inside():
    picture = drawn(qr_svg(ADDRESS))
    assert len(picture) == len(modules(ADDRESS)) + 2 * MARGIN
    edges = [*picture[:MARGIN], *picture[-MARGIN:], *(row[:MARGIN] for row in picture)]
    assert {value for row in edges for value in row} == {255}


def test_the_code_of_a_page_stays_light():
    assert len(gzip.compress(qr_svg(ADDRESS).encode(), 9)) < 700


@pytest.mark.parametrize("hostile", ['"><script>', "é", "日本"])
def test_nothing_of_the_address_is_in_the_drawing(hostile: str):
    drawing = qr_svg(f"https://exemple.fr/{hostile}")
    assert re.fullmatch(r'<svg [\w:/.=" ]*><path [\w#=" .]*/></svg>', drawing)
