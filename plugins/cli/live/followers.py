"""The pages that browsers show under `annuaire serve`, and what they are told of a new build."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple


class LatestNews(NamedTuple):
    """The last news. `number`: how many there were; `faults`: what is wrong with the records, in
    lines; none when the site is that of the records."""

    number: int
    faults: Sequence[str]


class Followers:
    """Shared by the threads of the server and of the command."""

    def __init__(self) -> None:
        self._told = threading.Condition()
        self._news = LatestNews(0, ())
        self._looked_at: Counter[str] = Counter()

    def tell(self, faults: Sequence[str] = ()) -> None:
        """Wake everybody up: pages may have changed, or records have faults."""
        with self._told:
            self._news = LatestNews(self._news.number + 1, tuple(faults))
            self._told.notify_all()

    def wait(self, known: int, seconds: float) -> LatestNews:
        """The news that follow those of number `known`, or the same after so many seconds."""
        with self._told:
            self._told.wait_for(lambda: self._news.number != known, seconds)
            return self._news

    @contextmanager
    def looking(self, path: str) -> Iterator[None]:
        """While a browser shows the page at `path` of the output."""
        with self._told:
            self._looked_at[path] += 1
            self._told.notify_all()
        try:
            yield
        finally:
            with self._told:
                self._looked_at[path] -= 1
                self._told.notify_all()

    def looked_at(self) -> list[str]:
        """Paths of the output that a browser shows, sorted."""
        with self._told:
            return sorted(path for path, count in self._looked_at.items() if count > 0)
