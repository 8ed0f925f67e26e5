"""Pauses between two requests to one host, and what its robots.txt asks."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from urllib.robotparser import RobotFileParser

PAUSE = 1.0
LONGEST_PAUSE = 10.0
"""Seconds; a host that asks for more is given no more."""


class Manners:
    """Towards one host, by its name. `name`: what robots.txt may call us. `sleep` takes seconds.

    Whoever asks the host holds `lock`: there is one connection at a time.
    """

    def __init__(self, name: str, sleep: Callable[[float], None]) -> None:
        self.lock = Lock()
        self._name, self._sleep = name, sleep
        self._pause = PAUSE
        self._robots: dict[str, RobotFileParser] = {}
        self._has_asked = False

    def wait(self) -> None:
        """Before each request but the first."""
        if self._has_asked:
            self._sleep(self._pause)
        self._has_asked = True

    def read_robots(self, origin: str, text: str) -> None:
        """Take in the robots.txt of an origin («https://exemple.fr»); "" where it has none."""
        robots = self._robots[origin] = RobotFileParser()
        robots.parse(text.splitlines())
        asked = robots.crawl_delay(self._name)
        if asked is not None:
            self._pause = min(max(PAUSE, float(asked)), LONGEST_PAUSE)

    def knows_robots(self, origin: str) -> bool:
        """Whether it was read."""
        return origin in self._robots

    def may_visit(self, origin: str, url: str) -> bool:
        """Whether the host lets us."""
        return self._robots[origin].can_fetch(self._name, url)
