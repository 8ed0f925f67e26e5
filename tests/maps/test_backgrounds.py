"""Backgrounds: what the settings may say, and what a .pmtiles file says of itself."""

import contextlib
import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.common.errors import BuildError
from plugins.maps.backgrounds import Tiles, VectorTiles, _metadata, read_background

FILE = Path(__file__).resolve().parents[1] / "fixtures" / "fond.pmtiles"
"""Zooms 3 and 4 of an administrative background of the south-west (IGN Admin Express 2018)."""
GOOD = {"url": "https://tuiles.exemple.fr/{z}/{x}/{y}.png", "attribution": "Exemple"}


def test_tiles_of_another_host():
    assert read_background({**GOOD, "max_zoom": 17}, "", "cartes/fonds") == Tiles(
        GOOD["url"], "Exemple", 0, 17
    )


def test_no_background_at_all():
    assert read_background({}, "", "cartes/fonds") is None


@pytest.mark.parametrize(
    ("tiles", "word"),
    [
        ({"url": GOOD["url"]}, "attribution"),
        ({"attribution": "x"}, "url"),
        ({**GOOD, "url": "https://tuiles.exemple.fr/{z}/{x}.png"}, "{y}"),
        ({**GOOD, "max_zoom": "loin"}, "nombres"),
    ],
)
def test_tiles_that_are_not_well_stated_are_refused_in_french(tiles, word):
    with pytest.raises(BuildError, match="MAPS_TILES") as found:
        read_background(tiles, "", "cartes/fonds")
    assert word in str(found.value)


def test_a_file_of_vector_tiles_comes_before_tiles_of_others():
    found = read_background(GOOD, str(FILE), "cartes/fonds")
    assert isinstance(found, VectorTiles)
    assert {"regions", "departements", "lieux"} <= set(found.layers)
    assert found.max_zoom == 4
    assert found.address.startswith("cartes/fonds/fond.")
    assert "IGN" in found.attribution


def _file(compression: int, metadata: bytes) -> bytes:
    """A header that says where its metadata are."""
    header = bytearray(127)
    header[:8] = b"PMTiles\x03"
    header[24:40] = (127).to_bytes(8, "little") + len(metadata).to_bytes(8, "little")
    header[97] = compression
    return bytes(header) + metadata


NONE, GZIP = 1, 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PMTiles\x02",
        b"PMTiles\x03",
        b"\x89PNG" + bytes(200),
        _file(NONE, b"{}"),
        _file(NONE, b"[]"),
        _file(NONE, b"\xff"),
        _file(GZIP, b"{}"),
        _file(GZIP, gzip.compress(b"{}")[:-9] + bytes(9)),
        _file(GZIP, gzip.compress(b'{"vector_layers": 3}')),
    ],
)
def test_a_file_that_is_no_pmtiles_is_refused(content: bytes, tmp_path: Path):
    file = tmp_path / "x.pmtiles"
    file.write_bytes(content)
    with pytest.raises(BuildError, match=r"n'est pas un fichier \.pmtiles"):
        read_background({}, str(file), "cartes/fonds")


def test_an_absent_file_is_told(tmp_path: Path):
    with pytest.raises(BuildError, match="ne se lit pas"):
        read_background({}, str(tmp_path / "absent.pmtiles"), "cartes/fonds")


@given(st.binary(min_size=120, max_size=400))
def test_no_content_breaks_the_reader(content: bytes):
    with contextlib.suppress(ValueError, OSError, EOFError):
        _metadata(b"PMTiles\x03" + content)
