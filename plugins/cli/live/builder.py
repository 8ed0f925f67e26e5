"""The process that builds under `annuaire serve` (`warm_process`), seen from there."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from threading import Thread
from typing import Any, NamedTuple


class BuildResult(NamedTuple):
    """What became of a build. `is_whole`: not only of the pages that are looked at; `code`: its
    exit code; `said`: its lines."""

    is_whole: bool
    code: int
    said: str


class Builder:
    """`arguments`: folder of the records, folder of the site, settings. `on_told` is called in a
    thread of its own."""

    def __init__(self, arguments: Sequence[str], on_told: Callable[[BuildResult], None]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plugins.cli.live.warm_process", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl+C is for the command, which ends this one tidily
        )
        self._listener = Thread(target=self._listen, args=(on_told,), daemon=True)
        self._listener.start()

    def order(self, looked_at: Sequence[str] = ()) -> None:
        """Build the site: first the pages at these paths of the output, then all that changed."""
        with contextlib.suppress(BrokenPipeError):  # it has ended: `_listen` tells it
            self._input.write(json.dumps(list(looked_at)) + "\n")
            self._input.flush()

    def end(self) -> None:
        """End it, and the build under way: the site stays as it is."""
        with contextlib.suppress(BrokenPipeError):
            self._input.close()
        self._process.wait()
        self._listener.join()

    @property
    def _input(self) -> Any:
        return self._process.stdin

    def _listen(self, on_told: Callable[[BuildResult], None]) -> None:
        if self._process.stdout:
            with self._process.stdout as lines:
                for line in lines:
                    on_told(BuildResult(*json.loads(line)))
        if self._process.wait():
            on_told(BuildResult(True, 1, "Le programme qui construit le site s'est arrêté."))
