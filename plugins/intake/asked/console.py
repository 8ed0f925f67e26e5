"""Who is asked: a terminal, or a test. All questions go through two methods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from plugins.gazetteer import normalize


class StoppedError(Exception):
    """The person stopped (Ctrl-C, end of input)."""


class Console(Protocol):
    """A person who reads French and answers in one line."""

    def say(self, text: str) -> None:
        """Show a text."""

    def ask(self, question: str) -> str:
        """Their answer, without blanks around it; "" when they do not know.

        Raises:
            StoppedError: they stopped.
        """


_YES = frozenset("o oui yes y ok d'accord".split())
_NO = frozenset("n non no".split())


def is_yes(console: Console, question: str, *, default: bool) -> bool:
    """A question with two answers; an empty one is the `default`, which is shown."""
    while True:
        answer = console.ask(f"{question} [{'O/n' if default else 'o/N'}]").lower()
        if not answer:
            return default
        if answer in _YES or answer in _NO:
            return answer in _YES
        console.say("Écrivez o pour oui, n pour non.")


def chosen(console: Console, question: str, choices: Sequence[str]) -> int | str | None:
    """Which of the numbered choices: its position, whether its number was typed or words that it
    alone has; None for none of them (an empty answer), or else what was typed."""
    for number, choice in enumerate(choices, 1):
        console.say(f"  {number}. {choice}")
    answer = console.ask(question)
    if not answer:
        return None
    if answer.isascii() and answer.isdigit() and len(answer) < 4:
        return int(answer) - 1 if 0 < int(answer) <= len(choices) else answer
    words = set(normalize(answer).split())
    named = [at for at, choice in enumerate(choices) if words <= set(normalize(choice).split())]
    return named[0] if words and len(named) == 1 else answer
