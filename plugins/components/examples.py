"""The examples of `theme/components.yaml`: one source for the page that shows them and the tests.

```yaml
- file: phone                     # components/phone.html
  macros: [call]                  # those that its examples call
  about: The big button that calls.
  examples:
    - {title: A short number, call: "call(place.phones[1])", says: "Appeler le 39 49"}
```
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from jinja2 import Environment
from markupsafe import Markup

_REFERS = re.compile(
    r'(?P<before> (?:id|for|aria-labelledby|aria-describedby|aria-controls|href)=")'
    r'(?P<words>[^"]*)'
)
_SEARCH = ' role="search"'


class Example(NamedTuple):
    """One call of a macro, written as in a template, or a whole `{% call %}`; `says`: words that
    its readers must see. `for_machines`: no reader sees it (it is for scripts, programs, paper), so
    that the page shows what it writes."""

    title: str
    call: str
    says: str
    for_machines: bool = False

    @property
    def source(self) -> str:
        """As it stands in a template."""
        return self.call if self.call.startswith("{%") else f"{{{{ {self.call} }}}}"


class Component(NamedTuple):
    """One file of `components/`, the macros that its examples call, and these."""

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
    source = f'{{% from "components/{component.file}.html" import {names} %}}{example.source}'
    html = environment.from_string(source).render(samples)
    return Markup(html)  # noqa: S704 (a template has escaped it)


def with_own_ids(html: Markup, number: int, taken: set[str]) -> Markup:
    """The same, its ids that are among `taken` with a number of their own, as what refers to them;
    its ids are put among `taken`. A search that the page shows once more gets a name, as landmarks
    of one kind must have."""
    here = set(re.findall(r' id="([^"]*)"', html))
    if _SEARCH in html:
        if _SEARCH in taken:
            html = Markup(str(html).replace(_SEARCH, f'{_SEARCH} aria-label="{number}"'))  # noqa: S704
        taken.add(_SEARCH)
    again = here & taken
    taken |= here

    def renamed(found: re.Match[str]) -> str:
        sign = "#" if found["words"].startswith("#") else ""
        if found["before"].startswith(" href") and not sign:
            return found[0]
        words = found["words"].removeprefix("#").split(" ")
        own = [f"{word}-{number}" if word in again else word for word in words]
        return f"{found['before']}{sign}{' '.join(own)}"

    return Markup(_REFERS.sub(renamed, html))  # noqa: S704 (idem)
