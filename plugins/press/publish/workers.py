"""Make pages into a folder, on all cores."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from filecmp import cmp
from pathlib import Path
from typing import NamedTuple

from plugins.common.errors import BuildError, blame, reason
from plugins.common.worker_pool import can_fork, run_pool
from plugins.press.page_set import Page, PageSet
from plugins.press.publish.progress import Progress

ALONE_BELOW = 400
"""With fewer pages than this, forking costs more than it brings."""

_SMALLEST_CHUNK = 50
_MOST_CHUNKS = 50
"""In a worker's share of one page_set."""


class Job(NamedTuple):
    """The pages of `page_set` to make."""

    page_set: PageSet
    pages: Sequence[Page]


class _Chunk(NamedTuple):
    job: int
    start: int
    stop: int


def render_all(
    jobs: Sequence[Job],
    folder: Path,
    workers: int,
    published: Path | None = None,
    known: Container[str] = (),
) -> None:
    """Make the pages of `jobs` in `folder`, which exists; of those that are `known`, only the ones
    that are not, byte for byte, what is `published`.

    Raises PressError: a page that fails (named), a disk that is full or closed to us, a worker
    that died.
    """
    total = sum(len(job.pages) for job in jobs)
    progress = Progress(total)

    def render(chunk: _Chunk) -> int:
        return _render(jobs, chunk, str(folder), published, known)

    try:
        if workers < 2 or total < ALONE_BELOW or not can_fork():
            for chunk in _share(jobs, 0, 1):
                progress.add(render(chunk))
        else:
            shares = [_share(jobs, worker, workers) for worker in range(workers)]
            run_pool(shares, render, progress.add)
    finally:
        progress.close()


def _share(jobs: Sequence[Job], worker: int, workers: int) -> list[_Chunk]:
    """The share of one worker: the same part of each page_set, and all page_sets side by side, so
    that what it made for one page (a card, a record) is at hand for those of the same territory."""
    chunks = list(_chunks(jobs, worker, workers))
    return sorted(chunks, key=lambda chunk: chunk.start / len(jobs[chunk.job].pages))


def _chunks(jobs: Sequence[Job], worker: int, workers: int) -> Iterator[_Chunk]:
    for index, job in enumerate(jobs):
        begin = len(job.pages) * worker // workers
        end = len(job.pages) * (worker + 1) // workers
        length = max(_SMALLEST_CHUNK, -(-(end - begin) // _MOST_CHUNKS))
        for start in range(begin, end, length):
            yield _Chunk(index, start, min(start + length, end))


def _render(
    jobs: Sequence[Job],
    chunk: _Chunk,
    folder: str,
    published: Path | None,
    known: Container[str],
) -> int:
    page_set, pages = jobs[chunk.job]
    render = page_set.render
    for page in pages[chunk.start : chunk.stop]:
        old = f"{published}/{page.path}" if published and page.path in known else ""
        try:
            made = render(page.key)
        except Exception as error:
            raise _failed(page, error) from error
        try:
            _put(made, f"{folder}/{page.path}", old)
        except OSError as error:
            raise BuildError(
                f"Impossible d'écrire la page « {page.path} » : {reason(error)}. "
                "Le site publié n'a pas changé."
            ) from error
        except Exception as error:  # a file that comes in parts is made while it is written
            raise _failed(page, error) from error
    return chunk.stop - chunk.start


def _failed(page: Page, error: Exception) -> BuildError:
    return BuildError(f"La page « {page.path} » n'a pas pu être faite : {blame(error)}.")


def _put(made: str | bytes | Iterator[bytes], path: str, old: str) -> None:
    """Write what was made, unless it is what the file `old` holds."""
    if isinstance(made, Iterator):
        write_new(path, b"")
        with open(path, "ab") as file:
            file.writelines(made)
        if (
            old
            and not os.path.islink(old)
            and os.path.isfile(old)
            and cmp(old, path, shallow=False)
        ):
            os.unlink(path)
        return
    content = made.encode() if isinstance(made, str) else made
    if not (old and _holds(old, content)):
        write_new(path, content)


def _holds(path: str, content: bytes) -> bool:
    """Whether the file `path` is there and holds `content`; a link is not a page of ours."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    with open(descriptor, "rb") as file:
        return os.fstat(descriptor).st_size == len(content) and file.read() == content


def write_new(path: str, data: bytes) -> None:
    """Create the file `path`, its folders too. Raises OSError, also when the file exists."""
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
