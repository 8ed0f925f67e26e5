"""The examples of `theme/components.yaml`: one source for the page that shows them and the tests.

```yaml
- file: phone                     # components/phone.html
  macros: [call]
  about: The big button that calls.
  examples:
    - {title: A short number, call: "call(place.phones[1])", says: "Appeler le 39 49"}
```
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment
from markupsafe import Markup


class Example(NamedTuple):
    """One call of a macro, written as in a template; `says`: words that its readers must see."""

    title: str
    call: str
    says: str


class Component(NamedTuple):
    """One file of `components/`, the macros that pages import from it, and their examples."""

    file: str
    macros: list[str]
    about: str
    examples: list[Example]


def read_components(path: Path) -> list[Component]:
    """All the components of the file, in its order."""
    found = []
    for entry in yaml.safe_load(path.read_text("utf-8")):
        examples = [Example(**example) for example in entry.pop("examples")]
        found.append(Component(**entry, examples=examples))
    return found


def show(
    environment: Environment, component: Component, example: Example, samples: Mapping[str, Any]
) -> Markup:
    """What the example gives, as HTML."""
    names = ", ".join(component.macros)
    source = (
        f'{{% from "components/{component.file}.html" import {names} %}}{{{{ {example.call} }}}}'
    )
    html = environment.from_string(source).render(samples)
    return Markup(html)  # noqa: S704 (a template has escaped it)
