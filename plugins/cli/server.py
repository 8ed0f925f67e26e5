"""A local web server for the built site: this machine only, this folder only."""

import io
import json
import re
import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from plugins.cli.live.followers import Followers

_RANGE = re.compile(r"bytes=([0-9]{1,15})-([0-9]{1,15})")
INDEX = "index.html"
FOLLOW_SCRIPT = "/.annuaire/suivi.js"
"""No page of a site has a hidden part in its address."""
FOLLOW = "/.annuaire/suivi"
_SCRIPT = Path(__file__).parent / "live" / "follow.js"
_BEAT_SECONDS = 15.0
NO_SITE = (
    '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Le site se construit</title>'
    "<p>Le site se construit. Cette page viendra d'elle-même."
)
"""A site has a page for what it does not have: here there is no site yet."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files below `directory`; anything else is the site's own 404 page, with status 404.

    `followers`: those who are told of changes; pages then end with a script that listens.
    """

    followers: Followers | None = None

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
        address = urlsplit(self.path)
        if self.followers and address.path == FOLLOW_SCRIPT:
            return self._given(_SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        if self.followers and address.path == FOLLOW and self.command == "GET":
            return self._follow(address.query)
        target = self._target(self.path)
        if target is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        if self.followers and address.path.endswith("/") and (page := target / INDEX).is_file():
            return self._page(page)
        asked = _RANGE.fullmatch(self.headers.get("Range", ""))
        if asked and target.is_file():
            return self._part(target, int(asked[1]), int(asked[2]))
        return super().send_head()

    def _target(self, address: str) -> Path | None:
        """The file or folder of an address; None for what leaves the site."""
        root = Path(self.directory).resolve()
        try:
            target = Path(self.translate_path(address)).resolve()
            page = (target / INDEX).resolve()  # what is served of a folder
        except (ValueError, OSError):  # a NUL in the URL, a loop of links
            return None
        return target if target.is_relative_to(root) and page.is_relative_to(root) else None

    def _page(self, page: Path) -> io.BytesIO:
        """A page, and behind it the script that shows it again when it changes."""
        stamp = _stamp_of(page)  # before it is read: one that changes now is shown again
        return self._given(_content_of(page) + _script_tag(stamp), "text/html; charset=utf-8")

    def _given(
        self, content: bytes, content_type: str, status: HTTPStatus = HTTPStatus.OK
    ) -> io.BytesIO:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def _follow(self, query: str) -> None:
        """Tell a browser that its page changed, or what is wrong, until it leaves (server-sent
        events: html.spec.whatwg.org, 9.2)."""
        asked = dict(parse_qsl(query))
        address = asked.get("page", "/")
        target = self._target(address)
        if target is None or self.followers is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        page = target / INDEX if address.endswith("/") else target
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        path = page.relative_to(Path(self.directory).resolve()).as_posix()
        with self.followers.looking(path):
            number, told = -1, ""
            while _stamp_of(page) == asked.get("stamp", ""):
                number, faults = self.followers.wait(number, _BEAT_SECONDS)
                text = json.dumps(faults)
                event = "faults" if text != told else "beat"  # which tells us who has left
                self.wfile.write(f"event: {event}\ndata: {text}\n\n".encode())
                told = text
            self.wfile.write(b"event: page\ndata: \n\n")

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
        page = Path(self.directory, "404.html")
        body = _content_of(page) + (_script_tag("") if self.followers else b"")
        self._given(body, "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
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


def site_server(output_dir: Path, port: int, followers: Followers | None = None) -> SiteServer:
    """Bind a server of `output_dir` to 127.0.0.1 (port 0: any free one); OSError if it is taken.

    `followers`: told by who builds; without them pages are served as they are.
    """
    kind = type("FollowedHandler", (SiteHandler,), {"followers": followers})
    return SiteServer(("127.0.0.1", port), partial(kind, directory=str(output_dir)))


def _script_tag(stamp: str) -> bytes:
    """`stamp`: of the page as it is served; empty where there is none."""
    return f'<script src="{FOLLOW_SCRIPT}" data-stamp="{stamp}"></script>'.encode()


def _stamp_of(page: Path) -> str:
    """Another one when the file is another; empty without any."""
    try:
        stat = page.stat()
    except OSError:
        return ""
    return f"{stat.st_mtime_ns}-{stat.st_size}-{stat.st_ino}"


def _content_of(page: Path) -> bytes:
    try:
        return page.read_bytes()
    except OSError:
        return NO_SITE.encode()
