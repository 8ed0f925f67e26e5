"""One row in the fields of the national schema, as text or as given."""

from __future__ import annotations

from plugins.intake.read.layout import Value


class Cells:
    """The fields that a layout gave."""

    def __init__(self, given: dict[str, Value]) -> None:
        self._given = given

    def raw(self, name: str) -> Value | None:
        """The value as the layout gave it: a text, a list, the hours of each day."""
        return self._given.get(name)

    def text(self, name: str) -> str:
        """The value in one line; "" when there is none."""
        value = self._given.get(name, "")
        if isinstance(value, dict):
            return " ; ".join(value.values())
        return value if isinstance(value, str) else " | ".join(value)

    def value(self, name: str) -> str | list[str]:
        """The value as a text or as a list."""
        value = self._given.get(name, "")
        return self.text(name) if isinstance(value, dict) else value

    def texts(self) -> dict[str, str]:
        """Every field that holds something, as text."""
        return {name: self.text(name) for name in self._given}
