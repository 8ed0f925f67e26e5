"""The one way in which the plugins of a build join it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.press import generator as press

if TYPE_CHECKING:
    from plugins.press.press import Press


class PluginGenerator(Generator):  # type: ignore[misc]  # Pelican ships no types
    """What a plugin does in a build.

    `generate_context`: computes everything, adds its name to `context`, gives names to the
    templates (`Press.provide`). `generate_output`: only hands pages to the press, once the contexts
    of all plugins are there; it is left out of a build that makes no page of `FOLDERS`.
    """

    FOLDERS: ClassVar[tuple[str, ...]] = ()
    """Folders of the output whose pages the plugin hands over: «/lieux/»."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        press: Press = self.settings["press"]
        if not press.looked_at.needs(*self.FOLDERS):
            self.generate_output = _nothing

    @classmethod
    def named(cls, pelican: Pelican) -> type[PluginGenerator]:
        """Name the generator to Pelican."""
        return cls


def _nothing(writer: object) -> None:
    """What a plugin hands over that has no page to make."""


def register_plugin(generator: type[PluginGenerator]) -> None:
    """Let `generator` take part in the build, in the order of the setting `PLUGINS`."""
    signals.get_generators.connect(generator.named)


def register_press() -> None:
    """Let the press take over what Pelican writes, before all other plugins."""
    signals.initialized.connect(press.set_up)
    signals.get_generators.connect(press.begin)
    signals.readers_init.connect(press.use_safe_markdown)
    signals.generator_init.connect(press.share_environment)
    signals.get_writer.connect(press.make_writer)
    signals.finalized.connect(press.publish)
