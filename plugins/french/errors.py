"""What is wrong with a text about time."""

from __future__ import annotations


class FrenchTimeError(ValueError):
    """Words that cannot be understood. `message` says what is wrong and `hint` what to write, in
    French; `at` is the position in the text of the word at fault, from 0."""

    def __init__(self, message: str, hint: str = "", at: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint, self.at = message, hint, at
