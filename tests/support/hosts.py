"""A town hall's web server and our host's: two origins, and the headers of `_headers`."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from plugins.cli.server import SiteHandler, SiteServer

Rule = tuple[re.Pattern[str], list[tuple[str, str]]]


def rules_of(site: Path) -> list[Rule]:
    """The rules of `_headers`, as hosts read them: all those that match an address add up."""
    found = []
    for block in (site / "_headers").read_text("utf-8").strip().split("\n\n"):
        pattern, *lines = block.split("\n")
        fields = [tuple(line.strip().split(": ", 1)) for line in lines]
        address = re.compile(re.escape(pattern).replace(r"\*", ".*"))
        found.append((address, [(name, value) for name, value in fields]))
    return found


class HostHandler(SiteHandler):
    """Gives every answer the headers that its address has; remembers what it was asked."""

    def __init__(self, *args: object, rules: list[Rule], asked: list[str], **more: object) -> None:
        self.rules, self.asked = rules, asked
        super().__init__(*args, **more)  # type: ignore[arg-type]

    def send_head(self) -> Any:
        """Remember the request and what came with it."""
        self.asked.append(f"{self.path} {self.headers.get('Referer', '')}".strip())
        return super().send_head()

    def end_headers(self) -> None:
        """Nothing is upgraded to https here: there is none."""
        address = urlsplit(self.path).path
        for pattern, fields in self.rules:
            for name, value in fields if pattern.fullmatch(address) else ():
                if name != "Strict-Transport-Security":
                    self.send_header(name, value.replace("; upgrade-insecure-requests", ""))
        super().end_headers()


@contextmanager
def serving(server: ThreadingHTTPServer) -> Iterator[int]:
    """Its port, while it answers."""
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def our_host(site: Path, asked: list[str]) -> Iterator[str]:
    """The site with its headers: its address, without a slash at its end."""
    handler = partial(HostHandler, directory=str(site), rules=rules_of(site), asked=asked)
    with serving(SiteServer(("127.0.0.1", 0), handler)) as port:
        yield f"http://127.0.0.1:{port}"


@contextmanager
def town_hall(pages: Mapping[str, str]) -> Iterator[str]:
    """Another site, of the pages given («/» → HTML, filled while it answers): its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as port:
        yield f"http://localhost:{port}"
