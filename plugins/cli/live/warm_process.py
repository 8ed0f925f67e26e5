"""The process that builds under `annuaire serve`: its libraries stay loaded from edit to edit.

    python -m plugins.cli.live.warm_process PLACES OUTPUT SETTINGS

Each build is a forked child of it, which sees the loaded libraries, changes what it likes and ends:
nothing of one build is left in the next. An order (a line on its input: a JSON list of the pages
that are looked at) makes these first, then all that changed, and tells of both on its output. A new
order ends the one under way. Other code, another theme or other settings need another process.
"""

from __future__ import annotations

import gc
import json
import os
import selectors
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, NoReturn

from plugins.cli.live.builder import BuildResult
from plugins.common.worker_pool import can_fork

_REHEARSED = ("404.html",)
"""A page that is made before anybody waits, so that what it needs is loaded."""

_GENTLY = 10
"""How much a whole build gives way to the browser that shows its page again meanwhile."""

Build = Callable[[Sequence[str] | None], int]
"""Makes the pages at these paths, or all that changed; returns its exit code."""


class _Child(NamedTuple):
    """A build under way; `output`: where its lines are read."""

    pid: int
    output: int
    looked_at: Sequence[str]


def _live(build: Build) -> None:
    """Obey until the input ends."""
    child: _Child | None = None
    said = bytearray()
    with selectors.DefaultSelector() as selector:
        selector.register(0, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 16)
                if key.fd == 0:
                    if child:
                        selector.unregister(child.output)
                        _kill(child)
                        child = None
                    if not data:
                        return
                    orders = data.decode().splitlines()
                    child, said = _start(build, json.loads(orders[-1])), bytearray()
                    selector.register(child.output, selectors.EVENT_READ)
                    break
                said += data
                if child and not data:
                    selector.unregister(child.output)
                    code, was, child = _end(child), child.looked_at, None
                    is_more = bool(was) and code == 0
                    _tell(BuildResult(not is_more, code, said.decode(errors="replace")))
                    if is_more:
                        child, said = _start(build, (), _GENTLY), bytearray()
                        selector.register(child.output, selectors.EVENT_READ)


def _start(build: Build, looked_at: Sequence[str], niceness: int = 0) -> _Child:
    read_end, write_end = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(read_end)
        os.nice(niceness)
        for stream in (1, 2):
            os.dup2(write_end, stream)
        _build_and_leave(build, looked_at or None)
    os.close(write_end)
    return _Child(pid, read_end, looked_at)


def _build_and_leave(build: Build, looked_at: Sequence[str] | None) -> NoReturn:
    code = 1
    try:
        code = build(looked_at)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _end(child: _Child) -> int:
    os.close(child.output)
    return os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1])


def _kill(child: _Child) -> None:
    """End a build: nothing of it is published. What it says of that, nobody reads."""
    os.kill(child.pid, signal.SIGTERM)
    while os.read(child.output, 1 << 16):
        pass
    _end(child)


def _tell(told: BuildResult) -> None:
    os.write(1, (json.dumps(told) + "\n").encode())


def _live_without_fork(places: str, output: str) -> None:
    """Obey, each time with a program that starts anew: what Windows can do."""
    command = [sys.executable, "-m", "plugins.cli", "build", "--places", places]
    for _ in sys.stdin:
        done = subprocess.run(
            [*command, "--output", output], capture_output=True, encoding="utf-8", check=False
        )
        _tell(BuildResult(True, done.returncode, done.stdout + done.stderr))


def main(places: str, output: str, settings: str) -> None:
    """Load everything, then obey."""
    if not can_fork():
        _live_without_fork(places, output)
        return
    from plugins.press.generator import build
    from plugins.records.checks import checks_of
    from plugins.records.kinds import KINDS

    def once(looked_at: Sequence[str] | None) -> int:
        return build(Path(places), Path(output), Path(settings), None, looked_at)

    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        once(_REHEARSED)
    for kind in KINDS:  # what only a changed record needs
        checks_of(kind)
    import_module("holidays.countries")
    gc.unfreeze()
    gc.collect()
    gc.freeze()  # a child that looked for garbage here would copy what it looks at
    _live(once)


if __name__ == "__main__":
    main(*sys.argv[1:])
