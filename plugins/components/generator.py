"""Pelican side: `/composants/` to the press."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from plugins.components.contract import ComponentsContext
from plugins.components.examples import Component, Example, read_components, show, with_own_ids
from plugins.components.samples import samples
from plugins.press import UNLISTED, Page, PageSet
from plugins.press.design_tokens import read_tokens
from plugins.press.plugin import PluginGenerator

if TYPE_CHECKING:
    from plugins.press.press import Press


class ComponentsGenerator(PluginGenerator):
    """Hands the page of components to the press."""

    FOLDERS = ("/composants/",)

    def generate_output(self, writer: object) -> None:
        """Nothing is made unless the theme or the code changed: the press sees to it."""
        press: Press = self.context["press"]
        theme = Path(self.settings["THEME"])

        def render(_: object) -> str:
            given, own = samples()
            environment = press.environment.with_globals(own)
            components = read_components(theme / "components.yaml")
            taken = {"contenu", "elements", "jetons", *(each.file for each in components)}
            numbers = count(2)

            def shown(component: Component, example: Example) -> Markup:
                html = show(environment, component, example, given)
                return with_own_ids(html, next(numbers), taken)

            tokens = read_tokens(theme / "static" / "tokens.css")
            pairs = [
                (one, [(each, shown(one, each)) for each in one.examples]) for one in components
            ]
            return press.renderer(ComponentsContext)(ComponentsContext(pairs, tokens))

        pages = [Page("composants/index.html", b"", None)]
        press.add(PageSet("composants", pages, render, delivery=UNLISTED))
