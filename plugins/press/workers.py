"""Render pages into a folder, on all cores.

Workers are forked: they see everything that the build has loaded and send nothing back but counts.
Each has its own share of every edition, in order, so that what it made for one page (a card, a
record) is at hand for the next; one that has finished takes what remains of the others' shares.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from plugins.press.edition import Edition, Page
from plugins.press.errors import PressError, reason
from plugins.press.progress import Progress

ALONE_BELOW = 400
"""With fewer pages than this, forking costs more than it brings."""

_SMALLEST_CHUNK = 50
_MOST_CHUNKS = 200
"""In a worker's share of one edition: few enough that their numbers fit into any pipe."""


class Job(NamedTuple):
    """The pages of `edition` to make."""

    edition: Edition
    pages: Sequence[Page]


class _Chunk(NamedTuple):
    job: int
    start: int
    stop: int


def render_all(jobs: Sequence[Job], folder: Path, workers: int) -> None:
    """Make the pages of `jobs` in `folder`, which exists.

    Raises PressError: a page that fails (named), a disk that is full or closed to us, a worker that
    died.
    """
    total = sum(len(job.pages) for job in jobs)
    progress = Progress(total)
    try:
        if workers < 2 or total < ALONE_BELOW or not hasattr(os, "fork"):
            for chunk in _share(jobs, 0, 1):
                _render(jobs, chunk, str(folder))
                progress.add(chunk.stop - chunk.start)
        else:
            _render_forked(jobs, str(folder), workers, progress)
    finally:
        progress.close()


def _share(jobs: Sequence[Job], worker: int, workers: int) -> Iterator[_Chunk]:
    """The share of one worker: the same part of each edition, in chunks."""
    for index, job in enumerate(jobs):
        begin = len(job.pages) * worker // workers
        end = len(job.pages) * (worker + 1) // workers
        length = max(_SMALLEST_CHUNK, -(-(end - begin) // _MOST_CHUNKS))
        for start in range(begin, end, length):
            yield _Chunk(index, start, min(start + length, end))


def _render(jobs: Sequence[Job], chunk: _Chunk, folder: str) -> None:
    edition, pages = jobs[chunk.job]
    render = edition.render
    for page in pages[chunk.start : chunk.stop]:
        try:
            content = render(page.key)
        except Exception as error:
            raise PressError(_blame(page, error)) from error
        try:
            write_new(f"{folder}/{page.path}", content)
        except OSError as error:
            raise PressError(
                f"Impossible d'écrire la page « {page.path} » : {reason(error)}."
            ) from error


def write_new(path: str, content: str | bytes) -> None:
    """Create the file `path`, its folders too. Raises OSError, also when the file exists."""
    data = content.encode() if isinstance(content, str) else content
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        descriptor = os.open(path, flags, 0o644)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        descriptor = os.open(path, flags, 0o644)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)


def _blame(page: Page, error: Exception) -> str:
    """Which page failed, why, and where in a template or in our code."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    for candidate in reversed(traceback.extract_tb(error.__traceback__)):
        if candidate.filename.endswith(".html"):
            frame = candidate
            break
    where = f"{os.path.basename(frame.filename)}, ligne {frame.lineno}"
    return (
        f"La page « {page.path} » n'a pas pu être faite : "
        f"{type(error).__name__} : {error} ({where})."
    )


def _render_forked(jobs: Sequence[Job], folder: str, workers: int, progress: Progress) -> None:
    shares = [list(_share(jobs, worker, workers)) for worker in range(workers)]
    queues = [_filled_pipe(len(share)) for share in shares]
    reports_in, reports_out = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()
    children = []
    try:
        for worker in range(workers):
            child = os.fork()
            if child == 0:
                os.close(reports_in)
                order = [(worker + step) % workers for step in range(workers)]
                _live(jobs, shares, queues, order, folder, reports_out)
            children.append(child)
        os.close(reports_out)
        reports_out = -1
        problem = _follow(reports_in, progress)
    except BaseException:
        _end(children)
        raise
    finally:
        gc.unfreeze()
        for descriptor in (reports_in, reports_out, *queues):
            if descriptor >= 0:
                os.close(descriptor)
    if problem:
        _end(children)
        raise PressError(problem)
    statuses = [os.waitpid(child, 0)[1] for child in children]
    if any(statuses):
        code = next(filter(None, map(os.waitstatus_to_exitcode, statuses)))
        raise PressError(f"Un processus qui faisait les pages s'est arrêté (code {code}).")


def _filled_pipe(length: int) -> int:
    """Read end of a pipe that holds the numbers 0 … length - 1: reading one takes it."""
    read_end, write_end = os.pipe()
    os.write(write_end, b"".join(number.to_bytes(4, "big") for number in range(length)))
    os.close(write_end)
    return read_end


def _live(
    jobs: Sequence[Job],
    shares: Sequence[Sequence[_Chunk]],
    queues: Sequence[int],
    order: Sequence[int],
    folder: str,
    reports: int,
) -> None:
    """A worker's life. Never returns."""
    status = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
        for owner in order:
            while token := os.read(queues[owner], 4):
                chunk = shares[owner][int.from_bytes(token, "big")]
                _render(jobs, chunk, folder)
                _report(reports, {"pages": chunk.stop - chunk.start})
        status = 0
    except PressError as error:
        _report(reports, {"problem": str(error)[:900]})
    except BaseException as error:
        _report(reports, {"problem": f"{type(error).__name__} : {str(error)[:900]}"})
    finally:
        os._exit(status)


def _report(reports: int, message: dict[str, object]) -> None:
    """One line, small enough (under 4 kB) that a pipe keeps it whole."""
    os.write(reports, json.dumps(message).encode() + b"\n")


def _follow(reports: int, progress: Progress) -> str | None:
    """Read what workers say until they have all finished, or the first problem."""
    with open(reports, "rb", closefd=False) as lines:
        for line in lines:
            message = json.loads(line)
            if "problem" in message:
                return str(message["problem"])
            progress.add(message["pages"])
    return None


def _end(children: Sequence[int]) -> None:
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
