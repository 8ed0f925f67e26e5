"""Do many tasks on all cores, in forked workers.

A worker sees everything that its parent has loaded, and sends back one small result a task. Each
has its own share, in order; one that has finished takes what remains of the others' shares.
"""

from __future__ import annotations

import gc
import os
import pickle
import selectors
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NoReturn, TypeVar, cast

from plugins.common.errors import BuildError

Task = TypeVar("Task")
Result = TypeVar("Result")

_LONGEST_SHARE = 1000
"""Tasks in a share: their numbers must fit into any pipe (4 kB)."""

_COLLECT = (20_000, 50, 1_000)
"""When a worker looks for garbage: templates leave cycles, which would fill the memory; what the
parent made is frozen and not looked at."""


def can_fork() -> bool:
    """Whether this system has forked processes."""
    return hasattr(os, "fork")


def run_pool(
    shares: Sequence[Sequence[Task]],
    work: Callable[[Task], Result],
    on_result: Callable[[Result], None],
) -> None:
    """Do every task of `shares`, one worker a share; `on_result` is called here, in any order.

    Raises PressError when a task does (the first one to fail; the others are given up) or when a
    worker dies; ValueError for a share of more than 1,000 tasks.
    """
    if any(len(share) > _LONGEST_SHARE for share in shares):
        raise ValueError("share too long")
    queues = [_numbers(len(share)) for share in shares]
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()  # a collection in a worker would copy every page of memory it looks at
    parent = os.getpid()
    children: list[int] = []
    pipes: list[int] = []
    try:
        for index in range(len(shares)):
            read_end, write_end = os.pipe()
            child = os.fork()
            if child == 0:
                order = [*range(index, len(shares)), *range(index)]
                _live(shares, queues, order, work, write_end, parent)
            os.close(write_end)
            children.append(child)
            pipes.append(read_end)
        for message in _messages(pipes):
            if isinstance(message, _Failure):
                raise BuildError(message.text)
            on_result(cast("Result", message))
    except BaseException:
        _end(children)
        raise
    finally:
        gc.unfreeze()
        for descriptor in (*queues, *pipes):
            os.close(descriptor)
    for code in [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]:
        if code:
            raise BuildError(f"Un processus de travail s'est arrêté (code {code}).")


class _Failure:
    """What a worker says instead of a result."""

    def __init__(self, text: str) -> None:
        self.text = text


def _numbers(length: int) -> int:
    """Read end of a pipe that holds the numbers 0 … length - 1: reading one takes it."""
    read_end, write_end = os.pipe()
    os.write(write_end, b"".join(number.to_bytes(4, "big") for number in range(length)))
    os.close(write_end)
    return read_end


def _live(
    shares: Sequence[Sequence[Task]],
    queues: Sequence[int],
    order: Sequence[int],
    work: Callable[[Task], Result],
    results: int,
    parent: int,
) -> NoReturn:
    """A worker's life; it ends with its parent's, which may be killed without a word."""
    status = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # the parent decides
        gc.set_threshold(*_COLLECT)
        gc.enable()
        for owner in order:
            while (token := os.read(queues[owner], 4)) and os.getppid() == parent:
                _send(results, work(shares[owner][int.from_bytes(token, "big")]))
        status = 0
    except BuildError as error:
        _send(results, _Failure(str(error)))
    except BaseException as error:
        _send(results, _Failure(f"{type(error).__name__} : {error}"))
    finally:
        os._exit(status)


def _send(results: int, message: object) -> None:
    data = pickle.dumps(message)
    data = len(data).to_bytes(4, "big") + data
    while data:
        data = data[os.write(results, data) :]


def _messages(pipes: Sequence[int]) -> Iterator[object]:
    """What the workers send, until all have closed their end."""
    buffers = {descriptor: bytearray() for descriptor in pipes}
    with selectors.DefaultSelector() as selector:
        for descriptor in pipes:
            selector.register(descriptor, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                data = os.read(key.fd, 1 << 16)
                if not data:
                    selector.unregister(key.fd)
                buffer = buffers[key.fd]
                buffer += data
                while len(buffer) >= 4:
                    end = 4 + int.from_bytes(buffer[:4], "big")
                    if len(buffer) < end:
                        break
                    yield pickle.loads(buffer[4:end])  # noqa: S301 (our own child wrote it)
                    del buffer[:end]


def _end(children: Sequence[int]) -> None:
    for child in children:
        os.kill(child, signal.SIGKILL)
    for child in children:
        os.waitpid(child, 0)
