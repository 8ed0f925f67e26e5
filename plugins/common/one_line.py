"""Values of records and cells of lists as messages show them: in one line, not too long."""

from __future__ import annotations


def one_line(value: object, longest: int) -> str:
    """A text, the items of a list or the lines of a week, cut at `longest` letters."""
    if isinstance(value, dict):
        value = " ; ".join(f"{name} {text}" for name, text in value.items())
    elif isinstance(value, list):
        value = ", ".join(map(str, value))
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
