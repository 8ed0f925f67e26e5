"""What the living page of the theme receives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from plugins.contracts.shown import TemplateContext

if TYPE_CHECKING:
    from markupsafe import Markup

    from plugins.components.examples import Component, Example
    from plugins.press.design_tokens import DesignToken


@dataclass(frozen=True, slots=True)
class ComponentsContext(TemplateContext):
    """`/composants/`."""

    TEMPLATE: ClassVar[str] = "components.html"

    components: Sequence[tuple[Component, Sequence[tuple[Example, Markup]]]]
    """Documented macros, each with its examples and what they give."""
    tokens: Sequence[DesignToken]
    """The design tokens."""
