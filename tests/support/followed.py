"""A browser tab without a browser: a page of `annuaire serve`, and what its script is told."""

import json
import re
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

_STAMP = re.compile(r'<script src="(/\.annuaire/suivi\.js)" data-stamp="([^"]*)"></script>$')
_PATIENCE = 300.0
"""Seconds after which a test has failed; nothing waits so long that goes well."""


class FollowedPage:
    """The page at `path` of the server on `port`, opened once."""

    def __init__(self, port: int, path: str) -> None:
        self._path = path
        self._port = port
        self._connections: list[HTTPConnection] = []
        self.text = self._get(path).read().decode()
        found = _STAMP.search(self.text)
        assert found, "the page does not follow"
        self._told = self._get(f"/.annuaire/suivi?{urlencode({'page': path, 'stamp': found[2]})}")
        assert self._told.headers["Content-Type"] == "text/event-stream"

    def next(self) -> tuple[str, list[str]]:
        """The next event that is more than a sign of life: its name, and faults."""
        while True:
            fields = {}
            while line := self._told.readline().decode().rstrip("\n"):
                name, _, value = line.partition(": ")
                fields[name] = value
            assert fields, "the server left"
            if fields["event"] != "beat":
                return fields["event"], json.loads(fields["data"] or "[]")

    def again(self) -> "FollowedPage":
        """The page, opened again; this one is left."""
        self.leave()
        return FollowedPage(self._port, self._path)

    def leave(self) -> None:
        """Go elsewhere."""
        self._told.close()
        for connection in self._connections:
            connection.close()

    def _get(self, path: str) -> HTTPResponse:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        self._connections.append(connection)
        connection.request("GET", path)
        return connection.getresponse()
