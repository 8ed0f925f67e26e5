"""A local web server for the built site: this machine only, this folder only."""

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

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
        return super().send_head()

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
