"""A terminal that asks: questions on a line, the answer on the next."""

from contextlib import suppress

import click

from plugins.intake.asked.console import StoppedError

_LONGEST = 1000
"""Letters of an answer."""


class TerminalConsole:
    """The person who started the command."""

    def __init__(self) -> None:
        with suppress(ImportError):  # arrow keys work where the system has it
            import readline  # noqa: F401

    def say(self, text: str) -> None:
        """Show a text."""
        click.echo(text)

    def ask(self, question: str) -> str:
        """Their answer. Raises StoppedError on Ctrl-C and at the end of input."""
        click.echo(f"\n{question}")
        while True:
            try:
                answer = input("> ").strip()
            except UnicodeDecodeError:
                click.echo("Ces lettres ne se lisent pas. Recommencez.")
                continue
            except (KeyboardInterrupt, EOFError):
                raise StoppedError from None
            if answer.isprintable() and len(answer) <= _LONGEST:
                return answer
            click.echo("Une seule ligne, sans touche spéciale, de 1 000 lettres au plus.")
