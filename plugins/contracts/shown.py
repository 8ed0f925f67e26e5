"""What templates receive: frozen dataclasses, a documented line for each name.

```python
@dataclass(frozen=True, slots=True)
class NeedContext(TemplateContext):
    \"\"\"The page of a need.\"\"\"

    TEMPLATE: ClassVar[str] = "need.html"

    need: Need
    \"\"\"The need.\"\"\"
```
"""

from __future__ import annotations

import ast
import inspect
from dataclasses import MISSING, dataclass, fields
from textwrap import dedent
from typing import Any, ClassVar, NamedTuple


@dataclass(frozen=True, slots=True)
class TemplateContext:
    """The names that one template receives beside those given to all. A class without `TEMPLATE`
    holds what several templates have in common.

    `TRANSLATED`: the page exists in every language of the site, and every word of its template is
    in `theme/i18n`; the template is told so, as `translated`.
    """

    TEMPLATE: ClassVar[str] = ""
    TRANSLATED: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class TemplateGlobals:
    """The names that one plugin gives to all templates. One that has a default is there, with it,
    in a site without the plugin."""


class Line(NamedTuple):
    """What is said of one name: its type as the code writes it, its meaning, its default."""

    name: str
    type: str
    meaning: str
    default: str = ""


def variables_of(given: TemplateContext | TemplateGlobals) -> dict[str, Any]:
    """The names and values of a context, as Jinja takes them."""
    return {name: getattr(given, name) for name in names_of(type(given))}


def names_of(kind: type[TemplateContext | TemplateGlobals]) -> tuple[str, ...]:
    """The names of a context, its parents' first."""
    return tuple(field.name for field in fields(kind))


def defaults_of(kind: type[TemplateGlobals]) -> dict[str, Any]:
    """The names that are there without the plugin, with their values."""
    return {field.name: field.default for field in fields(kind) if field.default is not MISSING}


def lines_of(kind: type[TemplateContext | TemplateGlobals]) -> list[Line]:
    """What a class says of each of its names, its parents' first.

    Raises LookupError when a name has no meaning: the text below the field.
    """
    said: dict[str, Line] = {}
    for parent in reversed(kind.__mro__):
        if parent is not object and "__dataclass_fields__" in vars(parent):
            said |= {line.name: line for line in _own_lines(parent)}
    names = names_of(kind)
    if missing := [name for name in names if name not in said]:
        raise LookupError(f"{kind.__name__}: no meaning of {', '.join(missing)}")
    return [said[name] for name in names]


def _own_lines(kind: type) -> list[Line]:
    """Those of the names that stand in the class itself, each followed by its meaning."""
    (tree,) = ast.parse(dedent(inspect.getsource(kind))).body
    if not isinstance(tree, ast.ClassDef):
        raise TypeError(kind)
    found = []
    for statement, after in zip(tree.body, tree.body[1:], strict=False):
        match statement, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                default = ast.unparse(value) if value else ""
                found.append(Line(name, ast.unparse(annotation), _one_line(text), default))
    return found


def _one_line(text: str) -> str:
    return " ".join(text.split())
