"""Run a command and say what it cost: wall time, processor time, memory of its whole family."""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds; megabytes. `family`: largest sum of proportional sizes (PSS) of the command and its
    children, sampled twenty times a second; `largest`: largest resident size of one process."""

    wall: float
    processor: float
    family: float
    largest: float


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Cost:
    """Run `command` in `folder`. Raises CalledProcessError when it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    sizes: list[tuple[float, float]] = [(0, 0)]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.05):
            sizes.append(sizes_of(process.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    said, _ = process.communicate()
    wall = time.monotonic() - start
    ended.set()
    watcher.join()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, said)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(wall, processor, max(size[0] for size in sizes), max(size[1] for size in sizes))


def sizes_of(root: int) -> tuple[float, float]:
    """Sum of PSS and largest RSS of a process and its descendants, in MB."""
    shared, resident = 0.0, 0.0
    for pid in _family(root):
        with contextlib.suppress(OSError, ValueError):
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
            kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines[1:]}
            shared += kilobytes.get("Pss", 0) / 1024
            resident = max(resident, kilobytes.get("Rss", 0) / 1024)
    return shared, resident


def _family(root: int) -> list[int]:
    found = [root]
    for pid in found:
        with contextlib.suppress(OSError):
            for task in Path(f"/proc/{pid}/task").iterdir():
                found += map(int, (task / "children").read_text("ascii").split())
    return found
