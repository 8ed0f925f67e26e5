"""A forge on this machine: remembers what it is asked, answers what a test says."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import urlsplit


class FakeForge:
    """`answers`: «GET /path» → what is answered (a value as JSON, bytes as they are, a number as a
    status, «→ address» as a redirection); `asked`: each request that was not a GET, with its body;
    `tokens`: paths that a token was sent to."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = {}
        self.asked: list[tuple[str, Any]] = []
        self.tokens: set[str] = set()
        self.address = ""

    def bodies(self, request: str) -> list[Any]:
        """What was sent with each such request."""
        return [body for asked, body in self.asked if asked == request]


@contextmanager
def forge() -> Iterator[FakeForge]:
    """Until the end of the block."""
    fake = FakeForge()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            path = urlsplit(self.path).path
            request = f"{self.command} {path}"
            length = int(self.headers.get("Content-Length") or 0)
            body = json.loads(self.rfile.read(length)) if length else None
            if self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN"):
                fake.tokens.add(path)
            if self.command != "GET":
                fake.asked.append((request, body))
            found = fake.answers.get(request, {} if self.command != "GET" else 404)
            self.send_response(
                found if isinstance(found, int)
                else 302 if isinstance(found, str) else 200
            )  # fmt: skip
            data = found if isinstance(found, bytes) else json.dumps(found).encode()
            if isinstance(found, str):
                self.send_header("Location", found.removeprefix("→ "))
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    fake.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
