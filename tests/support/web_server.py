"""A web server of this machine, for what visits sites: hosts by any name, all of them here."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

from plugins.records.web.visit import Visitor

AGENT = "annuaire-aide-numerique/1.0 (+https://aide.exemple.fr)"


class Served(NamedTuple):
    """An answer; `head`: the status of HEAD, where it is another."""

    status: int = 200
    location: str = ""
    body: bytes = b"Bonjour"
    head: int = 0


@dataclass
class LocalWeb:
    """`pages`: answers by «host/path»; what is not there is 404. `asked`: (method, host, path,
    agent) of each request, robots.txt left out unless it is served."""

    port: int
    pages: Mapping[str, Served]
    asked: list[tuple[str, str, str, str]] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The address of «site.exemple/page»."""
        host, slash, rest = path.partition("/")
        return f"http://{host}:{self.port}{slash}{rest}"

    def visitor(self, *, allowed: bool = True) -> Visitor:
        """One that finds every name here, and takes no time."""

        def lookup(host: str, _port: int) -> list[str]:
            self.looked_up.append(host)
            return ["127.0.0.1"]

        ours = {("127.0.0.1", self.port)} if allowed else ()
        return Visitor(AGENT, lookup, ours, self.slept.append, timeout=5)


@contextmanager
def local_web(pages: Mapping[str, Served]) -> Iterator[LocalWeb]:
    """Serve these pages."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        def do_HEAD(self) -> None:
            self._answer()

        def _answer(self) -> None:
            host = self.headers["Host"].partition(":")[0]
            found = web.pages.get(f"{host}{self.path}")
            if found is not None or self.path != "/robots.txt":
                agent = self.headers["User-Agent"]
                web.asked.append((self.command, host, self.path, agent))
            found = found or Served(404)
            is_head = self.command == "HEAD"
            self.send_response(found.head if is_head and found.head else found.status)
            if found.location:
                self.send_header("Location", found.location.replace("PORT", str(web.port)))
            self.send_header("Content-Length", str(len(found.body)))
            self.end_headers()
            if not is_head:
                self.wfile.write(found.body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web = LocalWeb(server.server_address[1], pages)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield web
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
