"""A person who answers questions from a list, and a service of addresses without a network."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from plugins.intake.asked.addresses import FoundAddress, NoAddressAnswerError
from plugins.intake.asked.console import StoppedError


class ScriptedConsole:
    """Answers by the beginning of what is asked: (words of the question, answer), in order. A
    question that is not the next one is answered by nothing; they stop at the answer None."""

    def __init__(self, script: Iterable[tuple[str, str | None]]) -> None:
        self.script = list(script)
        self.said: list[str] = []

    @property
    def text(self) -> str:
        """All that was shown, questions too."""
        return "\n".join(self.said)

    def say(self, text: str) -> None:
        """Shown."""
        self.said.append(text)

    def ask(self, question: str) -> str:
        """The next answer."""
        self.said.append(question)
        assert len(self.said) < 500, "it asks for ever"
        if self.script and self.script[0][0] in question:
            answer = self.script.pop(0)[1]
            if answer is None:
                raise StoppedError
            return answer
        return ""


@dataclass
class StubAddresses:
    """Gives what it is given; says what it was asked."""

    found: list[FoundAddress] = field(default_factory=list)
    is_down: bool = False
    asked: list[str] = field(default_factory=list)
    host: str = "adresses.exemple"

    def find(self, address: str) -> list[FoundAddress]:
        """As the service."""
        self.asked.append(address)
        if self.is_down:
            raise NoAddressAnswerError("le réseau ne répond pas")
        return self.found


def found(**facts: object) -> FoundAddress:
    """A door of Labège, with the facts that a test is about."""
    door = FoundAddress("12 Rue X 31670 Labège", 0.95, True, 43.531, 1.532, "31254", "31670")
    return door._replace(**facts)  # type: ignore[arg-type]
