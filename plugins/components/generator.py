"""Pelican side: `/composants/` to the press."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.components.examples import read_components, show
from plugins.components.samples import samples
from plugins.press import UNLISTED, Page, PageSet
from plugins.press.design_tokens import read_tokens

if TYPE_CHECKING:
    from plugins.press.press import Press


class ComponentsGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """Hands the page of components to the press."""

    def generate_output(self, writer: object) -> None:
        """Nothing is made unless the theme or the code changed: the press sees to it."""
        press: Press = self.context["press"]
        theme = Path(self.settings["THEME"])

        def render(_: object) -> str:
            given = samples()
            shown = [
                (component, [(one, show(press.environment, component, one, given))
                             for one in component.examples])
                for component in read_components(theme / "components.yaml")
            ]  # fmt: skip
            template = press.template("components.html")
            tokens = read_tokens(theme / "static" / "tokens.css")
            return template.render(components=shown, tokens=tokens)

        pages = [Page("composants/index.html", b"", None)]
        press.add(PageSet("composants", pages, render, delivery=UNLISTED))


def get_generators(pelican: Pelican) -> type[ComponentsGenerator]:
    """Name the generator to Pelican."""
    return ComponentsGenerator


def connect() -> None:
    """Connect to Pelican's signals."""
    signals.get_generators.connect(get_generators)
