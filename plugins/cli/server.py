"""A local web server for the built site: this machine only, this folder only."""

import io
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})")
NO_SITE = "<!doctype html><meta charset=utf-8><title>404</title><p>Page introuvable.</p>"


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files below `directory`; anything else is the site's own 404 page, with status 404."""

    extensions_map = {  # noqa: RUF012 (an instance variable for the library)
        **SimpleHTTPRequestHandler.extensions_map,
        ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8",
        ".js": "text/javascript; charset=utf-8",
        ".json": "application/json; charset=utf-8",
        ".svg": "image/svg+xml",
        ".ics": "text/calendar; charset=utf-8",
        ".atom": "application/atom+xml; charset=utf-8",
    }

    def send_head(self) -> Any:
        """Refuse what a link or `..` would take out of the folder, then serve as usual."""
        root = Path(self.directory).resolve()
        try:
            target = Path(self.translate_path(self.path)).resolve()
        except (ValueError, OSError):  # a NUL in the URL, a loop of links
            target = root.parent
        if not target.is_relative_to(root):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        if asked and target.is_file():
            return self._part(target, int(asked[1]), int(asked[2]))
        return super().send_head()

    def _part(self, file: Path, first: int, last: int) -> io.BytesIO | None:
        """Some bytes of a file, as a map asks for its background (.pmtiles)."""
        size = file.stat().st_size
        last = min(last, size - 1)
        if first > last:
            self.send_response(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            self.send_header("Content-Range", f"bytes */{size}")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        with file.open("rb") as content:
            content.seek(first)
            part = content.read(last - first + 1)
        self.send_response(HTTPStatus.PARTIAL_CONTENT)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.send_header("Content-Length", str(len(part)))
        self.end_headers()
        return io.BytesIO(part)

    def list_directory(self, path: Any) -> None:
        """A folder without a page of its own is not a page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the site's own page for what is not there."""
        if code != HTTPStatus.NOT_FOUND:
            super().send_error(code, message, explain)
            return
        try:
            body = Path(self.directory, "404.html").read_bytes()
        except OSError:
            body = NO_SITE.encode()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Keep nothing in the browser: the next build may come within the same second."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 (named by the library)
        """Say nothing: the terminal is for the messages of the build."""


class SiteServer(ThreadingHTTPServer):
    """A server that does not print a traceback when a browser closes its connection."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Print what went wrong, unless the other side simply left."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def site_server(output_dir: Path, port: int) -> SiteServer:
    """Bind a server of `output_dir` to 127.0.0.1 (port 0: any free one); OSError if it is taken."""
    handler = partial(SiteHandler, directory=str(output_dir))
    return SiteServer(("127.0.0.1", port), handler)
