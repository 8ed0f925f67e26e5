"""A page whose map is opened, with tiles from a stub: nothing leaves the machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect

from tests.support.visits import Visit, Visitor

TILES = "https://data.geopf.fr/"
LABEGE = "/territoires/31/labege/"

Opener = Callable[..., Visit]


def _tile() -> bytes:
    """A grey square of 256 pixels, as PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = (b"\0" + b"\xdd" * 256) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 0, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def stub_tiles(page: Page, *, come: bool = True) -> None:
    """Answer for the host of tiles, or refuse."""
    tile = _tile()

    def answer(route: Route) -> None:
        if come:
            route.fulfill(body=tile, content_type="image/png")
        else:
            route.abort()

    page.context.route(f"{TILES}**", answer)


def open_map(page: Page) -> None:
    """Press the button, wait for the markers."""
    page.get_by_role("button", name="Ouvrir la carte").click()
    expect(page.locator("[data-map][data-map-ready]")).to_be_attached()


def opener(visit: Visitor) -> Opener:
    """What the fixture `with_map` gives."""

    def opened(path: str = LABEGE, *, tiles: bool = True, **options: object) -> Visit:
        seen = visit(path, **options)
        seen.page.emulate_media(reduced_motion="reduce")
        stub_tiles(seen.page, come=tiles)
        open_map(seen.page)
        return seen

    return opened


def markers(page: Page) -> Locator:
    """Places and groups of places on the map."""
    return page.locator(".leaflet-marker-icon.place")


def one(page: Page) -> Locator:
    """The first marker of a single place."""
    return page.locator(".leaflet-marker-icon.place:not(.many)").first


def count(page: Page) -> int:
    """How many places the map says that it shows."""
    text = page.locator("[data-map-count]").inner_text()
    digits = "".join(filter(str.isdigit, text))
    return int(digits) if digits else 0


def drag(page: Page, dx: int, dy: int) -> None:
    """Move the map with the mouse, by so many pixels."""
    box = page.locator("[data-map-view]").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 40
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + dx, y + dy, steps=6)
    page.mouse.up()
