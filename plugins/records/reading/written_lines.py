"""Lines of a record as a hint writes them, so that they can be pasted."""

from __future__ import annotations


def write_line(line: str) -> str:
    """«écrivez « nom: … »»."""
    return f"écrivez « {line.strip()} »"


def key_and_quoted(key: str, value: str) -> str:
    """A field with its value between quotes; `key` ends with its colon."""
    return f"{key} {quoted(value)}"


def quoted(value: str) -> str:
    """The value between quotes that the parser reads back: straight, double unless it has some."""
    value = value.strip()
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
