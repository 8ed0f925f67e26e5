"""The style sheet that the site's records and tokens decide: `/integrer/choix.<hash>.css`.

Filters that work without scripts need a rule for each word, those of labels too
(`plugins.vocabulary.facets.filter_rules`); a theme that the host page chooses needs the colours of
`tokens.css` without their condition.
"""

from __future__ import annotations

import re

_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{\s*:root \{(.*?)\}", re.DOTALL)
_LIGHT = re.compile(r"^:root \{(.*?)^\}", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"^\s*(--[\w-]+):\s*([^;]+);", re.MULTILINE)


def theme_rules(tokens_css: str) -> str:
    """The light and the dark colours of `tokens.css`, for `<html data-theme>` «clair», «sombre».

    Raises ValueError when the file has no such parts.
    """
    light, dark = _LIGHT.search(tokens_css), _DARK.search(tokens_css)
    if light is None or dark is None:
        raise ValueError("tokens.css: no colours, or no dark ones")
    dark_values = dict(_LINE.findall(dark[1]))
    light_values = {name: value for name, value in _LINE.findall(light[1]) if name in dark_values}
    return "".join(
        _forced(theme, scheme, values)
        for theme, scheme, values in (
            ("clair", "light", light_values),
            ("sombre", "dark", dark_values),
        )
    )


def _forced(theme: str, scheme: str, values: dict[str, str]) -> str:
    lines = "".join(f"{name}:{value};" for name, value in values.items())
    return f':root[data-theme="{theme}"]{{color-scheme:{scheme};{lines}}}\n'
