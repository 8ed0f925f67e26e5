"""Pelican side: `_headers` to the press, when all other plugins have given their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.headers.rules import headers_file

if TYPE_CHECKING:
    from plugins.press.press import Press


class HeadersGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands `_headers` to the press."""

    def generate_output(self, writer: object) -> None:
        """Read the addresses that exist, and say what each may do."""
        press: Press = self.context["press"]
        paths = [*press.paths(), "assets/"]
        press.put("_headers", headers_file(paths, press.policies, press.site.path))


def get_generators(pelican: Pelican) -> type[HeadersGenerator]:
    """Name the generator to Pelican."""
    return HeadersGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(get_generators)
