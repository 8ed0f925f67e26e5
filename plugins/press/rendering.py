"""Templates with their contexts, as quickly as Jinja takes names; things shown on many pages."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Protocol, TypeVar

from jinja2 import Template
from jinja2.runtime import Macro
from markupsafe import Markup

from plugins.contracts.shown import TemplateContext, names_of

ContextT = TypeVar("ContextT", bound=TemplateContext)


def renderer(template: Template, kind: type[ContextT]) -> Callable[[ContextT], str]:
    """A function that makes the page of a context of `kind`.

    What `Template.render` does, but the names are put together once: it copies them three times.
    """
    names = names_of(kind)
    values = _values_of(names)
    environment = template.environment
    is_translated = kind.TRANSLATED

    def render(shown: ContextT) -> str:
        variables = {**template.globals, "translated": is_translated}
        variables.update(zip(names, values(shown), strict=True))
        context = environment.context_class(environment, variables, template.name, template.blocks)
        try:
            return environment.concat(template.root_render_func(context))
        except Exception:
            environment.handle_exception()  # names the template and the line

    return render


def _values_of(names: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """The values of several attributes: `attrgetter` gives no tuple for one alone."""
    if not names:
        return lambda shown: ()
    if len(names) == 1:
        get = attrgetter(names[0])
        return lambda shown: (get(shown),)
    return attrgetter(*names)


class Identified(Protocol):
    """Something with an identity: a place."""

    @property
    def id(self) -> str:
        """Unique among its kind."""


class MadeOnce:
    """`once` of the templates: what a macro shows of a thing, kept by this worker.

    The card of a place stands on a dozen pages. The macro must look at nothing but the thing.
    """

    def __init__(self) -> None:
        self._made: dict[tuple[str, str, str], Markup] = {}

    def __call__(self, language: str, macro: Macro, thing: Identified) -> Markup:
        key = (language, macro.name, thing.id)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = Markup(macro(thing))  # noqa: S704 (a macro escapes)
        return made

    def forget(self) -> None:
        """Forget the things of an earlier run."""
        self._made.clear()
